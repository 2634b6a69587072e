package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.Shared;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.file.SourceByMagic;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.store.DerivedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIP inside TLS and WebSocket, in captures of real programs, is what tshark finds there. */
class DecryptedCapturesTest {
  private final TlsSecrets secrets = new TlsSecrets();
  private final Flows flows = new Flows();
  private final PacketSummary summary = new PacketSummary(Tables.TABLE);
  private final FieldValues values = new FieldValues();

  private static String layers(Packet packet) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < packet.layers(); i++) {
      names.append(i == 0 ? "" : ":").append(packet.protocol(i).filterName());
    }
    return names.toString();
  }

  /** One line a frame: number, protocols, Info; walked as the pipeline does, then read again. */
  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (DerivedLog derived = new DerivedLog()) {
      LayerWalk walk = new LayerWalk(Tables.TABLE, flows, derived, secrets, true);
      LayerWalk again = new LayerWalk(Tables.TABLE, flows, derived, false);
      Path file = Shared.captures().resolve(name);
      Frame frame = new Frame();
      Packet packet = new Packet();
      try (FrameReader reader = SourceByMagic.open(file)) {
        reader.notes().secretsTo(s -> secrets.add(s.text()));
        for (int number = 1; reader.next(frame); number++) {
          begin(packet, frame, number, Packet.NONE);
          walk.walk(packet);
          String line = line(packet);
          lines.add(line);
          boolean stream = packet.transport() == Transport.TCP && !packet.tentative();
          begin(packet, frame, number, packet.flow());
          again.walk(packet);
          assertThat(stream ? line(packet) : line).isEqualTo(line);
          Tables.readEverything(packet, values);
        }
      }
      assertThat(walk.caught() + again.caught()).isZero();
      assertThat(walk.contents().tls().engine().failed()).isZero();
    }
    return lines;
  }

  private static void begin(Packet packet, Frame frame, int number, int flow) {
    packet.begin(
        number,
        frame.timeNanos,
        frame.length,
        frame.interfaceId,
        frame.linkType,
        frame.array,
        frame.offset,
        frame.captured,
        flow);
  }

  private String line(Packet packet) {
    return packet.number() + " " + layers(packet) + " " + summary.info(packet);
  }

  private static long count(List<String> lines, String layers) {
    return lines.stream().filter(l -> l.contains(layers)).count();
  }

  private void addKeyLog(String name) throws IOException {
    secrets.add(Files.readString(Shared.captures().resolve(name)));
  }

  /** Each row: capture, key log, layers, and the frames in which tshark 4.0.17 finds them. */
  @ParameterizedTest
  @CsvSource({
    "lab/17-sip-tls.pcapng, lab/17-sip-tls.keys, :tls:sip, 34",
    "lab/17-sip-tls.pcapng, lab/17-sip-tls.keys, :tls:sip:sdp, 5",
    "lab/17-sip-tls.pcapng, , :tls:sip, 0",
    "lab/17-sip-tls.pcapng, , :tls, 44",
    "lab/17-sip-websocket-webrtc.pcapng, , :websocket:sip, 20",
    "lab/17-sip-websocket-webrtc.pcapng, , :websocket, 21",
    "lab/17-sip-websocket-webrtc.pcapng, , :http, 2",
    "lab/17-sip-websocket-webrtc.pcapng, , :dtls, 11",
    "public/pcapng-dsb-gopacket.pcapng, , :tls:http GET, 1",
    "public/dtls-with-decryption-secrets-two-interfaces.pcapng, , :dtls, 10",
    // tshark: 23; it does not look into what TURN indications carry
    "public/stun-dtls-srtp-webrtc.pcapng, , :dtls, 34",
  })
  void asTsharkFindsThem(String capture, String keyLog, String layers, int frames)
      throws IOException {
    if (keyLog != null) {
      addKeyLog(keyLog);
    }
    List<String> lines = lines(capture);
    assertThat(count(lines, layers)).isEqualTo(frames);
  }

  @Test
  void recordsAreNamedAsWiresharkNamesThem() throws IOException {
    List<String> lines = lines("lab/17-sip-tls.pcapng");
    assertThat(lines)
        .contains(
            "6 eth:ip:tcp:tls Client Hello",
            "8 eth:ip:tcp:tls Server Hello, Certificate, Server Key Exchange, Certificate Request,"
                + " Server Hello Done",
            "10 eth:ip:tcp:tls Certificate, Client Key Exchange, Change Cipher Spec, Encrypted"
                + " Handshake Message",
            "12 eth:ip:tcp:tls Application Data",
            "1483 eth:ip:tcp:tls Encrypted Alert");
  }

  @Test
  void decryptedMessagesHaveTheirFields() throws IOException {
    addKeyLog("lab/17-sip-tls.keys");
    assertThat(lines("lab/17-sip-tls.pcapng"))
        .anyMatch(l -> l.startsWith("12 eth:ip:tcp:tls:sip Request: REGISTER"))
        .anyMatch(l -> l.startsWith("36 eth:ip:tcp:tls:sip:sdp Request: INVITE"));
    assertThat(Tables.FIELDS.of(Protocol.TLS)).hasSizeGreaterThan(10);
  }
}
