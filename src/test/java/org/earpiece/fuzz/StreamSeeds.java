package org.earpiece.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.earpiece.dissect.tls.TlsScript;
import org.earpiece.dissect.web.WebSocketScript;

/** Makes the seeds of what runs in streams: TLS, HTTP, WebSocket, DNS, STUN and HEP. */
final class StreamSeeds {
  private static final int SAY = 4;
  private static final int CHANGE_CIPHER_SPEC = 2;

  private static final String DNS_QUERY =
      "1234 0100 0001 0000 0000 0000 04 5f736970 04 5f746370 07 6578616d706c65 03 636f6d 00 0021 0001";
  private static final String DNS_ANSWER =
      "1234 8180 0001 0001 0000 0000 04 5f736970 04 5f746370 07 6578616d706c65 03 636f6d 00 0021 0001"
          + " c00c 0021 0001 0000003c 0010 0001 0002 13c4 03 706278 c016 0000 00";
  private static final String STUN_REQUEST =
      "0001 0008 2112a442 000102030405060708090a0b 8022 0004 74657374";
  private static final String STUN_ANSWER =
      "0101 000c 2112a442 000102030405060708090a0b 0020 0008 0001 a147 e112a643";
  private static final String GZIP_HELLO =
      "1f8b080000000000 02ff cb48cdc9c907 00 86a61036 05000000";
  private static final String HEP_CHUNKS =
      "0000 0001 0007 02 0000 0002 0007 11 0000 0003 000a c0000214 0000 0004 000a c0000215"
          + " 0000 0007 0008 13c4 0000 0008 0008 13c5 0000 0009 000a 584d365c 0000 000a 000a 00000064"
          + " 0000 000b 0007 01 0000 000c 000a 000007d1";

  private StreamSeeds() {}

  /** A seed and its place in the corpus. */
  interface Saver {
    void save(String name, byte[] data) throws IOException;
  }

  static void make(Saver seeds) throws IOException {
    for (TlsScript.Kind kind : TlsScript.Kind.values()) {
      seeds.save("tls/sip-" + kind.name().toLowerCase(Locale.ROOT), tls(kind));
    }
    seeds.save("tls/websocket", tlsWebSocket());
    seeds.save("stream/websocket", webSocket());
    seeds.save("stream/http", http());
    seeds.save("stream/dns", stream(0, sized(hex(DNS_QUERY)), sized(hex(DNS_ANSWER))));
    seeds.save("stream/stun", stream(1, hex(STUN_REQUEST), hex(STUN_ANSWER)));
    seeds.save("stream/hep", stream(2, hep(), hep()));
    seeds.save("stream/sip", stream(3, text(Seeds.INVITE), text(Seeds.OK)));
    seeds.save("payload/hep", udp(9060, hep()));
    seeds.save("payload/dns", udp(53, hex(DNS_ANSWER)));
    seeds.save("payload/stun", udp(3478, hex(STUN_ANSWER)));
  }

  private static byte[] tls(TlsScript.Kind kind) {
    ByteArrayOutputStream out = begun(kind);
    block(out, SAY, text(Seeds.INVITE));
    block(out, SAY | 1, text(Seeds.OK));
    return out.toByteArray();
  }

  private static byte[] tlsWebSocket() {
    WebSocketScript client = new WebSocketScript(true);
    WebSocketScript server = new WebSocketScript(false);
    ByteArrayOutputStream out = begun(TlsScript.Kind.TLS13);
    block(out, SAY, client.upgrade());
    block(out, SAY | 1, server.upgrade());
    block(out, SAY, client.compressedAndFragmented(text(Seeds.INVITE), 100));
    block(out, SAY | 1, server.message(text(Seeds.OK)));
    return out.toByteArray();
  }

  /** The cipher suite, and all before data. */
  private static ByteArrayOutputStream begun(TlsScript.Kind kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(kind.ordinal());
    block(out, 0, new byte[0]);
    block(out, 1, new byte[0]);
    if (kind != TlsScript.Kind.TLS13) {
      block(out, CHANGE_CIPHER_SPEC, new byte[0]);
      block(out, CHANGE_CIPHER_SPEC | 1, new byte[0]);
    }
    return out;
  }

  private static byte[] webSocket() {
    WebSocketScript client = new WebSocketScript(true);
    WebSocketScript server = new WebSocketScript(false);
    return stream(
        4,
        client.upgrade(),
        server.upgrade(),
        client.compressed(text(Seeds.INVITE)),
        server.fragmented(text(Seeds.OK), 80));
  }

  /** Bodies of every kind, the last one in two segments. */
  private static byte[] http() {
    String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String gzip = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\n";
    return stream(
        4,
        ascii("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b?c=d HTTP/1.1\r\n\r\n"),
        ascii("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + chunked + "3\r\nabc\r\n0\r\n\r\n"),
        ascii("PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\n12345CONNECT h:1 HTTP/1.1\r\n\r\n"),
        hex(HexFormat.of().formatHex(ascii(gzip)) + GZIP_HELLO),
        ascii("GET /e HTTP/1.1\r\n\r\n"),
        ascii("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 404 No\r\nContent-Length: 8\r\n\r\nab"),
        ascii("GET /f HTTP/1.1\r\n\r\n"),
        ascii("cdef" + chunked + "a;b\r\n0123456789\r\n0\r\nX: y\r\n\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The sides take turns. */
  private static byte[] stream(int port, byte[]... said) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(port);
    for (int i = 0; i < said.length; i++) {
      block(out, i & 1, said[i]);
    }
    return out.toByteArray();
  }

  private static void block(ByteArrayOutputStream out, int choice, byte[] bytes) {
    out.write(choice);
    out.writeBytes(sized(bytes));
  }

  private static byte[] sized(byte[] bytes) {
    return ByteBuffer.allocate(2 + bytes.length).putShort((short) bytes.length).put(bytes).array();
  }

  private static byte[] udp(int port, byte[] payload) {
    byte[] head = {0, (byte) (port >> 8), (byte) port, (byte) (port >> 8), (byte) port};
    byte[] all = Arrays.copyOf(head, head.length + payload.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  private static byte[] hep() {
    byte[] chunks = hex(HEP_CHUNKS);
    byte[] sip = text(Seeds.REGISTER);
    int size = 6 + chunks.length + 6 + sip.length;
    return ByteBuffer.allocate(size)
        .put("HEP3".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) size)
        .put(chunks)
        .putShort((short) 0)
        .putShort((short) 15)
        .putShort((short) (6 + sip.length))
        .put(sip)
        .array();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static byte[] text(String seed) {
    return Seeds.text(seed).getBytes(StandardCharsets.UTF_8);
  }
}
