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

  /** Bytes of memory for messages that are not whole, in all streams. */
  public static final int MAX_BYTES = 16 << 20;

  /** Bytes that each byte of a compressed message may become, where it is long. */
  public static final int MAX_INFLATION = 50;

  /** Bytes that a compressed message may become in any case. */
  private static final int FREE_INFLATION = 1 << 16;

  /** What a deflated message lacks at its end (RFC 7692 section 7.2.2). */
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private static final int CHUNK = 4096;

  private static final class Stream {
    @Nullable ByteArrayOutputStream message;
    @Nullable Inflater inflater;
    boolean compressed;

    int bytes() {
      return message == null ? 0 : message.size();
    }

    void end() {
      if (inflater != null) {
        inflater.end();
        inflater = null;
      }
    }
  }

  private final Map<Integer, Stream> streams = new LinkedHashMap<>(16, 0.75f, true);
  private final byte[] chunk = new byte[CHUNK];
  private long bytes;
  private long discarded;
  private long failed;

  /**
   * Takes a data frame of the stream with this flow's number.
   *
   * @param at where the frame begins, its header whole
   * @param end where its payload ends, or the bytes that are there do
   * @return the message that became whole, or null
   */
  public byte @Nullable [] take(int flow, ByteView view, int at, int end) {
    Stream stream = streams.computeIfAbsent(flow, f -> new Stream());
    bytes -= stream.bytes();
    int first = view.u8(at);
    if (WebSocketFrame.opcode(view, at) != WebSocketFrame.CONTINUATION) {
      stream.message = new ByteArrayOutputStream();
      stream.compressed = (first & WebSocketFrame.COMPRESSED) != 0;
    }
    ByteArrayOutputStream message = stream.message;
    if (message != null) { // else its beginning was lost
      message.writeBytes(unmasked(view, at, end, MAX_MESSAGE - message.size()));
    }
    boolean whole = (first & WebSocketFrame.FIN) != 0;
    if (whole) {
      stream.message = null;
    }
    bytes += stream.bytes();
    shrink();
    if (message == null || !whole) {
      return null;
    }
    return stream.compressed ? inflated(stream, message.toByteArray()) : message.toByteArray();
  }

  private static byte[] unmasked(ByteView view, int at, int end, int room) {
    int payload = at + WebSocketFrame.header(view, at, end);
    byte[] part = view.copy(payload, Math.min(end - payload, room));
    if (WebSocketFrame.masked(view, at)) {
      int mask = payload - WebSocketFrame.MASK_SIZE;
      for (int i = 0; i < part.length; i++) {
        part[i] ^= (byte) view.u8(mask + i % WebSocketFrame.MASK_SIZE);
      }
    }
    return part;
  }

  private void shrink() {
    while (streams.size() > MAX_STREAMS || (bytes > MAX_BYTES && streams.size() > 1)) {
      Iterator<Stream> oldest = streams.values().iterator();
      Stream stream = oldest.next();
      oldest.remove();
      bytes -= stream.bytes();
      stream.end();
      discarded++;
    }
  }

  private byte @Nullable [] inflated(Stream stream, byte[] message) {
    Inflater inflater = stream.inflater == null ? new Inflater(true) : stream.inflater;
    stream.inflater = inflater; // its window goes on from message to message
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int room = Math.clamp((long) message.length * MAX_INFLATION, FREE_INFLATION, MAX_MESSAGE);
    try {
      boolean whole = inflate(inflater, message, out, room);
      if (whole && !inflater.finished()) {
        whole = inflate(inflater, TAIL, out, room);
      }
      failed += whole ? 0 : 1;
      if (!whole || inflater.finished()) { // a last block: the next message begins anew
        stream.end();
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      failed++;
      stream.end();
      return null;
    }
  }

  /** Inflates these bytes; false where they would become more than there is room for. */
  private boolean inflate(Inflater inflater, byte[] part, ByteArrayOutputStream out, int room)
      throws DataFormatException {
    inflater.setInput(part);
    int count = inflater.inflate(chunk);
    while (count > 0) {
      out.write(chunk, 0, Math.min(count, room - out.size()));
      if (out.size() == room) {
        return false;
      }
      count = inflater.inflate(chunk);
    }
    return true;
  }

  /** Compressed messages that could not be inflated, or not to their end. */
  public long failed() {
    return failed;
  }

  /** Streams that were given up for want of room. */
  public long discarded() {
    return discarded;
  }

  /** Bytes of memory for messages that are not whole. */
  public long bytes() {
    return bytes;
  }
}
