package org.earpiece.dissect.voip.rtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The fields of RTCP; each reads the one packet that its layer begins with. */
final class RtcpFields {
  private static final Protocol P = Protocol.RTCP;

  /** Seconds from 1900, where NTP begins, to 1970. */
  private static final long NTP_EPOCH = 2_208_988_800L;

  private static final int MAX_ITEMS = 256;

  /** The item that ends a chunk. */
  private static final int END = 0;

  /** The item of private extensions. */
  private static final int PRIVATE = 8;

  /** No item: the reason for leaving of a BYE. */
  private static final int REASON = -1;

  private RtcpFields() {}

  @FunctionalInterface
  interface Reader {
    void read(RtcpReader packet, ByteView view, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        Field.protocol(P),
        bits("rtcp.version", "Version", FieldType.UINT, 0xC0)
            .named(v -> v == 2 ? "RFC 1889 Version" : null),
        bits("rtcp.padding", "Padding", FieldType.BOOLEAN, 0x20),
        count("rtcp.rc", "Reception report count", RtcpReader.SR, RtcpReader.RR),
        count("rtcp.sc", "Source count", RtcpReader.SDES, RtcpReader.BYE),
        Field.uint(P, "rtcp.pt", "Packet type", Display.DECIMAL, 1, 1).named(Rtcp::type),
        Field.uint(P, "rtcp.length", "Length", Display.DECIMAL, 2, 2),
        of("rtcp.senderssrc", "Sender SSRC", FieldType.UINT, RtcpFields::sender)
            .shown(Display.HEX));
    senderInfo(fields);
    blocks(fields);
    descriptions(fields);
    fields.addAll(RtcpFeedbackFields.all());
    fields.addAll(RtcpXrFields.all());
    fields.addAll(RtcpTrailerFields.all());
    fields.addAll(RtcpDelayFields.all());
    fields.addAll(RtcpExpertFields.all());
    fields.addAll(Srtcp.all());
    Collections.addAll(fields, RelatedFields.setup(P));
    return fields;
  }

  private static Field bits(String name, String label, FieldType type, long mask) {
    return Field.bits(P, name, label, type, Display.DECIMAL, 0, 1, mask);
  }

  static Field of(String name, String label, FieldType type, Reader reader) {
    return Field.of(P, name, label, type, (p, layer, out) -> read(p, layer, reader, out));
  }

  private static void read(Packet p, int layer, Reader reader, FieldValues out) {
    RtcpReader packet = new RtcpReader();
    if (Rtcp.packet(p, layer, packet)) {
      reader.read(packet, p.bytes(layer), out);
    }
  }

  private static Field count(String name, String label, int type, int otherType) {
    return of(
            name,
            label,
            FieldType.UINT,
            (r, v, out) -> {
              if (r.type() == type || r.type() == otherType) {
                out.addNumber(r.count(), r.offset(), 1);
              }
            })
        .bits(5)
        .masked(0x1F);
  }

  private static void sender(RtcpReader r, ByteView view, FieldValues out) {
    if (r.hasSsrc() && r.type() != RtcpReader.BYE && r.type() != RtcpReader.APP) {
      out.addNumber(view.u32(r.offset() + 4), r.offset() + 4, 4);
    }
  }

  private static void senderInfo(List<Field> fields) {
    fields.add(info("rtcp.timestamp.ntp.msw", "Timestamp, MSW", 8));
    fields.add(info("rtcp.timestamp.ntp.lsw", "Timestamp, LSW", 12));
    fields.add(
        of(
            "rtcp.timestamp.ntp",
            "MSW and LSW as NTP timestamp",
            FieldType.ABSOLUTE_TIME,
            (r, v, out) -> {
              if (r.hasSenderInfo()) {
                out.addNumber(nanos(r.ntp()), r.offset() + 8, 8);
              }
            }));
    fields.add(info("rtcp.timestamp.rtp", "RTP timestamp", 16));
    fields.add(info("rtcp.sender.packetcount", "Sender's packet count", 20));
    fields.add(info("rtcp.sender.octetcount", "Sender's octet count", 24));
  }

  private static Field info(String name, String label, int at) {
    return of(
        name,
        label,
        FieldType.UINT,
        (r, v, out) -> {
          if (r.hasSenderInfo()) {
            out.addNumber(v.u32(r.offset() + at), r.offset() + at, 4);
          }
        });
  }

