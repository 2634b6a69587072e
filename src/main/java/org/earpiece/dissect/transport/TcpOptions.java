package org.earpiece.dissect.transport;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The options of a TCP header (RFC 9293 section 3.1, RFC 7323, RFC 2018). */
public final class TcpOptions {
  static final int MSS = 2;
  static final int WINDOW_SCALE = 3;
  static final int SACK_PERMITTED = 4;
  static final int SACK = 5;
  static final int TIMESTAMPS = 8;
  static final int HIGHEST_SHIFT = 14;
  private static final int ACKNOWLEDGMENT = 8;
  private static final int RANGE = 8;
  static final int NOT_FOUND = -1;
  private static final int END = 0;
  private static final int NOP = 1;

  private TcpOptions() {}

  /** The shift count of the window scale option, at most 14 (RFC 7323 section 2.3); -1 without. */
  public static int windowShift(Packet packet, int layer) {
    int option = find(packet, layer, WINDOW_SCALE, 3);
    return option == NOT_FOUND ? -1 : Math.min(HIGHEST_SHIFT, packet.bytes(layer).u8(option + 2));
  }

  /** Bytes in the ranges that are acknowledged selectively (RFC 2018), behind what all is. */
  public static int selected(Packet packet, int layer) {
    int option = find(packet, layer, SACK);
    if (option == NOT_FOUND) {
      return 0;
    }
    ByteView bytes = packet.bytes(layer);
    int acknowledged = bytes.i32(packet.offset(layer) + ACKNOWLEDGMENT);
    int end = option + bytes.u8(option + 1);
    int selected = 0;
    for (int at = option + 2; at + RANGE <= end; at += RANGE) {
      int left = bytes.i32(at);
      int right = bytes.i32(at + 4);
      selected += left - acknowledged >= 0 && right - left > 0 ? right - left : 0;
    }
    return selected;
  }

  /** Where the first option of this kind begins, or {@link #NOT_FOUND}. */
  static int find(Packet packet, int layer, int kind) {
    return find(packet, layer, kind, 0);
  }

