package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Finds what a message does against the grammar of RFC 3261 section 25. Runs only where somebody
 * asks, as the reading of messages does not depend on it.
 */
final class SipCheck {
  private static final long LAST_SEQUENCE = (1L << 31) - 1;
  private static final long LAST_SECONDS = (1L << 32) - 1;
  private static final long LAST_HOP = 255;

  /** A digit is any digit, a letter any letter, all else itself. */
  private static final String DATE_FORM = "Aaa, 00 Aaa 0000 00:00:00 GMT";

  private static final SipHeader[] MANDATORY = {
    SipHeader.VIA, SipHeader.FROM, SipHeader.TO, SipHeader.CALL_ID, SipHeader.CSEQ
  };

  private static final SipHeader[] SINGLE = {
    SipHeader.FROM,
    SipHeader.TO,
    SipHeader.CALL_ID,
    SipHeader.CSEQ,
    SipHeader.MAX_FORWARDS,
    SipHeader.CONTENT_LENGTH,
    SipHeader.CONTENT_TYPE,
    SipHeader.EXPIRES
  };

  /** What a SIP message does against its grammar; the number is the section of RFC 3261. */
  enum Problem {
    VERSION("version is not SIP/2.0", "7.1"),
    STATUS_CODE("status code has not three digits", "7.2"),
    START_LINE_SPACE("more than single spaces in the start line", "7.1"),
    URI_IN_BRACKETS("Request-URI in angle brackets", "7.1"),
    URI_WITHOUT_SCHEME("URI without a scheme", "19.1.1"),
    URI_WITH_SPACE("space in a URI", "25.1"),
    HEADERS_IN_REQUEST_URI("header fields in the Request-URI", "19.1.1"),
    LINE_END("line does not end with CRLF", "7"),
    LINE_WITHOUT_COLON("header line without a colon", "7.3.1"),
    HEADER_NOT_ENDED("no blank line behind the header", "7"),
    TOO_MANY_HEADERS("more header lines than are read", "7.3"),
    MISSING_HEADER("mandatory header is missing", "8.1.1"),
    REPEATED_HEADER("header may stand only once", "7.3.1"),
    EMPTY_ELEMENT("separator without anything to separate", "25.1"),
    OPEN_QUOTE("quoted string does not end", "25.1"),
    OPEN_BRACKET("angle bracket is not closed", "25.1"),
    DISPLAY_NAME("display name needs quotes", "25.1"),
    NEEDS_BRACKETS("URI needs angle brackets", "20.10"),
    CONTENT_LENGTH("Content-Length is no number", "20.14"),
    BODY_TOO_SHORT("Content-Length beyond the end of the datagram", "18.3"),
    CSEQ("sequence number is none below 2^31", "8.1.1.5"),
    CSEQ_METHOD("method of CSeq is not the request's", "8.1.1.5"),
    MAX_FORWARDS("Max-Forwards is no number up to 255", "20.22"),
    EXPIRES("expiry is no number below 2^32", "20.19"),
    RETRY_AFTER("Retry-After is no number below 2^32", "20.33"),
    WARNING_CODE("warning code has not three digits", "20.43"),
    DATE("date is not of the form of RFC 1123 in GMT", "20.17"),
    BRANCH("nothing behind the magic cookie of the branch", "8.1.1.7"),
    VIA_BROADCAST("responses would go to all hosts", "18.2.2");

    private final String text;
    private final String section;

    Problem(String text, String section) {
      this.text = text;
      this.section = section;
    }

    /**
     * The problem in words, and where the rule stands.
     *
     * @param what the name of the header that it is about, or empty
     */
    String text(String what) {
      return (what.isEmpty() ? "" : what + ": ") + text + " (RFC 3261 section " + section + ")";
    }
  }

  /** Takes a problem and the bytes that show it. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one.
     *
     * @param what the name of the header that it is about, or empty
     */
    void problem(Problem problem, String what, int from, int to);

