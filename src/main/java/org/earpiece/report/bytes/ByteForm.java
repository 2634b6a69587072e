package org.earpiece.report.bytes;

import java.util.Base64;
import java.util.HexFormat;

/** How bytes are written as text for other programs. */
public enum ByteForm {
  /** Offsets, hexadecimal and text, as hexdump -C and text2pcap have them. */
  HEX_DUMP("Hex dump"),
  HEX_STREAM("Hex digits"),
  C_ARRAY("C array"),
  BASE64("Base64"),
  /** What is no printable ASCII is escaped as in a string of C. */
  ESCAPED("Text, the rest escaped");

  private static final int ROW = 16;
  private static final int C_ROW = 12;
  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");
  private static final HexFormat C = HexFormat.ofDelimiter(", ").withPrefix("0x");

  private final String title;

  ByteForm(String title) {
    this.title = title;
  }

  /** The words in menus. */
  public String title() {
    return title;
  }

  /** The bytes in this form; lines end in LF. */
  public String text(byte[] bytes) {
    return switch (this) {
      case HEX_DUMP -> dump(bytes);
      case HEX_STREAM -> HexFormat.of().formatHex(bytes);
      case C_ARRAY -> c(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case ESCAPED -> escaped(bytes);
    };
  }

  private static String dump(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length * 5);
    for (int at = 0; at < bytes.length; at += ROW) {
      int end = Math.min(bytes.length, at + ROW);
      String hex = SPACED.formatHex(bytes, at, end);
      out.append(HexFormat.of().toHexDigits(at, at > 0xFFFF ? 8 : 4))
          .append("  ")
          .append(hex)
          .append(" ".repeat(3 * ROW + 1 - hex.length()));
      for (int i = at; i < end; i++) {
        out.append(printable(bytes[i]) ? (char) bytes[i] : '.');
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static boolean printable(byte b) {
    return b >= ' ' && b < 0x7F;
  }

  private static String c(byte[] bytes) {
    StringBuilder out = new StringBuilder("static const unsigned char packet[] = {\n");
    for (int at = 0; at < bytes.length; at += C_ROW) {
      int end = Math.min(bytes.length, at + C_ROW);
      out.append("  ")
          .append(C.formatHex(bytes, at, end))
          .append(end < bytes.length ? ",\n" : "\n");
    }
    return out.append("};\n").toString();
  }

  private static String escaped(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      switch (b) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (printable(b)) {
            out.append((char) b);
          } else {
            out.append("\\x").append(HexFormat.of().toHexDigits(b));
          }
        }
      }
    }
    return out.toString();
  }
}
