package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.jspecify.annotations.Nullable;

/**
 * A SIP message over the bytes it arrived in (RFC 3261 section 7): the start line is read at once,
 * header lines are indexed when one is asked for. Valid as long as the bytes stay. Reused; one
 * thread.
 *
 * <p>Tolerant as a listener must be: line ends may be CRLF, LF or CR; names match in any case and
 * in compact form; a line without colon is kept but has no name; a broken Content-Length counts as
 * missing.
 */
public final class SipMessage {
  /** Bytes of one message at most; what follows is not looked at. */
  public static final int MAX_SIZE = 1 << 20;

  /** Header lines of one message at most; the body of a message with more is not found. */
  public static final int MAX_HEADERS = 1024;

  private static final int UNKNOWN = -1;
  private static final int WORDS = 5;

  private final ByteView view = new ByteView();
  private final SipStartLine line = new SipStartLine();
  private final SipParams params = new SipParams();
  private final SipAddress address = new SipAddress();
  private int end;

  private boolean indexed;
  private int count;
  // Of each header: its name by SipHeader, start and end of the line's name, and of its value.
  private int[] index = new int[WORDS * 32];
  private int bodyOffset;
  private final SipBody body = new SipBody();
  private boolean bodyKnown;

  /**
   * Points this at a message; false where the bytes do not begin like one, of whatever version, and
   * with whatever code and URI.
   */
  public boolean parse(ByteView bytes, int offset, int length) {
    view.wrap(bytes.array(), bytes.arrayOffset(), bytes.length());
    indexed = false;
    bodyKnown = false;
    end = offset + Math.min(length, MAX_SIZE);
    return bytes.has(offset, length) && line.parse(view, offset, end);
  }

  public boolean isRequest() {
    return line.request;
  }

  /** The request's method, or empty for a response. */
  public String method() {
    return text(line.start, line.methodEnd);
  }

  /** The request's URI as written, or empty for a response. */
  public String requestUri() {
    return text(line.uriStart, line.uriEnd);
  }

  /** The response's code; 0 for a request, and where the code has not three digits. */
  public int statusCode() {
    return line.status;
  }

  /** The response's code as written, or empty for a request. */
  String statusText() {
    return text(line.statusStart, line.statusEnd);
  }

  /** The response's reason phrase as sent, or empty. */
  public String reasonPhrase() {
    return text(line.reasonStart, line.end);
  }

  /** The start line without its line end. */
  public String startLine() {
    return text(line.start, line.end);
  }

  /** The first value of a header, unfolded and trimmed, or null. */
  public @Nullable String header(SipHeader header) {
    int i = find(header, 0);
    return i < 0 ? null : value(i);
  }

  /** The first value of a header that has no name in {@link SipHeader}, as {@link #header}. */
  public @Nullable String extension(String name) {
    indexHeaders();
    for (int i = 0; i < count; i++) {
      if (index[i * WORDS] == UNKNOWN
          && Ascii.equalsIgnoreCase(view, nameStart(i), nameEnd(i), name)) {
        return value(i);
      }
    }
    return null;
  }

  /** All values of a header in order, one a header line. */
  public List<String> headers(SipHeader header) {
    List<String> values = new ArrayList<>();
    for (int i = find(header, 0); i >= 0; i = find(header, i + 1)) {
      values.add(value(i));
    }
    return values;
  }

  /** The Call-ID, or empty. */
  public String callId() {
    String value = header(SipHeader.CALL_ID);
    return value == null ? "" : value;
  }

  /** The CSeq number, or -1. */
  public long cseq() {
    int i = find(SipHeader.CSEQ, 0);
    return i < 0 ? -1 : Ascii.decimal(view, valueStart(i), word(valueStart(i), valueEnd(i)));
  }

  /** The CSeq method, or empty. */
  public String cseqMethod() {
    int i = find(SipHeader.CSEQ, 0);
    if (i < 0) {
      return "";
    }
    int from = Ascii.skipSpace(view, word(valueStart(i), valueEnd(i)), valueEnd(i));
    return text(from, word(from, valueEnd(i)));
  }