  /** Where the option of this kind and length (0: any) begins, or {@link #NOT_FOUND}. */
  static int find(Packet packet, int layer, int kind, int length) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer) + Tcp.FIXED;
    int end = Tcp.headerEnd(packet, layer);
    while (at < end && bytes.u8(at) != END) {
      if (bytes.u8(at) == NOP) {
        at++;
        continue;
      }
      if (at + 2 > end) {
        return NOT_FOUND;
      }
      int size = bytes.u8(at + 1);
      if (size < 2 || at + size > end) {
        return NOT_FOUND;
      }
      if (bytes.u8(at) == kind && (length == 0 || size == length)) {
        return at;
      }
      at += size;
    }
    return NOT_FOUND;
  }

  /** A number in an option. */
  static Field number(String name, String label, int kind, int length, int at, int size) {
    return Field.of(
            Protocol.TCP,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              int option = find(p, layer, kind, length);
              if (option != NOT_FOUND) {
                out.addNumber(p.bytes(layer).unsigned(option + at, size), option + at, size);
              }
            })
        .bits(8 * size);
  }

  static Field whole() {
    return Field.of(
        Protocol.TCP,
        "tcp.options",
        "Options",
        FieldType.BYTES,
        (p, layer, out) -> {
          int from = p.offset(layer) + Tcp.FIXED;
          int to = Tcp.headerEnd(p, layer);
          if (from < to) {
            out.addRange(from, to - from);
          }
        });
  }

  /** Takes an option: its place and size. */
  private interface OptionReader {
    void read(ByteView bytes, int at, int size, FieldValues out);
  }

  /** Something of each option. */
  private static Field each(String name, String label, OptionReader reader) {
    return Field.of(
            Protocol.TCP,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> each(p, layer, reader, out))
        .bits(8);
  }

  /** The options of a kind, as bytes. */
  private static Field kind(String name, String label, int kind) {
    return Field.of(
        Protocol.TCP,
        name,
        label,
        FieldType.BYTES,
        (p, layer, out) ->
            each(
                p,
                layer,
                (v, at, size, values) -> {
                  if (v.u8(at) == kind) {
                    values.addRange(at, size);
                  }
                },
                out));
  }

  /** Where the options end that say something, or are not whole. */
  private static int optionsEnd(Packet packet, int layer) {
    int[] end = {packet.offset(layer) + Tcp.FIXED};
    each(packet, layer, (bytes, at, size, out) -> end[0] = at + size, new FieldValues());
    return end[0];
  }

  private static void each(Packet packet, int layer, OptionReader reader, FieldValues out) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer) + Tcp.FIXED;
    int end = Tcp.headerEnd(packet, layer);
    while (at < end && bytes.u8(at) != END) {
      int size = bytes.u8(at) == NOP ? 1 : at + 2 <= end ? bytes.u8(at + 1) : 0;
      if (size < 1 || (size < 2 && bytes.u8(at) != NOP) || at + size > end) {
        return;
      }
      reader.read(bytes, at, size, out);
      at += size;
    }
  }

  /** The end of the options, and what pads the header behind it. */
  private static Field end() {
    return Field.of(
        Protocol.TCP,
        "tcp.options.eol",
        "TCP Option - End of Option List (EOL)",
        FieldType.BYTES,
        (p, layer, out) -> {
          ByteView bytes = p.bytes(layer);
          int at = optionsEnd(p, layer);
          int end = Tcp.headerEnd(p, layer);
          for (; at < end && bytes.u8(at) == END; at++) {
            out.addRange(at, 1);
          }
        });
  }

  private static void rangeCount(ByteView bytes, int at, int size, FieldValues out) {
    if (bytes.u8(at) == SACK) {
      out.addNumber((size - 2) / RANGE, at, size);
    }
  }

  /** The left or right edges of the ranges of a SACK option, relative where that is known. */
  private static Field edges(String name, String label, int first) {
    return Field.of(
        Protocol.TCP,
        name,
        label,
        FieldType.UINT,
        (p, layer, out) -> {
          int option = find(p, layer, SACK);
          if (option == NOT_FOUND) {
            return;
          }
          int end = option + p.bytes(layer).u8(option + 1);
          for (int edge = option + first; edge + 4 <= end; edge += RANGE) {
            out.addNumber(TcpConversationFields.acknowledged(p, layer, edge), edge, 4);
          }
        });
  }

  /** An edge of the first range of a SACK option that tells of bytes received twice (RFC 2883). */
  private static Field duplicate(String name, String label, FieldType type, int at) {
    return Field.of(
            Protocol.TCP,
            name,
            label,
            type,
            (p, layer, out) -> {
              int option = find(p, layer, SACK);
              if (option != NOT_FOUND && tellsOfDuplicate(p, layer, option)) {
                out.addNumber(
                    TcpConversationFields.acknowledged(p, layer, option + at), option + at, 4);
              }
            })
        .asGenerated();
  }

  /** Whether the first range lies before what is acknowledged, or inside the second one. */
  private static boolean tellsOfDuplicate(Packet p, int layer, int option) {
    ByteView bytes = p.bytes(layer);
    int size = bytes.u8(option + 1);
    if (size < 2 + RANGE) {
      return false;
    }
    int left = bytes.i32(option + 2);
    int right = bytes.i32(option + 6);
    if (left - bytes.i32(p.offset(layer) + ACKNOWLEDGMENT) < 0) {
      return true;
    }
    int second = option + 2 + RANGE;
    return size >= 2 + 2 * RANGE
        && left - bytes.i32(second) >= 0
        && bytes.i32(second + 4) - right >= 0;
  }

  /** The options as in the Info column: {@code MSS=1460 SACK_PERM TSval=1 TSecr=2 WS=1024}. */
  static void info(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    int mss = find(packet, layer, MSS, 4);
    if (mss != NOT_FOUND) {
      out.append(" MSS=").append(bytes.u16(mss + 2));
    }
    if (find(packet, layer, SACK_PERMITTED, 2) != NOT_FOUND) {
      out.append(" SACK_PERM");
    }
    int stamps = find(packet, layer, TIMESTAMPS, 10);
    if (stamps != NOT_FOUND) {
      out.append(" TSval=").append(bytes.u32(stamps + 2));
      out.append(" TSecr=").append(bytes.u32(stamps + 6));
    }
    int scale = find(packet, layer, WINDOW_SCALE, 3);
    if (scale != NOT_FOUND) {
      out.append(" WS=").append(1L << Math.min(HIGHEST_SHIFT, bytes.u8(scale + 2)));
    }
  }

  static Field[] fields() {
    return new Field[] {
      whole(),
      number("tcp.options.mss_val", "MSS Value", MSS, 4, 2, 2),
      number("tcp.options.wscale.shift", "Shift count", WINDOW_SCALE, 3, 2, 1),
      end(),
      kind("tcp.options.nop", "TCP Option - No-Operation (NOP)", NOP),
      kind("tcp.options.mss", "TCP Option - Maximum segment size", MSS),
      kind("tcp.options.wscale", "TCP Option - Window scale", WINDOW_SCALE),
      kind("tcp.options.sack_perm", "TCP Option - SACK permitted", SACK_PERMITTED),
      kind("tcp.options.sack", "TCP Option - SACK", SACK),
      kind("tcp.options.timestamp", "TCP Option - Timestamps", TIMESTAMPS),
      each("tcp.option_kind", "Kind", (v, at, size, out) -> out.addNumber(v.u8(at), at, 1)),
      each(
          "tcp.option_len",
          "Length",
          (v, at, size, out) -> {
            if (v.u8(at) != NOP) {
              out.addNumber(size, at + 1, 1);
            }
          }),
      Field.number(
              Protocol.TCP,
              "tcp.options.wscale.multiplier",
              "Multiplier",
              FieldType.UINT,
              Field.Display.DECIMAL,
              0,
              0,
              (p, layer) -> {
                int shift = windowShift(p, layer);
                return shift < 0 ? Field.ABSENT : 1L << shift;
              })
          .bits(16)
          .asGenerated(),
      each("tcp.options.sack.count", "TCP SACK Count", TcpOptions::rangeCount).asGenerated(),
      edges("tcp.options.sack_le", "TCP SACK Left Edge", 2),
      edges("tcp.options.sack_re", "TCP SACK Right Edge", 6),
      duplicate("tcp.options.sack.dsack_le", "TCP D-SACK Left Edge", FieldType.UINT, 2),
      duplicate("tcp.options.sack.dsack_re", "TCP D-SACK Right Edge", FieldType.UINT, 6),
      duplicate("tcp.options.sack.dsack", "D-SACK Sequence", FieldType.LABEL, 2),
      number("tcp.options.timestamp.tsval", "Timestamp value", TIMESTAMPS, 10, 2, 4),
      number("tcp.options.timestamp.tsecr", "Timestamp echo reply", TIMESTAMPS, 10, 6, 4)
    };
  }
}
