package org.earpiece.voip.correlation;

import org.earpiece.packet.IpAddress;

/**
 * Who sent or received a message.
 *
 * @param port of UDP or TCP
 */
record Node(IpAddress host, int port) {
  boolean sameHost(Node other) {
    return host.equals(other.host);
  }
}
