package org.earpiece.dissect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earpiece.dissect.reassembly.TcpStreams;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIP over TCP, cut into segments in every way. */
final class SegmentsTest {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int ACK = 16;

  /** The first sequence number: it overflows within the first message. */
  private static final int FIRST = -100;

  private record Sent(byte[] frame, int wireLength, long timeNanos) {}

  private final KeptBytes memory = new KeptBytes();
  private final Flows flows = new Flows();
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, memory, true);
  private final LayerWalk again = new LayerWalk(Tables.TABLE, flows, memory, false);
  private final Packet packet = new Packet();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Integer> flowNumbers = new ArrayList<>();
  private long timeNanos;

  private static String message(String name, int body) {
    return "OPTIONS sip:"
        + name
        + "@example.com SIP/2.0\r\nCall-ID: "
        + name
        + "\r\nContent-Length: "
        + body
        + "\r\n\r\n"
        + "=".repeat(body);
  }

  /** The Call-IDs of the messages that end in a segment, with "?" behind one that is cut. */
  private String send(int sequence, int flags, byte[] data, int lost, int port) {
    ByteBuffer b = ByteBuffer.allocate(40 + data.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) (40 + data.length + lost)).putInt(0);
    b.put((byte) 64).put((byte) 6).putShort((short) 0).putInt(0x0A000001).putInt(0x0A000002);
    b.putShort((short) 40000).putShort((short) port).putInt(sequence).putInt(0);
    b.put((byte) 0x50).put((byte) flags).putShort((short) 1000).putInt(0).put(data);
    sent.add(new Sent(b.array(), b.capacity() + lost, timeNanos));
    String found = found(walk, sent.size(), Packet.NONE);
    flowNumbers.add(packet.flow());
    return found;
  }

  private String send(int at, String data) {
    return send(FIRST + at, ACK, data.getBytes(ISO_8859_1), 0, 5060);
  }

  private String found(LayerWalk with, int number, int flow) {
    Sent one = sent.get(number - 1);
    packet.begin(
        number,
        one.timeNanos,
        one.wireLength,
        0,
        LinkType.RAW,
        one.frame,
        0,
        one.frame.length,
        flow);
    with.walk(packet);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < packet.layers(); i++) {
      if (packet.protocol(i) == Protocol.SIP) {
        String text = packet.bytes(i).ascii(packet.offset(i), packet.end(i) - packet.offset(i));
        String name = text.substring(12, text.indexOf('@'));
        boolean whole = text.endsWith("\r\n\r\n" + "=".repeat(told(text)));
        found.append(found.isEmpty() ? "" : " ").append(name).append(whole ? "" : "?");
      }
    }
    return found.toString();
  }

  private static int told(String text) {
    String length = text.replaceAll("(?s).*Content-Length: (\\d+)\r.*", "$1");
    return length.equals(text) ? 1 : Integer.parseInt(length);
  }

  /** Whoever reads the frames again finds the same in them. */
  private void readAgain(List<String> expected) {
    for (int i = 0; i < sent.size(); i++) {
      assertThat(found(again, i + 1, flowNumbers.get(i)))
          .as("frame %d again", i + 1)
          .isEqualTo(expected.get(i));
    }
  }

  @Test
  void everyCutInTwo() {
    String stream = message("one", 20) + message("two", 10) + "\r\n\r\n" + message("three", 10);
    List<String> expected = new ArrayList<>();
    for (int cut = 1; cut < stream.length(); cut++) {
      int port = 50000 + cut; // recognised on any port
      List<String> all = new ArrayList<>();
      all.add(send(FIRST, SYN, new byte[0], 0, 5060));
      byte[] bytes = stream.getBytes(ISO_8859_1);
      all.add(send(FIRST + 1, ACK, Arrays.copyOf(bytes, cut), 0, 5060));
      all.add(send(FIRST + 1 + cut, ACK, Arrays.copyOfRange(bytes, cut, bytes.length), 0, 5060));
      assertThat(String.join(" ", all).strip().replaceAll(" +", " "))
          .as("cut at %d, port %d", cut, port)
          .isEqualTo("one two three");
      expected.addAll(all);
    }
    readAgain(expected);
  }

  @Test
  void everyByteASegment() {
    String stream = message("one", 3) + message("two", 10);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < stream.length(); i++) {
      all.add(send(i, stream.substring(i, i + 1)));
    }
    assertThat(all.get(message("one", 3).length() - 1)).isEqualTo("one");
    assertThat(all.getLast()).isEqualTo("two");
    assertThat(all.stream().filter(s -> !s.isEmpty())).hasSize(2);
    readAgain(all);
  }

  /** A message as a capture agent sends it on, seen from 192.0.2.{@code host} to 192.0.2.200. */
  private static String hep(int host, String message) {
    ByteBuffer b = ByteBuffer.allocate(57 + message.length());
    b.put("HEP3".getBytes(ISO_8859_1)).putShort((short) b.capacity());
    chunk(b, 2, 1).put((byte) 17);
    chunk(b, 3, 4).putInt(0xC0000200 | host);
    chunk(b, 4, 4).putInt(0xC00002C8);
    chunk(b, 7, 2).putShort((short) 5060);
    chunk(b, 11, 1).put((byte) 1);
    chunk(b, 15, message.length()).put(message.getBytes(ISO_8859_1));
    return new String(Arrays.copyOf(b.array(), b.position()), ISO_8859_1)
        + "\0".repeat(b.remaining());
  }

  private static ByteBuffer chunk(ByteBuffer b, int type, int size) {
    return b.putShort((short) 0).putShort((short) type).putShort((short) (6 + size));
  }

  @Test
  void hepCutInTwoAnywhere() {
    String stream =
        hep(1, message("one", 20)) + hep(2, message("two", 10)) + hep(3, message("three", 5));
    byte[] bytes = stream.getBytes(ISO_8859_1);
    List<String> expected = new ArrayList<>();
    for (int cut = 1; cut < bytes.length; cut++) {
      int port = cut % 2 == 0 || cut < 60 ? 9060 : 50000 + cut;
      List<String> all = new ArrayList<>();
      all.add(send(FIRST, SYN, new byte[0], 0, port));
      all.add(send(FIRST + 1, ACK, Arrays.copyOf(bytes, cut), 0, port));
      all.add(send(FIRST + 1 + cut, ACK, Arrays.copyOfRange(bytes, cut, bytes.length), 0, port));
      assertThat(String.join(" ", all).strip().replaceAll(" +", " "))
          .as("cut at %d, port %d", cut, port)
          .isEqualTo("one two three");
      assertThat(packet.srcLo()).isEqualTo(IpAddress.v4(0xC0000203L));
      expected.addAll(all);
    }
    readAgain(expected);
  }

  @Test
  void hepEveryByteASegment() {
    String stream = hep(1, message("one", 3)) + hep(2, message("two", 10));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < stream.length(); i++) {
      byte[] one = stream.substring(i, i + 1).getBytes(ISO_8859_1);
      all.add(send(FIRST + i, ACK, one, 0, 9060));
    }
    assertThat(all.stream().filter(s -> !s.isEmpty())).containsExactly("one", "two");
    readAgain(all);
  }

  @Test
  void hepGoesOnBehindWhatIsNone() {
    String stream =
        "HEP2 or what" + hep(1, message("one", 3)) + "HEHEP" + hep(2, message("two", 10));
    assertThat(send(FIRST, ACK, stream.getBytes(ISO_8859_1), 0, 9060)).isEqualTo("one two");
  }

  @Test
  void eachMessageOfASegmentHasItsAddresses() {
    String stream = hep(1, message("one", 3)) + hep(2, message("two", 10));
    assertThat(send(FIRST, ACK, stream.getBytes(ISO_8859_1), 0, 9060)).isEqualTo("one two");
    int layer = packet.find(Protocol.SIP);
    Hep.address(packet, layer);
    assertThat(packet.srcLo()).isEqualTo(IpAddress.v4(0xC0000201L));
    assertThat(packet.sport()).isEqualTo(5060);
    Hep.address(packet, packet.find(Protocol.SIP, layer + 1));
    assertThat(packet.srcLo()).isEqualTo(IpAddress.v4(0xC0000202L));
  }

  /** Segments are written as {@code from-to} of a stream of messages a, b and c, 100 bytes each. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "in order                  | 0-50 50-100 100-250 250-300     | - a b c",
        "one segment               | 0-300                           | a+b+c",
        "two swapped               | 0-50 100-200 50-100 200-300     | - - a+b c",
        "a retransmission          | 0-100 0-100 100-300             | a - b+c",
        "a part again with more    | 0-50 0-100 100-300              | - a b+c",
        "overlap                   | 0-150 100-300                   | a b+c",
        "a keep-alive byte again   | 0-100 99-100 100-200            | a - b",
        "many early                | 0-50 250-300 200-250 150-200 100-150 50-100 | - - - - - a+b+c",
        "early twice               | 0-50 100-200 100-200 50-100     | - - - a+b",
        "begins within a message   | 50-100 100-200 200-300          | - b c",
        "begins and goes on within | 50-150 150-250 250-300          | - b c",
      })
  void segments(String what, String segments, String expected) {
    String stream = message("a", 31) + message("b", 31) + message("c", 31);
    assertThat(stream).hasSize(300);
    List<String> all = new ArrayList<>();
    for (String segment : segments.split(" ", -1)) {
      int dash = segment.indexOf('-');
      int from = Integer.parseInt(segment.substring(0, dash));
      int to = Integer.parseInt(segment.substring(dash + 1));
      all.add(send(from, stream.substring(from, to)));
    }
    assertThat(all.stream().map(s -> s.isEmpty() ? "-" : s.replace(' ', '+')).toList())
        .as(what)
        .containsExactly(expected.split(" ", -1));
    readAgain(all);
  }

  @Test
  void aLostSegmentCostsItsMessagesOnly() {
    String stream = message("a", 31) + message("b", 31) + message("c", 31) + message("d", 31);
    List<String> all = new ArrayList<>();
    all.add(send(0, stream.substring(0, 170)));
    all.add(send(250, stream.substring(250, 350)));
    timeNanos += 3_000_000_000L;
    all.add(send(350, stream.substring(350)));
    assertThat(all).containsExactly("a", "", "b? d");
    readAgain(all);
  }

  @Test
  void whatTheOtherSideAcknowledgedWasLostByTheCapture() {
    String stream = message("a", 31) + message("b", 31) + message("c", 31);
    send(0, stream.substring(0, 100));
    send(150, stream.substring(150, 200));
    ByteBuffer b = ByteBuffer.allocate(40);
    b.put((byte) 0x45).put((byte) 0).putShort((short) 40).putInt(0);
    b.put((byte) 64).put((byte) 6).putShort((short) 0).putInt(0x0A000002).putInt(0x0A000001);
    b.putShort((short) 5060).putShort((short) 40000).putInt(1).putInt(FIRST + 200);
    b.put((byte) 0x50).put((byte) ACK).putShort((short) 1000).putInt(0);
    sent.add(new Sent(b.array(), 40, timeNanos));
    found(walk, sent.size(), Packet.NONE);
    assertThat(send(200, stream.substring(200))).isEqualTo("c");
  }

  @Test
  void aSegmentTheCaptureCutCostsItsRest() {
    String stream = message("a", 31) + message("b", 31) + message("c", 31);
    List<String> all = new ArrayList<>();
    byte[] cut = stream.substring(0, 160).getBytes(ISO_8859_1);
    all.add(send(FIRST, ACK, cut, 40, 5060));
    all.add(send(200, stream.substring(200)));
    assertThat(all).containsExactly("a b?", "c");
    readAgain(all);
  }

  @Test
  void theEndOfTheConnectionEndsAMessage() {
    List<String> all = new ArrayList<>();
    all.add(send(0, message("a", 31).substring(0, 80)));
    all.add(send(FIRST + 80, ACK | FIN, new byte[0], 0, 5060));
    assertThat(all).containsExactly("", "a?");
    readAgain(all);
  }

  @Test
  void portsMayServeANewConnection() {
    send(0, message("a", 31).substring(0, 80));
    send(1_000_000, SYN, new byte[0], 0, 5060);
    byte[] next = message("b", 31).getBytes(ISO_8859_1);
    assertThat(send(1_000_001, ACK, next, 0, 5060)).isEqualTo("b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "two messages             | a+b  | a b",
        "keep-alives between them | a^+b | a b",
        "a keep-alive behind it   | a^^  | a",
        "the second one cut       | a+b< | a b?",
        "something else behind it | a+!  | a",
      })
  void datagrams(String what, String content, String expected) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < content.length(); i++) {
      switch (content.charAt(i)) {
        case 'a' -> data.append(message("a", 31));
        case 'b' -> data.append(message("b", 31));
        case '^' -> data.append("\r\n\r\n");
        case '<' -> data.setLength(data.length() - 10);
        case '!' -> data.append("what is this?");
        default -> {}
      }
    }
    assertThat(datagram(data.toString())).as(what).isEqualTo(expected);
    readAgain(List.of(expected));
  }

  private String datagram(String data) {
    ByteBuffer b = ByteBuffer.allocate(28 + data.length());
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putInt(0);
    b.put((byte) 64).put((byte) 17).putShort((short) 0).putInt(0x0A000001).putInt(0x0A000002);
    b.putShort((short) 40000).putShort((short) 5060).putShort((short) (b.capacity() - 20));
    b.putShort((short) 0).put(data.getBytes(ISO_8859_1));
    sent.add(new Sent(b.array(), b.capacity(), timeNanos));
    String found = found(walk, sent.size(), Packet.NONE);
    flowNumbers.add(packet.flow());
    return found;
  }

  @Test
  void otherStreamsAreNotFollowed() {
    for (int i = 0; i < 1000; i++) {
      send(FIRST + i * 1000, ACK, "x".repeat(1000).getBytes(ISO_8859_1), 0, 8080);
    }
    assertThat(walk.streams().size()).isZero();
  }

  @Test
  void endlessHalfStreamsTakeBoundedMemory() {
    byte[] half = message("a", 100_000).substring(0, 20_000).getBytes(ISO_8859_1);
    for (int i = 0; i < 10_000; i++) {
      send(i * 100_000, SYN, new byte[0], 0, 5060);
      sent.clear();
      flowNumbers.clear();
      memory.clear();
      sendFrom(10_000 + i, half);
    }
    assertThat(walk.streams().bytes()).isLessThanOrEqualTo(TcpStreams.MAX_BYTES);
    assertThat(walk.streams().discarded()).isPositive();
  }

  private void sendFrom(int sport, byte[] data) {
    send(1, ACK, data, 0, 5060);
    Sent last = sent.removeLast();
    ByteBuffer.wrap(last.frame).putShort(20, (short) sport);
    sent.add(last);
    found(walk, 1, Packet.NONE);
  }

  @Test
  void randomSegmentsGiveAllMessages() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      StringBuilder stream = new StringBuilder();
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        stream.append(message("m" + i, 10 + random.nextInt(80)));
        names.append(i == 0 ? "" : " ").append("m").append(i);
      }
      List<int[]> cuts = new ArrayList<>();
      for (int at = 0; at < stream.length(); ) {
        int to = Math.min(stream.length(), at + 1 + random.nextInt(120));
        cuts.add(new int[] {Math.max(0, at - random.nextInt(20)), to});
        at = to;
      }
      for (int i = 1; i + 1 < cuts.size(); i++) {
        int other = Math.min(cuts.size() - 1, i + random.nextInt(3));
        int[] swap = cuts.get(i);
        cuts.set(i, cuts.get(other));
        cuts.set(other, swap);
      }
      sent.clear();
      flowNumbers.clear();
      memory.clear();
      send(FIRST - 1, SYN, new byte[0], 0, 5060);
      List<String> all = new ArrayList<>(List.of(""));
      for (int[] cut : cuts) {
        all.add(send(cut[0], stream.substring(cut[0], cut[1])));
      }
      assertThat(String.join(" ", all).strip().replaceAll(" +", " "))
          .as("round %d", round)
          .isEqualTo(names.toString());
      readAgain(all);
    }
  }
}
