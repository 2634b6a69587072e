package org.earpiece.dissect.web;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.StreamFraming;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Follows the HTTP messages of one direction of a connection (RFC 9112 section 6.3): whether a
 * response has a body depends on the request that it answers, which came the other way; behind an
 * upgrade there are frames of WebSocket. Looks at every byte of a chunked body once.
 */
final class HttpFraming implements StreamFraming {
  /** Requests that wait for their responses at most, on one connection. */
  static final int MAX_WAITING = Long.SIZE;

  private enum Phase {
    HEADER,
    LENGTH,
    CHUNKED,
    TO_END
  }

  private final HttpMessage message = new HttpMessage();
  private final ChunkedBody chunks = new ChunkedBody();

  /** The requests of this direction that wait for their responses. */
  private final Asked asked = new Asked();

  private @Nullable HttpFraming back;
  private boolean upgraded;

  private Phase phase = Phase.HEADER;
  private boolean lineKnown;
  private boolean answers;

  /**
   * Bytes of the message that were looked at, where it is chunked; all of it, where that is known.
   */
  private int walked;

  private long length;

  /** In which phase a message was cut off whose rest is still to come, and its bytes. */
  private @Nullable Phase passing;

  private long rest;

  HttpFraming(@Nullable HttpFraming back) {
    this.back = back;
    if (back != null) {
      back.back = this;
    }
  }

  @Override
  public Protocol protocol() {
    return upgraded ? Protocol.WEBSOCKET : Protocol.HTTP;
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (phase == Phase.HEADER) {
      int told = header(bytes, from, to);
      if (phase == Phase.HEADER) {
        length = told;
        return told;
      }
    }
    return switch (phase) {
      case HEADER, LENGTH -> {
        if (length <= to - from) {
          done();
        }
        yield (int) length;
      }
      case TO_END -> TO_END;
      case CHUNKED -> {
        int end = chunks.walk(bytes, from + walked, to);
        walked = to - from;
        if (end == ChunkedBody.MORE) {
          yield TRUNCATED;
        }
        done();
        yield end - from;
      }
    };
  }

  /** What tells while the header is not whole; else the next phase begins. */
  private int header(ByteView bytes, int from, int to) {
    if (!HttpMessage.mayBegin(bytes, from, to)) {
      return Http.carried(bytes, from, to, upgraded);
    }
    int told = message.header(bytes, from, to);
    lineKnown = told != TRUNCATED || message.lineEnds();
    if (told < 0) {
      return told;
    }
    answers = !message.isRequest() && (message.code() >= 200 || message.code() == 101);
    upgraded |= message.upgradesToWebSocket();
    HttpMessage.Body body = isSilent() ? HttpMessage.Body.NONE : message.body();
    if (message.isRequest()) {
      asked.add(message.asks("HEAD"), message.asks("CONNECT"));
    }
    length = told;
    switch (body) {
      case NONE -> phase = Phase.LENGTH;
      case LENGTH -> {
        phase = Phase.LENGTH;
        length += message.contentLength();
      }
      case TO_END -> phase = Phase.TO_END;
      case CHUNKED -> {
        phase = Phase.CHUNKED;
        chunks.begin();
        walked = told;
      }
    }
    return told;
  }

  /** Whether this is a response without a body because of the request that it answers. */
  private boolean isSilent() {
    return answers && back != null && back.asked.silent(message.code());
  }

  private void done() {
    if (answers && back != null) {
      back.asked.answered();
    }
    phase = Phase.HEADER;
    lineKnown = false;
    answers = false;
  }

  /** What tells more: the end of the start line, that of the header, and anything in chunks. */
  @Override
  public boolean mayTell(ByteView bytes, int from, int added, int to) {
    return switch (phase) {
      case HEADER ->
          to - from > HttpMessage.MAX_HEADER
              || !HttpMessage.mayBegin(bytes, from, to)
              || (lineKnown
                  ? emptyLine(bytes, Math.max(from, added - 2), to)
                  : bytes.indexOf((byte) '\n', added, to) >= 0);
      case LENGTH, CHUNKED -> true;
      case TO_END -> false;
    };
  }

  private static boolean emptyLine(ByteView bytes, int from, int to) {
    int before = bytes.indexOf((byte) '\n', from, to);
    while (before >= 0) {
      int next = bytes.indexOf((byte) '\n', before + 1, to);
      int inLine = next - before - 1;
      if (next >= 0 && (inLine == 0 || (inLine == 1 && bytes.u8(next - 1) == '\r'))) {
        return true;
      }
      before = next;
    }
    return false;
  }

  @Override
  public int filler(ByteView bytes, int from, int to) {
    return Http.lineEnds(bytes, from, to);
  }

  @Override
  public Protocol spoken(ByteView bytes, int from, int to) {
    return Http.spoken(bytes, from, to, upgraded ? Protocol.WEBSOCKET : Protocol.TLS);
  }

  @Override
  public boolean tellsLength() {
    return passing == null && (back == null || !back.asked.maySilence());
  }

  @Override
  public void cutOff(int told) {
    rest = length - told;
    Phase of = phase;
    boolean goesOn =
        switch (of) {
          case HEADER, LENGTH -> rest > 0;
          case CHUNKED -> walked == told;
          case TO_END -> true;
        };
    done();
    passing = goesOn ? of : null;
  }

  @Override
  public int rest(ByteView bytes, int from, int to) {
    if (passing == null) {
      return 0;
    }
    int all = to - from;
    return switch (passing) {
      case HEADER, LENGTH -> {
        int part = (int) Math.min(rest, all);
        pass(part);
        yield part;
      }
      case CHUNKED -> {
        int end = chunks.walk(bytes, from, to);
        passing = end == ChunkedBody.MORE ? passing : null;
        yield end == ChunkedBody.MORE ? all : end - from;
      }
      case TO_END -> all;
    };
  }

  private void pass(int count) {
    rest -= count;
    passing = rest > 0 ? passing : null;
  }

  /** What was lost beyond the body of a message were messages, requests or responses among them. */
  @Override
  public void lost(int count) {
    boolean inside = passing != null;
    if (passing == Phase.CHUNKED) {
      inside = chunks.lost(count);
      passing = inside ? passing : null;
    } else if (passing != null && passing != Phase.TO_END) {
      inside = count <= rest;
      pass(count);
    }
    if (!inside) {
      forget();
    }
  }

  private void forget() {
    asked.clear();
    if (back != null) {
      back.asked.clear();
    }
  }

  @Override
  public void restart() {
    done();
    forget();
    passing = null;
    upgraded = false;
  }

  /** The requests of one direction that wait, as far as it matters to the bodies of responses. */
  private static final class Asked {
    private long heads;
    private long connects;
    private int count;

    void add(boolean head, boolean connect) {
      if (count == MAX_WAITING) {
        clear();
      }
      heads |= head ? 1L << count : 0;
      connects |= connect ? 1L << count : 0;
      count++;
    }

    void answered() {
      heads >>>= 1;
      connects >>>= 1;
      count = Math.max(0, count - 1);
    }

    void clear() {
      heads = 0;
      connects = 0;
      count = 0;
    }

    /** Whether the response to the first of them has no body (RFC 9112 section 6.3). */
    boolean silent(int code) {
      return (heads & 1) != 0 || ((connects & 1) != 0 && code / 100 == 2);
    }

    boolean maySilence() {
      return (heads | connects) != 0;
    }
  }
}
