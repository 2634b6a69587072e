/** The selected packet: its message, its detail tree, its bytes. */
package org.earpiece.ui.detail;
