/** Which columns the list of packets has. */
package org.earpiece.ui.packets.columns;
