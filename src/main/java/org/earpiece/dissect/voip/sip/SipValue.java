package org.earpiece.dissect.voip.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * A header value with its parameters (RFC 3261 section 7.3.1): {@code active;expires=600}, {@code
 * <sip:a@b>;expires=60}, or {@code Digest realm="pbx", stale=true}.
 */
public final class SipValue {
  private final ByteView view;
  private final int start;
  private final int textEnd;
  private final int end;
  private final char separator;

  private SipValue(ByteView view, int start, int textEnd, int end, char separator) {
    this.view = view;
    this.start = start;
    this.textEnd = textEnd;
    this.end = end;
    this.separator = separator;
  }

  /** One value; an empty one for an empty text. */
  public static SipValue of(String text) {
    ByteView view = new ByteView().wrap(text.getBytes(StandardCharsets.UTF_8));
    return value(view, 0, view.length());
  }

  /** A challenge or credentials: the text is the scheme (RFC 3261 section 25.1). */
  public static SipValue digest(String text) {
    ByteView view = new ByteView().wrap(text.getBytes(StandardCharsets.UTF_8));
    int scheme = 0;
    while (scheme < view.length() && !Ascii.isSpace(view.u8(scheme))) {
      scheme++;
    }
    return new SipValue(view, 0, scheme, view.length(), ',');
  }

  /**
   * The values of a header that is a list, on one line or several.
   *
   * @param most values at most; what follows is left aside
   */
  public static List<SipValue> list(List<String> lines, int most) {
    List<SipValue> values = new ArrayList<>();
    for (String line : lines) {
      ByteView view = new ByteView().wrap(line.getBytes(StandardCharsets.UTF_8));
      int from = 0;
      while (from < view.length() && values.size() < most) {
        int to = SipParams.topLevel(view, from, view.length(), (byte) ',');
        int first = Ascii.skipSpace(view, from, to);
        if (first < to) {
          values.add(value(view, first, to));
        }
        from = to + 1;
      }
    }
    return values;
  }

  private static SipValue value(ByteView view, int from, int to) {
    int start = Ascii.skipSpace(view, from, to);
    int semicolon = SipParams.topLevel(view, start, to, (byte) ';');
    return new SipValue(view, start, Ascii.trimEnd(view, start, semicolon), to, ';');
  }

  /** The value without parameters. */
  public String text() {
    return view.utf8(start, textEnd - start);
  }

  /** The value without parameters as a number; -1 where it is none. */
  public long number() {
    return Ascii.decimal(view, start, textEnd);
  }

  /** A parameter's value without quotes; empty where there is none. */
  public String param(String name) {
    SipParams params = new SipParams().begin(view, textEnd, end, separator);
    return params.find(name)
        ? view.utf8(params.bareStart(), params.bareEnd() - params.bareStart())
        : "";
  }

  /** A parameter that is a number; -1 where there is none, or no number. */
  public long number(String name) {
    SipParams params = new SipParams().begin(view, textEnd, end, separator);
    return params.find(name) ? Ascii.decimal(view, params.bareStart(), params.bareEnd()) : -1;
  }
}
