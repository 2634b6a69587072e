/** What addresses and ports are called in the list of packets. */
package org.earpiece.ui.packets.names;
