package org.earpiece.dissect.voip.sdp;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/** Walks the lines of a session description in place: {@code type=value}. One thread. */
final class SdpLines {
  /** What a line without letter and equals sign has in place of the letter. */
  static final int NO_TYPE = 0;

  private final ByteView view;
  private final int limit;
  private int position;
  private int lineStart;
  private int type;
  private int start;
  private int end;
  private boolean media;

  SdpLines(ByteView view, int from, int to) {
    this.view = view;
    position = from;
    limit = to;
  }

  /** Steps to the next line that has a type. */
  boolean next() {
    while (nextLine()) {
      if (type != NO_TYPE) {
        return true;
      }
    }
    return false;
  }

  /** Steps to the next line that is not empty, whether it has a type or not. */
  boolean nextLine() {
    while (position < limit) {
      lineStart = position;
      int i = lineStart;
      while (i < limit && view.u8(i) != '\r' && view.u8(i) != '\n') {
        i++;
      }
      position = i + 1;
      if (i > lineStart) {
        boolean typed = i - lineStart >= 2 && view.u8(lineStart + 1) == '=';
        type = typed ? view.u8(lineStart) : NO_TYPE;
        start = typed ? lineStart + 2 : lineStart;
        end = Ascii.trimEnd(view, start, i);
        media |= type == 'm';
        return true;
      }
    }
    return false;
  }

  /** The letter before the equals sign; {@link #NO_TYPE} of a line that has none. */
  int type() {
    return type;
  }

  /** Whether the line is an m= line or behind one. */
  boolean inMedia() {
    return media;
  }

  /** Where the line begins. */
  int lineStart() {
    return lineStart;
  }

  /** Where the value begins. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Where the n-th word of a value begins; its end where it has fewer. */
  static int word(ByteView view, int from, int to, int n) {
    int at = Ascii.skipSpace(view, from, to);
    for (int i = 0; i < n; i++) {
      at = Ascii.skipSpace(view, wordEnd(view, at, to), to);
    }
    return at;
  }

  static int wordEnd(ByteView view, int from, int to) {
    int at = from;
    while (at < to && !Ascii.isSpace(view.u8(at))) {
      at++;
    }
    return at;
  }
}
