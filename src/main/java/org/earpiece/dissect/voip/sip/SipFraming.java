package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Says where the SIP messages of a byte stream or of a datagram begin and end (RFC 3261 sections
 * 7.5 and 18.3, RFC 5626 section 3.5.1). Allocates nothing, and takes time linear in the bytes it
 * looks at. Reused; one thread.
 *
 * <p>A reader of a stream passes over {@link #keepAlive}, asks {@link #length}, and where that is
 * {@link #NOT_SIP} goes on at {@link #resynchronise}.
 */
public final class SipFraming {
  /** It may be a message, but its header does not end within the bytes that are there. */
  public static final int NEEDS_MORE = -1;

  /** No message begins here. */
  public static final int NOT_SIP = -2;

  /** Bytes of start line and header lines at most; what is longer is no message. */
  public static final int MAX_HEADER_SIZE = 1 << 16;

  private final SipStartLine line = new SipStartLine();

  /** Bytes of line ends at {@code from}: keep-alives, and blank lines before a message. */
  public static int keepAlive(ByteView view, int from, int to) {
    int at = from;
    while (at < to && isLineEnd(view.u8(at))) {
      at++;
    }
    return at - from;
  }

  /**
   * Bytes of the message that begins at {@code from} in a stream of which the bytes up to {@code
   * to} are there; where it is more than those, the difference is still to come. A message whose
   * Content-Length is missing, no number or above {@link SipMessage#MAX_SIZE} ends where the next
   * start line begins, or with the bytes that are there.
   *
   * @return the length, at least 1; or {@link #NEEDS_MORE} or {@link #NOT_SIP}
   */
  public int length(ByteView view, int from, int to) {
    int limit = Math.min(to, from + MAX_HEADER_SIZE);
    int next = startLine(view, from, limit);
    if (next < 0) {
      return next;
    }
    int told = 0; // where the value of Content-Length begins
    int toldEnd = 0;
    while (next < limit) {
      int end = lineEnd(view, next, limit);
      if (end == next && isWhole(view, end, limit)) {
        return message(view, from, to, SipStartLine.afterLineEnd(view, end, to), told, toldEnd);
      }
      int colon = told > 0 ? -1 : view.indexOf((byte) ':', next, end);
      if (colon > 0 && isContentLength(view, next, colon)) {
        told = colon + 1;
        toldEnd = valueEnd(view, end, limit);
      }
      next = SipStartLine.afterLineEnd(view, end, limit);
    }
    return limit - from < MAX_HEADER_SIZE ? NEEDS_MORE : NOT_SIP;
  }

  /**
   * Bytes of the message that begins at {@code from} in a datagram that ends at {@code to}: all of
   * them, or fewer where its Content-Length says so and the rest is something else.
   *
   * @return the length, at least 1; or {@link #NOT_SIP}
   */
  public int datagramLength(ByteView view, int from, int to) {
    int length = length(view, from, to);
    return switch (length) {
      case NOT_SIP -> NOT_SIP;
      case NEEDS_MORE -> to - from;
      default -> Math.min(length, to - from);
    };
  }

  /**
   * The first position from {@code from} on where a message begins, or may begin when the line that
   * {@code to} cuts off goes on; {@code to} where there is none. A start line counts where a header
   * follows it; it may stand behind a body that did not end its last line.
   */
  public int resynchronise(ByteView view, int from, int to) {
    return nextStart(view, from, to, true);
  }

  private int nextStart(ByteView view, int from, int to, boolean cutOff) {
    int at = from;
    while (at < to) {
      int end = lineEnd(view, at, to);
      if (end == to) {
        return cutOff && SipStartLine.mayBegin(view, at, to) ? at : to;
      }
      int start = startIn(view, at, end, to);
      if (start >= 0) {
        return start;
      }
      at = SipStartLine.afterLineEnd(view, end, to);
    }
    return to;
  }

  /** The position behind the start line, {@link #NEEDS_MORE} or {@link #NOT_SIP}. */
  private int startLine(ByteView view, int from, int to) {
    if (from >= to) {
      return NEEDS_MORE;
    }
    if (isLineEnd(view.u8(from))) {
      return NOT_SIP;
    }
    int end = lineEnd(view, from, Math.min(to, from + SipStartLine.MAX_LENGTH + 1));
    if (end == to) {
      return SipStartLine.mayBegin(view, from, to) ? NEEDS_MORE : NOT_SIP;
    }
    return line.parse(view, from, to) && line.strict ? line.next : NOT_SIP;
  }

  private int message(ByteView view, int from, int to, int body, int told, int toldEnd) {
    int start = Ascii.skipSpace(view, told, toldEnd);
    long length = Ascii.decimal(view, start, Ascii.trimEnd(view, start, toldEnd));
    if (length >= 0 && length <= SipMessage.MAX_SIZE) {
      return body - from + (int) length;
    }
    return nextStart(view, body, to, false) - from;
  }

  /** Whether the line end at {@code at} is all there: after a CR the LF may be still to come. */
  private static boolean isWhole(ByteView view, int at, int to) {
    return view.u8(at) == '\n' || at + 1 < to;
  }

  private static boolean isContentLength(ByteView view, int from, int colon) {
    int end = Ascii.trimEnd(view, from, colon);
    return SipHeaderTable.find(view, from, end) == SipHeader.CONTENT_LENGTH;
  }

  /** The end of a header's value, the lines it is folded over included. */
  private static int valueEnd(ByteView view, int lineEnd, int to) {
    int end = lineEnd;
    int next = SipStartLine.afterLineEnd(view, end, to);
    while (next < to && (view.u8(next) == ' ' || view.u8(next) == '\t')) {
      end = lineEnd(view, next, to);
      next = SipStartLine.afterLineEnd(view, end, to);
    }
    return end;
  }

  /** Where a start line begins in the line from {@code from} to {@code end}, or -1. */
  private int startIn(ByteView view, int from, int end, int to) {
    if (begins(view, from, to)) {
      return from;
    }
    int inside = SipStartLine.behindText(view, from, end);
    return inside > from && begins(view, inside, to) ? inside : -1;
  }

  private boolean begins(ByteView view, int from, int to) {
    return !isLineEnd(view.u8(from))
        && line.parse(view, from, to)
        && line.strict
        && headerMayFollow(view, line.next, to);
  }

  /** Whether a header's name and colon begin here, as far as there are bytes. */
  private static boolean headerMayFollow(ByteView view, int from, int to) {
    int at = from;
    while (at < to && SipStartLine.isToken(view.u8(at))) {
      at++;
    }
    boolean named = at > from;
    while (at < to && (view.u8(at) == ' ' || view.u8(at) == '\t')) {
      at++;
    }
    return at == to || (named && view.u8(at) == ':');
  }

  private static boolean isLineEnd(int c) {
    return c == '\r' || c == '\n';
  }

  private static int lineEnd(ByteView view, int from, int to) {
    int at = from;
    while (at < to && !isLineEnd(view.u8(at))) {
      at++;
    }
    return at;
  }
}
