package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Walks the parameters of a header value or a URI in place: {@code ;name=value} (RFC 3261 section
 * 7.3.1), or with commas as in digest credentials. Quoted strings and angle brackets are left
 * whole. Reused; one thread.
 */
final class SipParams {
  /** Parameters walked in one value at most; what follows is left aside. */
  static final int MAX_PARAMS = 256;

  private ByteView view = new ByteView();
  private byte separator;
  private int position;
  private int end;
  private int walked;
  private int nameStart;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;

  /** Begins at {@code from}, which may lie on a separator. */
  SipParams begin(ByteView view, int from, int to, char separator) {
    this.view = view;
    this.separator = (byte) separator;
    position = from;
    end = to;
    walked = 0;
    return this;
  }

  /** Steps to the next parameter that has a name. */
  boolean next() {
    while (position < end && walked < MAX_PARAMS) {
      int stop = topLevel(view, position, end, separator);
      int from = Ascii.skipSpace(view, position, stop);
      int to = Ascii.trimEnd(view, from, stop);
      position = stop + 1;
      if (from < to) {
        walked++;
        split(from, to);
        return true;
      }
    }
    return false;
  }

  private void split(int from, int to) {
    int equals = topLevel(view, from, to, (byte) '=');
    nameStart = from;
    nameEnd = Ascii.trimEnd(view, from, equals);
    valueStart = equals == to ? to : Ascii.skipSpace(view, equals + 1, to);
    valueEnd = to;
  }

  /** Steps to the next parameter of this name, whatever its case. */
  boolean find(String name) {
    while (next()) {
      if (is(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the current parameter has this name, whatever its case. */
  boolean is(String name) {
    return Ascii.equalsIgnoreCase(view, nameStart, nameEnd, name);
  }

  /** Whether the current parameter has a value. */
  boolean hasValue() {
    return valueStart < valueEnd;
  }

  int nameStart() {
    return nameStart;
  }

  int nameEnd() {
    return nameEnd;
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** The value without quotes around it, from here. */
  int bareStart() {
    return quoted() ? valueStart + 1 : valueStart;
  }

  /** The value without quotes around it, up to here. */
  int bareEnd() {
    return quoted() ? valueEnd - 1 : valueEnd;
  }

  private boolean quoted() {
    return valueEnd - valueStart >= 2 && view.u8(valueStart) == '"' && view.u8(valueEnd - 1) == '"';
  }

  /** The first {@code wanted} outside quotes and angle brackets, or {@code to}. */
  static int topLevel(ByteView view, int from, int to, byte wanted) {
    boolean quoted = false;
    boolean bracket = false;
    for (int i = from; i < to; i++) {
      int c = view.u8(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == wanted && !bracket) {
        return i;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '<') {
        bracket = true;
      } else if (c == '>') {
        bracket = false;
      }
    }
    return to;
  }
}
