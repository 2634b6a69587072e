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

/** The radiotap header before 802.11 frames (radiotap.org), with the first values it may have. */
public final class Radiotap implements Dissector {
  static final int FCS_AT_END = 0x10;
  static final int PADDED = 0x20;

  private static final Protocol P = Protocol.RADIOTAP;
  private static final int FIXED = 8;
  private static final int PRESENT = 4;
  private static final int MORE_WORDS = 0x80;
  private static final int ABSENT = -1;

  private static final int FLAGS = 1;
  private static final int CHANNEL = 3;
  private static final int SIGNAL = 5;
  private static final int NOISE = 6;
  private static final int ANTENNA = 11;

  /** Bytes of the values in the order of their bits in the first word, and what they align to. */
  private static final int[] SIZES = {8, 1, 1, 4, 2, 1, 1, 2, 2, 2, 1, 1};

  private static final int[] ALIGNED = {8, 1, 1, 2, 1, 1, 1, 2, 2, 2, 1, 1};

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "radiotap.version", "Header revision", Display.DECIMAL, 0, 1),
        Field.uint(P, "radiotap.pad", "Header pad", Display.DECIMAL, 1, 1),
        Field.number(
                P,
                "radiotap.length",
                "Header length",
                FieldType.UINT,
                Display.DECIMAL,
                2,
                2,
                (p, layer) ->
                    p.end(layer) - p.offset(layer) >= FIXED
                        ? LittleEndian.u16(p.bytes(layer), p.offset(layer) + 2)
                        : Field.ABSENT)
            .bits(16),
        value("radiotap.flags", "Flags", FLAGS, 1).shown(Display.HEX).bits(8),
        flag("radiotap.flags.fcs", "FCS at end", FCS_AT_END),
        flag("radiotap.flags.datapad", "Data Pad", PADDED),
        flag("radiotap.flags.badfcs", "Bad FCS", 0x40),
        value("radiotap.channel.freq", "Channel frequency", CHANNEL, 2),
        decibels("radiotap.dbm_antsignal", "Antenna signal", SIGNAL),
        decibels("radiotap.dbm_antnoise", "Antenna noise", NOISE),
        value("radiotap.antenna", "Antenna", ANTENNA, 1));
  }

  /** A value of one or two bytes. */
  private static Field value(String name, String label, int bit, int size) {
    return Field.of(
        P,
        name,
        label,
        FieldType.UINT,
        (p, layer, out) -> {
          int at = place(p, layer, bit);
          if (at != ABSENT) {
            ByteView bytes = p.bytes(layer);
            out.addNumber(size == 1 ? bytes.u8(at) : LittleEndian.u16(bytes, at), at, size);
          }
        });
  }

  private static Field flag(String name, String label, int mask) {
    return Field.of(
            P,
            name,
            label,
            FieldType.BOOLEAN,
            (p, layer, out) -> {
              int at = place(p, layer, FLAGS);
              if (at != ABSENT) {
                out.addNumber((p.bytes(layer).u8(at) & mask) != 0 ? 1 : 0, at, 1);
              }
            })
        .bits(1)
        .masked(mask);
  }

  private static Field decibels(String name, String label, int bit) {
    return Field.of(
            P,
            name,
            label,
            FieldType.INT,
            (p, layer, out) -> {
              int at = place(p, layer, bit);
              if (at != ABSENT) {
                out.addNumber((byte) p.bytes(layer).u8(at), at, 1);
              }
            })
        .bits(8);
  }

  /** The flags, or 0 where there are none. */
  static int flags(Packet p, int layer) {
    int at = place(p, layer, FLAGS);
    return at == ABSENT ? 0 : p.bytes(layer).u8(at);
  }

  /** Where the value of a bit of the first word is, or {@link #ABSENT}. */
  private static int place(Packet p, int layer, int bit) {
    ByteView bytes = p.bytes(layer);
    int start = p.offset(layer);
    if (p.end(layer) - start < FIXED) {
      return ABSENT;
    }
    int end = Math.min(p.end(layer), start + LittleEndian.u16(bytes, start + 2));
    long present = LittleEndian.u32(bytes, start + PRESENT);
    int at = start + PRESENT;
    while (at + 4 <= end && (bytes.u8(at + 3) & MORE_WORDS) != 0) {
      at += 4;
    }
    at += 4;
    for (int i = 0; i <= bit; i++) {
      if ((present >> i & 1) == 0) {
        continue;
      }
      int misaligned = (at - start) % ALIGNED[i];
      at += misaligned == 0 ? 0 : ALIGNED[i] - misaligned;
      if (i == bit) {
        return at + SIZES[i] <= end ? at : ABSENT;
      }
      at += SIZES[i];
    }
    return ABSENT;
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IEEE802_11_RADIOTAP, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    int length = LittleEndian.u16(packet.bytes(), offset + 2);
    if (length < FIXED || packet.bytes().u8(offset) != 0) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, length)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.WLAN.ordinal());
    return length;
  }
}
