package org.earpiece.voip.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.voip.Side;
import org.junit.jupiter.api.Test;

class NegotiationTest {
  private static final Endpoint A = new Endpoint(new IpAddress(0, IpAddress.v4(0x0A000001)), 5060);
  private static final Endpoint B = new Endpoint(new IpAddress(0, IpAddress.v4(0x0A000002)), 5060);

  private final Negotiation negotiation = new Negotiation();
  private int frame;

  private static String sdp(String address, int port, String types, String more) {
    return "v=0\r\no=- 1 1 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 "
        + address
        + "\r\nt=0 0\r\nm=audio "
        + port
        + " RTP/AVP "
        + types
        + "\r\na=rtpmap:101 telephone-event/8000\r\n"
        + more;
  }

  /** The caller's tag is a, the callee's b; the From header has the one of the request's sender. */
  private void say(String start, String cseq, String fromTag, boolean fromA, String body) {
    String to = fromTag.equals("a") ? "b" : "a";
    String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
    String text =
        start
            + "\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK"
            + cseq.hashCode()
            + "\r\nFrom: <sip:x@h>;tag="
            + fromTag
            + "\r\nTo: <sip:y@h>;tag="
            + to
            + "\r\nCall-ID: 1\r\nCSeq: "
            + cseq
            + "\r\n"
            + type
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    frame++;
    negotiation.message(frame, frame * 1_000L, fromA ? A : B, fromA ? B : A, text);
  }

  private List<SdpExchange> exchanges() {
    return negotiation.exchanges();
  }

  @Test
  void anOfferMeetsItsAnswerAndWhatIsAgreedIsSaid() {
    String answer = sdp("10.0.0.2", 5000, "8 101", "");
    say("INVITE sip:y@h SIP/2.0", "1 INVITE", "a", true, sdp("10.0.0.1", 4000, "8 0 101", ""));
    say("SIP/2.0 183 Session Progress", "1 INVITE", "a", false, answer);
    say("SIP/2.0 200 OK", "1 INVITE", "a", false, answer);
    say("SIP/2.0 200 OK", "1 INVITE", "a", false, answer);
    say("ACK sip:y@h SIP/2.0", "1 ACK", "a", true, "");
    assertThat(exchanges()).hasSize(1);
    SdpExchange exchange = exchanges().getFirst();
    assertThat(exchange.offer().side()).isEqualTo(Side.CALLER);
    assertThat(exchange.offer().words()).isEqualTo("offers PCMA, PCMU, DTMF");
    assertThat(exchange.answers()).hasSize(1);
    SdpStep answered = exchange.answers().getFirst();
    assertThat(answered.side()).isEqualTo(Side.CALLEE);
    assertThat(answered.message()).isEqualTo("183 Session Progress, 200 OK");
    assertThat(answered.frame()).isEqualTo(2);
    assertThat(answered.media())
        .containsExactly("audio: PCMA, DTMF · 10.0.0.2:5000 · RTP/AVP · sendrecv");
    assertThat(exchange.agreed())
        .containsExactly("audio: PCMA, DTMF, both ways, 10.0.0.1:4000 ↔ 10.0.0.2:5000");
  }

  @Test
  void holdAndWhatChangedSinceTheLastAreTold() {
    say("INVITE sip:y@h SIP/2.0", "1 INVITE", "a", true, sdp("10.0.0.1", 4000, "8 0 101", ""));
    say("SIP/2.0 200 OK", "1 INVITE", "a", false, sdp("10.0.0.2", 5000, "8 101", ""));
    say(
        "INVITE sip:x@h SIP/2.0",
        "7 INVITE",
        "b",
        false,
        sdp("10.0.0.2", 5002, "8 101", "a=sendonly\r\n"));
    say(
        "SIP/2.0 200 OK",
        "7 INVITE",
        "b",
        true,
        sdp("10.0.0.1", 4000, "8 0 101", "a=recvonly\r\n"));
    assertThat(exchanges()).hasSize(2);
    SdpExchange hold = exchanges().getLast();
    assertThat(hold.offer().side()).isEqualTo(Side.CALLEE);
    assertThat(hold.offer().words()).isEqualTo("hold");
    assertThat(hold.offer().changes())
        .containsExactly("audio port 5000 became 5002", "sendrecv became sendonly");
    assertThat(hold.agreed().getFirst()).contains("from the callee only");
  }

  @Test
  void anOfferMayComeWithTheAnswerToTheInvite() {
    say("INVITE sip:y@h SIP/2.0", "1 INVITE", "a", true, "");
    say("SIP/2.0 200 OK", "1 INVITE", "a", false, sdp("10.0.0.2", 5000, "8 0", ""));
    say("ACK sip:y@h SIP/2.0", "1 ACK", "a", true, sdp("10.0.0.1", 4000, "0", ""));
    assertThat(exchanges()).hasSize(1);
    assertThat(exchanges().getFirst().offer().side()).isEqualTo(Side.CALLEE);
    assertThat(exchanges().getFirst().answers().getFirst().side()).isEqualTo(Side.CALLER);
    assertThat(exchanges().getFirst().agreed().getFirst()).startsWith("audio: PCMU, both ways");
  }

  @Test
  void declinedMediaIsSaid() {
    say("INVITE sip:y@h SIP/2.0", "1 INVITE", "a", true, sdp("10.0.0.1", 4000, "8", ""));
    say("SIP/2.0 200 OK", "1 INVITE", "a", false, sdp("10.0.0.2", 0, "8", ""));
    assertThat(exchanges().getFirst().agreed()).containsExactly("no audio");
  }

  @Test
  void nothingFromTheNetworkBreaksIt() {
    String whole =
        "INVITE sip:y@h SIP/2.0\r\nFrom: <sip:x@h>;tag=a\r\nTo: <sip:y@h>\r\nCall-ID: 1\r\n"
            + "CSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n\r\n"
            + sdp("10.0.0.1", 4000, "8 0 101 999 x", "a=crypto:1\r\n");
    assertThatCode(
            () -> {
              for (int i = 0; i <= whole.length(); i++) {
                negotiation.message(i, i, A, B, whole.substring(0, i));
              }
            })
        .doesNotThrowAnyException();
    for (int i = 0; i < 1_000; i++) {
      say("INVITE sip:y@h SIP/2.0", i + 2 + " INVITE", "a", true, sdp("10.0.0.1", i, "8", ""));
    }
    assertThat(exchanges()).hasSizeLessThanOrEqualTo(Negotiation.MAX_EXCHANGES);
  }
}
