package org.earpiece.dissect.voip.sip;

import java.nio.charset.StandardCharsets;
import org.earpiece.bytes.ByteView;

/**
 * The value of From, To or Contact (RFC 3261 section 20.10).
 *
 * @param display display name without quotes, or empty
 * @param uri the URI without angle brackets
 * @param user the user part of the URI (or the number of a tel URI) without password, or empty
 * @param host the host part without port, an IPv6 address in brackets; or empty
 * @param tag the tag parameter, or empty
 * @param text the value without header parameters, as Wireshark shows it: {@code "Al" <sip:a@b>}
 */
public record NameAddress(
    String display, String uri, String user, String host, String tag, String text) {

  /** Takes a value apart; what it lacks is empty. Of a list, only the first one counts. */
  public static NameAddress parse(String value) {
    ByteView view = new ByteView().wrap(value.getBytes(StandardCharsets.UTF_8));
    return of(view, new SipAddress().single(view, 0, view.length()));
  }

  static NameAddress of(ByteView view, SipAddress at) {
    SipParams params = at.params(new SipParams());
    String tag =
        params.find("tag")
            ? view.utf8(params.valueStart(), params.valueEnd() - params.valueStart())
            : "";
    return new NameAddress(
        unquote(view.utf8(at.displayStart(), at.displayEnd() - at.displayStart())),
        view.utf8(at.uriStart(), at.uriEnd() - at.uriStart()),
        view.utf8(at.userStart(), at.bareUserEnd() - at.userStart()),
        view.utf8(at.hostStart(), at.hostEnd() - at.hostStart()),
        tag,
        view.utf8(at.start(), at.textEnd() - at.start()));
  }

  /** The content of a quoted string (RFC 3261 section 25.1); other text as it is. */
  static String unquote(String text) {
    if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
      return text;
    }
    String inside = text.substring(1, text.length() - 1);
    if (inside.indexOf('\\') < 0) {
      return inside;
    }
    StringBuilder plain = new StringBuilder(inside.length());
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      plain.append(c == '\\' && i + 1 < inside.length() ? inside.charAt(++i) : c);
    }
    return plain.toString();
  }
}