    default void problem(Problem problem, int from, int to) {
      problem(problem, "", from, to);
    }
  }

  private final SipMessage message;
  private final ByteView view;
  private final Sink sink;

  private SipCheck(SipMessage message, Sink sink) {
    this.message = message;
    this.sink = sink;
    view = message.view();
  }

  /**
   * Names the problems of a message.
   *
   * @param whole whether the bytes end where the sender ended them, not where the capture cut them
   */
  static void check(SipMessage message, boolean whole, Sink sink) {
    SipCheck check = new SipCheck(message, sink);
    check.startLine();
    check.headerLines(whole);
    check.presence();
    check.numbers(whole);
    check.values();
  }

  private void startLine() {
    SipStartLine line = message.line();
    if (!Ascii.equalsIgnoreCase(view, line.versionStart, line.versionEnd, "SIP/2.0")) {
      sink.problem(Problem.VERSION, line.versionStart, line.versionEnd);
    }
    if (!line.request && line.status == 0) {
      sink.problem(Problem.STATUS_CODE, line.statusStart, line.statusEnd);
    }
    if (view.u8(line.next - 1) != '\n' || line.next < 2 || view.u8(line.next - 2) != '\r') {
      sink.problem(Problem.LINE_END, line.start, line.end);
    }
    if (line.request) {
      requestLine(line);
    } else if (line.statusStart - line.versionEnd > 1) {
      sink.problem(Problem.START_LINE_SPACE, line.start, line.end);
    }
  }

  private void requestLine(SipStartLine line) {
    boolean trailing = line.end < line.next && view.u8(line.end) == ' ';
    if (line.uriStart - line.methodEnd > 1 || line.versionStart - line.uriEnd > 1 || trailing) {
      sink.problem(Problem.START_LINE_SPACE, line.start, line.end);
    }
    if (view.u8(line.uriStart) == '<') {
      sink.problem(Problem.URI_IN_BRACKETS, line.uriStart, line.uriEnd);
      return;
    }
    SipAddress uri = new SipAddress().uri(view, line.uriStart, line.uriEnd);
    SipAddressCheck.uri(view, uri, sink);
    if (uri.isSip() && uri.headersStart() < line.uriEnd) {
      sink.problem(Problem.HEADERS_IN_REQUEST_URI, uri.headersStart(), line.uriEnd);
    }
  }

  private void headerLines(boolean whole) {
    for (int i = 0; i < message.headerCount(); i++) {
      if (message.nameStart(i) == message.nameEnd(i)) {
        sink.problem(Problem.LINE_WITHOUT_COLON, message.nameStart(i), message.valueEnd(i));
      }
    }
    int end = message.end();
    if (message.headerCount() == SipMessage.MAX_HEADERS) {
      sink.problem(Problem.TOO_MANY_HEADERS, end, end);
    } else if (whole && !message.headersComplete()) {
      sink.problem(Problem.HEADER_NOT_ENDED, end, end);
    }
  }

  private void presence() {
    SipStartLine line = message.line();
    for (SipHeader header : MANDATORY) {
      if (message.find(header, 0) < 0) {
        sink.problem(Problem.MISSING_HEADER, header.text(), line.start, line.end);
      }
    }
    for (SipHeader header : SINGLE) {
      int first = message.find(header, 0);
      int second = first < 0 ? -1 : message.find(header, first + 1);
      if (second >= 0) {
        sink.problem(
            Problem.REPEATED_HEADER,
            header.text(),
            message.nameStart(second),
            message.valueEnd(second));
      }
    }
  }

  private void numbers(boolean whole) {
    for (int i = 0; i < message.headerCount(); i++) {
      SipHeader header = message.header(i);
      if (header == null) {
        continue;
      }
      switch (header) {
        case CONTENT_LENGTH -> contentLength(i, whole);
        case CSEQ -> cseq(i);
        case MAX_FORWARDS -> number(i, LAST_HOP, Problem.MAX_FORWARDS);
        case EXPIRES, MIN_EXPIRES -> number(i, LAST_SECONDS, Problem.EXPIRES);
        case RETRY_AFTER -> retryAfter(i);
        case WARNING -> warning(i);
        case DATE -> date(i);
        default -> {}
      }
    }
  }

  private void contentLength(int i, boolean whole) {
    long length = Ascii.decimal(view, message.valueStart(i), message.valueEnd(i));
    if (length < 0) {
      sink.problem(Problem.CONTENT_LENGTH, message.valueStart(i), message.valueEnd(i));
    } else if (whole
        && message.headersComplete()
        && length > message.end() - message.bodyOffset()) {
      sink.problem(Problem.BODY_TOO_SHORT, message.valueStart(i), message.valueEnd(i));
    }
  }

  private void cseq(int i) {
    int from = message.valueStart(i);
    int to = message.valueEnd(i);
    int digits = wordEnd(from, to);
    long number = Ascii.decimal(view, from, digits);
    if (number < 0 || number > LAST_SEQUENCE) {
      sink.problem(Problem.CSEQ, from, digits);
    }
    SipStartLine line = message.line();
    int method = Ascii.skipSpace(view, digits, to);
    if (line.request && !same(method, to, line.start, line.methodEnd)) {
      sink.problem(Problem.CSEQ_METHOD, method, to);
    }
  }

  private boolean same(int from, int to, int other, int otherEnd) {
    if (to - from != otherEnd - other) {
      return false;
    }
    for (int k = 0; k < to - from; k++) {
      if (view.u8(from + k) != view.u8(other + k)) {
        return false;
      }
    }
    return true;
  }

  private void number(int i, long last, Problem problem) {
    number(message.valueStart(i), message.valueEnd(i), last, problem);
  }

  private void number(int from, int to, long last, Problem problem) {
    long number = Ascii.decimal(view, from, to);
    if (number < 0 || number > last) {
      sink.problem(problem, from, to);
    }
  }

  /** A number, then perhaps a comment and parameters. */
  private void retryAfter(int i) {
    int from = message.valueStart(i);
    int end = from;
    while (end < message.valueEnd(i) && view.u8(end) >= '0' && view.u8(end) <= '9') {
      end++;
    }
    number(from, end, LAST_SECONDS, Problem.RETRY_AFTER);
  }

  private void warning(int i) {
    int at = message.valueStart(i);
    while (at < message.valueEnd(i)) {
      int stop = SipParams.topLevel(view, at, message.valueEnd(i), (byte) ',');
      int from = Ascii.skipSpace(view, at, stop);
      int end = wordEnd(from, stop);
      if (end - from != 3 || Ascii.decimal(view, from, end) < 0) {
        sink.problem(Problem.WARNING_CODE, from, end);
      }
      at = stop + 1;
    }
  }

  private void date(int i) {
    int from = message.valueStart(i);
    boolean right = message.valueEnd(i) - from == DATE_FORM.length();
    for (int k = 0; right && k < DATE_FORM.length(); k++) {
      int c = view.u8(from + k);
      right =
          switch (DATE_FORM.charAt(k)) {
            case '0' -> c >= '0' && c <= '9';
            case 'A', 'a' -> Ascii.lower(c) >= 'a' && Ascii.lower(c) <= 'z';
            default -> c == DATE_FORM.charAt(k);
          };
    }
    if (!right) {
      sink.problem(Problem.DATE, from, message.valueEnd(i));
    }
  }

  private void values() {
    SipAddressCheck addresses = new SipAddressCheck(view, sink);
    for (int i = 0; i < message.headerCount(); i++) {
      SipHeader header = message.header(i);
      int from = message.valueStart(i);
      int to = message.valueEnd(i);
      if (header == SipHeader.VIA) {
        addresses.via(from, to);
      } else if (header != null && SipAddressFields.isAddress(header)) {
        addresses.header(from, to, SipAddressFields.isList(header));
      }
    }
  }

  private int wordEnd(int from, int to) {
    int i = from;
    while (i < to && !Ascii.isSpace(view.u8(i))) {
      i++;
    }
    return i;
  }
}
