package org.earpiece.voip;

import java.util.HashMap;
import java.util.Map;
import org.earpiece.packet.IpAddress;

/** Texts of addresses, the same object for the same address. One thread. */
final class Addresses {
  /** Addresses remembered; the texts of further ones are made each time. */
  static final int MAX_ADDRESSES = 10_000;

  private final Map<IpAddress, String> texts = new HashMap<>();

  String text(long hi, long lo) {
    IpAddress address = new IpAddress(hi, lo);
    String known = texts.get(address);
    if (known != null) {
      return known;
    }
    String text = address.toString();
    if (texts.size() < MAX_ADDRESSES) {
      texts.put(address, text);
    }
    return text;
  }
}
