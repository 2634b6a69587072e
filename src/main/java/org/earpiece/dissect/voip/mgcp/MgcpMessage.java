package org.earpiece.dissect.voip.mgcp;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * An MGCP message over the bytes it arrived in (RFC 3435 section 3.2), by position: a command line
 * or a response line, parameter lines, and behind an empty line a session description. A line with
 * nothing but a dot ends the message (section 3.5.5). Lines end with CRLF, LF or CR. Reused; one
 * thread.
 */
public final class MgcpMessage {
  private static final int CODE_DIGITS = 3;
  private static final int VERB_LENGTH = 4;

  /** The verbs of RFC 3435 section 3.2.1.1, and one that Wireshark knows besides. */
  private static final String[] VERBS = {
    "EPCF", "CRCX", "MDCX", "DLCX", "RQNT", "NTFY", "AUEP", "AUCX", "RSIP", "MESG"
  };

  private ByteView view = new ByteView();
  private boolean request;
  int start;
  int wordEnd;
  int transactionStart;
  int transactionEnd;

  /** The endpoint of a command; its end is its start where there is none. */
  int endpointStart;

  int endpointEnd;

  /** Behind the endpoint of a command, behind the transaction of a response. */
  int restStart;

  int lineEnd;

  /** Where the parameter lines begin and end. */
  int parametersStart;

  int parametersEnd;
  private int bodyStart;
  private int end;

  /** Points this at the message at {@code from}; false where none begins there. */
  public boolean parse(ByteView bytes, int from, int to) {
    view = bytes;
    start = from;
    lineEnd = lineEnd(from, to);
    wordEnd = wordEnd(from);
    request = isVerb(from, wordEnd);
    if (!request && !isCode(from, wordEnd)) {
      return false;
    }
    transactionStart = skipBlank(wordEnd);
    transactionEnd = wordEnd(transactionStart);
    if (transactionEnd == transactionStart) {
      return false;
    }
    endpointStart = skipBlank(transactionEnd);
    endpointEnd = request ? wordEnd(endpointStart) : endpointStart;
    restStart = skipBlank(endpointEnd);
    findEnds(to);
    return true;
  }

  private boolean isVerb(int from, int to) {
    if (to - from != VERB_LENGTH) {
      return false;
    }
    if (Ascii.lower(view.u8(from)) == 'x') {
      return isToken(from + 1, to);
    }
    for (String verb : VERBS) {
      if (Ascii.equalsIgnoreCase(view, from, to, verb)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is the rest of an experimental verb: letters and digits. */
  private boolean isToken(int from, int to) {
    for (int i = from; i < to; i++) {
      int c = Ascii.lower(view.u8(i));
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private boolean isCode(int from, int to) {
    return to - from == CODE_DIGITS && Ascii.decimal(view, from, to) >= 0;
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < lineEnd && view.u8(i) != ' ' && view.u8(i) != '\t') {
      i++;
    }
    return i;
  }

  private int skipBlank(int from) {
    int i = from;
    while (i < lineEnd && (view.u8(i) == ' ' || view.u8(i) == '\t')) {
      i++;
    }
    return i;
  }

  private void findEnds(int to) {
    parametersStart = afterLineEnd(lineEnd, to);
    parametersEnd = to;
    bodyStart = to;
    end = to;
    boolean inBody = false;
    int at = parametersStart;
    while (at < to && !isDot(at, to)) {
      int lineTo = lineEnd(at, to);
      if (lineTo == at && !inBody) {
        inBody = true;
        parametersEnd = at;
        bodyStart = afterLineEnd(at, to);
      }
      at = afterLineEnd(lineTo, to);
    }
    end = at;
    parametersEnd = Math.min(parametersEnd, end);
    bodyStart = Math.min(bodyStart, end);
  }

  private boolean isDot(int at, int to) {
    return isDot(view, at, to);
  }

  /** Whether the line at a position is the dot between two messages. */
  static boolean isDot(ByteView view, int at, int to) {
    return view.u8(at) == '.'
        && (at + 1 == to || view.u8(at + 1) == '\r' || view.u8(at + 1) == '\n');
  }

  int lineEnd(int from, int to) {
    int i = from;
    while (i < to && view.u8(i) != '\r' && view.u8(i) != '\n') {
      i++;
    }
    return i;
  }

  private int afterLineEnd(int at, int to) {
    return afterLineEnd(view, at, to);
  }

  /** The position behind the CRLF, LF or CR at a position. */
  static int afterLineEnd(ByteView view, int at, int to) {
    if (at >= to) {
      return to;
    }
    boolean pair = view.u8(at) == '\r' && at + 1 < to && view.u8(at + 1) == '\n';
    return pair ? at + 2 : at + 1;
  }

  /** Whether this is a command, else a response. */
  public boolean isRequest() {
    return request;
  }

  /** The code of a response; 0 of a command, and of an acknowledgement of a response. */
  public int code() {
    return request ? 0 : (int) Ascii.decimal(view, start, wordEnd);
  }

  /** The transaction identifier, or -1 where it is no number. */
  public long transaction() {
    return Ascii.decimal(view, transactionStart, transactionEnd);
  }

  /** Where the session description begins; {@link #end} where there is none. */
  public int bodyStart() {
    return bodyStart;
  }

  /** The end of the message, before the dot that parts it from the next. */
  public int end() {
    return end;
  }

  /** Whether this leaves no doubt: a known verb, a number, an endpoint and MGCP's version. */
  boolean strict() {
    return request
        && transaction() >= 0
        && endpointEnd > endpointStart
        && lineEnd - restStart >= 4
        && Ascii.equalsIgnoreCase(view, restStart, restStart + 4, "MGCP");
  }

  ByteView view() {
    return view;
  }
}
