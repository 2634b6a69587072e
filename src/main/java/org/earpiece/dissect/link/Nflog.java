package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What the Linux netfilter logs (LINKTYPE_NFLOG): a header and then values, each with its length
 * and type in the byte order of the machine that captured; one of them is the packet.
 */
public final class Nflog implements Dissector {
  /** Values of one frame that are looked at. */
  static final int MAX_VALUES = 64;

  private static final Protocol P = Protocol.NFLOG;
  private static final int HEADER = 4;
  private static final int VALUE_HEADER = 4;
  private static final int TYPE_BITS = 0x7FFF;
  private static final int NOT_FOUND = -1;

  private static final int PACKET_HEADER = 1;
  private static final int IN_DEVICE = 4;
  private static final int OUT_DEVICE = 5;
  private static final int PAYLOAD = 9;
  private static final int PREFIX = 10;
  private static final int UID = 11;
  private static final int GID = 14;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "nflog.family", "Family", Display.DECIMAL, 0, 1).named(Nflog::family),
        Field.uint(P, "nflog.version", "Version", Display.DECIMAL, 1, 1),
        Field.uint(P, "nflog.res_id", "Resource id", Display.DECIMAL, 2, 2),
        value("nflog.protocol", "HW protocol", FieldType.UINT, PACKET_HEADER, 0, 2)
            .shown(Display.HEX)
            .bits(16)
            .named(EtherTypes::name),
        value("nflog.hook", "Netfilter hook", FieldType.UINT, PACKET_HEADER, 2, 1)
            .bits(8)
            .named(Nflog::hook),
        value("nflog.ifindex_indev", "IFINDEX_INDEV", FieldType.UINT, IN_DEVICE, 0, 4),
        value("nflog.ifindex_outdev", "IFINDEX_OUTDEV", FieldType.UINT, OUT_DEVICE, 0, 4),
        Field.of(P, "nflog.prefix", "Prefix", FieldType.STRING, Nflog::prefix),
        value("nflog.uid", "UID", FieldType.INT, UID, 0, 4),
        value("nflog.gid", "GID", FieldType.INT, GID, 0, 4));
  }

  /** A number within the value of one type, in network byte order. */
  private static Field value(
      String name, String label, FieldType fieldType, int type, int at, int size) {
    return Field.of(
        P,
        name,
        label,
        fieldType,
        (p, layer, out) -> {
          ByteView bytes = p.bytes(layer);
          int from = find(bytes, p.offset(layer), p.end(layer), type);
          if (from != NOT_FOUND && end(bytes, p.offset(layer), from) >= from + at + size) {
            long number = bytes.unsigned(from + at, size);
            out.addNumber(fieldType == FieldType.INT ? (int) number : number, from + at, size);
          }
        });
  }

  private static void prefix(Packet p, int layer, FieldValues out) {
    ByteView bytes = p.bytes(layer);
    int from = find(bytes, p.offset(layer), p.end(layer), PREFIX);
    if (from != NOT_FOUND) {
      int end = end(bytes, p.offset(layer), from);
      int zero = bytes.indexOf((byte) 0, from, end);
      out.addRange(from, (zero < 0 ? end : zero) - from);
    }
  }

  /** Where the first value of a type begins, or {@link #NOT_FOUND}; it is whole. */
  private static int find(ByteView bytes, int header, int limit, int type) {
    int at = header + HEADER;
    for (int n = 0; n < MAX_VALUES && limit - at >= VALUE_HEADER; n++) {
      int length = length(bytes, header, at);
      if (length < VALUE_HEADER || length > limit - at) {
        return NOT_FOUND;
      }
      if ((number(bytes, header, at + 2) & TYPE_BITS) == type) {
        return at + VALUE_HEADER;
      }
      at += (length + 3) & ~3;
    }
    return NOT_FOUND;
  }

  /** Where a value ends that {@link #find} found. */
  private static int end(ByteView bytes, int header, int value) {
    return value - VALUE_HEADER + length(bytes, header, value - VALUE_HEADER);
  }

  private static int length(ByteView bytes, int header, int at) {
    return number(bytes, header, at);
  }

  /** The first value is short: what is 256 or more in one byte order is written in the other. */
  private static int number(ByteView bytes, int header, int at) {
    boolean big = bytes.u8(header + HEADER) == 0;
    int value = bytes.u16(at);
    return big ? value : Integer.reverseBytes(value) >>> 16;
  }

  private static @Nullable String family(long family) {
    return switch ((int) family) {
      case 2 -> "IPv4";
      case 3 -> "ARP";
      case 7 -> "Bridge";
      case 10 -> "IPv6";
      default -> null;
    };
  }

  private static @Nullable String hook(long hook) {
    return switch ((int) hook) {
      case 0 -> "PREROUTING";
      case 1 -> "INPUT";
      case 2 -> "FORWARD";
      case 3 -> "OUTPUT";
      case 4 -> "POSTROUTING";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.NFLOG, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int payload = find(bytes, offset, packet.limit(), PAYLOAD);
    if (payload == NOT_FOUND) {
      return HEADER;
    }
    packet.limitInside(end(bytes, offset, payload));
    if (packet.has(payload, 1)) {
      int ethertype = EtherTypes.ofIpVersion(bytes.u8(payload));
      if (ethertype != 0) {
        packet.next(NextHeader.ETHERTYPE, ethertype);
      }
    }
    return payload - offset;
  }
}
