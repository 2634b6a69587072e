package org.earpiece.dissect.web;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.Field.NumberReader;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A frame of WebSocket (RFC 6455), which carries SIP as RFC 7118 says. Streams come to it from
 * {@link Http}; payloads are unmasked and put together by {@link WebSocketMessages}.
 */
public final class WebSocket implements Dissector {
  private static final Protocol P = Protocol.WEBSOCKET;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.bits(
            P,
            "websocket.fin",
            "Fin",
            FieldType.BOOLEAN,
            Display.DECIMAL,
            0,
            1,
            WebSocketFrame.FIN),
        Field.bits(P, "websocket.rsv", "Reserved", FieldType.UINT, Display.HEX, 0, 1, 0x70),
        Field.bits(
            P,
            "websocket.pmc",
            "Per-Message Compressed",
            FieldType.BOOLEAN,
            Display.DECIMAL,
            0,
            1,
            WebSocketFrame.COMPRESSED),
        Field.bits(P, "websocket.opcode", "Opcode", FieldType.UINT, Display.DECIMAL, 0, 1, 0x0F)
            .named(WebSocket::opcode),
        Field.bits(P, "websocket.mask", "Mask", FieldType.BOOLEAN, Display.DECIMAL, 1, 1, 0x80),
        Field.bits(
            P,
            "websocket.payload_length",
            "Payload length",
            FieldType.UINT,
            Display.DECIMAL,
            1,
            1,
            0x7F),
        extended("websocket.payload_length_ext_16", "Extended Payload length (16 bits)", 2),
        extended("websocket.payload_length_ext_64", "Extended Payload length (64 bits)", 8),
        Field.of(P, "websocket.masking_key", "Masking-Key", FieldType.BYTES, WebSocket::maskingKey),
        Field.of(
                P,
                "websocket.payload.close.status_code",
                "Status code",
                FieldType.UINT,
                WebSocket::closeCode)
            .bits(16)
            .named(WebSocket::closeReason));
  }

  private static Field extended(String name, String label, int size) {
    NumberReader number =
        (p, layer) ->
            header(p, layer) > 0
                    && WebSocketFrame.extension(p.bytes(layer), p.offset(layer)) == size
                ? p.bytes(layer).unsigned(p.offset(layer) + 2, size)
                : Field.ABSENT;
    return Field.number(P, name, label, FieldType.UINT, Display.DECIMAL, 2, size, number)
        .bits(size * Byte.SIZE);
  }

  /** Bytes of the header, or TRUNCATED. */
  private static int header(Packet p, int layer) {
    return WebSocketFrame.header(p.bytes(layer), p.offset(layer), p.end(layer));
  }

  private static void maskingKey(Packet p, int layer, FieldValues out) {
    int header = header(p, layer);
    if (header > 0 && WebSocketFrame.masked(p.bytes(layer), p.offset(layer))) {
      out.addRange(p.offset(layer) + header - WebSocketFrame.MASK_SIZE, WebSocketFrame.MASK_SIZE);
    }
  }

  private static void closeCode(Packet p, int layer, FieldValues out) {
    int header = header(p, layer);
    int at = p.offset(layer) + header;
    ByteView bytes = p.bytes(layer);
    if (header > 0
        && at + 2 <= p.end(layer)
        && WebSocketFrame.opcode(bytes, p.offset(layer)) == WebSocketFrame.CLOSE) {
      int mask =
          WebSocketFrame.masked(bytes, p.offset(layer))
              ? bytes.u16(at - WebSocketFrame.MASK_SIZE)
              : 0;
      out.addNumber(bytes.u16(at) ^ mask, at, 2);
    }
  }

  private static @Nullable String opcode(long opcode) {
    return switch ((int) opcode) {
      case WebSocketFrame.CONTINUATION -> "Continuation";
      case WebSocketFrame.TEXT -> "Text";
      case WebSocketFrame.BINARY -> "Binary";
      case WebSocketFrame.CLOSE -> "Connection Close";
      case WebSocketFrame.PING -> "Ping";
      case WebSocketFrame.PONG -> "Pong";
      default -> null;
    };
  }

  private static @Nullable String closeReason(long code) {
    return switch ((int) code) {
      case 1000 -> "Normal Closure";
      case 1001 -> "Going Away";
      case 1002 -> "Protocol error";
      case 1003 -> "Unsupported Data";
      case 1005 -> "No Status Rcvd";
      case 1006 -> "Abnormal Closure";
      case 1007 -> "Invalid frame payload data";
      case 1008 -> "Policy Violation";
      case 1009 -> "Message Too Big";
      case 1010 -> "Mandatory Ext.";
      case 1011 -> "Internal Server";
      case 1015 -> "TLS handshake";
      default -> null;
    };
  }

  /** Nothing tells WebSocket by itself: its streams begin as HTTP. */
  @Override
  public void register(DissectorTable table) {}

  /** A stream that was upgraded began with messages of HTTP. */
  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    return HttpMessage.mayBegin(bytes, from, to)
        ? Http.messageLength(bytes, from, to)
        : WebSocketFrame.streamLength(bytes, from, to);
  }

  @Override
  public int filler(ByteView bytes, int from, int to) {
    return Http.lineEnds(bytes, from, to);
  }

  @Override
  public Protocol spoken(ByteView bytes, int from, int to) {
    return Http.spoken(bytes, from, to, P);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int header = WebSocketFrame.header(bytes, offset, packet.limit());
    if (header < 0) {
      return TRUNCATED;
    }
    if (!WebSocketFrame.plausible(bytes, offset)) {
      return NOT_MINE;
    }
    if (!WebSocketFrame.control(WebSocketFrame.opcode(bytes, offset))) {
      packet.next(NextHeader.WEBSOCKET_PAYLOAD, 0);
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (header(packet, layer) > 0) {
      ByteView bytes = packet.bytes(layer);
      out.append("WebSocket ").append(opcode(WebSocketFrame.opcode(bytes, at)));
      out.append((bytes.u8(at) & WebSocketFrame.FIN) != 0 ? " [FIN]" : "");
      out.append(WebSocketFrame.masked(bytes, at) ? " [MASKED]" : "");
    }
  }
}