  /** The branch of the topmost Via, or empty. */
  public String branch() {
    int i = find(SipHeader.VIA, 0);
    if (i < 0) {
      return "";
    }
    int to = SipParams.topLevel(view, valueStart(i), valueEnd(i), (byte) ',');
    boolean found = params.begin(view, valueStart(i), to, ';').find("branch");
    return found ? text(params.valueStart(), params.valueEnd()) : "";
  }

  /** The From header, taken apart; null where it is missing. */
  public @Nullable NameAddress from() {
    return nameAddress(SipHeader.FROM);
  }

  /** The To header, taken apart; null where it is missing. */
  public @Nullable NameAddress to() {
    return nameAddress(SipHeader.TO);
  }

  private @Nullable NameAddress nameAddress(SipHeader header) {
    int i = find(header, 0);
    if (i < 0) {
      return null;
    }
    return folded(i)
        ? NameAddress.parse(value(i))
        : NameAddress.of(view, address.single(view, valueStart(i), valueEnd(i)));
  }

  /**
   * Where the body begins, from the start of the view; the end of the message where there is none.
   */
  public int bodyOffset() {
    indexHeaders();
    return bodyOffset;
  }

  /** The body's first bytes as text, {@code most} at most. */
  public String body(int most) {
    return view.utf8(bodyOffset(), Math.min(bodyLength(), most));
  }

  /** Bytes of the body that are there. */
  public int bodyLength() {
    return bodyEnd() - bodyOffset;
  }

  /** The end of the message by its Content-Length, or of the bytes that are there. */
  int bodyEnd() {
    indexHeaders();
    long length = contentLength();
    return length < 0 ? end : (int) Math.min(end, bodyOffset + length);
  }

  /** The Content-Length, or -1 where it is missing, no number or more than one. */
  public long contentLength() {
    long length = -1;
    for (int i = find(SipHeader.CONTENT_LENGTH, 0);
        i >= 0;
        i = find(SipHeader.CONTENT_LENGTH, i + 1)) {
      long told = Ascii.decimal(view, valueStart(i), valueEnd(i));
      if (told < 0 || (length >= 0 && length != told)) {
        return -1;
      }
      length = told;
    }
    return length;
  }

  /** Says that the bytes behind the body are none of the message's. */
  void endsWithBody() {
    end = bodyEnd();
  }

  /** The end of the bytes that are looked at. */
  int end() {
    return end;
  }

  /** Whether a blank line ended the header lines. */
  public boolean headersComplete() {
    indexHeaders();
    return bodyOffset <= end && headersEnded;
  }

  /** Whether the body is SDP by its Content-Type, or has a part that is (RFC 5621). */
  public boolean hasSdp() {
    return body().length() > 0;
  }

  /**
   * The SDP, parsed, or null where there is none. Where the message was cut in a line of it, that
   * line is left out: half a port is another port.
   */
  public @Nullable SessionDescription sdp() {
    SipBody sdp = body();
    int to = sdp.start() + sdp.length();
    if (to == end && contentLength() > end - bodyOffset) {
      while (to > sdp.start() && view.u8(to - 1) != '\r' && view.u8(to - 1) != '\n') {
        to--;
      }
    }
    return to == sdp.start() ? null : SessionDescription.parse(view, sdp.start(), to - sdp.start());
  }

  /** Where the SDP is. */
  SipBody body() {
    if (!bodyKnown) {
      bodyKnown = true;
      body.find(this, view);
    }
    return body;
  }

  private boolean headersEnded;

  private void indexHeaders() {
    if (indexed) {
      return;
    }
    indexed = true;
    headersEnded = false;
    count = 0;
    int at = line.next;
    while (at < end && count < MAX_HEADERS) {
      int c = view.u8(at);
      if (c == '\r' || c == '\n') {
        bodyOffset = SipStartLine.afterLineEnd(view, at, end);
        headersEnded = true;
        return;
      }
      at = indexHeader(at);
    }
    bodyOffset = end;
  }

