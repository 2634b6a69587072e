package org.earpiece.filter;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** A few fields of every type and a few packets, so that the language is tested by itself. */
final class FilterFixture {
  static final long TIME = 1_134_000_000_500_000_000L;

  private static final String ETHERNET = "0008 02de3c51 0004 76aabbcc 0800".replace(" ", "");
  private static final String IP_UDP =
      "45b80000000040008011 0000 c0a80102 d4f22123".replace(" ", "");
  private static final String PORTS = "13c4 13c4 0100 0000".replace(" ", "");
  private static final String RTP_PORTS = "4e20 4e22 00b4 0000".replace(" ", "");

  private FilterFixture() {}

  static FieldRegistry registry() {
    return new FieldRegistry(
        List.of(
            Field.of(
                Protocol.FRAME,
                "frame",
                "Frame",
                FieldType.PROTOCOL,
                (p, layer, out) -> out.addRange(0, p.capturedLength())),
            Field.of(
                Protocol.FRAME,
                "frame.len",
                "Frame length",
                FieldType.UINT,
                (p, layer, out) -> out.addNumber(p.length(), 0, 0)),
            Field.of(
                    Protocol.FRAME,
                    "frame.number",
                    "Frame number",
                    FieldType.FRAME_NUMBER,
                    (p, layer, out) -> out.addNumber(p.number(), 0, 0))
                .from(Field.Scope.INDEX),
            Field.of(
                Protocol.FRAME,
                "frame.time",
                "Arrival time",
                FieldType.ABSOLUTE_TIME,
                (p, layer, out) -> out.addNumber(p.timeNanos(), 0, 0)),
            Field.of(
                Protocol.FRAME,
                "frame.time_relative",
                "Since first",
                FieldType.RELATIVE_TIME,
                (p, layer, out) -> out.addNumber(p.timeNanos() - TIME, 0, 0)),
            Field.of(
                Protocol.FRAME,
                "frame.offset",
                "Offset",
                FieldType.INT,
                (p, layer, out) -> out.addNumber(p.number() - 2, 0, 0)),
            Field.protocol(Protocol.ETHERNET),
            Field.range(Protocol.ETHERNET, "eth.dst", "Destination", FieldType.ETHER, 0, 6),
            Field.range(Protocol.ETHERNET, "eth.src", "Source", FieldType.ETHER, 6, 6),
            Field.protocol(Protocol.IPV4),
            Field.range(Protocol.IPV4, "ip.src", "Source", FieldType.IPV4, 12, 4),
            Field.range(Protocol.IPV4, "ip.dst", "Destination", FieldType.IPV4, 16, 4),
            Field.of(
                Protocol.IPV4,
                "ip.addr",
                "Address",
                FieldType.IPV4,
                (p, layer, out) -> {
                  out.addRange(p.offset(layer) + 12, 4);
                  out.addRange(p.offset(layer) + 16, 4);
                }),
            Field.uint(Protocol.IPV4, "ip.ttl", "Time to live", Display.DECIMAL, 8, 1),
            Field.uint(Protocol.IPV4, "ip.proto", "Protocol", Display.DECIMAL, 9, 1)
                .named(n -> n == 6 ? "TCP" : n == 17 ? "UDP" : null),
            Field.protocol(Protocol.IPV6),
            Field.range(Protocol.IPV6, "ipv6.src", "Source", FieldType.IPV6, 8, 16),
            Field.protocol(Protocol.UDP),
            Field.uint(Protocol.UDP, "udp.srcport", "Source port", Display.DECIMAL, 0, 2),
            Field.uint(Protocol.UDP, "udp.dstport", "Destination port", Display.DECIMAL, 2, 2),
            Field.of(
                    Protocol.UDP,
                    "udp.port",
                    "Port",
                    FieldType.UINT,
                    (p, layer, out) -> {
                      out.addNumber(p.bytes(layer).u16(p.offset(layer)), p.offset(layer), 2);
                      out.addNumber(
                          p.bytes(layer).u16(p.offset(layer) + 2), p.offset(layer) + 2, 2);
                    })
                .bits(16),
            Field.of(
                Protocol.UDP,
                "udp.payload",
                "Payload",
                FieldType.BYTES,
                (p, layer, out) ->
                    out.addRange(p.offset(layer) + 8, p.end(layer) - p.offset(layer) - 8)),
            Field.protocol(Protocol.SIP),
            Field.of(
                Protocol.SIP,
                "sip.Method",
                "Method",
                FieldType.STRING,
                (p, layer, out) -> {
                  int space = p.bytes().indexOf((byte) ' ', p.offset(layer), p.end(layer));
                  if (p.bytes().u8(p.offset(layer)) != 'S') {
                    out.addRange(p.offset(layer), space - p.offset(layer));
                  }
                }),
            Field.of(
                Protocol.SIP,
                "sip.CSeq.method",
                "CSeq method",
                FieldType.STRING,
                (p, layer, out) -> out.addText("INVITE", p.offset(layer), 0)),
            Field.of(
                Protocol.SIP,
                "sip.Status-Code",
                "Status code",
                FieldType.UINT,
                (p, layer, out) -> {
                  if (p.bytes().u8(p.offset(layer)) == 'S') {
                    out.addNumber(200, p.offset(layer) + 8, 3);
                  }
                }),
            Field.of(
                Protocol.SIP,
                "sdp.key_mgmt.data",
                "Key Management Data",
                FieldType.BYTES,
                (p, layer, out) ->
                    out.addBytes(new byte[] {1, 0, 'k', 'e', 'y'}, p.offset(layer), 8)),
            Field.protocol(Protocol.RTP),
            Field.bits(
                Protocol.RTP,
                "rtp.marker",
                "Marker",
                FieldType.BOOLEAN,
                Display.DECIMAL,
                1,
                1,
                0x80),
            Field.bits(
                Protocol.RTP,
                "rtp.p_type",
                "Payload type",
                FieldType.UINT,
                Display.DECIMAL,
                1,
                1,
                0x7F),
            Field.uint(Protocol.RTP, "rtp.ssrc", "SSRC", Display.HEX, 8, 4),
            Field.of(
                Protocol.RTP,
                "rtp.mos",
                "MOS",
                FieldType.DOUBLE,
                (p, layer, out) -> out.addDouble(3.5, 0, 0))));
  }