  /** An NTP timestamp as ns since 1970; seconds below 2^31 count from 2036 (RFC 4330). */
  static long nanos(long ntp) {
    long seconds = ntp >>> 32;
    long era = seconds < 1L << 31 ? seconds + (1L << 32) : seconds;
    long fraction = ((ntp & 0xFFFF_FFFFL) * 1_000_000_000L) >>> 32;
    return (era - NTP_EPOCH) * 1_000_000_000L + fraction;
  }

  private static void blocks(List<Field> fields) {
    Collections.addAll(
        fields,
        of("rtcp.ssrc.identifier", "Identifier", FieldType.UINT, RtcpFields::identifiers)
            .shown(Display.HEX),
        block("rtcp.ssrc.fraction", "Fraction lost", FieldType.UINT, 4, 1),
        block("rtcp.ssrc.cum_nr", "Cumulative number of packets lost", FieldType.INT, 5, 3),
        block(
            "rtcp.ssrc.ext_high",
            "Extended highest sequence number received",
            FieldType.UINT,
            8,
            4),
        block("rtcp.ssrc.high_cycles", "Sequence number cycles count", FieldType.UINT, 8, 2),
        block("rtcp.ssrc.high_seq", "Highest sequence number received", FieldType.UINT, 10, 2),
        block("rtcp.ssrc.jitter", "Interarrival jitter", FieldType.UINT, 12, 4),
        block("rtcp.ssrc.lsr", "Last SR timestamp", FieldType.UINT, 16, 4),
        block("rtcp.ssrc.dlsr", "Delay since last SR timestamp", FieldType.UINT, 20, 4));
  }

  /** Whom a packet speaks of, and who sends APP and BYE. */
  private static void identifiers(RtcpReader r, ByteView v, FieldValues out) {
    for (int i = 0; i < r.blocks(); i++) {
      out.addNumber(v.u32(r.block(i)), r.block(i), 4);
    }
    for (int i = 0; i < r.byes(); i++) {
      int at = r.offset() + 4 + 4 * i;
      out.addNumber(v.u32(at), at, 4);
    }
    if (r.type() == RtcpReader.APP && r.hasSsrc()) {
      out.addNumber(v.u32(r.offset() + 4), r.offset() + 4, 4);
    }
    RtcpXrFields.identifiers(r, v, out);
    if (r.type() == RtcpReader.SDES && r.count() > 0 && r.offset() + 8 <= r.end()) {
      out.addNumber(v.u32(r.offset() + 4), r.offset() + 4, 4);
      items(r, v, (view, type, at, values) -> nextChunk(r, view, type, at, values), out);
    }
  }

  /** Adds the SSRC of the chunk behind the item that ends one. */
  private static void nextChunk(RtcpReader r, ByteView v, int type, int item, FieldValues out) {
    int at = r.nextChunk(item);
    boolean another = type == END && at + 4 < r.end();
    if (another) {
      out.addNumber(v.u32(at), at, 4);
    }
  }

  private static Field block(String name, String label, FieldType type, int at, int size) {
    return of(
            name,
            label,
            type,
            (r, v, out) -> {
              for (int i = 0; i < r.blocks(); i++) {
                int offset = r.block(i) + at;
                long value = type == FieldType.INT ? r.cumulativeLost(i) : v.unsigned(offset, size);
                out.addNumber(value, offset, size);
              }
            })
        .bits(8 * size);
  }

