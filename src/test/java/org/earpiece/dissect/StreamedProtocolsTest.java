package org.earpiece.dissect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages of protocols over TCP, cut into segments in every way: each is found once, whole, in the
 * frame that completes it, and again by whoever reads the frames later.
 */
final class StreamedProtocolsTest {
  /** A query for the A record of "a.b", its length before it. */
  private static final String QUERY = "0015 1234 0100 0001 0000 0000 0000 0161 0162 0000 0100 01";

  /** A binding request with a priority. */
  private static final String BINDING =
      "0001 0008 2112a442 000102030405060708090a0b 0024 0004 00000100";

  private static final int SERVER = 0x0A000002;

  private record Sent(byte[] frame, int flow, String found) {}

  private final KeptBytes kept = new KeptBytes();
  private final Flows flows = new Flows();
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, kept, true);
  private final LayerWalk again = new LayerWalk(Tables.TABLE, flows, kept, false);
  private final Packet packet = new Packet();
  private final List<Sent> sent = new ArrayList<>();
  private long timeNanos;

  private static byte[] hex(String... parts) {
    return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
  }

  /** RTP of PCMU with this sequence number, below 10. */
  private static String rtp(int n) {
    return "8000 000%d 00000%d00 cafe0001 d5d5d5d5".formatted(n, n);
  }

  /** A packet of a channel, padded. */
  private static String channel(String data) {
    int size = hex(data).length;
    return HexFormat.of().toHexDigits((short) 0x4000)
        + HexFormat.of().toHexDigits((short) size)
        + data
        + "00".repeat(-size & 3);
  }

  private static String framed(String data) {
    return HexFormat.of().toHexDigits((short) hex(data).length) + data;
  }

  private static byte[] stream(String name) {
    return switch (name) {
      case "dns" -> hex(QUERY, QUERY.replace("1234", "1235"), QUERY);
      case "stun" -> hex(BINDING, BINDING);
      case "turn" ->
          hex(BINDING, channel(rtp(1) + "aa"), channel(rtp(2)), channel(rtp(3)), BINDING);
      case "ice" -> hex(framed(BINDING), framed(rtp(1)), framed(rtp(2)), "0000", framed(rtp(3)));
      case "rtp" -> hex(framed(rtp(1)), framed(rtp(2)), framed(rtp(3)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private String send(int sport, int dport, int sequence, byte[] data) {
    ByteBuffer b = ByteBuffer.allocate(40 + data.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putInt(0);
    b.put((byte) 64).put((byte) 6).putShort((short) 0).putInt(0x0A000001).putInt(SERVER);
    b.putShort((short) sport).putShort((short) dport).putInt(sequence).putInt(0);
    b.put((byte) 0x50).put((byte) 16).putShort((short) 1000).putInt(0).put(data);
    String found = found(walk, sent.size() + 1, b.array(), Packet.NONE);
    sent.add(new Sent(b.array(), packet.flow(), found));
    return found;
  }

  /** The protocols above TCP in a frame, and how many bytes each has. */
  private String found(LayerWalk with, int number, byte[] frame, int flow) {
    packet.begin(number, timeNanos, frame.length, 0, LinkType.RAW, frame, 0, frame.length, flow);
    with.walk(packet);
    StringBuilder found = new StringBuilder();
    for (int i = packet.find(Protocol.TCP) + 1; i < packet.layers(); i++) {
      found.append(found.isEmpty() ? "" : " ").append(packet.protocol(i).filterName());
      found.append(':').append(packet.end(i) - packet.offset(i));
    }
    assertThat(packet.malformed()).isFalse();
    assertThat(packet.truncated()).isFalse();
    return found.toString();
  }

  private void readAgain() {
    for (int i = 0; i < sent.size(); i++) {
      assertThat(found(again, i + 1, sent.get(i).frame(), sent.get(i).flow()))
          .as("frame %d again", i + 1)
          .isEqualTo(sent.get(i).found());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dns  | 53    | dns:23 dns:23 dns:23",
        "stun | 3478  | stun:28 stun:28",
        "stun | 40001 | stun:28 stun:28",
      })
  void everyCut(String name, int port, String expected) {
    byte[] stream = stream(name);
    for (int cut = 1; cut < stream.length; cut++) {
      int sport = 20_000 + cut;
      String first = send(sport, port, 1, Arrays.copyOf(stream, cut));
      String rest = send(sport, port, 1 + cut, Arrays.copyOfRange(stream, cut, stream.length));
      boolean recognised = port != 40001 || cut >= 20; // without a port, by the first segment
      if (recognised) {
        assertThat((first + " " + rest).strip()).as("cut at %d", cut).isEqualTo(expected);
      }
    }
    readAgain();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"dns, 53", "stun, 3478", "turn, 3478", "rtp, 50000"})
  void everyByteASegment(String name, int port) {
    flows.expectMedia(0, IpAddress.v4(SERVER), 50000, false, Packet.NONE, 1);
    byte[] stream = stream(name);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < stream.length; i++) {
      String found = send(30_000, port, 1 + i, Arrays.copyOfRange(stream, i, i + 1));
      all.append(found.isEmpty() || all.isEmpty() ? "" : " ").append(found);
    }
    assertThat(all.toString()).isEqualTo(send(30_001, port, 1, stream));
    readAgain();
  }

  @Test
  void mediaInChannelsOverTcpIsFound() {
    byte[] stream = stream("turn");
    assertThat(send(20_000, 3478, 1, stream))
        .isEqualTo("stun:28 stun:24 rtp:17 stun:20 rtp:16 stun:20 rtp:16 stun:28");
    readAgainMedia();
  }

  /** Those that were guesses are known by then. */
  private void readAgainMedia() {
    send(20_000, 3478, 1 + stream("turn").length, hex(channel(rtp(4))));
    readAgain();
  }

  @Test
  void aConnectionOfIceIsRecognisedByItsFirstCheck() {
    assertThat(send(20_000, 40_001, 1, stream("ice")))
        .isEqualTo(
            "rfc4571:30 stun:28 rfc4571:18 rtp:16 rfc4571:18 rtp:16 rfc4571:2 rfc4571:18 rtp:16");
  }

  @Test
  void aConnectionToWhereSdpSaidIsMedia() {
    String expected = "rfc4571:18 rtp:16 rfc4571:18 rtp:16 rfc4571:18 rtp:16";
    assertThat(send(20_000, 50_000, 1, stream("rtp"))).isEqualTo("data:54");
    flows.expectMedia(0, IpAddress.v4(SERVER), 50000, false, Packet.NONE, 1);
    assertThat(send(20_001, 50_000, 1, stream("rtp"))).isEqualTo(expected);
    assertThat(send(20_000, 50_000, 55, stream("rtp"))).isEqualTo(expected);
    byte[] http = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII);
    assertThat(send(20_002, 50_000, 1, http)).isEqualTo("http:27");
    byte[] alert = hex("1503030002010a1503030002010a");
    assertThat(send(20_003, 50_000, 1, alert)).isEqualTo("data:14");
  }

  @Test
  void whatIsNoDnsStaysData() {
    assertThat(
            send(20_000, 53, 1, hex("0015 1234 7900 0001 0000 0000 0000 0161 0162 0000 0100 01")))
        .isEqualTo("data:23");
    assertThat(send(20_001, 53, 1, hex("0003 123456"))).isEqualTo("data:5");
    assertThat(walk.streams().size()).isZero();
  }

  @Test
  void afterALossTheNextMessageIsFoundByItsCookie() {
    byte[] stream = hex(BINDING, BINDING, BINDING);
    send(20_000, 3478, 1, Arrays.copyOf(stream, 40));
    assertThat(send(20_000, 3478, 51, Arrays.copyOfRange(stream, 50, stream.length))).isEmpty();
    timeNanos += 3_000_000_000L;
    assertThat(send(20_000, 3478, 1 + stream.length, hex(BINDING)))
        .isEqualTo("data:12 data:6 stun:28 stun:28");
    readAgain();
  }
}
