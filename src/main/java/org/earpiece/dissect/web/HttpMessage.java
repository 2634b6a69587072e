package org.earpiece.dissect.web;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * The start line and header of an HTTP/1 message (RFC 9112 sections 2 to 5), found in bytes of
 * which any may be missing. Points at one message after the other.
 */
final class HttpMessage {
  /** Bytes of start line and header at most. */
  static final int MAX_HEADER = 1 << 14;

  private static final int WORDS = 3;
  private static final int SHORTEST = 5;
  private static final String VERSION = "HTTP/1.";
  private static final String[] METHODS = {
    "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "CONNECT ", "OPTIONS ", "TRACE ", "PATCH "
  };

  private ByteView bytes = new ByteView();
  private final int[] starts = new int[WORDS];
  private final int[] ends = new int[WORDS];
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
  boolean parse(ByteView view, int from, int to) {
    bytes = view;
    limit = Math.min(to, from + MAX_HEADER);
    if (limit - from < SHORTEST || !mayBegin(view, from, limit)) {
      return false;
    }
    int lineEnd = view.indexOf((byte) '\n', from, limit);
    if (lineEnd < 0 || !words(from, trimmed(from, lineEnd))) {
      return false;
    }
    request = !begins(bytes, from, limit, VERSION);
    int version = request ? 2 : 0;
    if (!begins(bytes, starts[version], ends[version], VERSION)
        || ends[version] - starts[version] != VERSION.length() + 1) {
      return false;
    }
    header = lineEnd + 1;
    headerEnd = endOfHeader();
    return request || code() >= 100;
  }

  /** Method, target, version; or version, code, phrase, which may have blanks, or be empty. */
  private boolean words(int from, int lineEnd) {
    int at = from;
    for (int i = 0; i < WORDS; i++) {
      int blank = i < WORDS - 1 ? bytes.indexOf((byte) ' ', at, lineEnd) : lineEnd;
      if (blank < 0) {
        return false;
      }
      starts[i] = at;
      ends[i] = blank;
      at = Math.min(blank + 1, lineEnd);
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

  boolean isRequest() {
    return request;
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

  /** Finds the first header field of this name. */
  boolean find(String name) {
    int end = headerEnd < 0 ? limit : headerEnd;
    int at = header;
    while (at < end) {
      int lineEnd = bytes.indexOf((byte) '\n', at, end);
      int next = lineEnd < 0 ? end : lineEnd;
      int colon = at + name.length();
      if (colon < next
          && bytes.u8(colon) == ':'
          && Ascii.equalsIgnoreCase(bytes, at, colon, name)) {
        valueAt = Ascii.skipSpace(bytes, colon + 1, next);
        valueEnd = Math.max(valueAt, Ascii.trimEnd(bytes, valueAt, trimmed(valueAt, next)));
        return true;
      }
      at = next + 1;
    }
    return false;
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
}
