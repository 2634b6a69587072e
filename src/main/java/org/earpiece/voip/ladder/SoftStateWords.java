package org.earpiece.voip.ladder;

import java.util.List;
import java.util.Locale;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;
import org.earpiece.voip.softstate.Seconds;
import org.earpiece.voip.softstate.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a message does to a registration, subscription or publication, in a few words: {@code for 60
 * s}, {@code unregisters}, {@code presence active}.
 */
final class SoftStateWords {
  private static final int MAX_CONTACTS = 32;

  private SoftStateWords() {}

  /** The words, or empty for another message. */
  static String of(SipMessage message) {
    if (!message.isRequest()) {
      return answered(message);
    }
    return switch (message.method()) {
      case "REGISTER" -> registers(message);
      case "SUBSCRIBE", "PUBLISH" -> joined(event(message), asked(message, "ends it"));
      case "NOTIFY" -> notifies(message);
      default -> "";
    };
  }

  private static String answered(SipMessage message) {
    boolean about =
        switch (message.cseqMethod()) {
          case "REGISTER", "SUBSCRIBE", "PUBLISH" -> true;
          default -> false;
        };
    if (!about) {
      return "";
    }
    long least = Seconds.header(message, SipHeader.MIN_EXPIRES);
    if (message.statusCode() == 423 && least >= 0) {
      return "at least " + least + " s";
    }
    long granted = expires(message);
    return message.statusCode() / 100 == 2 && granted > 0 ? "for " + granted + " s" : "";
  }

  private static String registers(SipMessage message) {
    String contact = message.header(SipHeader.CONTACT);
    if (contact == null) {
      return "asks who is registered";
    }
    return contact.strip().equals("*") ? "removes all" : asked(message, "unregisters");
  }

  private static String asked(SipMessage message, String ends) {
    long seconds = expires(message);
    return seconds == 0 ? ends : seconds > 0 ? "for " + seconds + " s" : "";
  }

  /** The longest interval of its contacts, or that of the message. */
  private static long expires(SipMessage message) {
    long longest = Seconds.NONE;
    List<String> contacts = message.headers(SipHeader.CONTACT);
    if (message.cseqMethod().equals("REGISTER")) {
      for (SipValue contact : SipValue.list(contacts, MAX_CONTACTS)) {
        longest = Math.max(longest, Seconds.number(contact, "expires"));
      }
    }
    return longest == Seconds.NONE ? Seconds.header(message, SipHeader.EXPIRES) : longest;
  }

  private static String event(SipMessage message) {
    return value(message.header(SipHeader.EVENT)).text();
  }

  private static String notifies(SipMessage message) {
    String event = event(message);
    if (event.equals("refer")) {
      return "";
    }
    SipValue state = value(message.header(SipHeader.SUBSCRIPTION_STATE));
    String reason = state.param("reason");
    String word = state.text().toLowerCase(Locale.ROOT);
    return Text.kept((event + " " + word + (reason.isEmpty() ? "" : ": " + reason)).strip());
  }

  private static SipValue value(@Nullable String header) {
    return SipValue.of(header == null ? "" : header);
  }

  private static String joined(String a, String b) {
    return Text.kept(a.isEmpty() || b.isEmpty() ? a + b : a + ", " + b);
  }
}
