package org.earpiece.dissect.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/** TCP (RFC 9293): the header of a segment. */
public final class Tcp implements Dissector {
  /** Bytes of the header without options. */
  public static final int FIXED = 20;

  private static final Protocol P = Protocol.TCP;
  private static final int NUMBER = 6;
  private static final int IPV6_HEADER = 40;
  private static final int FLAGS = 12;
  private static final String[] FLAG_NAMES = {
    "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"
  };
  private static final String FLAG_LETTERS = "FSRPAUECN";

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
        Field.uint(P, "tcp.srcport", "Source Port", Display.DECIMAL, 0, 2),
        Field.uint(P, "tcp.dstport", "Destination Port", Display.DECIMAL, 2, 2),
        Ports.either(P, "tcp.port"),
        Field.number(
                P, "tcp.len", "TCP Segment Len", FieldType.UINT, Display.DECIMAL, 0, 0, Tcp::length)
            .asGenerated(),
        TcpConversationFields.stream(),
        TcpConversationFields.sequence(),
        Field.uint(P, "tcp.seq_raw", "Sequence Number (raw)", Display.DECIMAL, 4, 4),
        TcpConversationFields.next(),
        TcpConversationFields.acknowledgment(),
        Field.uint(P, "tcp.ack_raw", "Acknowledgment number (raw)", Display.DECIMAL, 8, 4),
        Field.number(
                P,
                "tcp.hdr_len",
                "Header Length",
                FieldType.UINT,
                Display.DECIMAL,
                FLAGS,
                1,
                Tcp::header)
            .bits(8)
            .masked(0xF0),
        Field.bits(P, "tcp.flags", "Flags", FieldType.UINT, Display.HEX, FLAGS, 2, 0x0FFF)
            .named(Tcp::flagNames),
        flag("tcp.flags.res", "Reserved", 0xE00),
        flag("tcp.flags.ae", "Accurate ECN", 0x100),
        flag("tcp.flags.cwr", "Congestion Window Reduced", 0x80),
        flag("tcp.flags.ece", "ECN-Echo", 0x40),
        flag("tcp.flags.urg", "Urgent", 0x20),
        flag("tcp.flags.ack", "Acknowledgment", 0x10),
        flag("tcp.flags.push", "Push", 0x08),
        flag("tcp.flags.reset", "Reset", 0x04),
        flag("tcp.flags.syn", "Syn", 0x02),
        flag("tcp.flags.fin", "Fin", 0x01),
        Field.of(P, "tcp.flags.str", "TCP Flags", FieldType.STRING, Tcp::flagLetters).asGenerated(),
        Field.uint(P, "tcp.window_size_value", "Window", Display.DECIMAL, 14, 2),
        Field.uint(P, "tcp.checksum", "Checksum", Display.HEX, 16, 2),
        ChecksumStatus.field(
            P,
            "tcp.checksum.status",
            "Checksum Status",
            (p, layer) -> whole(p, layer) ? ChecksumStatus.UNVERIFIED : Field.ABSENT),
        Field.uint(P, "tcp.urgent_pointer", "Urgent Pointer", Display.DECIMAL, 18, 2));
    Collections.addAll(fields, TcpOptions.fields());
    fields.addAll(TcpConversationFields.rest());
    fields.addAll(TcpSegmentFields.all());
    fields.add(Field.of(P, "tcp.payload", "TCP payload", FieldType.BYTES, Tcp::payload));
    return fields;
  }

  private static Field flag(String name, String label, long mask) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, FLAGS, 2, mask);
  }

  static boolean whole(Packet p, int layer) {
    return p.end(layer) - p.offset(layer) >= FIXED;
  }

  private static long header(Packet p, int layer) {
    return whole(p, layer) ? 4L * (p.bytes(layer).u8(p.offset(layer) + FLAGS) >> 4) : Field.ABSENT;
  }

  /** Where the header with its options ends, or the bytes that are there do. */
  static int headerEnd(Packet p, int layer) {
    long end = p.offset(layer) + Math.max(FIXED, header(p, layer));
    return (int) Math.min(end, p.end(layer));
  }

  /**
   * Bytes of payload as the IP header tells, captured or not; absent where the header is not whole
   * and where an ICMP error quotes it.
   */
  public static long length(Packet p, int layer) {
    if (!whole(p, layer) || p.quoted()) {
      return Field.ABSENT;
    }
    int end = p.end(layer);
    for (int below = layer - 1; below >= 0 && p.source(below) == p.source(layer); below--) {
      if (p.protocol(below) == Protocol.IPV4) {
        int total = p.bytes(below).u16(p.offset(below) + 2);
        end = total == 0 ? end : Math.max(end, p.offset(below) + total);
        break;
      }
      if (p.protocol(below) == Protocol.IPV6) {
        int payload = p.bytes(below).u16(p.offset(below) + 4);
        end = payload == 0 ? end : Math.max(end, p.offset(below) + IPV6_HEADER + payload);
        break;
      }
    }
    return Math.max(0, end - p.offset(layer) - Math.max(FIXED, header(p, layer)));
  }

  static int flags(Packet p, int layer) {
    return p.bytes(layer).u16(p.offset(layer) + FLAGS) & 0x0FFF;
  }

  private static String flagNames(long flags) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < FLAG_NAMES.length; i++) {
      if ((flags >> i & 1) != 0) {
        names.append(names.isEmpty() ? "" : ", ").append(FLAG_NAMES[i]);
      }
    }
    return names.isEmpty() ? "<None>" : names.toString();
  }

  private static void flagLetters(Packet p, int layer, FieldValues out) {
    if (!whole(p, layer)) {
      return;
    }
    StringBuilder text = new StringBuilder("···");
    for (int i = FLAG_LETTERS.length() - 1; i >= 0; i--) {
      text.append((flags(p, layer) >> i & 1) != 0 ? FLAG_LETTERS.charAt(i) : '·');
    }
    out.addText(text.toString(), p.offset(layer) + FLAGS, 2);
  }

  private static void payload(Packet p, int layer, FieldValues out) {
    int from = headerEnd(p, layer);
    if (whole(p, layer) && from < p.end(layer)) {
      out.addRange(from, p.end(layer) - from);
    }
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(NUMBER, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, 4)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    packet.ports(Transport.TCP, bytes.u16(offset), bytes.u16(offset + 2));
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    int header = 4 * (bytes.u8(offset + FLAGS) >> 4);
    if (header < FIXED) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, header)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.TCP_PAYLOAD, 0);
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (!whole(packet, layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    Ports.info(bytes, at, out);
    int flags = flags(packet, layer);
    TcpConversationFields.words(packet, layer, out);
    out.append(" [").append(flagNames(flags)).append("] Seq=");
    out.append(TcpConversationFields.sequence(packet, layer));
    if ((flags & 0x10) != 0) {
      out.append(" Ack=").append(TcpConversationFields.acknowledgment(packet, layer));
    }
    out.append(" Win=").append(TcpConversationFields.window(packet, layer));
    out.append(" Len=").append(length(packet, layer));
    TcpOptions.info(packet, layer, out);
  }

  @Override
  public String title(Packet packet, int layer) {
    String ports = P.title() + Ports.title(packet, layer);
    return whole(packet, layer)
        ? ports
            + ", Seq: "
            + TcpConversationFields.sequence(packet, layer)
            + ", Len: "
            + length(packet, layer)
        : ports;
  }
}
