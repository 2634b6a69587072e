package org.earpiece.ui.detail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SdpWords;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.dissect.voip.sip.SipWords;
import org.jspecify.annotations.Nullable;

/**
 * The text of a SIP message made ready to show: line ends as the window wants them, control
 * characters made visible, long and repeated headers folded, and which part of it is what.
 *
 * @param text the message with plain line feeds
 * @param parts without gaps or overlaps, in order, covering the whole text
 * @param lines in order
 */
public record SipText(String text, List<Part> parts, List<Line> lines) {
  /** A line longer than this is cut, so that a hostile message cannot stall the window. */
  static final int MAX_LINE = 4096;

  /** Lines beyond these are not shown. */
  static final int MAX_LINES = 4000;

  /** What a stretch of text is. */
  public enum Style {
    START_LINE("sip-start"),
    HEADER_NAME("sip-name"),
    /** The name of a header field that no specification known here has. */
    UNKNOWN_NAME("sip-unknown"),
    VALUE("sip-value"),
    SDP_TYPE("sdp-type"),
    SDP_VALUE("sdp-value"),
    /** Bodies of other kinds. */
    BODY("sip-body"),
    /** What Earpiece says itself. */
    NOTE("sip-note"),
    /** Says how much is folded here; a click unfolds it. */
    FOLD("sip-fold");

    private final String css;

    Style(String css) {
      this.css = css;
    }

    /** The style class in the style sheet. */
    public String css() {
      return css;
    }
  }

  /** A stretch of one style, in characters. */
  public record Part(int length, Style style) {}

  /**
   * A line of the text.
   *
   * @param start its first character in {@link #text}
   * @param offset where its bytes begin in the message
   * @param length bytes, the line's end not counted
   * @param header the name of its header field as SIP has it, in small letters; or empty
   */
  public record Line(int start, int offset, int length, String header) {}

  /** Takes a message apart. The body is taken for SDP where it begins like one. */
  static SipText of(byte[] message, int bodyOffset, Set<String> unfolded) {
    return new Builder(message, bodyOffset, unfolded).build();
  }

  /** One sentence in the place of a message. */
  public static SipText note(String sentence) {
    return new SipText(sentence, List.of(new Part(sentence.length(), Style.NOTE)), List.of());
  }

  /** What a start line, a header's name or a line of SDP at a character means, or empty. */
  String explanation(int character) {
    Part part = null;
    int from = 0;
    int at = 0;
    for (Part each : parts) {
      if (character >= at && character < at + each.length()) {
        part = each;
        from = at;
      }
      at += each.length();
    }
    if (part == null) {
      return "";
    }
    return switch (part.style()) {
      case START_LINE -> startLine(text.substring(from, from + part.length()).strip());
      case HEADER_NAME, UNKNOWN_NAME ->
          SipWords.explainHeader(
              text.substring(from, from + part.length()).replace(":", "").strip());
      case SDP_TYPE, SDP_VALUE -> SdpWords.explain(lineText(character));
      case FOLD -> "Click to show all of it.";
      default -> "";
    };
  }

