/** Capture on the network interfaces of this machine, through libpcap. */
package org.earpiece.capture.live;
