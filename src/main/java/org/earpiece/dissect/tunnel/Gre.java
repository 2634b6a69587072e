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
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Generic routing encapsulation (RFC 2784, RFC 2890, routing of RFC 1701), NVGRE (RFC 7637) and the
 * version of PPTP (RFC 2637).
 */
public final class Gre implements Dissector {
  /** Source route entries of one header; more are malformed. */
  static final int MAX_ROUTES = 32;

  private static final Protocol P = Protocol.GRE;
  private static final int NUMBER = 47;
  private static final int FIXED = 4;
  private static final int TYPE = 2;
  private static final int CHECKSUM = 0x8000;
  private static final int ROUTING = 0x4000;
  private static final int KEY = 0x2000;
  static final int SEQUENCE = 0x1000;
  private static final int ACKNOWLEDGMENT = 0x0080;
  private static final int VERSION = 0x0007;
  private static final int PPTP = 1;
  private static final int ROUTE_HEADER = 4;
  private static final int NOT_FOUND = -1;

  private static final int WCCP = 0x883E;
  private static final int WCCP_REDIRECT_HEADER = 4;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "gre.flags_and_version", "Flags and Version", Display.HEX, 0, 2),
        flag("checksum", "Checksum Bit", CHECKSUM),
        flag("routing", "Routing Bit", ROUTING),
        flag("key", "Key Bit", KEY),
        flag("sequence_number", "Sequence Number Bit", SEQUENCE),
        flag("strict_source_route", "Strict Source Route Bit", 0x0800),
        flag("ack", "Acknowledgment", ACKNOWLEDGMENT),
        Field.bits(
            P, "gre.flags.version", "Version", FieldType.UINT, Display.DECIMAL, 0, 2, VERSION),
        Field.uint(P, "gre.proto", "Protocol Type", Display.HEX, TYPE, 2).named(Gre::name),
        part("gre.checksum", "Checksum", Display.HEX, CHECKSUM, 0, 2),
        part("gre.key", "Key", Display.HEX, KEY, 0, 4),
        part("gre.key.payload_length", "Payload Length", Display.DECIMAL, KEY, 0, 2),
        part("gre.key.call_id", "Call ID", Display.DECIMAL, KEY, 2, 2),
        part("gre.sequence_number", "Sequence Number", Display.DECIMAL, SEQUENCE, 0, 4),
        part("gre.ack_number", "Acknowledgment Number", Display.DECIMAL, ACKNOWLEDGMENT, 0, 4));
  }

  private static Field flag(String name, String label, long mask) {
    return Field.bits(
        P, "gre.flags." + name, label, FieldType.BOOLEAN, Display.DECIMAL, 0, 2, mask);
  }

  /** A number of a part that is there when its flag is set; PPTP divides the key in two. */
  private static Field part(
      String name, String label, Display display, int flag, int at, int size) {
    boolean ofPptp = name.startsWith("gre.key.");
    boolean ofOthers = name.equals("gre.key");
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              ByteView bytes = p.bytes(layer);
              int part = find(bytes, p.offset(layer), p.end(layer), flag);
              if (part == NOT_FOUND || part + at + size > p.end(layer)) {
                return;
              }
              boolean pptp = (bytes.u16(p.offset(layer)) & VERSION) == PPTP;
              if (pptp ? !ofOthers : !ofPptp) {
                out.addNumber(bytes.unsigned(part + at, size), part + at, size);
              }
            })
        .shown(display)
        .bits(8 * size);
  }

  /** Where the optional part of a flag begins, or {@link #NOT_FOUND}. */
  private static int find(ByteView bytes, int from, int end, int wanted) {
    if (end - from < FIXED) {
      return NOT_FOUND;
    }
    int flags = bytes.u16(from);
    if ((flags & wanted) == 0) {
      return NOT_FOUND;
    }
    int at = from + FIXED;
    for (int flag = CHECKSUM; flag != wanted; flag = following(flag)) {
      boolean there = flag == CHECKSUM ? (flags & (CHECKSUM | ROUTING)) != 0 : (flags & flag) != 0;
      at += there && flag != ROUTING ? 4 : 0;
    }
    return at;
  }

  private static int following(int flag) {
    return flag == SEQUENCE ? ACKNOWLEDGMENT : flag >>> 1;
  }

  /** Bytes of the header with its optional parts, or {@link #NOT_FOUND}: it does not end. */
  private static int length(ByteView bytes, int from, int limit) {
    int flags = bytes.u16(from);
    int size = FIXED;
    size += (flags & (CHECKSUM | ROUTING)) != 0 ? 4 : 0;
    size += (flags & KEY) != 0 ? 4 : 0;
    size += (flags & SEQUENCE) != 0 ? 4 : 0;
    size += (flags & ACKNOWLEDGMENT) != 0 ? 4 : 0;
    return (flags & ROUTING) != 0 ? routesEnd(bytes, from + size, limit) - from : size;
  }

  /** Where the list of source routes ends: behind an entry of length 0. */
  private static int routesEnd(ByteView bytes, int from, int limit) {
    int at = from;
    for (int n = 0; n < MAX_ROUTES && limit - at >= ROUTE_HEADER; n++) {
      int length = bytes.u8(at + 3);
      at += ROUTE_HEADER + length;
      if (length == 0) {
        return at;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static @Nullable String name(long type) {
    return switch ((int) type) {
      case Erspan.TYPE_2 -> "ERSPAN";
      case Erspan.TYPE_3 -> "ERSPAN III";
      case WCCP -> "WCCP";
      case EtherTypes.IPV4 -> "IP";
      default -> EtherTypes.name(type);
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(NUMBER, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int flags = bytes.u16(offset);
    int header = length(bytes, offset, packet.limit());
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    if ((flags & VERSION) == PPTP && (flags & KEY) != 0) {
      packet.limitInside(offset + header + bytes.u16(offset + FIXED));
    }
    int type = bytes.u16(offset + TYPE);
    if (type == WCCP) {
      packet.next(NextHeader.ETHERTYPE, EtherTypes.IPV4);
      boolean redirect =
          packet.has(offset + header, WCCP_REDIRECT_HEADER)
              && EtherTypes.ofIpVersion(bytes.u8(offset + header)) == 0;
      return redirect ? header + WCCP_REDIRECT_HEADER : header;
    } else if (packet.has(offset + header, 1)) {
      packet.next(NextHeader.ETHERTYPE, type);
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    long type = type(packet, layer);
    if (type != Field.ABSENT) {
      String name = name(type);
      out.append("Encapsulated ").append(name == null ? FieldText.hex(type, 2) : name);
    }
  }

  private static long type(Packet packet, int layer) {
    int at = packet.offset(layer);
    return at + FIXED <= packet.end(layer) ? packet.bytes(layer).u16(at + TYPE) : Field.ABSENT;
  }

  @Override
  public String title(Packet packet, int layer) {
    long type = type(packet, layer);
    String name = type == Field.ABSENT ? null : name(type);
    return name == null ? P.title() : P.title() + " (" + name + ")";
  }
}
