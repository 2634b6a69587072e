package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;

/**
 * Takes a name-addr or addr-spec apart in place (RFC 3261 sections 20.10 and 19.1): positions only.
 * A list of them is walked one by one. Reused; one thread.
 */
final class SipAddress {
  private ByteView view = new ByteView();
  private int position;
  private int listEnd;
  private boolean list;

  private int start;
  private int displayStart;
  private int displayEnd;
  private int uriStart;
  private int uriEnd;
  private int textEnd;
  private int userStart;
  private int userEnd;
  private int hostStart;
  private int hostEnd;
  private int portStart;
  private int portEnd;
  private int uriParams;
  private int uriParamsEnd;
  private int params;
  private int paramsEnd;
  private int schemeEnd;
  private int headers;
  private int outerStart;
  private int outerEnd;
  private boolean brackets;

  /**
   * Begins with a header's value.
   *
   * @param list whether a comma ends an address and begins the next
   */
  SipAddress begin(ByteView view, int from, int to, boolean list) {
    this.view = view;
    this.list = list;
    position = from;
    listEnd = to;
    return this;
  }

  /** Takes the only address of a value apart. */
  SipAddress single(ByteView view, int from, int to) {
    begin(view, from, to, false);
    if (!next()) {
      address(from, from);
    }
    return this;
  }

  /** Takes a bare URI apart. */
  SipAddress uri(ByteView view, int from, int to) {
    this.view = view;
    start = from;
    brackets = false;
    outerStart = from;
    outerEnd = to;
    displayStart = from;
    displayEnd = from;
    params = to;
    paramsEnd = to;
    textEnd = to;
    anatomy(from, to);
    return this;
  }

  /** Steps to the next address of the value. */
  boolean next() {
    while (position < listEnd) {
      int stop = list ? SipParams.topLevel(view, position, listEnd, (byte) ',') : listEnd;
      int from = Ascii.skipSpace(view, position, stop);
      position = stop + 1;
      if (from < stop) {
        address(from, Ascii.trimEnd(view, from, stop));
        return true;
      }
    }
    return false;
  }

  private void address(int from, int to) {
    start = from;
    paramsEnd = to;
    int open = opening(from, to);
    brackets = open >= 0;
    if (open < 0) {
      displayStart = from;
      displayEnd = from;
      int end = bareUriEnd(from, to);
      params = Ascii.skipSpace(view, end, to);
      textEnd = end;
      outerStart = from;
      outerEnd = view.indexOf((byte) ';', end, to);
      outerEnd = Ascii.trimEnd(view, from, outerEnd < 0 ? to : outerEnd);
      anatomy(from, end);
      return;
    }
    displayStart = from;
    displayEnd = Ascii.trimEnd(view, from, open);
    int close = view.indexOf((byte) '>', open, to);
    int uriTo = close < 0 ? to : close;
    params = close < 0 ? to : close + 1;
    textEnd = params;
    outerStart = open + 1;
    outerEnd = uriTo;
    int uriFrom = Ascii.skipSpace(view, open + 1, uriTo);
    anatomy(uriFrom, Ascii.trimEnd(view, uriFrom, uriTo));
  }

  /** The opening bracket behind the display name, or -1. */
  private int opening(int from, int to) {
    int i = from;
    if (i < to && view.u8(i) == '"') {
      i++;
      while (i < to && view.u8(i) != '"') {
        i += view.u8(i) == '\\' ? 2 : 1;
      }
    }
    // a quoted string that does not end counts as ended before the bracket
    return view.indexOf((byte) '<', i < to ? i : from, to);
  }

  /** Without brackets what follows a semicolon belongs to the header, not to the URI. */
  private int bareUriEnd(int from, int to) {
    int i = from;
    while (i < to && view.u8(i) != ';' && view.u8(i) != ',' && !Ascii.isSpace(view.u8(i))) {
      i++;
    }
    return i;
  }

