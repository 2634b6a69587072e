package org.earpiece.dissect.wlan;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** One of several frames in an 802.11 frame: an A-MSDU subframe (IEEE 802.11-2020 9.3.2.2). */
public final class Subframe implements Dissector {
  /** Subframes of one frame that are looked at. */
  public static final int MAX_SUBFRAMES = 16;

  private static final Protocol P = Protocol.WLAN_AGGREGATE;
  private static final int HEADER = 14;
  private static final int LENGTH = 12;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.range(P, "wlan.da", "Destination address", FieldType.ETHER, 0, 6),
        Field.range(P, "wlan.sa", "Source address", FieldType.ETHER, 6, 6),
        Field.uint(P, "wlan_aggregate.a_mdsu.length", "A-MSDU Length", Display.DECIMAL, LENGTH, 2));
  }

  @Override
  public void register(DissectorTable table) {}

  /** Whether the header of a subframe is there. */
  public static boolean begins(ByteView bytes, int at, int limit) {
    return limit - at >= HEADER;
  }

  /** The end of the subframe that begins at {@code at}. */
  public static int end(ByteView bytes, int at) {
    return at + HEADER + bytes.u16(at + LENGTH);
  }

  /** Where the one behind that at {@code at} begins: whole words later. */
  public static int next(ByteView bytes, int at) {
    return at + ((end(bytes, at) - at + 3) & ~3);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    int size = packet.bytes().u16(offset + LENGTH);
    if (!packet.has(offset + HEADER, size)) {
      packet.markTruncated();
    }
    packet.limit(offset + HEADER + size);
    if (size > 0) {
      packet.next(NextHeader.PROTOCOL, Protocol.LLC.ordinal());
    }
    return HEADER;
  }
}
