package org.earpiece.dissect.tunnel;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** GTP version 1 of the user plane (3GPP TS 29.281) with its extension headers. */
public final class GtpUser implements Dissector {
  /** Extension headers of one packet; more are malformed. */
  static final int MAX_EXTENSIONS = 16;

  private static final Protocol P = Protocol.GTP;
  private static final int PORT = 2152;
  private static final int FIXED = 8;

  /** Sequence number, N-PDU number and next extension: all there if any of their flags is set. */
  private static final int OPTIONAL = 4;

  private static final int VERSION_AND_TYPE = 0xF0;
  private static final int VERSION_1_GTP = 0x30;
  private static final int HAS_EXTENSION = 0x04;
  private static final int HAS_SEQUENCE = 0x02;
  private static final int HAS_NPDU = 0x01;
  private static final int ANY_OPTIONAL = HAS_EXTENSION | HAS_SEQUENCE | HAS_NPDU;
  private static final int T_PDU = 0xFF;
  private static final int PDU_SESSION_CONTAINER = 0x85;
  private static final int NO_MORE = 0;
  private static final int NOT_FOUND = -1;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "gtp.flags", "Flags", Display.HEX, 0, 1),
        bits("version", "Version", FieldType.UINT, 0xE0),
        bits("payload", "Protocol type", FieldType.UINT, 0x10).named(v -> v == 1 ? "GTP" : "GTP'"),
        bits("e", "Is Next Extension Header present?", FieldType.BOOLEAN, HAS_EXTENSION),
        bits("s", "Is Sequence Number present?", FieldType.BOOLEAN, HAS_SEQUENCE),
        bits("pn", "Is N-PDU number present?", FieldType.BOOLEAN, HAS_NPDU),
        Field.uint(P, "gtp.message", "Message Type", Display.HEX, 1, 1).named(GtpUser::message),
        Field.uint(P, "gtp.length", "Length", Display.DECIMAL, 2, 2),
        Field.uint(P, "gtp.teid", "TEID", Display.HEX, 4, 4),
        optional("gtp.seq_number", "Sequence number", HAS_SEQUENCE, 8, 2),
        optional("gtp.npdu_number", "N-PDU Number", HAS_NPDU, 10, 1),
        Field.of(
                P,
                "gtp.ext_hdr.next",
                "Next extension header type",
                FieldType.UINT,
                GtpUser::nextTypes)
            .shown(Display.HEX)
            .bits(8)
            .named(GtpUser::extension),
        container("gtp.ext_hdr.pdu_ses_con.pdu_type", "PDU Type", 1, 0xF0)
            .named(v -> v == 0 ? "DL PDU SESSION INFORMATION" : "UL PDU SESSION INFORMATION"),
        container("gtp.ext_hdr.pdu_ses_con.qos_flow_id", "QoS Flow Identifier (QFI)", 2, 0x3F));
  }

  private static Field bits(String name, String label, FieldType type, long mask) {
    return Field.bits(P, "gtp.flags." + name, label, type, Display.DECIMAL, 0, 1, mask);
  }

  private static Field optional(String name, String label, int flag, int at, int size) {
    return Field.number(
            P,
            name,
            label,
            FieldType.UINT,
            Display.HEX,
            at,
            size,
            (p, layer) -> {
              int from = p.offset(layer);
              boolean there =
                  p.end(layer) - from >= FIXED + OPTIONAL && (p.bytes(layer).u8(from) & flag) != 0;
              return there ? p.bytes(layer).unsigned(from + at, size) : Field.ABSENT;
            })
        .bits(8 * size);
  }

  /** Some bits of the container of a PDU session (3GPP TS 38.415). */
  private static Field container(String name, String label, int at, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int header = find(p, layer, PDU_SESSION_CONTAINER);
              if (header != NOT_FOUND) {
                out.addNumber((p.bytes(layer).u8(header + at) & mask) >>> shift, header + at, 1);
              }
            })
        .bits(8)
        .masked(mask);
  }

  /** The type of the first extension header, and the one that each of them ends with. */
  private static void nextTypes(Packet p, int layer, FieldValues out) {
    ByteView bytes = p.bytes(layer);
    int from = p.offset(layer);
    int end = p.end(layer);
    if (end - from < FIXED + OPTIONAL || (bytes.u8(from) & ANY_OPTIONAL) == 0) {
      return;
    }
    int at = from + FIXED + OPTIONAL - 1;
    boolean extended = (bytes.u8(from) & HAS_EXTENSION) != 0;
    for (int n = 0; n <= MAX_EXTENSIONS && extended && at < end; n++) {
      out.addNumber(bytes.u8(at), at, 1);
      int size = at + 1 < end ? 4 * bytes.u8(at + 1) : 0;
      if (bytes.u8(at) == NO_MORE || size == 0) {
        return;
      }
      at += size;
    }
  }

  /** Where the first extension header of a type begins, or {@link #NOT_FOUND}; it is whole. */
  private static int find(Packet p, int layer, int wanted) {
    ByteView bytes = p.bytes(layer);
    int at = p.offset(layer);
    int end = p.end(layer);
    if (end - at < FIXED + OPTIONAL || (bytes.u8(at) & HAS_EXTENSION) == 0) {
      return NOT_FOUND;
    }
    int type = bytes.u8(at + FIXED + OPTIONAL - 1);
    at += FIXED + OPTIONAL;
    for (int n = 0; n < MAX_EXTENSIONS && type != NO_MORE && at < end; n++) {
      int size = 4 * bytes.u8(at);
      if (size == 0 || size > end - at) {
        return NOT_FOUND;
      }
      if (type == wanted) {
        return at;
      }
      type = bytes.u8(at + size - 1);
      at += size;
    }
    return NOT_FOUND;
  }

  private static @Nullable String message(long type) {
    return switch ((int) type) {
      case 1 -> "Echo request";
      case 2 -> "Echo response";
      case 26 -> "Error indication";
      case 31 -> "Supported extension header notification";
      case 253 -> "Tunnel Status";
      case 254 -> "End Marker";
      case T_PDU -> "T-PDU";
      default -> null;
    };
  }

  private static @Nullable String extension(long type) {
    return switch ((int) type) {
      case NO_MORE -> "No more extension headers";
      case 0x20 -> "Service Class Indicator";
      case 0x40 -> "UDP Port number";
      case 0x81 -> "RAN Container";
      case 0x82 -> "Long PDCP PDU number";
      case 0x84 -> "NR RAN Container";
      case PDU_SESSION_CONTAINER -> "PDU Session container";
      case 0xC0 -> "PDCP PDU number";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int flags = bytes.u8(offset);
    if ((flags & VERSION_AND_TYPE) != VERSION_1_GTP) {
      return NOT_MINE;
    }
    packet.limit(offset + FIXED + bytes.u16(offset + 2));
    int header = header(packet, offset, flags);
    if (header > 0 && bytes.u8(offset + 1) == T_PDU && packet.has(offset + header, 1)) {
      int ethertype = EtherTypes.ofIpVersion(bytes.u8(offset + header));
      if (ethertype != 0) {
        packet.next(NextHeader.ETHERTYPE, ethertype);
      } else {
        packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
      }
    }
    return header;
  }

  /** Bytes of the header with its extensions, or TRUNCATED. */
  private static int header(Packet packet, int offset, int flags) {
    if ((flags & ANY_OPTIONAL) == 0) {
      return FIXED;
    }
    int header = FIXED + OPTIONAL;
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int type = (flags & HAS_EXTENSION) != 0 ? bytes.u8(offset + header - 1) : NO_MORE;
    for (int n = 0; type != NO_MORE; n++) {
      int size = packet.has(offset + header, 1) ? 4 * bytes.u8(offset + header) : 0;
      if (n == MAX_EXTENSIONS || (size == 0 && packet.has(offset + header, 1))) {
        packet.markMalformed();
        return TRUNCATED;
      }
      if (size == 0 || !packet.has(offset + header, size)) {
        return TRUNCATED;
      }
      header += size;
      type = bytes.u8(offset + header - 1);
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at + FIXED <= packet.end(layer)) {
      int type = packet.bytes(layer).u8(at + 1);
      String name = message(type);
      out.append(name == null ? "Message " + FieldText.hex(type, 1) : name);
    }
  }
}