  private void anatomy(int from, int to) {
    uriStart = from;
    uriEnd = to;
    userStart = to;
    userEnd = to;
    hostStart = to;
    hostEnd = to;
    portStart = to;
    portEnd = to;
    uriParams = to;
    uriParamsEnd = to;
    headers = to;
    int colon = view.indexOf((byte) ':', from, to);
    schemeEnd = colon < 0 ? from : colon;
    if (colon < 0) {
      return;
    }
    int rest = colon + 1;
    if (Ascii.equalsIgnoreCase(view, from, colon, "tel")) {
      userStart = rest;
      userEnd = firstOf(rest, to, ';', ';');
      uriParams = userEnd;
      return;
    }
    int at = view.indexOf((byte) '@', rest, to);
    if (at >= 0) {
      userStart = rest;
      userEnd = at;
      rest = at + 1;
    } else if (rest + 1 < to && view.u8(rest) == '/' && view.u8(rest + 1) == '/') {
      rest += 2;
    } else if (!isSip()) {
      return;
    }
    hostPort(rest, to);
  }

  private void hostPort(int from, int to) {
    headers = firstOf(from, to, '?', '?');
    uriParams = firstOf(from, headers, ';', ';');
    uriParamsEnd = headers;
    hostStart = from;
    int bracket =
        from < uriParams && view.u8(from) == '[' ? view.indexOf((byte) ']', from, uriParams) : -1;
    hostEnd = bracket >= 0 ? bracket + 1 : firstOf(from, uriParams, ':', '/');
    if (hostEnd < uriParams && view.u8(hostEnd) == ':') {
      portStart = hostEnd + 1;
      portEnd = uriParams;
    }
  }

  private int firstOf(int from, int to, char a, char b) {
    for (int i = from; i < to; i++) {
      int c = view.u8(i);
      if (c == a || c == b) {
        return i;
      }
    }
    return to;
  }

  /** Whether name and URI are told apart by angle brackets. */
  boolean hasBrackets() {
    return brackets;
  }

  /** Whether the scheme is sip or sips. */
  boolean isSip() {
    return Ascii.equalsIgnoreCase(view, uriStart, schemeEnd, "sip")
        || Ascii.equalsIgnoreCase(view, uriStart, schemeEnd, "sips");
  }

  /** Whether the URI begins with a scheme (RFC 3986 section 3.1). */
  boolean hasScheme() {
    return schemeEnd > uriStart && Ascii.lower(view.u8(uriStart)) >= 'a';
  }

  boolean uriHas(char c) {
    return view.indexOf((byte) c, uriStart, outerEnd) >= 0;
  }

  /** Where the headers of a URI begin: the question mark, or the end of the URI. */
  int headersStart() {
    return headers;
  }

  /** Where the URI begins, with the space around it that it must not have. */
  int uriOuterStart() {
    return outerStart;
  }

  int uriOuterEnd() {
    return outerEnd;
  }

  int paramsStart() {
    return params;
  }

  /** The user part without a password: up to here. */
  int bareUserEnd() {
    int colon = view.indexOf((byte) ':', userStart, userEnd);
    return colon < 0 ? userEnd : colon;
  }

  int start() {
    return start;
  }

  /** The display name, with quotes where it has some. */
  int displayStart() {
    return displayStart;
  }

  int displayEnd() {
    return displayEnd;
  }

  int uriStart() {
    return uriStart;
  }

  int uriEnd() {
    return uriEnd;
  }

  /** The end of name and URI, header parameters left out. */
  int textEnd() {
    return textEnd;
  }

  int userStart() {
    return userStart;
  }

  int userEnd() {
    return userEnd;
  }

  int hostStart() {
    return hostStart;
  }

  int hostEnd() {
    return hostEnd;
  }

  int portStart() {
    return portStart;
  }

  int portEnd() {
    return portEnd;
  }

  /** Walks the parameters of the URI. */
  SipParams uriParams(SipParams walk) {
    return walk.begin(view, uriParams, uriParamsEnd, ';');
  }

  /** Walks the parameters of the header. */
  SipParams params(SipParams walk) {
    return walk.begin(view, params, paramsEnd, ';');
  }
}
