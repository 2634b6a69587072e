package org.earpiece.dissect.app;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The message that DNS (RFC 1035), multicast DNS (RFC 6762) and LLMNR (RFC 4795) share. */
final class DnsMessage {
  /** Questions and records of one message that are looked at. */
  static final int MAX_RECORDS = 500;

  /** Records whose data the Info column shows. */
  private static final int MAX_SHOWN = 10;

  static final int HEADER = 12;
  static final int LENGTH_PREFIX = 2;
  static final int RESPONSE = 0x8000;
  private static final int TRUNCATION = 0x0200;
  static final int TYPE_A = 1;
  static final int TYPE_NS = 2;
  static final int TYPE_CNAME = 5;
  static final int TYPE_SOA = 6;
  static final int TYPE_PTR = 12;
  static final int TYPE_MX = 15;
  static final int TYPE_TXT = 16;
  static final int TYPE_AAAA = 28;
  static final int TYPE_SRV = 33;
  static final int TYPE_NAPTR = 35;
  static final int TYPE_OPT = 41;

  private static final int QUESTION_REST = 4;
  private static final int RECORD_REST = 10;

  /** The shortest question: the root's name, type and class. */
  private static final int LEAST_QUESTION = 5;

  private static final int LEAST_RECORD = 11;

  private DnsMessage() {}

  /** Sees the questions and records of a message in their order. */
  interface Visitor {
    /** A question: its name begins at {@code name}, its type and class at {@code at}. */
    default void question(int name, int at) {}

    /** A record: type, class and time to live at {@code at}, {@code size} bytes at data. */
    default void record(int name, int at, int data, int size) {}
  }

  /** Where the message begins: over TCP its length stands before it. */
  static int start(Packet p, int layer) {
    int first = layer;
    while (first > 0 && p.protocol(first - 1) == p.protocol(layer)) {
      first--; // another message in the same segment
    }
    boolean tcp = first > 0 && p.protocol(first - 1) == Protocol.TCP;
    return p.offset(layer) + (tcp ? LENGTH_PREFIX : 0);
  }

  static boolean whole(Packet p, int layer) {
    return p.end(layer) - start(p, layer) >= HEADER;
  }

  static int dissect(Packet packet, int offset) {
    int layer = packet.layers() - 1;
    int message = start(packet, layer);
    if (message != offset) {
      return inStream(packet, offset);
    }
    if (!packet.has(message, HEADER)) {
      return packet.truncated() ? Dissector.TRUNCATED : Dissector.NOT_MINE;
    }
    if (!packet.truncated() && !mayFit(packet.bytes(), message, packet.limit())) {
      return Dissector.NOT_MINE;
    }
    return packet.limit() - offset;
  }

  /** A message over TCP; of one that is cut, what is there. */
  private static int inStream(Packet packet, int offset) {
    int length = streamLength(packet.bytes(), offset, packet.limit());
    if (length < 0) {
      return Dissector.NOT_MINE;
    }
    if (!packet.has(offset, length)) {
      packet.markTruncated();
    }
    packet.limit(offset + length);
    return packet.limit() - offset;
  }

  /** Bytes of a message over TCP, its length before it. */
  static int streamLength(ByteView bytes, int from, int to) {
    int message = from + LENGTH_PREFIX;
    if (to - message < HEADER) {
      boolean possible = to < message || bytes.u16(from) >= HEADER;
      return possible ? Dissector.TRUNCATED : Dissector.NOT_MINE;
    }
    int length = bytes.u16(from);
    boolean known = opcode(bytes.u16(message + 2) >> 11 & 0xF) != null;
    return known && length >= HEADER && mayFit(bytes, message, message + length)
        ? LENGTH_PREFIX + length
        : Dissector.NOT_MINE;
  }

  /** Whether there is room for as many questions and records as the header says. */
  private static boolean mayFit(ByteView bytes, int message, int end) {
    int records = bytes.u16(message + 6) + bytes.u16(message + 8) + bytes.u16(message + 10);
    int least = LEAST_QUESTION * bytes.u16(message + 4) + LEAST_RECORD * records;
    boolean cut = (bytes.u16(message + 2) & TRUNCATION) != 0;
    return cut || end - message - HEADER >= least;
  }

  /** Visits questions and records up to the first one that is not whole. */
  static void each(Packet p, int layer, Visitor visitor) {
    if (!whole(p, layer)) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int message = start(p, layer);
    int end = p.end(layer);
    int questions = bytes.u16(message + 4);
    int records = bytes.u16(message + 6) + bytes.u16(message + 8) + bytes.u16(message + 10);
    int at = message + HEADER;
    for (int n = 0; n < Math.min(questions + records, MAX_RECORDS); n++) {
      int rest = DnsNames.end(bytes, at, end);
      int fixed = n < questions ? QUESTION_REST : RECORD_REST;
      if (rest == DnsNames.BROKEN || end - rest < fixed) {
        return;
      }
      if (n < questions) {
        visitor.question(at, rest);
        at = rest + fixed;
        continue;
      }
      int size = bytes.u16(rest + 8);
      if (size > end - rest - fixed) {
        return;
      }
      visitor.record(at, rest, rest + fixed, size);
      at = rest + fixed + size;
    }
  }

