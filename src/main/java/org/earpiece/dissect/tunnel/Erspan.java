package org.earpiece.dissect.tunnel;

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
import org.jspecify.annotations.Nullable;

/**
 * A frame mirrored to another place (draft-foschiano-erspan), types I to III. Type I has no header:
 * GRE without a sequence number tells it from type II.
 */
public final class Erspan implements Dissector {
  static final int TYPE_2 = 0x88BE;
  static final int TYPE_3 = 0x22EB;
  private static final Protocol P = Protocol.ERSPAN;
  private static final int HEADER_2 = 8;
  private static final int HEADER_3 = 12;
  private static final int SUBHEADER = 8;
  private static final int BOTH = 0;
  private static final int VERSION_2 = 1;
  private static final int VERSION_3 = 2;
  private static final int HAS_SUBHEADER = 1;
  private static final int FRAME_TYPE = 0x7C00;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        bits("erspan.version", "Version", 0, 2, 0xF000).named(Erspan::version),
        bits("erspan.vlan", "Vlan", 0, 2, 0x0FFF),
        bits("erspan.cos", "COS", 2, 2, 0xE000),
        of(VERSION_2, "erspan.encap", "Encap", 2, 2, 0x1800),
        of(VERSION_3, "erspan.bso", "Bad/Short/Oversized", 2, 2, 0x1800),
        bits("erspan.truncated", "Truncated", 2, 2, 0x0400),
        bits("erspan.spanid", "SpanID", 2, 2, 0x03FF),
        of(VERSION_2, "erspan.index", "Index", 4, 4, 0xFFFFF),
        of(VERSION_3, "erspan.timestamp", "Timestamp", 4, 4, 0xFFFFFFFFL),
        of(VERSION_3, "erspan.sgt", "Security Group Tag", 8, 2, 0xFFFF),
        of(VERSION_3, "erspan.p", "Has Ethernet PDU", 10, 2, 0x8000),
        of(VERSION_3, "erspan.ft", "Frame Type", 10, 2, FRAME_TYPE),
        of(VERSION_3, "erspan.hw", "Hardware ID", 10, 2, 0x03F0),
        of(VERSION_3, "erspan.gra", "Timestamp granularity", 10, 2, 0x0006),
        of(VERSION_3, "erspan.o", "Optional Sub headers", 10, 2, HAS_SUBHEADER));
  }

  /** A field of both versions. */
  private static Field bits(String name, String label, int at, int size, long mask) {
    return of(BOTH, name, label, at, size, mask);
  }

  /** A field of one version. */
  private static Field of(int version, String name, String label, int at, int size, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    return Field.number(
            P,
            name,
            label,
            FieldType.UINT,
            Display.DECIMAL,
            at,
            size,
            (p, layer) -> {
              int from = p.offset(layer);
              int header = version == VERSION_3 ? HEADER_3 : HEADER_2;
              boolean there =
                  p.end(layer) - from >= header
                      && !isType1(p, layer)
                      && (version == BOTH || p.bytes(layer).u8(from) >> 4 == version);
              return there
                  ? (p.bytes(layer).unsigned(from + at, size) & mask) >>> shift
                  : Field.ABSENT;
            })
        .masked(mask == (1L << (8 * size)) - 1 ? -1L : mask);
  }

  private static boolean isType1(Packet p, int layer) {
    if (layer == 0 || p.protocol(layer - 1) != Protocol.GRE) {
      return false;
    }
    int gre = p.bytes(layer - 1).i32(p.offset(layer - 1));
    return (gre & 0xFFFF) == TYPE_2 && (gre >>> 16 & Gre.SEQUENCE) == 0;
  }

  private static @Nullable String version(long version) {
    return switch ((int) version) {
      case VERSION_2 -> "Type II";
      case VERSION_3 -> "Type III";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(TYPE_2, this);
    table.ethertype(TYPE_3, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (isType1(packet, packet.layers() - 1)) {
      packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
      return 0;
    }
    if (!packet.has(offset, HEADER_2)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int version = bytes.u8(offset) >> 4;
    if (version == VERSION_2) {
      packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
      return HEADER_2;
    }
    if (version != VERSION_3) {
      packet.markMalformed();
      return HEADER_2;
    }
    if (!packet.has(offset, HEADER_3)) {
      return TRUNCATED;
    }
    int last = bytes.u16(offset + 10);
    int header = HEADER_3 + ((last & HAS_SUBHEADER) != 0 ? SUBHEADER : 0);
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    if ((last & FRAME_TYPE) == 0) {
      packet.next(NextHeader.PROTOCOL, Protocol.ETHERNET.ordinal());
    } else if (packet.has(offset + header, 1)) {
      packet.next(NextHeader.PROTOCOL, Protocol.RAW.ordinal());
    }
    return header;
  }
}
