package org.earpiece.dissect.web;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.StreamFraming;
import org.earpiece.dissect.tls.Tls;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1 (RFC 9112): a message is a layer where it ends, its body in it. Behind an upgrade a stream
 * carries frames of {@link WebSocket} (RFC 6455 section 1.3), behind CONNECT records of TLS.
 */
public final class Http implements Dissector {
  private static final Protocol P = Protocol.HTTP;
  private static final int[] PORTS = {80, 3128, 3132, 5985, 8080, 8088, 11371, 1900, 2869, 2710};

  /** What a tunnel that CONNECT asks for carries as a rule (RFC 9110 section 9.3.6). */
  private static final Tls TLS = new Tls();

  /** What a record of TLS begins with: its type, and the first byte of its version. */
  private static final int TLS_FIRST = 20;

  private static final int TLS_LAST = 23;
  private static final int TLS_VERSION = 3;

  @Override
  public Protocol protocol() {
    return P;
  }

  /** Adds what a message has of something. */
  private interface Part {
    void add(HttpMessage message, FieldValues out);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(own());
    fields.addAll(HttpLineFields.all());
    fields.addAll(HttpBodyFields.all());
    fields.addAll(HttpExchangeFields.all());
    return fields;
  }

  private static List<Field> own() {
    return List.of(
        Field.protocol(P),
        field(
                "http.request",
                "Request",
                FieldType.BOOLEAN,
                (m, out) -> flag(m.isRequest() && !m.isNotification(), out))
            .asGenerated(),
        field(
                "http.notification",
                "Notification",
                FieldType.BOOLEAN,
                (m, out) -> flag(m.isNotification(), out))
            .asGenerated(),
        field("http.response", "Response", FieldType.BOOLEAN, (m, out) -> flag(!m.isRequest(), out))
            .asGenerated(),
        word("http.request.method", "Request Method", true, 0),
        word("http.request.uri", "Request URI", true, 1),
        word("http.request.version", "Request Version", true, 2),
        word("http.response.version", "Response Version", false, 0),
        field("http.response.code", "Status Code", FieldType.UINT, Http::code)
            .bits(16)
            .shown(Display.DECIMAL),
        word("http.response.phrase", "Response Phrase", false, 2),
        Field.of(
                P,
                "http.chat",
                "Formatted text",
                FieldType.LABEL,
                (p, layer, out) -> {
                  HttpMessage message = new HttpMessage();
                  if (message.parse(p.bytes(layer), p.offset(layer), p.end(layer))) {
                    int from = message.wordAt(0);
                    int size = message.wordEnd(2) - from;
                    out.addText(p.bytes(layer).utf8(from, size) + "\\r\\n", from, 0);
                  }
                })
            .asGenerated()
            .asHidden(),
        header("http.accept", "Accept"),
        header("http.accept_encoding", "Accept-Encoding"),
        header("http.accept_language", "Accept-Language"),
        header("http.authorization", "Authorization"),
        header("http.cache_control", "Cache-Control"),
        header("http.content_type", "Content-Type"),
        header("http.content_encoding", "Content-Encoding"),
        header("http.content_length_header", "Content-Length"),
        header("http.cookie", "Cookie"),
        header("http.date", "Date"),
        header("http.last_modified", "Last-Modified"),
        header("http.location", "Location"),
        header("http.referer", "Referer"),
        header("http.set_cookie", "Set-Cookie"),
        header("http.transfer_encoding", "Transfer-Encoding"),
        header("http.proxy_authenticate", "Proxy-Authenticate"),
        header("http.proxy_authorization", "Proxy-Authorization"),
        header("http.x_forwarded_for", "X-Forwarded-For"),
        header("http.www_authenticate", "WWW-Authenticate"),
        header("http.host", "Host"),
        header("http.user_agent", "User-Agent"),
        header("http.server", "Server"),
        header("http.connection", "Connection"),
        header("http.upgrade", "Upgrade"),
        header("http.sec_websocket_protocol", "Sec-WebSocket-Protocol"),
        header("http.sec_websocket_extensions", "Sec-WebSocket-Extensions"),
        header("http.sec_websocket_version", "Sec-WebSocket-Version"),
        header("http.sec_websocket_key", "Sec-WebSocket-Key"),
        header("http.sec_websocket_accept", "Sec-WebSocket-Accept"));
  }

