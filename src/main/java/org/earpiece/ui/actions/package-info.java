/** What may be done with a packet wherever it is shown: filter, follow, compare. */
package org.earpiece.ui.actions;
