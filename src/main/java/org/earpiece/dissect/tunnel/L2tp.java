package org.earpiece.dissect.tunnel;

import java.util.ArrayList;
import java.util.Collections;
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
 * The layer two tunneling protocol over UDP: version 2 (RFC 2661) with PPP inside; of version 3
 * (RFC 3931) the header, for what is inside was agreed upon elsewhere.
 */
public final class L2tp implements Dissector {
  private static final Protocol P = Protocol.L2TP;
  private static final int PORT = 1701;
  private static final int FLAGS = 2;
  private static final int CONTROL = 0x8000;
  private static final int LENGTH = 0x4000;
  private static final int SEQUENCE = 0x0800;
  private static final int OFFSET = 0x0200;
  private static final int VERSION = 0x000F;
  private static final int IDS = 4;
  private static final int AVP_HEADER = 6;
  private static final int MESSAGE_TYPE = 0;
  private static final int V3_HEADER = 8;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        Field.protocol(P),
        Field.uint(P, "l2tp.flags", "Flags", Display.HEX, 0, FLAGS),
        bits("l2tp.type", "Type", FieldType.UINT, CONTROL)
            .named(v -> v == 0 ? "Data Message" : "Control Message"),
        bits("l2tp.length_bit", "Length Bit", FieldType.BOOLEAN, LENGTH),
        bits("l2tp.seq_bit", "Sequence Bit", FieldType.BOOLEAN, SEQUENCE),
        bits("l2tp.offset_bit", "Offset bit", FieldType.BOOLEAN, OFFSET),
        bits("l2tp.priority", "Priority", FieldType.BOOLEAN, 0x0100),
        bits("l2tp.version", "Version", FieldType.UINT, VERSION),
        part("l2tp.length", "Length", LENGTH, 0),
        part("l2tp.tunnel", "Tunnel ID", 0, 0),
        part("l2tp.session", "Session ID", 0, 2),
        part("l2tp.Ns", "Ns", SEQUENCE, 0),
        part("l2tp.Nr", "Nr", SEQUENCE, 2),
        part("l2tp.offset", "Offset", OFFSET, 0),
        Field.of(
                P,
                "l2tp.avp.message_type",
                "Message Type",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = messageType(p, layer);
                  if (at > 0) {
                    out.addNumber(p.bytes(layer).u16(at), at, 2);
                  }
                })
            .bits(16)
            .named(L2tp::message));
    return fields;
  }

  private static Field bits(String name, String label, FieldType type, long mask) {
    return Field.bits(P, name, label, type, Display.DECIMAL, 0, FLAGS, mask);
  }

  /** A number of version 2 whose place depends on the flags; flag 0 is what is always there. */
  private static Field part(String name, String label, int flag, int at) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int from = p.offset(layer);
              if (p.end(layer) - from < FLAGS) {
                return;
              }
              int flags = p.bytes(layer).u16(from);
              int there = from + FLAGS + before(flags, flag) + at;
              boolean set = flag == 0 || (flags & flag) != 0;
              if (set && (flags & VERSION) == 2 && there + 2 <= p.end(layer)) {
                out.addNumber(p.bytes(layer).u16(there), there, 2);
              }
            })
        .bits(16);
  }

  /** Bytes of the parts before the one of a flag. */
  private static int before(int flags, int flag) {
    int length = (flags & LENGTH) != 0 ? 2 : 0;
    int sequence = (flags & SEQUENCE) != 0 ? 4 : 0;
    return switch (flag) {
      case LENGTH -> 0;
      case SEQUENCE -> length + IDS;
      case OFFSET -> length + IDS + sequence;
      default -> length;
    };
  }

  /** Bytes of the header without the padding that the offset tells. */
  private static int header(int flags) {
    return FLAGS + before(flags, OFFSET) + ((flags & OFFSET) != 0 ? 2 : 0);
  }

  /** Where the type of a control message is, or 0: its first attribute is the type. */
  private static int messageType(Packet p, int layer) {
    ByteView bytes = p.bytes(layer);
    int from = p.offset(layer);
    if (p.end(layer) - from < FLAGS) {
      return 0;
    }
    int flags = bytes.u16(from);
    int avp = from + header(flags);
    boolean control = (flags & CONTROL) != 0 && (flags & VERSION) == 2;
    if (!control || p.end(layer) - avp < AVP_HEADER + 2) {
      return 0;
    }
    boolean type = bytes.u16(avp + 2) == 0 && bytes.u16(avp + 4) == MESSAGE_TYPE;
    return type ? avp + AVP_HEADER : 0;
  }

  private static @Nullable String message(long type) {
    return switch ((int) type) {
      case 1 -> "Start_Control_Request";
      case 2 -> "Start_Control_Reply";
      case 3 -> "Start_Control_Connected";
      case 4 -> "Stop_Control_Notification";
      case 6 -> "Hello";
      case 7 -> "Outgoing_Call_Request";
      case 8 -> "Outgoing_Call_Reply";
      case 9 -> "Outgoing_Call_Connected";
      case 10 -> "Incoming_Call_Request";
      case 11 -> "Incoming_Call_Reply";
      case 12 -> "Incoming_Call_Connected";
      case 14 -> "Call_Disconnect_Notification";
      case 15 -> "WAN_Error_Notify";
      case 16 -> "Set_Link_Info";
      default -> null;
    };
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FLAGS)) {
      return TRUNCATED;
    }
    int flags = packet.bytes().u16(offset);
    int version = flags & VERSION;
    if (version == 2) {
      return version2(packet, offset, flags);
    }
    if (version != 3) {
      return NOT_MINE;
    }
    if (!packet.has(offset, V3_HEADER)) {
      return TRUNCATED;
    }
    if ((flags & CONTROL) == 0 && packet.has(offset + V3_HEADER, 1)) {
      packet.next(NextHeader.PROTOCOL, Protocol.DATA.ordinal());
    }
    return V3_HEADER;
  }

  private static int version2(Packet packet, int offset, int flags) {
    int header = header(flags);
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    if ((flags & OFFSET) != 0) {
      header += packet.bytes().u16(offset + header - 2);
    }
    if ((flags & LENGTH) != 0) {
      int length = packet.bytes().u16(offset + FLAGS);
      if (length < header) {
        packet.markMalformed();
        return TRUNCATED;
      }
      packet.limit(offset + length);
    }
    if ((flags & CONTROL) == 0 && packet.has(offset + header, 1)) {
      packet.next(NextHeader.PROTOCOL, Protocol.PPP.ordinal());
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < FLAGS) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int flags = bytes.u16(at);
    out.append((flags & CONTROL) != 0 ? "Control Message" : "Data Message");
    int type = messageType(packet, layer);
    String name = type == 0 ? null : message(bytes.u16(type));
    out.append(name == null ? "" : " - " + name);
    int ids = at + FLAGS + before(flags, 0);
    if ((flags & VERSION) == 2 && ids + IDS <= packet.end(layer)) {
      out.append(" (tunnel id=").append(bytes.u16(ids));
      out.append(", session id=").append(bytes.u16(ids + 2)).append(')');
    }
  }
}
