/** Lists to choose from. */
package org.earpiece.ui.kit.choice;