  private static Field field(String name, String label, FieldType type, Part part) {
    return Field.of(
        P,
        name,
        label,
        type,
        (p, layer, out) -> {
          HttpMessage message = new HttpMessage();
          if (message.parse(p.bytes(layer), p.offset(layer), p.end(layer))) {
            part.add(message, out);
          }
        });
  }

  private static void flag(boolean set, FieldValues out) {
    if (set) {
      out.addNumber(1, 0, 0);
    }
  }

  private static Field word(String name, String label, boolean request, int index) {
    return field(
        name,
        label,
        FieldType.STRING,
        (m, out) -> {
          if (m.isRequest() == request) {
            out.addRange(m.wordAt(index), m.wordEnd(index) - m.wordAt(index));
          }
        });
  }

  private static void code(HttpMessage m, FieldValues out) {
    if (!m.isRequest()) {
      out.addNumber(m.code(), m.wordAt(1), m.wordEnd(1) - m.wordAt(1));
    }
  }

  private static Field header(String name, String label) {
    return field(name, label, FieldType.STRING, (m, out) -> m.each(label, out::addRange));
  }

  /** Whether a message came in TLS. */
  public static boolean overTls(Packet packet, int layer) {
    int tls = packet.find(Protocol.TLS);
    return tls >= 0 && tls < layer;
  }

  @Override
  public void register(DissectorTable table) {
    for (int port : PORTS) {
      table.tcpPort(port, this);
    }
    table.tcpHeuristic(this);
  }

  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    return new HttpMessage().parse(packet.bytes(), offset, packet.limit());
  }

  @Override
  public int dissect(Packet packet, int offset) {
    HttpMessage message = new HttpMessage();
    int limit = packet.limit();
    if (!message.parse(packet.bytes(), offset, limit)) {
      return NOT_MINE;
    }
    int length = message.headerEnd() < 0 ? TRUNCATED : message.streamLength(offset, limit);
    if (length > 0 && length < limit - offset) {
      packet.limit(offset + length);
    }
    return packet.limit() - offset;
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (from >= to) {
      return TRUNCATED;
    }
    return HttpMessage.mayBegin(bytes, from, to)
        ? messageLength(bytes, from, to)
        : carried(bytes, from, to, false);
  }

  static int messageLength(ByteView bytes, int from, int to) {
    HttpMessage message = new HttpMessage();
    int header = message.header(bytes, from, to);
    return header < 0 ? header : message.streamLength(from, to);
  }

  /** Bytes of what a stream carries that is no message: frames of WebSocket, or records of TLS. */
  static int carried(ByteView bytes, int from, int to, boolean upgraded) {
    if (upgraded) {
      return WebSocketFrame.streamLength(bytes, from, to);
    }
    int type = bytes.u8(from);
    boolean record =
        type >= TLS_FIRST
            && type <= TLS_LAST
            && (to - from == 1 || bytes.u8(from + 1) == TLS_VERSION);
    return record ? TLS.streamLength(bytes, from, to) : NOT_MINE;
  }

  @Override
  public int filler(ByteView bytes, int from, int to) {
    return lineEnds(bytes, from, to);
  }

  /**
   * Bytes of line ends at {@code from}: before a message they mean nothing (RFC 9112 section 2.2).
   */
  static int lineEnds(ByteView bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes.u8(at) == '\r' || bytes.u8(at) == '\n')) {
      at++;
    }
    return at - from;
  }

  @Override
  public Protocol spoken(ByteView bytes, int at, int to) {
    return spoken(bytes, at, to, Protocol.TLS);
  }

  static Protocol spoken(ByteView bytes, int at, int to, Protocol carried) {
    return HttpMessage.mayBegin(bytes, at, to) ? P : carried;
  }

  @Override
  public StreamFraming framing(@Nullable StreamFraming back) {
    return new HttpFraming(back instanceof HttpFraming other ? other : null);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    HttpMessage message = new HttpMessage();
    ByteView bytes = packet.bytes(layer);
    if (message.parse(bytes, packet.offset(layer), packet.end(layer))) {
      int from = message.wordAt(0);
      out.append(bytes.ascii(from, message.wordEnd(2) - from));
    }
  }
}
