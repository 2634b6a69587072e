package org.earpiece.packet;

/** An address and a port. */
public record Endpoint(IpAddress address, int port) {
  @Override
  public String toString() {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
