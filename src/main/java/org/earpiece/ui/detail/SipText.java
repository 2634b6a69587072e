package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.voip.sip.SipWords;

/**
 * The text of a SIP message made ready to show: line ends as the window wants them, control
 * characters made visible, and which part of it is what.
 *
 * @param text the message with plain line feeds
 * @param parts without gaps or overlaps, in order, covering the whole text
 */
public record SipText(String text, List<Part> parts) {
  /** A line longer than this is cut, so that a hostile message cannot stall the window. */
  static final int MAX_LINE = 4096;

  /** Lines beyond these are not shown. */
  static final int MAX_LINES = 4000;

  /** What a stretch of text is. */
  public enum Style {
    START_LINE("sip-start"),
    HEADER_NAME("sip-name"),
    VALUE("sip-value"),
    SDP_TYPE("sdp-type"),
    SDP_VALUE("sdp-value"),
    /** Bodies of other kinds, and what Earpiece says itself. */
    BODY("sip-body"),
    NOTE("sip-note");

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

  /** Takes a message apart. The body is taken for SDP where its lines look like {@code v=0}. */
  public static SipText of(String message, int bodyOffset) {
    Builder builder = new Builder();
    String head = message.substring(0, Math.clamp(bodyOffset, 0, message.length()));
    String body = message.substring(head.length());
    boolean first = true;
    for (String line : lines(head)) {
      if (first) {
        builder.line(line, Style.START_LINE);
      } else {
        builder.header(line);
      }
      first = false;
    }
    boolean sdp = body.startsWith("v=");
    for (String line : lines(body)) {
      if (sdp && line.length() > 1 && line.charAt(1) == '=') {
        builder.split(line, 2, Style.SDP_TYPE, Style.SDP_VALUE);
      } else {
        builder.line(line, Style.BODY);
      }
    }
    return builder.build();
  }

  /** What a start line or a header's name at a character means, or empty for other text. */
  String explanation(int character) {
    int from = 0;
    for (Part part : parts) {
      int to = from + part.length();
      if (character < to) {
        String words = text.substring(from, to).strip();
        return switch (part.style()) {
          case START_LINE -> startLine(words);
          case HEADER_NAME -> SipWords.explainHeader(words.replace(":", "").strip());
          default -> "";
        };
      }
      from = to;
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

  /** One sentence in the place of a message. */
  public static SipText note(String sentence) {
    return new SipText(sentence, List.of(new Part(sentence.length(), Style.NOTE)));
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    List<String> lines = new ArrayList<>(List.of(plain.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private int lines;

    void line(String line, Style style) {
      split(line, 0, style, style);
    }

    void header(String line) {
      int colon = line.indexOf(':');
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded || colon < 0) {
        line(line, Style.VALUE);
      } else {
        split(line, colon + 1, Style.HEADER_NAME, Style.VALUE);
      }
    }

    void split(String line, int at, Style before, Style after) {
      if (lines == MAX_LINES) {
        note("… further lines are not shown");
      }
      if (lines++ >= MAX_LINES) {
        return;
      }
      if (!text.isEmpty()) {
        text.append('\n');
        add(1, parts.getLast().style());
      }
      int cut = Math.min(line.length(), MAX_LINE);
      int first = Math.min(at, cut);
      append(line, 0, first, before);
      append(line, first, cut, after);
      if (cut < line.length()) {
        note(" … " + (line.length() - cut) + " more characters");
      }
    }

    private void note(String words) {
      text.append(words);
      add(words.length(), Style.NOTE);
    }

    private void append(String line, int from, int to, Style style) {
      for (int i = from; i < to; i++) {
        char c = line.charAt(i);
        text.append(Character.isISOControl(c) && c != '\t' ? visible(c) : c);
      }
      add(to - from, style);
    }

    /** The Unicode picture of a control character. */
    private static char visible(char c) {
      if (c < 0x20) {
        return (char) (0x2400 + c);
      }
      return c == 0x7F ? '\u2421' : '\uFFFD';
    }

    private void add(int length, Style style) {
      if (length == 0) {
        return;
      }
      if (!parts.isEmpty() && parts.getLast().style() == style) {
        Part last = parts.removeLast();
        parts.add(new Part(last.length() + length, style));
      } else {
        parts.add(new Part(length, style));
      }
    }

    SipText build() {
      return new SipText(text.toString(), List.copyOf(parts));
    }
  }
}
