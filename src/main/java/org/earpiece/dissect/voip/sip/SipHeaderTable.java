package org.earpiece.dissect.voip.sip;

import java.util.Locale;
import java.util.Set;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/** Finds the header of a name in the bytes, in any case, full or compact. Allocates nothing. */
final class SipHeaderTable {
  private static final int SLOTS = 1024;
  private static final int LONGEST = 40;
  private static final @Nullable SipHeader[] HEADERS = new SipHeader[SLOTS];
  private static final @Nullable String[] NAMES = new String[SLOTS];

  /**
   * Headers of the registry of SIP parameters that have no field of their own, those among them
   * that are deprecated too.
   */
  private static final Set<String> REGISTERED =
      Set.of(
          "content-id",
          "dc-info",
          "encryption",
          "hide",
          "p-private-network-indication",
          "priority-verstat",
          "reason-phrase",
          "refer-events-at",
          "response-key");

  static {
    for (SipHeader header : SipHeader.values()) {
      put(header.text(), header);
      if (!header.compact().isEmpty()) {
        put(header.compact(), header);
      }
    }
  }

  private SipHeaderTable() {}

  private static void put(String name, SipHeader header) {
    int hash = 0;
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      hash = hash * 31 + lower.charAt(i);
    }
    int slot = hash & SLOTS - 1;
    while (NAMES[slot] != null) {
      slot = slot + 1 & SLOTS - 1;
    }
    NAMES[slot] = lower;
    HEADERS[slot] = header;
  }

  /** Whether a header that {@link SipHeader} does not have is registered; in small letters. */
  static boolean isRegistered(String name) {
    return REGISTERED.contains(name);
  }

  /** The header with the name in these bytes, or null. */
  static @Nullable SipHeader find(ByteView view, int from, int to) {
    if (from >= to || to - from > LONGEST) {
      return null;
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + Ascii.lower(view.u8(i));
    }
    int slot = hash & SLOTS - 1;
    String name = NAMES[slot];
    while (name != null) {
      if (Ascii.equalsIgnoreCase(view, from, to, name)) {
        return HEADERS[slot];
      }
      slot = slot + 1 & SLOTS - 1;
      name = NAMES[slot];
    }
    return null;
  }
}
