package org.earpiece.packet;

/** An address and a port. Ordered, so that maps bear keys made to have the same hash. */
public record Endpoint(IpAddress address, int port) implements Comparable<Endpoint> {
  @Override
  public int compareTo(Endpoint other) {
    int order = address.compareTo(other.address);
    return order != 0 ? order : Integer.compare(port, other.port);
  }

  @Override
  public String toString() {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
