package org.earpiece.dissect.web;

import java.util.Locale;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.StreamFraming;
import org.jspecify.annotations.Nullable;

/**
 * The start line and header of an HTTP/1 message (RFC 9112 sections 2 to 5), found in bytes of
 * which any may be missing. Points at one message after the other.
 */
public final class HttpMessage {
  /** Bytes of start line and header at most. */
  static final int MAX_HEADER = 1 << 16;

  private static final int WORDS = 3;
  private static final int SHORTEST = 5;
  private static final String VERSION = "HTTP/1.";

  /**
   * Those of RFC 9110 and RFC 5789, of WebDAV (RFC 4918, RFC 3253, RFC 4791, RFC 5323) and of UPnP;
   * none of them begins as a frame of WebSocket may.
   */
  private static final String[] METHODS = {
    "GET ",
    "HEAD ",
    "POST ",
    "PUT ",
    "DELETE ",
    "CONNECT ",
    "OPTIONS ",
    "TRACE ",
    "PATCH ",
    "PROPFIND ",
    "PROPPATCH ",
    "MKCOL ",
    "MKCALENDAR ",
    "COPY ",
    "MOVE ",
    "LOCK ",
    "UNLOCK ",
    "REPORT ",
    "SEARCH ",
    "NOTIFY ",
    "SUBSCRIBE ",
    "UNSUBSCRIBE "
  };

  /** How the end of a body is found (RFC 9112 section 6.3). */
  enum Body {
    NONE,
    /** By {@link #contentLength}. */
    LENGTH,
    CHUNKED,
    /** It goes on to the end of the stream. */
    TO_END
  }

  private ByteView bytes = new ByteView();
  private final int[] starts = new int[WORDS];
  private final int[] ends = new int[WORDS];
  private boolean lineEnds;
  private boolean request;
  private int header;
  private int headerEnd;
  private int limit;
  private int valueAt;
  private int valueEnd;

