package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.dissect.PortRule;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's word on ports, held against the demonstration network. */
class DecodeAsTest {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      DemoNetwork.frames(3, Duration.ofSeconds(20), writer);
    }
  }

  private static CaptureSession open(PortRule... rules) throws Exception {
    CaptureSession session = CaptureSession.open(List.of(file), Decryption.none(), List.of(rules));
    session.await();
    return session;
  }

  private static Set<Protocol> at(CaptureSession session, int port) throws IOException {
    Set<Protocol> innermost = new TreeSet<>();
    PacketReader reader = session.reader();
    for (int frame = 1; frame <= session.snapshot().packets(); frame++) {
      Packet packet = reader.read(frame);
      if (packet != null && (packet.sport() == port || packet.dport() == port)) {
        innermost.add(packet.innermost());
      }
    }
    return innermost;
  }

  @Test
  void aPortThatIsNotDecodedIsData() throws Exception {
    try (CaptureSession session = open(new PortRule(Transport.UDP, 5060, Protocol.DATA))) {
      assertThat(at(session, 5060)).containsExactly(Protocol.DATA);
      assertThat(session.snapshot().calls()).isEmpty();
    }
  }

  @Test
  void theWordCountsMoreThanWhatSdpTells() throws Exception {
    int media;
    try (CaptureSession session = open()) {
      media = session.snapshot().streams().getFirst().dst().port();
      assertThat(at(session, media)).containsExactly(Protocol.RTP);
    }
    try (CaptureSession session = open(new PortRule(Transport.UDP, media, Protocol.DATA))) {
      assertThat(at(session, media)).containsExactly(Protocol.DATA);
    }
  }

  @Test
  void whatDoesNotFitIsRecognisedAsBefore() throws Exception {
    try (CaptureSession session = open(new PortRule(Transport.UDP, 5060, Protocol.HEP))) {
      assertThat(at(session, 5060)).contains(Protocol.SIP);
      assertThat(session.snapshot().calls()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "udp, 5062, rtp, true",
    "tcp, 5061, sip, true",
    "tcp, 1, tls, true",
    "udp, 1, tls, false",
    "tcp, 1, rtp, false",
    "sctp, 1, sip, false",
    "udp, 0, sip, false",
    "udp, 65536, sip, false",
    "udp, 1, nonsense, false"
  })
  void settingsNameRules(String transport, int port, String protocol, boolean rule) {
    assertThat(PortRule.of(transport, port, protocol) != null).isEqualTo(rule);
  }
}
