/** Draws what reports draw on the window's canvases. */
package org.earpiece.ui.kit.drawing;