  /** Whether a message may begin with these bytes, as far as they are there. */
  static boolean mayBegin(ByteView bytes, int from, int to) {
    if (begins(bytes, from, to, VERSION)) {
      return true;
    }
    for (String method : METHODS) {
      if (begins(bytes, from, to, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(ByteView bytes, int from, int to, String text) {
    int length = Math.min(text.length(), to - from);
    for (int i = 0; i < length; i++) {
      if (bytes.u8(from + i) != text.charAt(i)) {
        return false;
      }
    }
    return length > 0;
  }

  /** Points at the message at {@code from}; false where none begins there. */
  public boolean parse(ByteView view, int from, int to) {
    bytes = view;
    limit = Math.min(to, from + MAX_HEADER);
    lineEnds = false;
    if (limit - from < SHORTEST || !mayBegin(view, from, limit)) {
      return false;
    }
    int lineEnd = view.indexOf((byte) '\n', from, limit);
    lineEnds = lineEnd >= 0;
    request = !begins(bytes, from, limit, VERSION);
    if (!lineEnds || !words(from, Ascii.trimEnd(view, from, lineEnd))) {
      return false;
    }
    int version = request ? 2 : 0;
    if (!begins(bytes, starts[version], ends[version], VERSION)
        || ends[version] - starts[version] != VERSION.length() + 1) {
      return false;
    }
    header = lineEnd + 1;
    headerEnd = endOfHeader();
    return request || code() >= 100;
  }

  /**
   * Points at the message at {@code from}, which begins as one may.
   *
   * @return bytes of start line and header; TRUNCATED where they do not end; NOT_MINE
   */
  int header(ByteView view, int from, int to) {
    boolean begins = parse(view, from, to);
    if (begins && headerEnd >= 0) {
      return headerEnd - from;
    }
    boolean goesOn = (begins || !lineEnds) && to - from < MAX_HEADER;
    return goesOn ? StreamFraming.TRUNCATED : StreamFraming.NOT_MINE;
  }

  /** Whether the start line is there as a whole. */
  boolean lineEnds() {
    return lineEnds;
  }

  /** Method, target, version; or version, code, phrase, which may have blanks, or be missing. */
  private boolean words(int from, int lineEnd) {
    int at = from;
    for (int i = 0; i < WORDS; i++) {
      int blank = i < WORDS - 1 ? bytes.indexOf((byte) ' ', at, lineEnd) : lineEnd;
      if (blank < 0 && (i == 0 || request)) {
        return false;
      }
      starts[i] = at;
      ends[i] = blank < 0 ? lineEnd : blank;
      at = Math.min(ends[i] + 1, lineEnd);
    }
    return true;
  }

  private int trimmed(int from, int lineEnd) {
    return lineEnd > from && bytes.u8(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
  }

  private int endOfHeader() {
    int at = header;
    while (at < limit) {
      int lineEnd = bytes.indexOf((byte) '\n', at, limit);
      if (lineEnd < 0) {
        return -1;
      }
      if (trimmed(at, lineEnd) == at) {
        return lineEnd + 1;
      }
      at = lineEnd + 1;
    }
    return -1;
  }

  public boolean isRequest() {
    return request;
  }

  /** Whether it is a request of UPnP's events, which Wireshark does not count as a request. */
  public boolean isNotification() {
    return asks("NOTIFY") || asks("SUBSCRIBE") || asks("UNSUBSCRIBE");
  }

  /** What a request asks for, as far as it says: with the host, or the target alone. */
  public String target(boolean secure) {
    String full = fullUri(secure);
    return full == null ? bytes.utf8(starts[1], ends[1] - starts[1]) : full;
  }

  /** What a request asks for, its host named; null where it names none. */
  @Nullable String fullUri(boolean secure) {
    if (!find("Host")) {
      return null;
    }
    String target = bytes.utf8(starts[1], ends[1] - starts[1]);
    if (asks("CONNECT") || target.contains("://")) {
      return target;
    }
    String scheme = secure ? "https://" : "http://";
    return scheme + bytes.utf8(valueAt, valueEnd - valueAt) + target;
  }

  /** Where a word of the start line begins: method, target, version; version, code, phrase. */
  int wordAt(int index) {
    return starts[index];
  }

  /** Where a word of the start line ends. */
  int wordEnd(int index) {
    return ends[index];
  }

  /** The status code of a response, or -1. */
  int code() {
    return ends[1] - starts[1] == 3 ? (int) Ascii.decimal(bytes, starts[1], ends[1]) : -1;
  }

  /** Where the body begins, or -1 where the header does not end within the bytes. */
  int headerEnd() {
    return headerEnd;
  }

  /** Sees the lines of the header in their order, their ends among them. */
  @FunctionalInterface
  interface Lines {
    void line(int at, int size);
  }

  /** Shows the lines of the header that are whole. */
  void lines(Lines visitor) {
    int end = headerEnd < 0 ? limit : headerEnd;
    int at = header;
    while (at < end) {
      int lineEnd = bytes.indexOf((byte) '\n', at, end);
      if (lineEnd < 0 || trimmed(at, lineEnd) == at) {
        return;
      }
      visitor.line(at, lineEnd + 1 - at);
      at = lineEnd + 1;
    }
  }

  /**
   * Finds the last header field of this name: where there are several, it is the one that counts.
   */
  boolean find(String name) {
    boolean found = false;
    int at = findNext(name, header);
    while (at >= 0) {
      found = true;
      at = findNext(name, at);
    }
    return found;
  }

  /** Shows the values of all header fields of this name. */
  void each(String name, Lines visitor) {
    int at = findNext(name, header);
    while (at >= 0) {
      visitor.line(valueAt, valueEnd - valueAt);
      at = findNext(name, at);
    }
  }

  /** Finds a header field of this name from a line on; where the next line begins, or -1. */
  private int findNext(String name, int from) {
    int end = headerEnd < 0 ? limit : headerEnd;
    int at = from;
    while (at < end) {
      int lineEnd = bytes.indexOf((byte) '\n', at, end);
      int next = lineEnd < 0 ? end : lineEnd;
      int colon = at + name.length();
      if (colon < next
          && bytes.u8(colon) == ':'
          && Ascii.equalsIgnoreCase(bytes, at, colon, name)) {
        valueAt = Ascii.skipSpace(bytes, colon + 1, next);
        valueEnd = Math.max(valueAt, Ascii.trimEnd(bytes, valueAt, trimmed(valueAt, next)));
        return next + 1;
      }
      at = next + 1;
    }
    return -1;
  }

  /** Where the value that {@link #find} found begins. */
  int valueAt() {
    return valueAt;
  }

  /** Where the value that {@link #find} found ends. */
  int valueEnd() {
    return valueEnd;
  }

  /** Whether the stream carries WebSocket behind this message, if the other side agrees. */
  boolean upgradesToWebSocket() {
    return (request || code() == 101)
        && find("Upgrade")
        && Ascii.equalsIgnoreCase(bytes, valueAt, valueEnd, "websocket");
  }

  /** What its Content-Length says, or -1 where there is none, or none that is a number. */
  long contentLength() {
    return find("Content-Length") ? Ascii.decimal(bytes, valueAt, valueEnd) : -1;
  }

  /** How the end of its body is found, by its own header. */
  Body body() {
    int code = request ? 0 : code();
    if (!request && (code < 200 || code == 204 || code == 304)) {
      return Body.NONE;
    }
    boolean coded = find("Transfer-Encoding") && !lastWord("identity");
    if (coded && lastWord("chunked")) {
      return Body.CHUNKED;
    }
    long length = coded ? -1 : contentLength();
    if (length > Integer.MAX_VALUE - MAX_HEADER) {
      return Body.TO_END;
    }
    boolean none = length == 0 || (length < 0 && request);
    return none ? Body.NONE : length > 0 ? Body.LENGTH : Body.TO_END;
  }

  /** Whether a word is the last one of the value that was found. */
  private boolean lastWord(String word) {
    int at = valueEnd - word.length();
    return at >= valueAt
        && Ascii.equalsIgnoreCase(bytes, at, valueEnd, word)
        && (at == valueAt || bytes.u8(at - 1) == ',' || Ascii.isSpace(bytes.u8(at - 1)));
  }

  /** Whether the method of this request is a word. */
  boolean asks(String method) {
    return request
        && ends[0] - starts[0] == method.length()
        && begins(bytes, starts[0], ends[0], method);
  }

  /** The encoding of its content in lower case, or an empty text. */
  String contentEncoding() {
    return find("Content-Encoding")
        ? bytes.ascii(valueAt, valueEnd - valueAt).toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * As {@link org.earpiece.dissect.StreamFraming#streamLength}, of a message whose header ends; of
   * one whose body ends with the stream, too.
   */
  int streamLength(int from, int to) {
    return switch (body()) {
      case NONE -> headerEnd - from;
      case LENGTH -> headerEnd - from + (int) contentLength();
      case TO_END -> StreamFraming.TO_END;
      case CHUNKED -> {
        int end = new ChunkedBody().walk(bytes, headerEnd, to);
        yield end == ChunkedBody.MORE ? StreamFraming.TRUNCATED : end - from;
      }
    };
  }
}
