package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * The first line of a SIP message (RFC 3261 sections 7.1 and 7.2), by position. Where it is {@link
 * #strict} it is enough to recognise SIP by: a method, a URI and {@code SIP/2.0} at the line's end,
 * or {@code SIP/2.0} and a code of three digits. Other versions, codes and URIs are read where
 * something else says that this is SIP. Reused; one thread.
 */
final class SipStartLine {
  /** A start line that is longer is none. */
  static final int MAX_LENGTH = 8192;

  /** A method that is longer is none. */
  static final int MAX_METHOD = 64;

  /** Line ends before a message that are skipped (RFC 3261 section 7.5). */
  static final int MAX_BLANK = 16;

  private static final String VERSION = "SIP/2.0";
  private static final int VERSION_LENGTH = 7;
  private static final int LEAST_VERSION = 4; // SIP/
  private static final int CODE_DIGITS = 3;
  private static final boolean[] TOKEN = new boolean[256];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      TOKEN[c] = true;
      TOKEN[c - 32] = true;
    }
    for (char c = '0'; c <= '9'; c++) {
      TOKEN[c] = true;
    }
    for (char c : "-.!%*_+`'~".toCharArray()) {
      TOKEN[c] = true;
    }
  }

  boolean request;

  /** Whether version, code or URI scheme are as they must be. */
  boolean strict;

  int start;
  int methodEnd;
  int uriStart;
  int uriEnd;

  /** Where the version begins and ends. */
  int versionStart;

  int versionEnd;

  /** The code, or 0 of a request and where the code has not three digits. */
  int status;

  int statusStart;
  int statusEnd;
  int reasonStart;

  /** The end of the line without line end and trailing space. */
  int end;

  /** Where the next line begins. */
  int next;

  /** Reads the line at {@code from}; false where it is none that SIP could have. */
  boolean parse(ByteView view, int from, int to) {
    start = from;
    int limit = Math.min(to, from + MAX_BLANK);
    while (start < limit && (view.u8(start) == '\r' || view.u8(start) == '\n')) {
      start++;
    }
    if (to - start < VERSION_LENGTH + 2) {
      return false;
    }
    int version = versionEnd(view, start, to);
    if (version >= 0) {
      return findEnd(view, to) && statusLine(view, version);
    }
    return method(view, to) && findEnd(view, to) && requestLine(view);
  }

  /** Where {@code SIP/}, digits, a dot and digits end, or -1 where there is something else. */
  private static int versionEnd(ByteView view, int from, int to) {
    if (to - from < VERSION_LENGTH || !startsWithSip(view, from)) {
      return -1;
    }
    int dot = digitsEnd(view, from + LEAST_VERSION, to);
    boolean major = dot > from + LEAST_VERSION && dot < to && view.u8(dot) == '.';
    int end = major ? digitsEnd(view, dot + 1, to) : 0;
    return major && end > dot + 1 ? end : -1;
  }

  private static boolean startsWithSip(ByteView view, int at) {
    return Ascii.lower(view.u8(at)) == 's'
        && Ascii.lower(view.u8(at + 1)) == 'i'
        && Ascii.lower(view.u8(at + 2)) == 'p'
        && view.u8(at + 3) == '/';
  }

  private static int digitsEnd(ByteView view, int from, int to) {
    int i = from;
    while (i < to && view.u8(i) >= '0' && view.u8(i) <= '9') {
      i++;
    }
    return i;
  }

  private boolean findEnd(ByteView view, int to) {
    int limit = Math.min(to, start + MAX_LENGTH);
    int i = start;
    while (i < limit && view.u8(i) != '\r' && view.u8(i) != '\n') {
      i++;
    }
    next = afterLineEnd(view, i, to);
    end = Ascii.trimEnd(view, start, i);
    return i < limit || limit == to;
  }

  private boolean statusLine(ByteView view, int version) {
    request = false;
    versionStart = start;
    versionEnd = version;
    statusStart = Ascii.skipSpace(view, version, end);
    statusEnd = digitsEnd(view, statusStart, end);
    if (statusStart == version || statusEnd == statusStart) {
      return false;
    }
    reasonStart = Ascii.skipSpace(view, statusEnd, end);
    methodEnd = start;
    uriStart = start;
    uriEnd = start;
    boolean code = statusEnd - statusStart == CODE_DIGITS && view.u8(statusStart) != '0';
    status = code ? (int) Ascii.decimal(view, statusStart, statusEnd) : 0;
    strict = code && isVersion(view, start, version);
    return statusEnd == end || reasonStart > statusEnd;
  }

  private boolean method(ByteView view, int to) {
    int limit = Math.min(to, start + MAX_METHOD + 1);
    int i = start;
    while (i < limit && TOKEN[view.u8(i)]) {
      i++;
    }
    methodEnd = i;
    return i > start && i < limit && view.u8(i) == ' ';
  }

  private boolean requestLine(ByteView view) {
    int version = end;
    while (version > methodEnd && view.u8(version - 1) != ' ') {
      version--;
    }
    if (version <= methodEnd + 1 || versionEnd(view, version, end) != end) {
      return false;
    }
    request = true;
    versionStart = version;
    versionEnd = end;
    uriStart = Ascii.skipSpace(view, methodEnd, version);
    uriEnd = Ascii.trimEnd(view, uriStart, version);
    status = 0;
    statusStart = end;
    statusEnd = end;
    reasonStart = end;
    strict = isVersion(view, version, end) && hasScheme(view);
    return uriEnd > uriStart;
  }

  /** Whether the URI begins with a scheme (RFC 3986 section 3.1), perhaps in angle brackets. */
  private boolean hasScheme(ByteView view) {
    int first = uriStart < uriEnd && view.u8(uriStart) == '<' ? uriStart + 1 : uriStart;
    int colon = view.indexOf((byte) ':', first, uriEnd);
    if (colon <= first || Ascii.lower(view.u8(first)) < 'a') {
      return false;
    }
    for (int i = first; i < colon; i++) {
      if (!TOKEN[view.u8(i)]) {
        return false;
      }
    }
    return true;
  }

  static boolean isToken(int c) {
    return TOKEN[c];
  }

  /** Whether bytes that more may follow can become a start line. */
  static boolean mayBegin(ByteView view, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return false;
    }
    int same = 0;
    while (from + same < to
        && same < VERSION_LENGTH
        && Ascii.lower(view.u8(from + same)) == Ascii.lower(VERSION.charAt(same))) {
      same++;
    }
    if (same == VERSION_LENGTH || from + same == to) {
      return true;
    }
    int method = from;
    while (method < to && method - from <= MAX_METHOD && TOKEN[view.u8(method)]) {
      method++;
    }
    int uri = Ascii.skipSpace(view, method, to);
    boolean named = method > from && method - from <= MAX_METHOD;
    boolean scheme = uri == to || (uri > method && isSchemeStart(view.u8(uri)));
    return named && scheme;
  }

  private static boolean isSchemeStart(int c) {
    return c == '<' || (Ascii.lower(c) >= 'a' && Ascii.lower(c) <= 'z');
  }

  /**
   * Where a start line may begin in a line that begins with other text: at {@code SIP/2.0} and a
   * code, or at the capital letters of a method before a URI and {@code SIP/2.0}; or -1.
   */
  static int behindText(ByteView view, int from, int to) {
    int end = Ascii.trimEnd(view, from, to);
    int version = end - VERSION_LENGTH;
    if (version > from && isVersion(view, version, end)) {
      int uri = Ascii.trimEnd(view, from, version);
      while (uri > from && view.u8(uri - 1) != ' ') {
        uri--;
      }
      int method = Ascii.trimEnd(view, from, uri);
      while (method > from && view.u8(method - 1) >= 'A' && view.u8(method - 1) <= 'Z') {
        method--;
      }
      return method;
    }
    for (int at = from; at + VERSION_LENGTH < end; at++) {
      if (isVersion(view, at, at + VERSION_LENGTH) && view.u8(at + VERSION_LENGTH) == ' ') {
        return at;
      }
    }
    return -1;
  }

  private static boolean isVersion(ByteView view, int from, int to) {
    return Ascii.equalsIgnoreCase(view, from, to, VERSION);
  }

  /** The position behind the CRLF, LF or CR at {@code at}. */
  static int afterLineEnd(ByteView view, int at, int to) {
    if (at >= to) {
      return to;
    }
    boolean pair = view.u8(at) == '\r' && at + 1 < to && view.u8(at + 1) == '\n';
    return pair ? at + 2 : at + 1;
  }
}
