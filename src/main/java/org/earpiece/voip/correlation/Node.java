package org.earpiece.voip.correlation;

import org.earpiece.packet.IpAddress;

/**
 * Who sent or received a message.
 *
 * @param port of UDP or TCP
 */
record Node(IpAddress host, int port) implements Comparable<Node> {
  @Override
  public int compareTo(Node other) {
    int hosts = host.compareTo(other.host);
    return hosts != 0 ? hosts : Integer.compare(port, other.port);
  }

  boolean sameHost(Node other) {
    return host.equals(other.host);
  }
}
