package org.earpiece.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.earpiece.filter.names.ValueNames;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/** Reads literals as the type of the field they are compared with. */
final class Literals {
  private static final int ETHER_BYTES = 6;
  private static final int NANO_DIGITS = 9;

  private Literals() {}

  /** The literal as a value of the field's type. */
  static Value read(Operand.Reading field, Operand literal) throws FilterException {
    return switch (field.type()) {
      case UINT, INT, FRAME_NUMBER -> number(field, literal);
      case BOOLEAN -> bool(field, literal);
      case DOUBLE -> real(literal);
      case STRING -> new Value.Bytes(bytes(textOf(literal)));
      case LABEL -> throw refuse(literal, "cannot be compared with " + field.name());
      case PROTOCOL, BYTES -> new Value.Bytes(byteString(literal));
      case ETHER -> ether(literal);
      case IPV4 -> net4(literal);
      case IPV6 -> net6(literal);
      case ABSOLUTE_TIME -> Moments.absolute(literal, textOf(literal));
      case RELATIVE_TIME -> span(literal);
    };
  }

  /** The words of a literal; of quoted text one char a byte. */
  static String textOf(Operand literal) {
    return switch (literal) {
      case Operand.Word w ->
          new String(w.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      case Operand.Text t -> t.bytes();
      case Operand.Char c -> String.valueOf(c.value());
      case Operand.Reading r -> r.name();
      case Operand.Computed c -> c.name();
      default -> "this";
    };
  }

  static byte[] bytes(String oneCharAByte) {
    return oneCharAByte.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static FilterException refuse(Operand literal, String message) {
    return FilterException.at(literal, shown(literal) + " " + message);
  }

  private static String shown(Operand literal) {
    return switch (literal) {
      case Operand.Text t -> "\"" + t.bytes() + "\"";
      case Operand.Char c -> "'" + c.value() + "'";
      default -> textOf(literal);
    };
  }

  private static Value number(Operand.Reading field, Operand literal) throws FilterException {
    if (literal instanceof Operand.Char c) {
      return new Value.Whole(c.value());
    }
    BigInteger value = literal instanceof Operand.Word w ? integer(w.text()) : null;
    if (value == null) {
      Long named = ValueNames.number(field.first(), textOf(literal));
      if (named == null) {
        throw noNumber(field, literal);
      }
      return new Value.Whole(named);
    }
    boolean signed = field.type() == FieldType.INT;
    int bits = field.first().width();
    BigInteger highest = BigInteger.TWO.pow(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    BigInteger lowest = signed ? highest.not() : BigInteger.ZERO;
    if (value.compareTo(highest) > 0 || value.compareTo(lowest) < 0) {
      throw refuse(
          literal, "is out of range: " + field.name() + " is " + lowest + " to " + highest);
    }
    return new Value.Whole(value.longValue());
  }

  private static FilterException noNumber(Operand.Reading field, Operand literal) {
    String text = textOf(literal);
    if (literal instanceof Operand.Text && integer(text) != null) {
      return refuse(literal, "is text and " + field.name() + " a number; leave the quotes out");
    }
    Long shown = ValueNames.shown(field.first(), text);
    if (shown != null) {
      boolean hex = field.first().display() == Field.Display.HEX;
      String number = hex ? "0x" + Long.toHexString(shown) : Long.toString(shown);
      return refuse(literal, "is no name of a value of " + field.name() + "; write " + number);
    }
    String near = Nearest.to(text, ValueNames.of(field.first()).keySet());
    return refuse(
        literal,
        "is no number, and "
            + field.name()
            + " is one"
            + (near == null ? "" : "; did you mean \"" + near + "\"?"));
  }

  /** A decimal, 0x hexadecimal, 0b binary or 0 octal number, or null. */
  static @Nullable BigInteger integer(String text) {
    String digits = text.toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative) {
      digits = digits.substring(1);
    }
    int radix = 10;
    if (digits.startsWith("0x")) {
      radix = 16;
      digits = digits.substring(2);
    } else if (digits.startsWith("0b")) {
      radix = 2;
      digits = digits.substring(2);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      radix = 8;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
    }
    if (digits.isEmpty() || digits.length() > Long.SIZE + 1) {
      return null;
    }
    BigInteger value = new BigInteger(digits, radix);
    return negative ? value.negate() : value;
  }

  private static Value bool(Operand.Reading field, Operand literal) throws FilterException {
    String text = textOf(literal);
    Long named = ValueNames.number(field.first(), text);
    if (named != null) {
      return new Value.Whole(named);
    }
    boolean word = literal instanceof Operand.Word;
    BigInteger number = word ? integer(text) : null;
    if (number != null) {
      return new Value.Whole(number.signum() == 0 ? 0 : 1);
    }
    boolean truth = text.equalsIgnoreCase("true");
    if (word && (truth || text.equalsIgnoreCase("false"))) {
      return new Value.Whole(truth ? 1 : 0);
    }
    String names = String.join("\" or \"", ValueNames.of(field.first()).keySet());
    throw refuse(
        literal,
        "is no value of " + field.name() + "; write true or false, 1 or 0, \"" + names + "\"");
  }

  static @Nullable BigDecimal decimal(Operand literal) {
    if (!(literal instanceof Operand.Word w)
        || !w.text().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
      return null;
    }
    return new BigDecimal(w.text());
  }

  private static Value real(Operand literal) throws FilterException {
    BigDecimal value = decimal(literal);
    if (value == null) {
      throw refuse(literal, "is no number; write one like 3.6");
    }
    return new Value.Real(value.doubleValue());
  }

  private static Value span(Operand literal) throws FilterException {
    BigDecimal seconds = decimal(literal);
    if (seconds == null) {
      throw refuse(literal, "is no time span; write seconds like 1.5");
    }
    try {
      return new Value.Whole(seconds.movePointRight(NANO_DIGITS).toBigInteger().longValueExact());
    } catch (ArithmeticException e) {
      throw refuse(literal, "is too long a time span");
    }
  }

  static byte[] byteString(Operand literal) throws FilterException {
    if (!(literal instanceof Operand.Word w)) {
      return bytes(textOf(literal));
    }
    byte[] bytes = hex(w.text());
    if (bytes == null) {
      throw refuse(
          literal, "is no byte string; write hexadecimal like 53:49:50, or text in double quotes");
    }
    return bytes;
  }

  /** Bytes in hexadecimal with or without {@code : . -} between them, or null. */
  static byte @Nullable [] hex(String text) {
    String s = text.startsWith(":") ? text.substring(1) : text;
    if (s.matches("0[xX][0-9a-fA-F]{1,2}")) {
      return new byte[] {(byte) Integer.parseInt(s.substring(2), 16)};
    }
    boolean pairs = s.matches("([0-9a-fA-F]{2})+");
    boolean parted = s.matches("[0-9a-fA-F]{1,2}([:.-][0-9a-fA-F]{1,2})*");
    boolean quads = s.matches("[0-9a-fA-F]{4}(\\.[0-9a-fA-F]{4})+");
    if (pairs || quads) {
      return java.util.HexFormat.of().parseHex(s.replace(".", ""));
    }
    if (!parted) {
      return null;
    }
    String[] parts = s.split("[:.-]", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i], 16);
    }
    return bytes;
  }

