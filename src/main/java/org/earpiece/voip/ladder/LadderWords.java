package org.earpiece.voip.ladder;

import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.voip.Users;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.jspecify.annotations.Nullable;

/** What stands at the arrow of a message, besides what its SDP does. */
final class LadderWords {
  private static final int MAX_LABEL = 60;

  /** Bytes of a body that are looked at for a digit or a reported status line. */
  private static final int MAX_BODY = 200;

  private LadderWords() {}

  static String label(SipMessage message) {
    return cut(
        message.isRequest()
            ? message.method()
            : (message.statusCode() + " " + message.reasonPhrase()).strip());
  }

  private static String cut(String words) {
    return words.length() <= MAX_LABEL ? words : words.substring(0, MAX_LABEL - 1) + "…";
  }

  static Kind kind(SipMessage message) {
    int status = message.statusCode();
    if (message.isRequest()) {
      return Kind.REQUEST;
    }
    return switch (status / 100) {
      case 0, 1 -> Kind.PROVISIONAL;
      case 2 -> Kind.SUCCESS;
      case 3 -> Kind.REDIRECT;
      default -> status == 401 || status == 407 ? Kind.REDIRECT : Kind.FAILURE;
    };
  }

  static boolean credentials(SipMessage message) {
    return message.isRequest()
        && !message.method().equals("ACK")
        && (message.header(SipHeader.AUTHORIZATION) != null
            || message.header(SipHeader.PROXY_AUTHORIZATION) != null);
  }

  /** Where a REFER or a redirection points, what an INFO or NOTIFY carries, or why a call ends. */
  static String remark(SipMessage message) {
    String carried =
        switch (message.method()) {
          case "REFER" -> toward(message.header(SipHeader.REFER_TO));
          case "INFO" -> digit(message);
          case "NOTIFY" -> reported(message);
          default -> "";
        };
    if (!carried.isEmpty()) {
      return carried;
    }
    if (message.statusCode() / 100 == 3) {
      return toward(message.header(SipHeader.CONTACT));
    }
    return reason(message.header(SipHeader.REASON));
  }

  private static String reason(@Nullable String reason) {
    int text = reason == null ? -1 : reason.indexOf("text=\"");
    if (reason == null || text < 0) {
      return "";
    }
    int from = text + "text=\"".length();
    int to = reason.indexOf('"', from);
    return cut(reason.substring(from, to < 0 ? reason.length() : to));
  }

  private static String toward(@Nullable String address) {
    int from = address == null ? -1 : address.indexOf("sip:");
    int to = address == null ? -1 : address.indexOf('@', Math.max(from, 0));
    if (address == null || from < 0 || to < 0 || to - from > MAX_LABEL) {
      return "";
    }
    return "to " + Users.plain(address.substring(from + 4, to));
  }

  private static boolean carries(SipMessage message, String type) {
    String value = message.header(SipHeader.CONTENT_TYPE);
    return value != null && value.regionMatches(true, 0, type, 0, type.length());
  }

  /** The digit of application/dtmf-relay ({@code Signal=5}) or application/dtmf ({@code 5}). */
  private static String digit(SipMessage message) {
    if (!carries(message, "application/dtmf")) {
      return "";
    }
    String body = message.body(MAX_BODY);
    String signal = body.strip();
    if (carries(message, "application/dtmf-relay")) {
      signal =
          body.lines()
              .filter(line -> line.regionMatches(true, 0, "Signal", 0, 6) && line.contains("="))
              .map(line -> line.substring(line.indexOf('=') + 1).strip())
              .findFirst()
              .orElse("");
    }
    return signal.isEmpty() || signal.length() > 2 ? "" : "DTMF " + named(signal);
  }

  /** Some write the star as 10 and the hash as 11, the codes of RFC 4733 section 3.2. */
  private static String named(String signal) {
    return switch (signal) {
      case "10" -> "*";
      case "11" -> "#";
      default -> signal;
    };
  }

  /** The status line that a NOTIFY about a transfer reports (RFC 3515 section 2.4.5). */
  private static String reported(SipMessage message) {
    if (!carries(message, "message/sipfrag")) {
      return "";
    }
    String line = message.body(MAX_BODY).lines().findFirst().orElse("");
    return line.startsWith("SIP/2.0 ") ? "reports " + cut(line.substring(8).strip()) : "";
  }
}
