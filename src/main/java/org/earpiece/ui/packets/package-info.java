/** The list of packets. */
package org.earpiece.ui.packets;
