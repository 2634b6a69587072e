package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The torture messages of RFC 4475, as datagrams to port 5060: what of each is told, and what is
 * called wrong. A row of {@code expected.tsv} is a message, a field and its values.
 */
class TortureTest {
  private static final String FOLDER = "rfc4475/";
  private static final String PROBLEMS = "problems";
  private static final int SIP_PORT = 5060;

  /** One of so many payloads is read field by field. */
  private static final int READ_IN_FULL = 211;

  private final Datagram datagram = new Datagram(SIP_PORT, SIP_PORT);

  record Expectation(String message, String field, String values) {
    @Override
    public String toString() {
      return message + " " + field;
    }
  }

  static List<Expectation> expectations() throws IOException {
    List<Expectation> all = new ArrayList<>();
    for (String line : text("expected.tsv").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        all.add(new Expectation(cells[0], cells[1], cells[2]));
      }
    }
    return all;
  }

  static Stream<String> messages() throws IOException {
    return expectations().stream().map(Expectation::message).distinct();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TortureTest.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static String text(String name) throws IOException {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] message(String name) throws IOException {
    String hex = text(name + ".hex").replaceAll("\\s", "");
    return hex.isEmpty()
        ? text(name + ".txt").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)
        : HexFormat.of().parseHex(hex);
  }

  @Test
  void isComplete() throws IOException {
    assertThat(messages()).hasSize(49);
    assertThat(
            expectations().stream().filter(e -> e.field().equals(PROBLEMS)).map(e -> e.message()))
        .containsExactlyElementsOf(messages().toList());
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void tells(Expectation expected) throws IOException {
    Packet packet = datagram.walk(message(expected.message()));
    assertThat(packet.find(Protocol.SIP)).isNotEqualTo(Packet.NONE);
    String told =
        expected.field().equals(PROBLEMS)
            ? problems(packet)
            : String.join(" | ", datagram.values(packet, expected.field()));
    assertThat(told).isEqualTo(expected.values());
  }

  private static String problems(Packet packet) {
    List<String> names = new ArrayList<>();
    SipMessage message = Sip.message(packet, packet.find(Protocol.SIP));
    SipCheck.check(
        message,
        true,
        (problem, what, from, to) -> {
          assertThat(from).isBetween(packet.offset(packet.find(Protocol.SIP)), to);
          assertThat(to).isLessThanOrEqualTo(packet.bytes().length());
          names.add(problem.name());
        });
    return String.join(" ", names.stream().distinct().toList());
  }

  /** Whatever is missing or wrong, nothing throws and nothing is read beyond the end. */
  @ParameterizedTest
  @MethodSource("messages")
  void everyPrefixAndEveryWrongByteIsBorne(String name) throws IOException {
    byte[] whole = message(name);
    for (int n = 0; n <= whole.length; n++) {
      read(Arrays.copyOf(whole, n), n);
      byte[] wrong = whole.clone();
      wrong[n % whole.length] = (byte) Objects.hash(n, name);
      read(wrong, n);
    }
    assertThat(datagram.caught()).isZero();
  }

  /** Walks a payload and names its problems; of some, every field is read, too. */
  private void read(byte[] payload, int n) {
    Packet packet = datagram.walk(payload);
    if (packet.find(Protocol.SIP) >= 0) {
      problems(packet);
    }
    if (n % READ_IN_FULL == 0) {
      datagram.readEverything(payload);
    }
  }
}