  /** Indexes the header that begins at {@code from}; the next line's start. */
  private int indexHeader(int from) {
    int colon = -1;
    int i = from;
    while (true) {
      while (i < end && view.u8(i) != '\r' && view.u8(i) != '\n') {
        if (colon < 0 && view.u8(i) == ':') {
          colon = i;
        }
        i++;
      }
      int next = SipStartLine.afterLineEnd(view, i, end);
      if (next >= end || (view.u8(next) != ' ' && view.u8(next) != '\t')) {
        add(from, colon, i);
        return next;
      }
      i = next;
    }
  }

  private void add(int from, int colon, int to) {
    if ((count + 1) * WORDS > index.length) {
      index = Arrays.copyOf(index, index.length * 2);
    }
    int nameEnd = colon < 0 ? from : Ascii.trimEnd(view, from, colon);
    int valueStart = Ascii.skipSpace(view, colon < 0 ? from : colon + 1, to);
    SipHeader header = SipHeaderTable.find(view, from, nameEnd);
    int at = count++ * WORDS;
    index[at] = header == null ? UNKNOWN : header.ordinal();
    index[at + 1] = from;
    index[at + 2] = nameEnd;
    index[at + 3] = valueStart;
    index[at + 4] = Ascii.trimEnd(view, valueStart, to);
  }

  /** Header lines, those without a name of their own among them. */
  int headerCount() {
    indexHeaders();
    return count;
  }

  /** The first header line of this name from line {@code from} on, or -1. */
  int find(SipHeader header, int from) {
    indexHeaders();
    for (int i = from; i < count; i++) {
      if (index[i * WORDS] == header.ordinal()) {
        return i;
      }
    }
    return -1;
  }

  /** The name of a header line, or null where it has none in {@link SipHeader}. */
  @Nullable SipHeader header(int i) {
    int header = index[i * WORDS];
    return header == UNKNOWN ? null : SipHeader.of(header);
  }

  /** Whether a line has no colon, and so no name. */
  boolean isWithoutColon(int i) {
    return nameStart(i) == nameEnd(i) && valueStart(i) == nameStart(i);
  }

  int nameStart(int i) {
    return index[i * WORDS + 1];
  }

  int nameEnd(int i) {
    return index[i * WORDS + 2];
  }

  int valueStart(int i) {
    return index[i * WORDS + 3];
  }

  int valueEnd(int i) {
    return index[i * WORDS + 4];
  }

  /** Whether a header's value goes over several lines. */
  boolean folded(int i) {
    return view.indexOf((byte) '\n', valueStart(i), valueEnd(i)) >= 0
        || view.indexOf((byte) '\r', valueStart(i), valueEnd(i)) >= 0;
  }

  /** A header's value; a fold becomes one space (RFC 3261 section 7.3.1). */
  String value(int i) {
    String raw = text(valueStart(i), valueEnd(i));
    return folded(i) ? unfold(raw) : raw;
  }

  /** Text in which every line end with the white space around it is one space. */
  static String unfold(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    for (int k = 0; k < raw.length(); k++) {
      char c = raw.charAt(k);
      if (c != '\r' && c != '\n') {
        plain.append(c);
        continue;
      }
      while (!plain.isEmpty() && Ascii.isSpace(plain.charAt(plain.length() - 1))) {
        plain.setLength(plain.length() - 1);
      }
      while (k + 1 < raw.length() && Ascii.isSpace(raw.charAt(k + 1))) {
        k++;
      }
      plain.append(' ');
    }
    return plain.toString();
  }

  SipStartLine line() {
    return line;
  }

  /** The bytes that all positions refer to. */
  ByteView view() {
    return view;
  }

  private int word(int from, int to) {
    int i = from;
    while (i < to && !Ascii.isSpace(view.u8(i))) {
      i++;
    }
    return i;
  }

  private String text(int from, int to) {
    return view.utf8(from, to - from);
  }
}
