/** How the times of packets are written, and what they are counted from. */
package org.earpiece.ui.packets.time;
