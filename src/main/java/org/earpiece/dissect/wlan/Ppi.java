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

/** The per-packet information header (CACE Technologies, PPI 1.0.7), before 802.11 or Ethernet. */
public final class Ppi implements Dissector {
  private static final Protocol P = Protocol.PPI;
  private static final int FIXED = 8;
  private static final int LENGTH = 2;
  private static final int LINK_TYPE = 4;
  private static final int FIELD_HEADER = 4;

  /** Values of one header that are looked at. */
  private static final int MAX_FIELDS = 64;

  /** Flags of the header: values begin at whole words. */
  private static final int ALIGNED = 1;

  private static final int COMMON = 2;
  private static final int COMMON_FLAGS = FIELD_HEADER + 8;
  private static final int ABSENT = -1;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "ppi.version", "Version", Display.DECIMAL, 0, 1),
        Field.uint(P, "ppi.flags", "Flags", Display.HEX, 1, 1),
        number("ppi.length", "Header length", LENGTH, 2).bits(16),
        number("ppi.dlt", "DLT", LINK_TYPE, 4),
        Field.number(
                P,
                "ppi.80211-common.flags.fcs",
                "FCS present flag",
                FieldType.BOOLEAN,
                Display.DECIMAL,
                0,
                0,
                (p, layer) -> {
                  int at = common(p, layer);
                  return at == ABSENT ? Field.ABSENT : p.bytes(layer).u8(at + COMMON_FLAGS) & 1;
                })
            .bits(1));
  }

  private static Field number(String name, String label, int at, int size) {
    return Field.number(
        P,
        name,
        label,
        FieldType.UINT,
        Display.DECIMAL,
        at,
        size,
        (p, layer) -> {
          if (p.end(layer) - p.offset(layer) < FIXED) {
            return Field.ABSENT;
          }
          int from = p.offset(layer) + at;
          return size == 2
              ? LittleEndian.u16(p.bytes(layer), from)
              : LittleEndian.u32(p.bytes(layer), from);
        });
  }

  /** Whether the frame ends with its check sequence. */
  static boolean hasFcs(Packet p, int layer) {
    int at = common(p, layer);
    return at != ABSENT && (p.bytes(layer).u8(at + COMMON_FLAGS) & 1) != 0;
  }

  /** Where what all 802.11 frames have is told, or {@link #ABSENT}. */
  private static int common(Packet p, int layer) {
    int start = p.offset(layer);
    if (p.end(layer) - start < FIXED) {
      return ABSENT;
    }
    ByteView bytes = p.bytes(layer);
    int end = Math.min(p.end(layer), start + LittleEndian.u16(bytes, start + LENGTH));
    boolean aligned = (bytes.u8(start + 1) & ALIGNED) != 0;
    int at = start + FIXED;
    for (int n = 0; n < MAX_FIELDS && end - at >= FIELD_HEADER; n++) {
      int size = LittleEndian.u16(bytes, at + 2);
      if (LittleEndian.u16(bytes, at) == COMMON && end - at > COMMON_FLAGS) {
        return at;
      }
      at += FIELD_HEADER + (aligned ? (size + 3) & ~3 : size);
    }
    return ABSENT;
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.PPI, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    int length = LittleEndian.u16(packet.bytes(), offset + LENGTH);
    if (length < FIXED) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, length)) {
      return TRUNCATED;
    }
    long link = LittleEndian.u32(packet.bytes(), offset + LINK_TYPE);
    if (link == LinkType.IEEE802_11.number()) {
      packet.next(NextHeader.PROTOCOL, Protocol.WLAN.ordinal());
    } else if (link == LinkType.ETHERNET.number()) {
      packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
    }
    return length;
  }
}
