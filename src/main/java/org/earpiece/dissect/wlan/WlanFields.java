package org.earpiece.dissect.wlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Wlan}. */
final class WlanFields {
  private static final Protocol P = Wlan.P;
  private static final int FLAGS = 1;
  private static final int DURATION = 2;
  private static final int ADDRESS_1 = 4;
  private static final int ADDRESS_2 = 10;
  private static final int ADDRESS_3 = 16;
  private static final int SEQUENCE = 22;
  private static final int NONE = -1;

  private WlanFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    control(fields);
    addresses(fields);
    Collections.addAll(
        fields,
        sequence("wlan.frag", "Fragment number", 0x000F),
        sequence("wlan.seq", "Sequence number", 0xFFF0),
        qos("wlan.qos", "Qos Control", 0xFFFF).shown(Display.HEX),
        qos("wlan.qos.tid", "TID", 0x000F),
        qos("wlan.qos.priority", "Priority", 0x0007),
        Field.number(
                P,
                "wlan.qos.amsdupresent",
                "Payload Type",
                FieldType.BOOLEAN,
                Display.DECIMAL,
                Wlan.USUAL,
                2,
                (p, layer) -> qos(p, layer, 0x0080))
            .bits(1),
        Field.of(P, "wlan.fcs", "Frame check sequence", FieldType.UINT, WlanFields::fcs)
            .shown(Display.HEX));
    return fields;
  }

  private static void control(List<Field> fields) {
    Collections.addAll(
        fields,
        Field.number(
                P,
                "wlan.fc.type_subtype",
                "Type/Subtype",
                FieldType.UINT,
                Display.HEX,
                0,
                1,
                (p, layer) ->
                    has(p, layer, 1) ? type(p, layer) << 4 | subtype(p, layer) : Field.ABSENT)
            .bits(16)
            .named(v -> Wlan.name((int) v >> 4, (int) v & 0x0F)),
        Field.uint(P, "wlan.fc", "Frame Control Field", Display.HEX, 0, 2),
        bits("wlan.fc.version", "Version", 0, 0x03),
        bits("wlan.fc.type", "Type", 0, 0x0C).named(WlanFields::typeName),
        bits("wlan.fc.subtype", "Subtype", 0, 0xF0),
        Field.uint(P, "wlan.flags", "Flags", Display.HEX, FLAGS, 1),
        bits("wlan.fc.ds", "DS status", FLAGS, 0x03).shown(Display.HEX),
        flag("wlan.fc.tods", "To DS", Wlan.TO_DS),
        flag("wlan.fc.fromds", "From DS", Wlan.FROM_DS),
        flag("wlan.fc.frag", "More Fragments", 0x04),
        flag("wlan.fc.retry", "Retry", 0x08),
        flag("wlan.fc.pwrmgt", "PWR MGT", 0x10),
        flag("wlan.fc.moredata", "More Data", 0x20),
        flag("wlan.fc.protected", "Protected flag", 0x40),
        flag("wlan.fc.order", "+HTC/Order flag", 0x80),
        Field.number(
                P,
                "wlan.duration",
                "Duration",
                FieldType.UINT,
                Display.DECIMAL,
                DURATION,
                2,
                (p, layer) -> {
                  long value = has(p, layer, 4) ? word(p, layer, DURATION) : Field.ABSENT;
                  return value < 0x8000 ? value : Field.ABSENT;
                })
            .bits(15));
  }

  private static Field bits(String name, String label, int at, long mask) {
    return Field.bits(P, name, label, FieldType.UINT, Display.DECIMAL, at, 1, mask);
  }

  private static Field flag(String name, String label, long mask) {
    return Field.bits(P, name, label, FieldType.BOOLEAN, Display.DECIMAL, FLAGS, 1, mask);
  }

  private static @Nullable String typeName(long type) {
    return switch ((int) type) {
      case Wlan.MANAGEMENT -> "Management frame";
      case Wlan.CONTROL -> "Control frame";
      case Wlan.DATA -> "Data frame";
      default -> null;
    };
  }

  private static void addresses(List<Field> fields) {
    Collections.addAll(
        fields,
        address("wlan.ra", "Receiver address", (p, layer) -> ADDRESS_1),
        address("wlan.ta", "Transmitter address", (p, layer) -> usual(p, layer) ? ADDRESS_2 : NONE),
        address("wlan.da", "Destination address", WlanFields::destination),
        address("wlan.sa", "Source address", WlanFields::source),
        address("wlan.bssid", "BSS Id", WlanFields::bss),
        Field.of(P, "wlan.addr", "Hardware address", FieldType.ETHER, WlanFields::allAddresses)
            .asHidden());
  }

  /** Says where an address is, or {@link #NONE}. */
  @FunctionalInterface
  private interface Place {
    int of(Packet p, int layer);
  }

  private static Field address(String name, String label, Place place) {
    return Field.of(
        P,
        name,
        label,
        FieldType.ETHER,
        (p, layer, out) -> {
          int at = has(p, layer, Wlan.LEAST) ? place.of(p, layer) : NONE;
          if (at != NONE && has(p, layer, at + 6)) {
            out.addRange(p.offset(layer) + at, 6);
          }
        });
  }

  private static void allAddresses(Packet p, int layer, FieldValues out) {
    boolean usual = usual(p, layer);
    for (int at = ADDRESS_1; at <= (usual ? ADDRESS_3 : ADDRESS_1); at += 6) {
      if (has(p, layer, at + 6)) {
        out.addRange(p.offset(layer) + at, 6);
      }
    }
    if (usual && isBridged(p, layer) && has(p, layer, Wlan.ADDRESS_4 + 6)) {
      out.addRange(p.offset(layer) + Wlan.ADDRESS_4, 6);
    }
  }

  private static int destination(Packet p, int layer) {
    if (!usual(p, layer) || Wlan.isAggregate(p.bytes(layer), p.offset(layer), p.end(layer))) {
      return NONE; // each frame inside has its own
    }
    return (toAndFrom(p, layer) & Wlan.TO_DS) != 0 ? ADDRESS_3 : ADDRESS_1;
  }

  private static int source(Packet p, int layer) {
    if (!usual(p, layer)) {
      return NONE;
    }
    return switch (toAndFrom(p, layer)) {
      case Wlan.FROM_DS -> ADDRESS_3;
      case Wlan.TO_DS | Wlan.FROM_DS -> Wlan.ADDRESS_4;
      default -> ADDRESS_2;
    };
  }

  private static int bss(Packet p, int layer) {
    if (!usual(p, layer)) {
      return NONE;
    }
    return switch (toAndFrom(p, layer)) {
      case 0 -> ADDRESS_3;
      case Wlan.TO_DS -> ADDRESS_1;
      case Wlan.FROM_DS -> ADDRESS_2;
      default -> NONE;
    };
  }

  /** The bits that say where a data frame comes from and goes to; of management there are none. */
  private static int toAndFrom(Packet p, int layer) {
    return type(p, layer) == Wlan.DATA
        ? Wlan.flags(p.bytes(layer), p.offset(layer)) & (Wlan.TO_DS | Wlan.FROM_DS)
        : 0;
  }

  private static boolean isBridged(Packet p, int layer) {
    return Wlan.hasFourAddresses(p.bytes(layer), p.offset(layer));
  }

  /** Whether this is a frame of data or management with a whole header. */
  private static boolean usual(Packet p, int layer) {
    return has(p, layer, Wlan.USUAL)
        && (type(p, layer) == Wlan.DATA || type(p, layer) == Wlan.MANAGEMENT);
  }

  private static boolean has(Packet p, int layer, int size) {
    return p.end(layer) - p.offset(layer) >= size;
  }

  private static int type(Packet p, int layer) {
    return Wlan.type(p.bytes(layer), p.offset(layer));
  }

  private static int subtype(Packet p, int layer) {
    return Wlan.subtype(p.bytes(layer), p.offset(layer));
  }

  private static int word(Packet p, int layer, int at) {
    return LittleEndian.u16(p.bytes(layer), p.offset(layer) + at);
  }

  private static Field sequence(String name, String label, int mask) {
    return Field.number(
            P,
            name,
            label,
            FieldType.UINT,
            Display.DECIMAL,
            SEQUENCE,
            2,
            (p, layer) ->
                usual(p, layer)
                    ? (word(p, layer, SEQUENCE) & mask) >> Integer.numberOfTrailingZeros(mask)
                    : Field.ABSENT)
        .bits(16);
  }

  private static Field qos(String name, String label, int mask) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              long value = qos(p, layer, mask);
              if (value != Field.ABSENT) {
                int at = p.offset(layer);
                out.addNumber(value, at + Wlan.qosAt(p.bytes(layer), at), 2);
              }
            })
        .bits(16);
  }

  private static long qos(Packet p, int layer, int mask) {
    if (!usual(p, layer)) {
      return Field.ABSENT;
    }
    ByteView bytes = p.bytes(layer);
    int at = p.offset(layer);
    int from = Wlan.qosAt(bytes, at);
    if (!Wlan.hasQos(bytes, at) || !has(p, layer, from + 2)) {
      return Field.ABSENT;
    }
    return (word(p, layer, from) & mask) >> Integer.numberOfTrailingZeros(mask);
  }

  private static void fcs(Packet p, int layer, FieldValues out) {
    int at = p.end(layer) - Wlan.FCS;
    if (Wlan.fcsAtHand(p, layer) == Wlan.FCS && at >= p.offset(layer) + Wlan.LEAST) {
      out.addNumber(LittleEndian.u32(p.bytes(layer), at), at, Wlan.FCS);
    }
  }
}
