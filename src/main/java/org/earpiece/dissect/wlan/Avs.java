package org.earpiece.dissect.wlan;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The AVS header before 802.11 frames (AbsoluteValue Systems, capture frame format 2.1). */
public final class Avs implements Dissector {
  private static final Protocol P = Protocol.AVS;
  private static final int FIXED = 8;
  private static final int LENGTH = 4;

  /** Bytes of the header at most; 64 are usual. */
  private static final int MAX_HEADER = 1024;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.bits(
            P, "wlancap.magic", "Header magic", FieldType.UINT, Display.HEX, 0, 4, 0xFFFFFFF0L),
        Field.bits(
            P, "wlancap.version", "Header revision", FieldType.UINT, Display.DECIMAL, 0, 4, 0x0F),
        Field.uint(P, "wlancap.length", "Header length", Display.DECIMAL, LENGTH, 4));
  }

  /** Whether the header begins here, by its magic and revision. */
  static boolean begins(ByteView bytes, int at) {
    int magic = bytes.i32(at);
    return magic == 0x80211001 || magic == 0x80211002;
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IEEE802_11_AVS, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    long length = packet.bytes().u32(offset + LENGTH);
    if (length < FIXED || length > MAX_HEADER) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, (int) length)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.WLAN.ordinal());
    return (int) length;
  }
}
