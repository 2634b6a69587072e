/** Filters made of what is on show: menus that apply them, and dragging them to the filter bar. */
package org.earpiece.ui.kit.filters;