  private static Value ether(Operand literal) throws FilterException {
    byte[] bytes = literal instanceof Operand.Word w ? hex(w.text()) : null;
    if (bytes == null) {
      throw refuse(literal, "is no Ethernet address; write one like 00:1b:21:3c:9d:f8");
    }
    if (bytes.length != ETHER_BYTES) {
      throw refuse(literal, "has " + bytes.length + " bytes; an Ethernet address has 6");
    }
    return new Value.Bytes(bytes);
  }

  private static Value net4(Operand literal) throws FilterException {
    int bits = prefix(literal, 32);
    IpAddress address = address(literal);
    if (address == null || !address.isV4()) {
      throw refuse(
          literal,
          "is no IPv4 address; write one like 192.0.2.1 or 192.0.2.0/24 (names are not looked up)");
    }
    int mask = bits == 0 ? 0 : -1 << (32 - bits);
    return new Value.Net4((int) address.lo() & mask, mask);
  }

  private static Value net6(Operand literal) throws FilterException {
    int bits = prefix(literal, 128);
    IpAddress address = address(literal);
    if (address == null || textOf(literal).indexOf(':') < 0) {
      throw refuse(
          literal,
          "is no IPv6 address; write one like 2001:db8::1 or 2001:db8::/32"
              + " (names are not looked up)");
    }
    long maskHi = bits == 0 ? 0 : -1L << Math.max(0, 64 - bits);
    long maskLo = bits <= 64 ? 0 : -1L << (128 - bits);
    return new Value.Net6(address.hi() & maskHi, address.lo() & maskLo, maskHi, maskLo);
  }

  private static @Nullable IpAddress address(Operand literal) {
    String text = textOf(literal);
    int slash = text.indexOf('/');
    return IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
  }

  private static int prefix(Operand literal, int most) throws FilterException {
    String text = textOf(literal);
    int slash = text.indexOf('/');
    if (slash < 0) {
      return most;
    }
    String digits = text.substring(slash + 1);
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > most) {
      throw refuse(literal, "needs a prefix length of 0 to " + most + " behind the /");
    }
    return Integer.parseInt(digits);
  }
}