  private String lineText(int character) {
    int start = text.lastIndexOf('\n', Math.min(character, text.length()) - 1) + 1;
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** The line at a character, or null. */
  @Nullable Line line(int character) {
    Line found = null;
    for (Line line : lines) {
      if (line.start() <= character) {
        found = line;
      }
    }
    return found;
  }

  /** The header whose fold is at a character; empty where none is. */
  String foldAt(int character) {
    int at = 0;
    for (Part part : parts) {
      if (character >= at && character < at + part.length() && part.style() == Style.FOLD) {
        Line line = line(character);
        return line == null ? "" : line.header();
      }
      at += part.length();
    }
    return "";
  }

  private static String startLine(String line) {
    boolean response = line.startsWith("SIP/");
    int space = line.indexOf(' ');
    if (space < 0) {
      return "";
    }
    return SipWords.explain(response ? line.substring(space + 1) : line.substring(0, space));
  }

  private static final class Builder {
    /** A header's value is folded where it is longer, and this much of it is shown. */
    private static final int LONG_VALUE = 120;

    private static final int SHOWN_OF_IT = 90;

    /** Headers of one name in a row beyond these are folded. */
    private static final int IN_A_ROW = 3;

    /** The column at which notes on SDP begin. */
    private static final int NOTES = 34;

    private final byte[] message;
    private final int bodyOffset;
    private final Set<String> unfolded;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Media> media;
    private final boolean sdp;
    private int sections;
    private int at;
    private boolean full;

    Builder(byte[] message, int bodyOffset, Set<String> unfolded) {
      this.message = message;
      this.bodyOffset = Math.clamp(bodyOffset, 0, message.length);
      this.unfolded = unfolded;
      int body = message.length - this.bodyOffset;
      sdp = body > 1 && message[this.bodyOffset] == 'v' && message[this.bodyOffset + 1] == '=';
      media =
          sdp
              ? SessionDescription.parse(new ByteView().wrap(message), this.bodyOffset, body)
                  .media()
              : List.of();
    }

    SipText build() {
      String header = "";
      int row = 0;
      boolean first = true;
      while (at < message.length && !full) {
        int start = at;
        String line = next();
        if (start >= bodyOffset) {
          body(line, start);
        } else if (first) {
          begin(line, start, "");
          append(line, Style.START_LINE);
        } else {
          String name = name(line, header);
          boolean again = name.equals(header) && !name.isEmpty();
          row = again ? row + (folded(line) ? 0 : 1) : 1;
          header = name;
          header(line, start, name, row);
        }
        first = false;
      }
      return new SipText(text.toString(), List.copyOf(parts), List.copyOf(lines));
    }

    /** The next line without its end; {@link #at} goes behind that. */
    private String next() {
      int limit = at < bodyOffset ? bodyOffset : message.length;
      int end = at;
      while (end < limit && message[end] != '\r' && message[end] != '\n') {
        end++;
      }
      String line = new String(message, at, end - at, StandardCharsets.UTF_8);
      boolean both = end + 1 < limit && message[end] == '\r' && message[end + 1] == '\n';
      at = Math.min(limit, end + (both ? 2 : 1));
      return line;
    }

    private static boolean folded(String line) {
      return line.startsWith(" ") || line.startsWith("\t");
    }

    /** The header that a line is of: a line that begins with a space goes on with the last one. */
    private static String name(String line, String before) {
      if (folded(line)) {
        return before;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return "";
      }
      String written = line.substring(0, colon).strip();
      SipWords.Word word = SipWords.header(written);
      return (word == null ? written : word.name()).toLowerCase(Locale.ROOT);
    }

    private void header(String line, int start, String name, int row) {
      boolean fold = !name.isEmpty() && !unfolded.contains(name);
      if (fold && row > IN_A_ROW) {
        if (!folded(line)) {
          more(start, name);
        }
        return;
      }
      begin(line, start, name);
      int colon = folded(line) ? -1 : line.indexOf(':');
      if (colon > 0) {
        String written = line.substring(0, colon).strip();
        boolean known = SipWords.header(written) != null;
        append(line.substring(0, colon + 1), known ? Style.HEADER_NAME : Style.UNKNOWN_NAME);
      }
      String value = line.substring(colon > 0 ? colon + 1 : 0);
      if (fold && value.length() > LONG_VALUE) {
        append(value.substring(0, SHOWN_OF_IT), Style.VALUE);
        add(" … " + (value.length() - SHOWN_OF_IT) + " more characters", Style.FOLD);
      } else {
        append(value, Style.VALUE);
      }
    }

    /** Counts one more header in the line that stands for all that are folded. */
    private void more(int start, String name) {
      Line last = lines.getLast();
      Part lastPart = parts.getLast();
      boolean counting = lastPart.style() == Style.FOLD && text.charAt(last.start()) == '…';
      int count = 1;
      if (counting) {
        String words = text.substring(last.start());
        count += Integer.parseInt(words.substring(2, words.indexOf(' ', 2)));
        text.setLength(last.start());
        parts.removeLast();
      } else {
        begin("", start, name);
      }
      if (!full) {
        add("… " + count + " more of the same header", Style.FOLD);
      }
    }

    private void body(String line, int start) {
      begin(line, start, "");
      if (!sdp || line.length() < 2 || line.charAt(1) != '=') {
        append(line, Style.BODY);
        return;
      }
      append(line.substring(0, 2), Style.SDP_TYPE);
      append(line.substring(2), Style.SDP_VALUE);
      String note = note(line);
      if (note != null && !full) {
        int gap = Math.max(2, NOTES - line.length());
        add(" ".repeat(gap) + note, Style.NOTE);
      }
    }

    private @Nullable String note(String line) {
      if (line.startsWith("c=") && !media.isEmpty()) {
        return SdpWords.connection(media.get(Math.max(0, sections - 1)));
      }
      if (!line.startsWith("m=") || sections >= media.size()) {
        return SdpWords.note(line, "", "");
      }
      Media section = media.get(sections++);
      List<String> names = new ArrayList<>();
      for (String format : section.formats()) {
        SessionDescription.Encoding codec =
            format.matches("\\d{1,3}") ? section.codecs().get(Integer.parseInt(format)) : null;
        if (codec != null) {
          names.add(codec.name().equals("telephone-event") ? "DTMF" : codec.name());
        }
      }
      String address = section.address() == null ? "" : section.address().toString();
      return SdpWords.note(line, address, String.join(", ", names.stream().distinct().toList()));
    }

    /** Begins a line of the text. */
    private void begin(String line, int start, String header) {
      if (lines.size() >= MAX_LINES) {
        add("… further lines are not shown", Style.NOTE);
        full = true;
        return;
      }
      if (!lines.isEmpty()) {
        add("\n", parts.isEmpty() ? Style.VALUE : parts.getLast().style());
      }
      int length = line.isEmpty() ? at - start : bytes(start);
      lines.add(new Line(text.length(), start, length, header));
    }

    private int bytes(int start) {
      int end = start;
      while (end < at && message[end] != '\r' && message[end] != '\n') {
        end++;
      }
      return end - start;
    }

    private void append(String words, Style style) {
      if (full) {
        return;
      }
      int cut = Math.min(words.length(), MAX_LINE);
      StringBuilder shown = new StringBuilder(cut);
      for (int i = 0; i < cut; i++) {
        char c = words.charAt(i);
        shown.append(Character.isISOControl(c) && c != '\t' ? visible(c) : c);
      }
      add(shown.toString(), style);
      if (cut < words.length()) {
        add(" … " + (words.length() - cut) + " more characters", Style.NOTE);
      }
    }

    /** The Unicode picture of a control character. */
    private static char visible(char c) {
      if (c < 0x20) {
        return (char) (0x2400 + c);
      }
      return c == 0x7F ? '\u2421' : '\uFFFD';
    }

    private void add(String words, Style style) {
      if (words.isEmpty()) {
        return;
      }
      text.append(words);
      if (!parts.isEmpty() && parts.getLast().style() == style && style != Style.FOLD) {
        Part last = parts.removeLast();
        parts.add(new Part(last.length() + words.length(), style));
      } else {
        parts.add(new Part(words.length(), style));
      }
    }
  }
}
