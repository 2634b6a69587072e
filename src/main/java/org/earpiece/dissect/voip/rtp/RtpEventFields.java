package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The fields of telephone events (RFC 4733 section 2.3). They are known by their look: four bytes
 * of a dynamic payload type, the reserved bit clear, and an event of a telephone's keys.
 */
final class RtpEventFields {
  private static final int SIZE = 4;
  private static final int FIRST_DYNAMIC = 96;
  private static final int FLASH = 16;
  private static final String[] NAMES = {
    "DTMF Zero 0",
    "DTMF One 1",
    "DTMF Two 2",
    "DTMF Three 3",
    "DTMF Four 4",
    "DTMF Five 5",
    "DTMF Six 6",
    "DTMF Seven 7",
    "DTMF Eight 8",
    "DTMF Nine 9",
    "DTMF Star *",
    "DTMF Pound #",
    "DTMF A",
    "DTMF B",
    "DTMF C",
    "DTMF D",
    "Flash"
  };

  private RtpEventFields() {}

  static List<Field> all() {
    return List.of(
        Field.of(
            Protocol.RTP,
            "rtpevent",
            "RFC 2833 RTP Event",
            FieldType.PROTOCOL,
            (p, layer, out) -> {
              int event = event(p, layer);
              if (event >= 0) {
                out.addRange(event, SIZE);
              }
            }),
        of("rtpevent.event_id", "Event ID", FieldType.UINT, 0, 1, 0xFF).named(RtpEventFields::name),
        of("rtpevent.end_of_event", "End of Event", FieldType.BOOLEAN, 1, 1, 0x80),
        of("rtpevent.reserved", "Reserved", FieldType.BOOLEAN, 1, 1, 0x40),
        of("rtpevent.volume", "Volume", FieldType.UINT, 1, 1, 0x3F),
        of("rtpevent.duration", "Event Duration", FieldType.UINT, 2, 2, 0xFFFF));
  }

  private static Field of(String name, String label, FieldType type, int at, int size, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    boolean part = mask != (1L << (Byte.SIZE * size)) - 1;
    return Field.of(
            Protocol.RTP,
            name,
            label,
            type,
            (p, layer, out) -> read(p, layer, at, size, mask, shift, out))
        .shown(Display.DECIMAL)
        .bits(Byte.SIZE * size)
        .masked(part ? mask : -1);
  }

  private static void read(
      Packet p, int layer, int at, int size, long mask, int shift, FieldValues out) {
    int event = event(p, layer);
    if (event >= 0) {
      long bits = p.bytes(layer).unsigned(event + at, size) & mask;
      out.addNumber(bits >>> shift, event + at, size);
    }
  }

  /** Where the event of an RTP packet begins, or -1 where it has none. */
  static int event(Packet p, int layer) {
    ByteView bytes = p.bytes(layer);
    int at = p.offset(layer);
    if (p.secure() || Rtp.payloadLength(bytes, at, p.end(layer)) != SIZE) {
      return -1;
    }
    int event = at + Rtp.headerLength(bytes, at, p.end(layer));
    boolean key = bytes.u8(event) <= FLASH && (bytes.u8(event + 1) & 0x40) == 0;
    return key && Rtp.payloadType(bytes, at) >= FIRST_DYNAMIC ? event : -1;
  }

  static @Nullable String name(long event) {
    return event >= 0 && event < NAMES.length ? NAMES[(int) event] : null;
  }

  /** Whether the event of a packet with one has ended. */
  static boolean ended(ByteView bytes, int event) {
    return bytes.u8(event + 1) >= 0x80;
  }
}
