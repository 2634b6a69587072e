package org.earpiece.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An INVITE in IP fragments, all or some of which were captured. A frame is a fragment ({@code 0},
 * {@code 1}, {@code 2}), the ringing that answers ({@code R}), or an empty datagram long after
 * ({@code L}).
 */
final class FragmentedMessagesTest {
  private static final int UNIT = 400;
  private static final long LATER = 60_000_000_000L;
  private static final String HEADERS =
      """
      Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r
      From: <sip:anna@example.com>;tag=a\r
      To: <sip:ben@example.com>%s\r
      Call-ID: in-fragments\r
      CSeq: 1 INVITE\r
      """;
  private static final String SDP =
      """
      v=0\r
      o=- 1 1 IN IP4 10.0.0.1\r
      s=-\r
      i=%s\r
      c=IN IP4 10.0.0.1\r
      t=0 0\r
      m=audio 40000 RTP/AVP 0 101\r
      a=rtpmap:101 telephone-event/8000\r
      """
          .formatted("x".repeat(450));

  @TempDir Path folder;

  private static byte[] invite() {
    String text =
        "INVITE sip:ben@example.com SIP/2.0\r\n"
            + HEADERS.formatted("")
            + "Content-Type: application/sdp\r\nContent-Length: "
            + SDP.length()
            + "\r\n\r\n"
            + SDP;
    return datagram(5060, text);
  }

  private static byte[] datagram(int port, String text) {
    ByteBuffer b = ByteBuffer.allocate(8 + text.length());
    b.putShort((short) port).putShort((short) port).putShort((short) b.capacity());
    return b.putShort((short) 0).put(text.getBytes(ISO_8859_1)).array();
  }

  private static byte[] ip(byte[] payload, int at, boolean more, boolean back) {
    ByteBuffer b = ByteBuffer.allocate(20 + payload.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putShort((short) 77);
    b.putShort((short) (at / 8 | (more ? 0x2000 : 0))).put((byte) 64).put((byte) 17);
    b.putShort((short) 0).putInt(back ? 0x0A000002 : 0x0A000001);
    return b.putInt(back ? 0x0A000001 : 0x0A000002).put(payload).array();
  }

  private static byte[] frame(char what, int unit) {
    byte[] whole = invite();
    return switch (what) {
      case 'R' -> {
        String ringing = "SIP/2.0 180 Ringing\r\n" + HEADERS.formatted(";tag=b") + "\r\n";
        yield ip(datagram(5060, ringing), 0, false, true);
      }
      case 'L' -> ip(datagram(9, ""), 0, false, false);
      default -> {
        int at = (what - '0') * unit;
        int to = Math.min(whole.length, at + unit);
        yield ip(Arrays.copyOfRange(whole, at, to), at, to < whole.length, false);
      }
    };
  }

  private CaptureSession session(String frames, int unit) throws Exception {
    Path file = folder.resolve("fragments.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      int id = writer.addInterface(new CaptureInterface("", "", LinkType.IPV4, 9, 0));
      long time = 1_000_000_000L;
      for (int i = 0; i < frames.length(); i++) {
        char what = frames.charAt(i);
        time += what == 'L' ? LATER : 1_000_000L;
        byte[] bytes = frame(what, unit);
        writer.frame(id, time, bytes.length, bytes, 0, bytes.length);
      }
    }
    CaptureSession session = CaptureSession.open(file);
    session.await();
    return session;
  }

  /** The frames in which an INVITE is read, with "?" behind one that is cut. */
  private static String invites(CaptureSession session) throws IOException {
    StringBuilder found = new StringBuilder();
    PacketReader reader = session.reader();
    for (int n = 1; n <= session.snapshot().packets(); n++) {
      Packet packet = reader.read(n);
      assertThat(packet).isNotNull();
      int sip = packet.find(Protocol.SIP);
      if (sip >= 0 && packet.bytes(sip).u8(packet.offset(sip)) == 'I') {
        found.append(found.isEmpty() ? "" : " ").append(n);
        found.append(packet.fragment().partial() ? "?" : "");
        assertThat(packet.truncated()).isEqualTo(packet.fragment().partial());
      }
    }
    return found.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "in order                       | 012R  | 3  | 2 | RINGING",
        "the first one last             | 210R  | 3  | 2 | RINGING",
        "an answer between them         | 0R12  | 4  | 2 | RINGING",
        "each of them twice             | 001122R | 5 | 2 | RINGING",
        "the rest was not captured      | 0R    | 1? | 2 | RINGING",
        "nothing else was captured       | 0     | 1? | 1 | CALL_SETUP",
        "the last one was not captured  | 01R   | 1? | 2 | RINGING",
        "the middle was not captured    | 02R   | 1? | 2 | RINGING",
        "the rest came too late         | 0RL12 | 1? | 2 | RINGING",
      })
  void aMessageBelongsToOneFrame(
      String what, String frames, String invites, int counted, CallState state) throws Exception {
    try (CaptureSession session = session(frames, UNIT)) {
      assertThat(invites(session)).isEqualTo(invites);
      assertThat(session.snapshot().calls()).hasSize(1);
      CallSnapshot call = session.snapshot().calls().getFirst();
      assertThat(call.frames()).isEqualTo(counted);
      assertThat(call.fromUser()).isEqualTo("anna");
      assertThat(call.state()).isEqualTo(state);
      List<SipRecord> messages = new ArrayList<>();
      session.messages(List.of(1), messages::add);
      assertThat(messages).hasSize(counted);
    }
  }

  @Test
  void halfACallIdIsNoCall() throws Exception {
    try (CaptureSession session = session("0", 136)) {
      assertThat(invites(session)).isEqualTo("1?");
      assertThat(session.snapshot().calls()).isEmpty();
    }
  }
}