  static @Nullable String type(long type) {
    return switch ((int) type) {
      case TYPE_A -> "A";
      case TYPE_NS -> "NS";
      case TYPE_CNAME -> "CNAME";
      case TYPE_SOA -> "SOA";
      case TYPE_PTR -> "PTR";
      case 13 -> "HINFO";
      case TYPE_MX -> "MX";
      case TYPE_TXT -> "TXT";
      case TYPE_AAAA -> "AAAA";
      case TYPE_SRV -> "SRV";
      case TYPE_NAPTR -> "NAPTR";
      case TYPE_OPT -> "OPT";
      case 43 -> "DS";
      case 46 -> "RRSIG";
      case 47 -> "NSEC";
      case 48 -> "DNSKEY";
      case 64 -> "SVCB";
      case 65 -> "HTTPS";
      case 255 -> "ANY";
      case 257 -> "CAA";
      default -> null;
    };
  }

  static @Nullable String opcode(long code) {
    return switch ((int) code) {
      case 0 -> "Standard query";
      case 1 -> "Inverse query";
      case 2 -> "Server status request";
      case 4 -> "Zone change notification";
      case 5 -> "Dynamic update";
      default -> null;
    };
  }

  static @Nullable String replyCode(long code) {
    return switch ((int) code) {
      case 0 -> "No error";
      case 1 -> "Format error";
      case 2 -> "Server failure";
      case 3 -> "No such name";
      case 4 -> "Not implemented";
      case 5 -> "Refused";
      case 9 -> "Not authoritative";
      default -> null;
    };
  }

  /** {@code Standard query response 0x1a2b A pbx.example A 192.0.2.1}. */
  static void info(Packet p, int layer, StringBuilder out) {
    if (!whole(p, layer)) {
      return;
    }
    ByteView bytes = p.bytes(layer);
    int message = start(p, layer);
    int flags = bytes.u16(message + 2);
    String opcode = opcode(flags >> 11 & 0xF);
    out.append(opcode == null ? "Opcode " + (flags >> 11 & 0xF) : opcode);
    out.append((flags & RESPONSE) != 0 ? " response " : " ");
    out.append(FieldText.hex(bytes.u16(message), 2));
    String reply = (flags & RESPONSE) != 0 && (flags & 0xF) != 0 ? replyCode(flags & 0xF) : null;
    out.append(reply == null ? "" : " " + reply);
    each(p, layer, new Shown(bytes, message, p.end(layer), out));
  }

  static String title(Packet p, int layer) {
    String title = p.protocol(layer).title();
    if (!whole(p, layer)) {
      return title;
    }
    return title + (isResponse(p, layer) ? " (response)" : " (query)");
  }

  /** Whether a message that is {@link #whole} answers. */
  static boolean isResponse(Packet p, int layer) {
    return (p.bytes(layer).u16(start(p, layer) + 2) & RESPONSE) != 0;
  }

  /** Adds questions and the data of answers to the Info column. */
  private static final class Shown implements Visitor {
    private final ByteView bytes;
    private final int message;
    private final int end;
    private final StringBuilder out;
    private int shown;

    Shown(ByteView bytes, int message, int end, StringBuilder out) {
      this.bytes = bytes;
      this.message = message;
      this.end = end;
      this.out = out;
    }

    @Override
    public void question(int name, int at) {
      if (shown++ < MAX_SHOWN) {
        type(at).append(' ').append(DnsNames.text(bytes, message, name, end));
      }
    }

    @Override
    public void record(int name, int at, int data, int size) {
      if (shown++ >= MAX_SHOWN) {
        return;
      }
      type(at);
      switch (bytes.u16(at)) {
        case TYPE_A -> {
          if (size == 4) {
            out.append(' ').append(IpAddress.text(0, IpAddress.v4(bytes.u32(data))));
          }
        }
        case TYPE_AAAA -> {
          if (size == 16) {
            out.append(' ').append(IpAddress.text(bytes.i64(data), bytes.i64(data + 8)));
          }
        }
        case TYPE_NS, TYPE_CNAME, TYPE_PTR, TYPE_SOA -> name(data, size);
        case TYPE_MX -> {
          if (size > 2) {
            out.append(' ').append(bytes.u16(data));
            name(data + 2, size - 2);
          }
        }
        case TYPE_SRV -> {
          if (size > 6) {
            out.append(' ').append(bytes.u16(data)).append(' ').append(bytes.u16(data + 2));
            out.append(' ').append(bytes.u16(data + 4));
            name(data + 6, size - 6);
          }
        }
        case TYPE_NAPTR -> {
          if (size > 4) {
            out.append(' ').append(bytes.u16(data)).append(' ').append(bytes.u16(data + 2));
          }
        }
        default -> {}
      }
    }

    private StringBuilder type(int at) {
      String type = DnsMessage.type(bytes.u16(at));
      return out.append(' ').append(type == null ? "Type " + bytes.u16(at) : type);
    }

    private void name(int at, int size) {
      out.append(' ').append(DnsNames.text(bytes, message, at, at + size));
    }
  }
}
