package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Walks the parts of a multipart body in place (RFC 2046 section 5.1), and those of a multipart
 * that is itself a part. Reused; one thread.
 */
final class MimeParts {
  /** Parts of a body that are looked at. */
  static final int MAX_PARTS = 16;

  /** Multiparts within one another that are looked into. */
  static final int MAX_DEPTH = 4;

  private static final String MULTIPART = "multipart/";
  private static final String CONTENT_TYPE = "content-type";

  private final SipParams params = new SipParams();
  private ByteView view = new ByteView();
  private int depth;
  private int count;
  // Of each multipart that is open: its boundary, the delimiter that comes next, and its end.
  private final int[] boundaries = new int[MAX_DEPTH];
  private final int[] boundaryEnds = new int[MAX_DEPTH];
  private final int[] delimiters = new int[MAX_DEPTH];
  private final int[] ends = new int[MAX_DEPTH];

  private int start;
  private int content;
  private int end;
  private int valueStart;
  private int valueEnd;

  /**
   * Begins with a body; it has no parts unless its type is multipart and tells the boundary.
   *
   * @param typeFrom where the value of its Content-Type begins
   */
  MimeParts begin(ByteView bytes, int typeFrom, int typeTo, int from, int to) {
    view = bytes;
    depth = 0;
    count = 0;
    open(typeFrom, typeTo, from, to);
    return this;
  }

  static boolean isMultipart(ByteView view, int typeFrom, int typeTo) {
    int size = MULTIPART.length();
    return typeTo - typeFrom > size
        && Ascii.equalsIgnoreCase(view, typeFrom, typeFrom + size, MULTIPART);
  }

  private void open(int typeFrom, int typeTo, int from, int to) {
    if (depth < MAX_DEPTH
        && isMultipart(view, typeFrom, typeTo)
        && params.begin(view, typeFrom, typeTo, ';').find("boundary")
        && params.hasValue()) {
      boundaries[depth] = params.bareStart();
      boundaryEnds[depth] = params.bareEnd();
      ends[depth] = to;
      delimiters[depth] = delimiter(depth, from);
      depth++;
    }
  }

  /** Steps to the next part. */
  boolean next() {
    while (depth > 0 && count < MAX_PARTS) {
      int inner = depth - 1;
      int line = delimiters[inner];
      if (line >= ends[inner] || closes(inner, line)) {
        depth--;
        continue;
      }
      int from = afterLine(line, ends[inner]);
      int following = delimiter(inner, from);
      delimiters[inner] = following;
      count++;
      take(from, following < ends[inner] ? beforeLineEnd(from, following) : following);
      return true;
    }
    return false;
  }

  private void take(int from, int to) {
    start = from;
    end = to;
    content = from;
    while (content < to && lineEnd(content, to) > content) {
      content = afterLine(content, to);
    }
    content = SipStartLine.afterLineEnd(view, content, to);
    if (find(CONTENT_TYPE)) {
      open(valueStart, valueEnd, content, to);
    }
  }

  /** Where the current part begins: its header lines. */
  int start() {
    return start;
  }

  /** Where the content of the current part begins. */
  int content() {
    return content;
  }

  /** The end of the current part; the line end before the delimiter is not the part's. */
  int end() {
    return end;
  }

  /** Looks for a header of the current part by its name in lower case. */
  boolean find(String name) {
    int at = start;
    while (at < content) {
      int stop = lineEnd(at, content);
      int next = SipStartLine.afterLineEnd(view, stop, content);
      while (next < content && (view.u8(next) == ' ' || view.u8(next) == '\t')) {
        stop = lineEnd(next, content);
        next = SipStartLine.afterLineEnd(view, stop, content);
      }
      int colon = view.indexOf((byte) ':', at, stop);
      if (colon > at && Ascii.equalsIgnoreCase(view, at, Ascii.trimEnd(view, at, colon), name)) {
        valueStart = Ascii.skipSpace(view, colon + 1, stop);
        valueEnd = Ascii.trimEnd(view, valueStart, stop);
        return true;
      }
      at = next;
    }
    valueStart = content;
    valueEnd = content;
    return false;
  }

  /** Looks for the Content-Type of the current part. */
  boolean findType() {
    return find(CONTENT_TYPE);
  }

  /** Where the value of the header that was found begins. */
  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** The start of the next line that is "--" and the boundary, or the multipart's end. */
  private int delimiter(int which, int from) {
    int at = from;
    while (at < ends[which]) {
      int behind = at + 2 + boundaryEnds[which] - boundaries[which];
      if (behind <= ends[which]
          && view.u8(at) == '-'
          && view.u8(at + 1) == '-'
          && isBoundary(which, at + 2)
          && mayFollow(behind, ends[which])) {
        return at;
      }
      at = afterLine(at, ends[which]);
    }
    return ends[which];
  }

  private boolean isBoundary(int which, int at) {
    for (int i = boundaries[which]; i < boundaryEnds[which]; i++) {
      if (view.u8(at + i - boundaries[which]) != view.u8(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a delimiter may end here: one boundary may begin like another. */
  private boolean mayFollow(int at, int to) {
    return at == to || view.u8(at) == '-' || Ascii.isSpace(view.u8(at));
  }

  private boolean closes(int which, int line) {
    int behind = line + 2 + boundaryEnds[which] - boundaries[which];
    return behind + 1 < ends[which] && view.u8(behind) == '-' && view.u8(behind + 1) == '-';
  }

  private int beforeLineEnd(int from, int to) {
    int at = to;
    if (at > from && view.u8(at - 1) == '\n') {
      at--;
    }
    return at > from && view.u8(at - 1) == '\r' ? at - 1 : at;
  }

  private int afterLine(int from, int to) {
    return SipStartLine.afterLineEnd(view, lineEnd(from, to), to);
  }

  private int lineEnd(int from, int to) {
    int at = from;
    while (at < to && view.u8(at) != '\r' && view.u8(at) != '\n') {
      at++;
    }
    return at;
  }
}
