/** The display filter: its bar, its completion, and what it does to the lists. */
package org.earpiece.ui.filterbar;