  private static void descriptions(List<Field> fields) {
    fields.add(
        item(
                "rtcp.sdes.type",
                "Type",
                FieldType.UINT,
                (v, type, at, out) -> {
                  if (type != REASON) {
                    out.addNumber(type, at, 1);
                  }
                })
            .bits(8)
            .named(RtcpFields::itemName));
    fields.add(
        item(
            "rtcp.sdes.length",
            "Length",
            FieldType.UINT,
            (v, type, at, out) -> {
              if (type != END) {
                out.addNumber(v.u8(at + 1), at + 1, 1);
              }
            }));
    fields.add(
        item(
            "rtcp.sdes.text",
            "Text",
            FieldType.STRING,
            (v, type, at, out) -> {
              int prefix = type == PRIVATE && v.u8(at + 1) > 0 ? prefix(v, at) + 1 : 0;
              int size = type == END ? 0 : v.u8(at + 1) - prefix;
              if (type != END && (size > 0 || prefix == 0)) {
                out.addRange(at + 2 + prefix, textSize(v, at + 2 + prefix, size));
              }
            }));
    fields.add(
        item(
                "rtcp.sdes.prefix.length",
                "Prefix length",
                FieldType.UINT,
                (v, type, at, out) -> {
                  if (type == PRIVATE && v.u8(at + 1) > 0) {
                    out.addNumber(v.u8(at + 2), at + 2, 1);
                  }
                })
            .bits(8));
    fields.add(
        item(
            "rtcp.sdes.prefix.string",
            "Prefix string",
            FieldType.STRING,
            (v, type, at, out) -> {
              if (type == PRIVATE && v.u8(at + 1) > 0) {
                out.addRange(at + 3, prefix(v, at));
              }
            }));
  }

  /** Bytes of a text before the null that some senders count with it. */
  private static int textSize(ByteView v, int at, int size) {
    int length = 0;
    while (length < size && v.u8(at + length) != 0) {
      length++;
    }
    return length;
  }

  /** Bytes of the prefix of a private item (RFC 3550 section 6.5.8) that are inside it. */
  private static int prefix(ByteView v, int at) {
    return Math.min(v.u8(at + 2), v.u8(at + 1) - 1);
  }

  /** Where the chunks of a source description end, the last one's padding included. */
  static int descriptionsEnd(RtcpReader r, ByteView v) {
    int at = r.offset() + 8;
    int chunks = 0;
    for (int n = 0; n < MAX_ITEMS && at < r.end() && chunks < r.count(); n++) {
      boolean ends = v.u8(at) == 0;
      if (!ends && at + 2 > r.end()) {
        return r.end();
      }
      at = ends ? r.nextChunk(at) + 4 : at + 2 + v.u8(at + 1);
      chunks += ends ? 1 : 0;
    }
    boolean all = chunks > 0 && chunks == r.count();
    return all ? Math.min(r.end(), at - 4) : r.end();
  }

  @FunctionalInterface
  private interface ItemReader {
    void read(ByteView view, int type, int at, FieldValues out);
  }

  /** A field of the items of a source description; the item that ends a chunk is one of them. */
  private static Field item(String name, String label, FieldType type, ItemReader reader) {
    return of(name, label, type, (r, v, out) -> items(r, v, reader, out));
  }

  private static void items(RtcpReader r, ByteView v, ItemReader reader, FieldValues out) {
    if (r.type() == RtcpReader.BYE) {
      goodbye(r, v, reader, out);
    }
    if (r.type() != RtcpReader.SDES) {
      return;
    }
    int at = r.offset() + 8;
    int chunks = 0;
    for (int n = 0; n < MAX_ITEMS && at < r.end() && chunks < r.count(); n++) {
      if (v.u8(at) == 0) {
        reader.read(v, END, at, out);
        at = r.nextChunk(at) + 4;
        chunks++;
        continue;
      }
      if (at + 2 > r.end() || at + 2 + v.u8(at + 1) > r.end()) {
        return;
      }
      reader.read(v, v.u8(at), at, out);
      at += 2 + v.u8(at + 1);
    }
  }

  /** The reason for leaving, which Wireshark has under the names of an item. */
  private static void goodbye(RtcpReader r, ByteView v, ItemReader reader, FieldValues out) {
    int at = r.offset() + 4 + 4 * r.count();
    if (at < r.end() && v.u8(at) > 0 && at + 1 + v.u8(at) <= r.end()) {
      reader.read(v, REASON, at - 1, out);
    }
  }

  private static @Nullable String itemName(long type) {
    return switch ((int) type) {
      case END -> "END";
      case RtcpReader.CNAME -> "CNAME (user and domain)";
      case 2 -> "NAME (common name)";
      case 3 -> "EMAIL (e-mail address)";
      case 4 -> "PHONE (phone number)";
      case 5 -> "LOC (geographic location)";
      case 6 -> "TOOL (name/version of source app)";
      case 7 -> "NOTE (note about source)";
      case PRIVATE -> "PRIV (private extensions)";
      default -> null;
    };
  }
}
