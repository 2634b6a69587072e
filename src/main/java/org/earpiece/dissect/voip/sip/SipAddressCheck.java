package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sip.SipCheck.Problem;

/** Finds what addresses and Vias do against their grammar (RFC 3261 sections 20 and 25.1). */
final class SipAddressCheck {
  private static final long LAST_SECONDS = (1L << 32) - 1;
  private static final String COOKIE = "z9hG4bK";
  private static final String EVERYONE = "255.255.255.255";

  private final ByteView view;
  private final SipCheck.Sink sink;
  private final SipAddress address = new SipAddress();
  private final SipParams params = new SipParams();

  SipAddressCheck(ByteView view, SipCheck.Sink sink) {
    this.view = view;
    this.sink = sink;
  }

  /** A header's value: an address, or a list of them. */
  void header(int from, int to, boolean list) {
    if (!quotesEnd(from, to)) {
      sink.problem(Problem.OPEN_QUOTE, from, to);
      return;
    }
    int at = from;
    do {
      int stop = list ? SipParams.topLevel(view, at, to, (byte) ',') : to;
      int start = Ascii.skipSpace(view, at, stop);
      int end = Ascii.trimEnd(view, start, stop);
      if (start == end) {
        sink.problem(Problem.EMPTY_ELEMENT, from, to);
        return;
      }
      if (view.u8(start) != '*') {
        one(start, end);
      }
      at = stop + 1;
    } while (at <= to);
  }

  private boolean quotesEnd(int from, int to) {
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      int c = view.u8(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return !quoted;
  }

  private void one(int from, int to) {
    address.single(view, from, to);
    if (address.hasBrackets()) {
      brackets(from, to);
    } else if (address.uriHas('?') || address.uriHas(',')) {
      sink.problem(Problem.NEEDS_BRACKETS, from, to);
    }
    uri(view, address, sink);
    emptyParams(address.paramsStart(), to);
    if (address.params(params).find("expires")) {
      long expires = Ascii.decimal(view, params.valueStart(), params.valueEnd());
      if (expires < 0 || expires > LAST_SECONDS) {
        sink.problem(Problem.EXPIRES, params.nameStart(), params.valueEnd());
      }
    }
  }

  private void brackets(int from, int to) {
    if (view.indexOf((byte) '>', address.uriEnd(), to) < 0) {
      sink.problem(Problem.OPEN_BRACKET, from, to);
    }
    for (int i = address.displayStart(); i < address.displayEnd(); i++) {
      int c = view.u8(i);
      if (c == '"' && i == address.displayStart()) {
        return;
      }
      if (!SipStartLine.isToken(c) && !Ascii.isSpace(c)) {
        sink.problem(Problem.DISPLAY_NAME, address.displayStart(), address.displayEnd());
        return;
      }
    }
  }

  /** A URI wherever it stands. */
  static void uri(ByteView view, SipAddress address, SipCheck.Sink sink) {
    int from = address.uriOuterStart();
    int to = address.uriOuterEnd();
    if (!address.hasScheme()) {
      sink.problem(Problem.URI_WITHOUT_SCHEME, from, to);
    }
    for (int i = from; i < to; i++) {
      if (Ascii.isSpace(view.u8(i))) {
        sink.problem(Problem.URI_WITH_SPACE, from, to);
        return;
      }
    }
  }

  /** Parameters begin with a semicolon, and each has a name. */
  private void emptyParams(int from, int to) {
    int at = from;
    while (at < to) {
      int stop = SipParams.topLevel(view, at + 1, to, (byte) ';');
      if (view.u8(at) == ';' && Ascii.skipSpace(view, at + 1, stop) == stop) {
        sink.problem(Problem.EMPTY_ELEMENT, from, to);
        return;
      }
      at = stop;
    }
  }

  /** The value of a Via line: one or more of them. */
  void via(int from, int to) {
    SipVia via = new SipVia();
    int at = from;
    do {
      int stop = SipParams.topLevel(view, at, to, (byte) ',');
      int start = Ascii.skipSpace(view, at, stop);
      if (start >= stop || view.u8(start) == ';') {
        sink.problem(Problem.EMPTY_ELEMENT, from, to);
        return;
      }
      via.begin(view, start, stop);
      if (via.next()) {
        one(via, start, stop);
      }
      at = stop + 1;
    } while (at <= to);
  }

  private void one(SipVia via, int from, int to) {
    int semicolon = SipParams.topLevel(view, from, to, (byte) ';');
    emptyParams(semicolon, Ascii.trimEnd(view, semicolon, to));
    if (!via.isVersion2()) {
      sink.problem(Problem.VERSION, from, semicolon);
    }
    if (via.isHost(EVERYONE)) {
      sink.problem(Problem.VIA_BROADCAST, from, to);
    }
    if (params.begin(view, semicolon, to, ';').find("branch")
        && Ascii.equalsIgnoreCase(view, params.valueStart(), params.valueEnd(), COOKIE)) {
      sink.problem(Problem.BRANCH, params.nameStart(), params.valueEnd());
    }
  }
}
