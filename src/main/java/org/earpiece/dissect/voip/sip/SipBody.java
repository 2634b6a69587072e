package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Finds the session description in a message's body: the body itself, or the first part of a
 * multipart body that is one (RFC 5621). Reused; one thread.
 */
final class SipBody {
  private static final String SDP = "application/sdp";
  private final MimeParts parts = new MimeParts();
  private int start;
  private int length;

  /** Where the session description begins, from the start of the view. */
  int start() {
    return start;
  }

  /** Bytes of the session description; 0 where there is none. */
  int length() {
    return length;
  }

  void find(SipMessage message, ByteView view) {
    start = message.bodyOffset();
    length = 0;
    int type = message.find(SipHeader.CONTENT_TYPE, 0);
    if (type < 0 || message.bodyLength() == 0 || isEncoded(message)) {
      return;
    }
    int from = message.valueStart(type);
    int to = message.valueEnd(type);
    if (isType(view, from, to, SDP)) {
      length = message.bodyLength();
      return;
    }
    parts.begin(view, from, to, start, message.bodyEnd());
    while (length == 0 && parts.next()) {
      if (parts.findType() && isType(view, parts.valueStart(), parts.valueEnd(), SDP)) {
        start = parts.content();
        length = Ascii.trimEnd(view, start, parts.end()) - start;
      }
    }
  }

  /** Whether a Content-Encoding hides what the body is. */
  static boolean isEncoded(SipMessage message) {
    int encoding = message.find(SipHeader.CONTENT_ENCODING, 0);
    return encoding >= 0
        && !Ascii.equalsIgnoreCase(
            message.view(), message.valueStart(encoding), message.valueEnd(encoding), "identity");
  }

  /** Whether a Content-Type value names this type, parameters aside. */
  static boolean isType(ByteView view, int from, int to, String type) {
    return Ascii.equalsIgnoreCase(view, from, typeEnd(view, from, to), type);
  }

  /** Where the type in a Content-Type value ends, before its parameters. */
  static int typeEnd(ByteView view, int from, int to) {
    return Ascii.trimEnd(view, from, SipParams.topLevel(view, from, to, (byte) ';'));
  }
}
