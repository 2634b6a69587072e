package org.earpiece.dissect.voip.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HepTest {
  private static final String OPTIONS =
      "OPTIONS sip:a@192.0.2.20 SIP/2.0\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n\r\n";
  private static final String V4 =
      "1:02 2:11 3:C0000214 4:C0000215 7:13C4 8:13C5 9:584D365C 10:00000064 12:000007D1";

  private final Datagram datagram = new Datagram(40_000, 9060);

  /** Chunks as {@code type:hex}, then the payload, then further chunks. */
  private static byte[] hep(String chunks, int payloadType, String payload, String further) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String chunk : (chunks + " 11:" + hex(payloadType)).split(" ", -1)) {
      chunk(out, chunk);
    }
    chunk(out, "15:" + HexFormat.of().formatHex(payload.getBytes(StandardCharsets.ISO_8859_1)));
    for (String chunk : further.isEmpty() ? new String[0] : further.split(" ", -1)) {
      chunk(out, chunk);
    }
    return ByteBuffer.allocate(6 + out.size())
        .put("HEP3".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) (6 + out.size()))
        .put(out.toByteArray())
        .array();
  }

  private static String hex(int value) {
    return HexFormat.of().toHexDigits((byte) value);
  }

  private static void chunk(ByteArrayOutputStream out, String chunk) {
    int colon = chunk.indexOf(':');
    byte[] value = HexFormat.of().parseHex(chunk.substring(colon + 1));
    out.writeBytes(
        ByteBuffer.allocate(6 + value.length)
            .putShort((short) 0)
            .putShort((short) Integer.parseInt(chunk.substring(0, colon)))
            .putShort((short) (6 + value.length))
            .put(value)
            .array());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "17:616263", "17:616263 18:0005"})
  void sipInsideHasTheAddressesThatTheAgentSaw(String further) {
    Packet packet = datagram.walk(hep(V4, 1, OPTIONS, further));
    assertThat(Datagram.protocols(packet))
        .containsExactly(Protocol.RAW, Protocol.IPV4, Protocol.UDP, Protocol.HEP, Protocol.SIP);
    assertThat(packet.srcLo()).isEqualTo(IpAddress.v4(0xC0000214L));
    assertThat(packet.dstLo()).isEqualTo(IpAddress.v4(0xC0000215L));
    assertThat(packet.sport()).isEqualTo(5060);
    assertThat(packet.dport()).isEqualTo(5061);
    assertThat(packet.transport()).isEqualTo(Transport.UDP);
    assertThat(packet.malformed()).isFalse();
    assertThat(packet.truncated()).isFalse();
    assertThat(datagram.values(packet, "sip.Call-ID")).containsExactly("1");
    assertThat(datagram.values(packet, "hep.ip_proto")).containsExactly("UDP (17)");
    assertThat(datagram.values(packet, "hep.src_ipv4")).containsExactly("192.0.2.20");
    assertThat(datagram.values(packet, "hep.capture_id")).containsExactly("2001");
    assertThat(datagram.values(packet, "hep.time"))
        .containsExactly("2016-12-11 11:19:56.000100000 UTC");
    assertThat(datagram.info(packet)).startsWith("Request: OPTIONS sip:a@192.0.2.20");
  }

  @Test
  void ipv6AndTcpInside() {
    String v6 =
        "1:0A 2:06 5:20010DB8000000000000000000000001 6:20010DB8000000000000000000000002"
            + " 7:13C4 8:13C4";
    Packet packet = datagram.walk(hep(v6, 1, OPTIONS, ""));
    assertThat(packet.innermost()).isEqualTo(Protocol.SIP);
    assertThat(packet.srcHi()).isEqualTo(0x20010DB800000000L);
    assertThat(packet.dstLo()).isEqualTo(2);
    assertThat(packet.transport()).isEqualTo(Transport.TCP);
  }

  @Test
  void whatIsNoPacketStaysPayload() {
    Packet packet = datagram.walk(hep(V4, 5, "{\"ssrc\":1}", "17:616263"));
    assertThat(packet.innermost()).isEqualTo(Protocol.HEP);
    assertThat(packet.sport()).isEqualTo(40_000);
    assertThat(datagram.values(packet, "hep.payload")).containsExactly("{\"ssrc\":1}");
    assertThat(datagram.values(packet, "hep.correlation_id")).containsExactly("abc");
    assertThat(datagram.info(packet)).isEqualTo("HEP3, RTCP JSON");
  }

  @Test
  void isFoundOnOtherPortsByItsMagic() {
    Packet packet = new Datagram(40_000, 40_001).walk(hep(V4, 1, OPTIONS, ""));
    assertThat(packet.innermost()).isEqualTo(Protocol.SIP);
  }

  @Test
  void contradictionsAreMarked() {
    byte[] bytes = hep(V4, 1, OPTIONS, "");
    bytes[10] = 0;
    bytes[11] = 5; // a chunk shorter than its header
    assertThat(datagram.walk(bytes).malformed()).isTrue();
    bytes = hep(V4, 1, OPTIONS, "");
    bytes[5] = 3; // shorter than the header
    bytes[4] = 0;
    assertThat(datagram.walk(bytes).malformed()).isTrue();
    Packet cut = datagram.walk(Arrays.copyOf(hep(V4, 1, OPTIONS, ""), 150));
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.innermost()).isEqualTo(Protocol.SIP);
  }

  @Test
  void nestedPacketsEnd() {
    String inner = OPTIONS;
    for (int n = 0; n < 40; n++) {
      inner =
          new String(
              hep("2:11 3:7F000001 4:7F000001 7:2364 8:2364", 1, inner, ""),
              StandardCharsets.ISO_8859_1);
    }
    Packet packet = datagram.walk(inner.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(packet.layers()).isEqualTo(Packet.MAX_LAYERS);
    assertThat(packet.malformed()).isTrue();
  }

  @Test
  void everyPrefixAndEveryWrongByteIsBorne() {
    byte[] whole = hep(V4, 1, OPTIONS, "17:616263 19:616263 16:0102");
    for (int n = 0; n < whole.length; n++) {
      datagram.readEverything(Arrays.copyOf(whole, n));
      byte[] wrong = whole.clone();
      wrong[n] = (byte) (n * 31);
      datagram.readEverything(wrong);
    }
    assertThat(datagram.caught()).isZero();
  }
}
