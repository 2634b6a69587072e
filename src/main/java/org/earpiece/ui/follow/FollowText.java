package org.earpiece.ui.follow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.session.follow.Followed;
import org.earpiece.session.follow.Followed.Piece;
import org.earpiece.ui.kit.Numbers;

/**
 * What was said as text, and who said which part of it.
 *
 * @param parts lengths that add up to the text's, each of one side or of neither
 */
record FollowText(String text, List<Part> parts) {
  /** Characters shown; the file that is saved has all. */
  static final int MAX_SHOWN = 2_000_000;

  private static final int LINE = 16;
  private static final int LAST_CONTROL = 0x1F;
  private static final int DELETE = 0x7F;

  /** What bytes that are no UTF-8 are decoded to. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Who said something. */
  enum Side {
    FIRST("said-first"),
    SECOND("said-second"),
    /** A remark of ours. */
    NOBODY("said-note");

    private final String css;

    Side(String css) {
      this.css = css;
    }

    String css() {
      return css;
    }
  }

  /** Some characters of one side. */
  record Part(int length, Side side) {}

  /** Which side is shown. */
  enum Which {
    BOTH,
    FIRST,
    SECOND;

    boolean shows(Piece piece) {
      return this == BOTH || (this == FIRST) == piece.forward();
    }
  }

  /**
   * Writes what was said.
   *
   * @param hex as a dump of bytes; else as text, where control characters are dots
   */
  static FollowText of(Followed followed, Which which, boolean hex) {
    StringBuilder text = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    boolean cut = followed.cut();
    for (Piece piece : followed.pieces()) {
      if (!which.shows(piece)) {
        continue;
      }
      if (text.length() > MAX_SHOWN) {
        cut = true;
        break;
      }
      if (piece.missing() > 0) {
        add(text, parts, "\n[" + bytes(piece.missing()) + " not captured]\n", Side.NOBODY);
      }
      Side side = piece.forward() ? Side.FIRST : Side.SECOND;
      add(text, parts, hex ? dump(piece.bytes()) : plain(piece.bytes()), side);
    }
    if (cut) {
      add(text, parts, "\n[there is more: save it to have it all]\n", Side.NOBODY);
    }
    return new FollowText(text.toString(), parts);
  }

  private static void add(StringBuilder text, List<Part> parts, String words, Side side) {
    if (!words.isEmpty()) {
      text.append(words);
      parts.add(new Part(words.length(), side));
    }
  }

  private static String bytes(long count) {
    return Numbers.of(count, "byte", "bytes");
  }

  static String plain(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = (c <= LAST_CONTROL && c != '\n' && c != '\t') || c == DELETE;
      boolean undecodable = c == REPLACEMENT;
      if (c == '\r') {
        out.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
      } else {
        out.append(control || undecodable ? '.' : c);
      }
    }
    return out.toString();
  }

  private static String dump(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < bytes.length; at += LINE) {
      out.append(String.format("%08x ", at));
      for (int i = at; i < at + LINE; i++) {
        out.append(i % 8 == 0 ? " " : "");
        out.append(i < bytes.length ? String.format("%02x ", bytes[i]) : "   ");
      }
      out.append(' ');
      for (int i = at; i < Math.min(bytes.length, at + LINE); i++) {
        boolean printable = bytes[i] > LAST_CONTROL && bytes[i] < DELETE;
        out.append(printable ? (char) bytes[i] : '.');
      }
      out.append('\n');
    }
    return out.append('\n').toString();
  }
}
