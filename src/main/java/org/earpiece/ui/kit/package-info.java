/**
 * What all parts of the window share: palette, fonts, canvases, the one table, and the contract of
 * panes. Knows nothing of the other packages of the window.
 */
package org.earpiece.ui.kit;
