package org.earpiece.dissect.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

/** One side of a WebSocket connection that carries SIP, as bytes (RFC 6455, RFC 7118, RFC 7692). */
public final class WebSocketScript {
  private static final int FINAL = 0x80;
  private static final int COMPRESSED = 0x40;

  private final boolean client;
  private final Random random = new Random(7);
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

  /** A side; the client's frames are masked. */
  public WebSocketScript(boolean client) {
    this.client = client;
  }

  /** The request that begins it, or the response. */
  public byte[] upgrade() {
    String text =
        client
            ? """
            GET /ws HTTP/1.1
            Host: example.com
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Protocol: sip
            Sec-WebSocket-Extensions: permessage-deflate

            """
            : """
            HTTP/1.1 101 Switching Protocols
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
            Sec-WebSocket-Protocol: sip
            Sec-WebSocket-Extensions: permessage-deflate

            """;
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** A message in one frame. */
  public byte[] message(byte[] text) {
    return frame(FINAL | WebSocketFrame.TEXT, text);
  }

  /** A message in as many frames as it takes, a ping between each two. */
  public byte[] fragmented(byte[] text, int size) {
    return fragmented(text, size, 0);
  }

  private byte[] fragmented(byte[] text, int size, int flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < text.length; at += size) {
      int opcode = at == 0 ? WebSocketFrame.TEXT | flags : WebSocketFrame.CONTINUATION;
      boolean last = at + size >= text.length;
      byte[] part = Arrays.copyOfRange(text, at, Math.min(text.length, at + size));
      out.writeBytes(frame(last ? FINAL | opcode : opcode, part));
      if (!last) {
        out.writeBytes(frame(FINAL | WebSocketFrame.PING, new byte[] {1, 2, 3}));
      }
    }
    return out.toByteArray();
  }

  /** A compressed message, which refers to those before it. */
  public byte[] compressed(byte[] text) {
    return frame(FINAL | COMPRESSED | WebSocketFrame.TEXT, deflated(text));
  }

  /** A compressed message over several frames. */
  public byte[] compressedAndFragmented(byte[] text, int size) {
    return fragmented(deflated(text), size, COMPRESSED);
  }

  /** A compressed message that ends with a last block (RFC 7692 section 7.2.3.4). */
  public byte[] compressedWithLastBlock(byte[] text) {
    Deflater last = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    last.setInput(text);
    last.finish();
    byte[] out = new byte[text.length + 64];
    int size = last.deflate(out);
    last.end();
    byte[] padded = Arrays.copyOf(out, size + 1);
    return frame(FINAL | COMPRESSED | WebSocketFrame.TEXT, padded);
  }

  /** Forgets the messages before: the side does not take over their context. */
  public WebSocketScript reset() {
    deflater.reset();
    return this;
  }

  private byte[] deflated(byte[] text) {
    deflater.setInput(text);
    byte[] out = new byte[text.length + 64];
    int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    return Arrays.copyOf(out, size - 4); // RFC 7692 section 7.2.1
  }

  private byte[] frame(int first, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(14 + payload.length);
    int masked = client ? 0x80 : 0;
    b.put((byte) first);
    if (payload.length < WebSocketFrame.LENGTH_16) {
      b.put((byte) (masked | payload.length));
    } else if (payload.length < 1 << 16) {
      b.put((byte) (masked | WebSocketFrame.LENGTH_16)).putShort((short) payload.length);
    } else {
      b.put((byte) (masked | WebSocketFrame.LENGTH_64)).putLong(payload.length);
    }
    byte[] mask = new byte[4];
    if (client) {
      random.nextBytes(mask);
      b.put(mask);
    }
    for (int i = 0; i < payload.length; i++) {
      b.put((byte) (payload[i] ^ mask[i % 4]));
    }
    return Arrays.copyOf(b.array(), b.position());
  }
}
