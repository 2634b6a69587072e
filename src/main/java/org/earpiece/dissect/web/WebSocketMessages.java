package org.earpiece.dissect.web;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Puts the messages of WebSocket streams together from their frames: unmasked, joined, and inflated
 * where their sender compressed them (RFC 6455 section 5.4, RFC 7692). Bounded in streams and
 * bytes. The pipeline's thread.
 */
public final class WebSocketMessages {
  /** Directions of connections that are told apart at most. */
  public static final int MAX_STREAMS = 2_000;

  /** Bytes of a message at most; of a longer one there is the beginning. */
  public static final int MAX_MESSAGE = 1 << 20;

  /** What a deflated message lacks at its end (RFC 7692 section 7.2.2). */
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private static final class Stream {
    @Nullable ByteArrayOutputStream message;
    @Nullable Inflater inflater;
    boolean compressed;

    void end() {
      if (inflater != null) {
        inflater.end();
        inflater = null;
      }
    }
  }

  private final Map<Integer, Stream> streams = new LinkedHashMap<>(16, 0.75f, true);
  private long failed;

  /**
   * Takes a data frame of the stream with this flow's number.
   *
   * @param at where the frame begins, its header whole
   * @param end where its payload ends, or the bytes that are there do
   * @return the message that became whole, or null
   */
  public byte @Nullable [] take(int flow, ByteView bytes, int at, int end) {
    Stream stream = stream(flow);
    int first = bytes.u8(at);
    if (WebSocketFrame.opcode(bytes, at) != WebSocketFrame.CONTINUATION) {
      stream.message = new ByteArrayOutputStream();
      stream.compressed = (first & WebSocketFrame.COMPRESSED) != 0;
    }
    ByteArrayOutputStream message = stream.message;
    if (message == null) {
      return null; // the beginning was lost
    }
    int payload = at + WebSocketFrame.header(bytes, at, end);
    byte[] part = bytes.copy(payload, Math.min(end - payload, MAX_MESSAGE - message.size()));
    if (WebSocketFrame.masked(bytes, at)) {
      for (int i = 0; i < part.length; i++) {
        part[i] ^=
            (byte) bytes.u8(payload - WebSocketFrame.MASK_SIZE + i % WebSocketFrame.MASK_SIZE);
      }
    }
    message.writeBytes(part);
    if ((first & WebSocketFrame.FIN) == 0) {
      return null;
    }
    stream.message = null;
    return stream.compressed ? inflated(stream, message) : message.toByteArray();
  }

  private Stream stream(int flow) {
    Stream stream = streams.computeIfAbsent(flow, f -> new Stream());
    if (streams.size() > MAX_STREAMS) {
      Iterator<Stream> oldest = streams.values().iterator();
      oldest.next().end();
      oldest.remove();
    }
    return stream;
  }

  private byte @Nullable [] inflated(Stream stream, ByteArrayOutputStream message) {
    Inflater inflater = stream.inflater == null ? new Inflater(true) : stream.inflater;
    stream.inflater = inflater; // its window goes on from message to message
    message.writeBytes(TAIL);
    inflater.setInput(message.toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[4096];
    try {
      int count = inflater.inflate(chunk);
      while (count > 0 && out.size() + count <= MAX_MESSAGE) {
        out.write(chunk, 0, count);
        count = inflater.inflate(chunk);
      }
      if (count > 0) { // too long, and its end would be missing to the next
        failed++;
        stream.end();
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      failed++;
      stream.end();
      return null;
    }
  }

  /** Compressed messages that could not be inflated, or not to their end. */
  public long failed() {
    return failed;
  }
}
