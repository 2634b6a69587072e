package org.earpiece.dissect.web;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * HTTP/1 (RFC 9112) as far as WebSocket needs it: the start line and the header of what begins in a
 * segment. Of streams only those that are upgraded to WebSocket are followed; behind the upgrade
 * they carry its frames (RFC 6455 section 1.3).
 */
public final class Http implements Dissector {
  private static final Protocol P = Protocol.HTTP;

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
    return fields;
  }

  private static List<Field> own() {
    return List.of(
        Field.protocol(P),
        field("http.request", "Request", FieldType.BOOLEAN, (m, out) -> flag(m.isRequest(), out))
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
        header("http.content_length_header", "Content-Length"),
        header("http.cookie", "Cookie"),
        header("http.date", "Date"),
        header("http.last_modified", "Last-Modified"),
        header("http.location", "Location"),
        header("http.referer", "Referer"),
        header("http.set_cookie", "Set-Cookie"),
        header("http.transfer_encoding", "Transfer-Encoding"),
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
    return field(
        name,
        label,
        FieldType.STRING,
        (m, out) -> {
          if (m.find(label)) {
            out.addRange(m.valueAt(), m.valueEnd() - m.valueAt());
          }
        });
  }

  @Override
  public void register(DissectorTable table) {
    table.tcpHeuristic(this);
  }

  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    return new HttpMessage().parse(packet.bytes(), offset, packet.limit());
  }

  @Override
  public int dissect(Packet packet, int offset) {
    HttpMessage message = new HttpMessage();
    return message.parse(packet.bytes(), offset, packet.limit())
        ? packet.limit() - offset
        : NOT_MINE;
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (!HttpMessage.mayBegin(bytes, from, to)) {
      return WebSocketFrame.streamLength(bytes, from, to);
    }
    HttpMessage message = new HttpMessage();
    if (!message.parse(bytes, from, to)) {
      return NOT_STREAMED;
    }
    if (message.headerEnd() < 0) {
      return to - from < HttpMessage.MAX_HEADER ? TRUNCATED : NOT_STREAMED;
    }
    return message.upgradesToWebSocket() ? message.headerEnd() - from : NOT_STREAMED;
  }

  @Override
  public Protocol spoken(ByteView bytes, int at, int to) {
    return HttpMessage.mayBegin(bytes, at, to) ? P : Protocol.WEBSOCKET;
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
