package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Finds the session description in a message's body: the body itself, or the first part of a
 * multipart body that is one (RFC 5621, RFC 2046 section 5.1). Reused; one thread.
 */
final class SipBody {
  /** Parts of a multipart body that are looked at. */
  static final int MAX_PARTS = 16;

  private static final String SDP = "application/sdp";
  private final SipParams params = new SipParams();
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
    if (type < 0 || message.bodyLength() == 0 || encoded(message, view)) {
      return;
    }
    int from = message.valueStart(type);
    int to = message.valueEnd(type);
    if (isType(view, from, to, SDP)) {
      length = message.bodyLength();
    } else if (to - from > 10 && Ascii.equalsIgnoreCase(view, from, from + 10, "multipart/")) {
      if (params.begin(view, from, to, ';').find("boundary")) {
        parts(view, params.bareStart(), params.bareEnd(), message.bodyEnd());
      }
    }
  }

  private static boolean encoded(SipMessage message, ByteView view) {
    int encoding = message.find(SipHeader.CONTENT_ENCODING, 0);
    return encoding >= 0
        && !Ascii.equalsIgnoreCase(
            view, message.valueStart(encoding), message.valueEnd(encoding), "identity");
  }

  /** Whether a Content-Type value names this type, parameters aside. */
  private static boolean isType(ByteView view, int from, int to, String type) {
    int stop = SipParams.topLevel(view, from, to, (byte) ';');
    return Ascii.equalsIgnoreCase(view, from, Ascii.trimEnd(view, from, stop), type);
  }

  private void parts(ByteView view, int boundary, int boundaryEnd, int end) {
    int at = delimiter(view, boundary, boundaryEnd, start, end);
    for (int n = 0; n < MAX_PARTS && at < end; n++) {
      int from = SipStartLine.afterLineEnd(view, lineEnd(view, at, end), end);
      int next = delimiter(view, boundary, boundaryEnd, from, end);
      if (part(view, from, next)) {
        return;
      }
      at = next;
    }
  }

  /** The start of the next line that is "--" and the boundary, or {@code end}. */
  private static int delimiter(ByteView view, int boundary, int boundaryEnd, int from, int end) {
    int size = boundaryEnd - boundary;
    int at = from;
    while (at < end) {
      if (at + 2 + size <= end
          && view.u8(at) == '-'
          && view.u8(at + 1) == '-'
          && same(view, at + 2, boundary, size)) {
        return at;
      }
      at = SipStartLine.afterLineEnd(view, lineEnd(view, at, end), end);
    }
    return end;
  }

  private static boolean same(ByteView view, int a, int b, int size) {
    for (int i = 0; i < size; i++) {
      if (view.u8(a + i) != view.u8(b + i)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the part as the session description if its headers say so. */
  private boolean part(ByteView view, int from, int end) {
    boolean sdp = false;
    int at = from;
    while (at < end) {
      int stop = lineEnd(view, at, end);
      int next = SipStartLine.afterLineEnd(view, stop, end);
      if (stop == at) {
        if (sdp) {
          start = next;
          length = Ascii.trimEnd(view, next, end) - next;
        }
        return length > 0;
      }
      int colon = view.indexOf((byte) ':', at, stop);
      if (colon > 0 && SipHeaderTable.find(view, at, colon) == SipHeader.CONTENT_TYPE) {
        sdp = isType(view, Ascii.skipSpace(view, colon + 1, stop), stop, SDP);
      }
      at = next;
    }
    return false;
  }

  private static int lineEnd(ByteView view, int from, int to) {
    int i = from;
    while (i < to && view.u8(i) != '\r' && view.u8(i) != '\n') {
      i++;
    }
    return i;
  }
}