  /** Packets by the names that the tables use. */
  static Map<String, Packet> packets() {
    Map<String, Packet> packets = new LinkedHashMap<>();
    packets.put(
        "invite",
        udp(
            1,
            PORTS,
            "INVITE sip:bob@example.org SIP/2.0\r\nFrom: Zo\u00eb\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8),
            Protocol.SIP));
    packets.put(
        "ok",
        udp(2, PORTS, "SIP/2.0 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8), Protocol.SIP));
    packets.put(
        "rtp",
        udp(
            3,
            RTP_PORTS,
            HexFormat.of().parseHex("80880001000000a0d2bd4e3ed5d5d5d5"),
            Protocol.RTP));
    byte[] v6 =
        HexFormat.of()
            .parseHex(
                ETHERNET
                    + "6000000000003b40"
                    + "20010db8000000000000000000000001"
                    + "20010db8000000000000000000000002");
    Packet six = begin(4, v6);
    six.addLayer(Protocol.ETHERNET, 0);
    six.addLayer(Protocol.IPV6, 14);
    packets.put("six", six);
    Packet tunnel =
        udp(
            5,
            PORTS,
            HexFormat.of()
                .parseHex(
                    IP_UDP.replace("c0a80102", "0a000001").replace("d4f22123", "0a000002")
                        + RTP_PORTS),
            Protocol.IPV4);
    tunnel.addLayer(Protocol.UDP, 14 + 28 + 20);
    packets.put("tunnel", tunnel);
    return packets;
  }

  private static Packet udp(int number, String ports, byte[] payload, Protocol protocol) {
    byte[] head = HexFormat.of().parseHex(ETHERNET + IP_UDP + ports);
    byte[] all = new byte[head.length + payload.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    Packet p = begin(number, all);
    p.addLayer(Protocol.ETHERNET, 0);
    p.addLayer(Protocol.IPV4, 14);
    p.addLayer(Protocol.UDP, 34);
    p.addLayer(protocol, 42);
    return p;
  }

  private static Packet begin(int number, byte[] bytes) {
    Packet p = new Packet();
    long time = TIME + (number - 1) * 1_500_000_000L;
    p.begin(number, time, bytes.length, 0, LinkType.ETHERNET, bytes, 0, bytes.length, -1);
    return p;
  }
}
