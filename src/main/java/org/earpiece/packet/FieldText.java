package org.earpiece.packet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/** Writes the values of fields as text, the way columns, the detail tree and exports show them. */
public final class FieldText {
  /** Bytes of a value of type BYTES that are written out; an ellipsis stands for the rest. */
  public static final int MAX_BYTES = 64;

  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private FieldText() {}

  /** A value with the word for it, where it has one: {@code UDP (17)}, {@code IPv4 (0x0800)}. */
  public static String text(Field field, FieldValues values, int i) {
    String plain = plain(field, values, i);
    String word = word(field, values.number(i));
    return word == null || !field.type().numeric() ? plain : word + " (" + plain + ")";
  }

  private static @Nullable String word(Field field, long number) {
    return field.valueNames() == null ? null : field.valueNames().apply(number);
  }

  /** A value without words: {@code 17}, {@code 0x0800}, {@code 192.0.2.1}. */
  public static String plain(Field field, FieldValues values, int i) {
    ByteView view = values.view(i);
    int at = values.start(i);
    int size = values.length(i);
    return switch (field.type()) {
      case PROTOCOL, LABEL -> field.label();
      case BOOLEAN -> values.number(i) != 0 ? "True" : "False";
      case UINT, INT, FRAME_NUMBER ->
          field.display() == Field.Display.HEX
              ? hex(values.number(i), (field.bits() + 7) / 8)
              : Long.toString(values.number(i));
      case DOUBLE -> Double.toString(values.real(i));
      case STRING -> values.text(i);
      case BYTES -> bytes(values.view(i), values.start(i), values.bytes(i));
      case ETHER -> size == 6 ? ether(view, at) : bytes(view, at, size);
      case IPV4 -> IpAddress.text(0, IpAddress.v4(size == 4 ? view.u32(at) : values.number(i)));
      case IPV6 -> size == 16 ? IpAddress.text(view.i64(at), view.i64(at + 8)) : values.text(i);
      case ABSOLUTE_TIME -> moment(values.number(i)) + " UTC";
      case RELATIVE_TIME -> seconds(values.number(i));
    };
  }

  /** A number of some bytes in hexadecimal: {@code 0x0800}. */
  public static String hex(long value, int bytes) {
    return "0x" + HexFormat.of().toHexDigits(value, 2 * bytes);
  }

  /** An Ethernet address: {@code 02:00:56:00:01:03}. */
  public static String ether(ByteView view, int at) {
    return COLONS.formatHex(view.array(), view.arrayOffset() + at, view.arrayOffset() + at + 6);
  }

  /** Bytes with colons between them, the first {@link #MAX_BYTES}: {@code 80:08:12}. */
  public static String bytes(ByteView view, int at, int size) {
    int from = view.arrayOffset() + at;
    int shown = Math.min(size, MAX_BYTES);
    String text = COLONS.formatHex(view.array(), from, from + shown);
    return shown < size ? text + "…" : text;
  }

  /** A moment in UTC with nine digits: {@code 2026-11-20 20:56:05.877397000}. */
  public static String moment(long nanos) {
    return MOMENT.format(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
  }

  /** A span in seconds with nine digits: {@code 0.445961000}. */
  public static String seconds(long nanos) {
    String sign = nanos < 0 ? "-" : "";
    long size = Math.abs(nanos);
    return sign
        + size / 1_000_000_000L
        + "."
        + Long.toString(1_000_000_000L + size % 1_000_000_000L).substring(1);
  }
}
