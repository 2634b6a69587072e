package org.earpiece.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The ways in which bytes are copied as text. */
public enum ByteFormat {
  /** Position, bytes, characters, 16 a row, as hexdump -C and Wireshark write it. */
  HEX_DUMP("hex dump") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      StringBuilder out = new StringBuilder();
      for (int row = from; row < to; row += ROW) {
        int end = Math.min(to, row + ROW);
        out.append(HEX.toHexDigits(row, 4)).append("  ");
        for (int i = row; i < row + ROW; i++) {
          out.append(i < end ? HEX.toHexDigits(bytes[i]) : "  ").append(' ');
          out.append(i == row + ROW / 2 - 1 ? " " : "");
        }
        out.append(' ');
        for (int i = row; i < end; i++) {
          out.append(readable(bytes[i]) ? (char) bytes[i] : '.');
        }
        out.append('\n');
      }
      return out.toString();
    }
  },
  HEX_STREAM("hex stream") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      return HEX.formatHex(bytes, from, to);
    }
  },
  /** UTF-8; line ends and tabs stay, other control characters become a dot. */
  TEXT("text") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", ".");
    }
  },
  BASE64("Base64") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      return Base64.getEncoder().encodeToString(part);
    }
  },
  C_ARRAY("C array") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      StringBuilder out = new StringBuilder("static const unsigned char bytes[");
      out.append(to - from).append("] = {");
      for (int i = from; i < to; i++) {
        out.append((i - from) % 8 == 0 ? "\n  " : " ");
        out.append("0x").append(HEX.toHexDigits(bytes[i])).append(i < to - 1 ? "," : "");
      }
      return out.append("\n};\n").toString();
    }
  },
  /** As C and most scripts read it between double quotes. */
  ESCAPED("escaped string") {
    @Override
    public String of(byte[] bytes, int from, int to) {
      StringBuilder out = new StringBuilder("\"");
      for (int i = from; i < to; i++) {
        boolean plain = readable(bytes[i]) && bytes[i] != '"' && bytes[i] != '\\';
        out.append(plain ? (char) bytes[i] : "\\x" + HEX.toHexDigits(bytes[i]));
      }
      return out.append('"').toString();
    }
  };

  private static final HexFormat HEX = HexFormat.of();
  private static final int ROW = 16;

  private final String title;

  ByteFormat(String title) {
    this.title = title;
  }

  /** As menus call it, behind "Copy as". */
  public String title() {
    return title;
  }

  /** Some bytes as text. */
  public abstract String of(byte[] bytes, int from, int to);

  private static boolean readable(byte b) {
    return b >= ' ' && b < 127;
  }
}
