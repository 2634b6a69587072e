package org.earpiece.session.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.earpiece.Shared;
import org.earpiece.packet.Packet;
import org.earpiece.session.CaptureSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowTest {
  /** A conversation's first bytes, as tshark -z follow has them, and how many each side says. */
  @ParameterizedTest(name = "{0}: {2} of frame {1}")
  @CsvSource({
    "lab/17-sip-tcp.pcap, TCP, REGISTER sip:",
    "lab/17-sip-tcp.pcap, SIP, INVITE sip:",
    "lab/05-forward.pcap, UDP, INVITE sip:",
    "lab/05-forward.pcap, SIP, INVITE sip:",
    "public/sip-over-tcp-call.pcap, TCP, INVITE sip:"
  })
  void whatIsSaidIsWhole(String file, FollowKind kind, String begins) throws Exception {
    Path capture = Shared.captures().resolve(file);
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      int frame = first(session, kind);
      Followed followed = Follow.of(session, kind, frame);
      String said =
          followed.pieces().stream()
              .map(piece -> new String(piece.bytes(), StandardCharsets.UTF_8))
              .collect(Collectors.joining());
      assertThat(said).contains(begins).contains("SIP/2.0 200");
      assertThat(followed.cut()).isFalse();
      assertThat(followed.pieces()).allMatch(piece -> piece.missing() == 0);
      assertThat(followed.first()).isNotEqualTo(followed.second());
    }
  }

  /** The first frame of a call whose conversation can be followed so. */
  private static int first(CaptureSession session, FollowKind kind) throws Exception {
    int frame = session.snapshot().calls().getFirst().firstFrame();
    Packet packet = session.reader().read(frame);
    assertThat(packet).isNotNull();
    List<FollowKind> kinds = FollowKind.of(packet);
    assertThat(kinds).contains(kind);
    return frame;
  }
}
