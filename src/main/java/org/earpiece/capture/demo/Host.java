package org.earpiece.capture.demo;

/**
 * A host of the demonstration network.
 *
 * @param address IPv4, in a range for documentation (RFC 5737)
 * @param mac the hardware address; hosts behind the router have the router's
 * @param ttl time to live that its packets arrive with
 */
record Host(String address, long mac, int ttl) {
  /** The address as four bytes in one number. */
  int ip() {
    int ip = 0;
    for (String part : address.split("\\.", -1)) {
      ip = ip << 8 | Integer.parseInt(part);
    }
    return ip;
  }
}
