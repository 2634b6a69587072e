package org.earpiece.ui.detail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earpiece.ui.detail.SipText.Part;
import org.junit.jupiter.api.Test;

class SipTextTest {
  private static final String HEAD =
      """
      INVITE sip:2010@10.0.0.1 SIP/2.0\r
      Via: SIP/2.0/UDP 10.0.0.2\r
       ;branch=z9hG4bK1\r
      Content-Type: application/sdp\r
      \r
      """;
  private static final String SDP = "v=0\r\nm=audio 10030 RTP/AVP 8\r\n";

  private static SipText of(String message, int bodyOffset) {
    return SipText.of(message.getBytes(UTF_8), bodyOffset, Set.of());
  }

  private static List<String> parts(SipText sip) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (Part part : sip.parts()) {
      parts.add(part.style() + "|" + sip.text().substring(at, at + part.length()));
      at += part.length();
    }
    assertThat(at).isEqualTo(sip.text().length());
    return parts;
  }

  @Test
  void eachPartHasItsStyle() {
    assertThat(parts(of(HEAD + SDP, HEAD.length())))
        .containsExactly(
            "START_LINE|INVITE sip:2010@10.0.0.1 SIP/2.0\n",
            "HEADER_NAME|Via:",
            "VALUE| SIP/2.0/UDP 10.0.0.2\n ;branch=z9hG4bK1\n",
            "HEADER_NAME|Content-Type:",
            "VALUE| application/sdp\n\n",
            "SDP_TYPE|v=",
            "SDP_VALUE|0\n",
            "SDP_TYPE|m=",
            "SDP_VALUE|audio 10030 RTP/AVP 8",
            "NOTE|           audio to port 10030: PCMA");
  }

  @Test
  void linesOfSdpSayWhatTheyMean() {
    String sdp =
        String.join(
            "\r\n",
            "v=0",
            "c=IN IP4 10.0.0.9",
            "m=audio 4000 RTP/AVP 0 101",
            "a=rtpmap:101 telephone-event/8000",
            "a=sendonly",
            "m=video 0 RTP/AVP 31",
            "");
    SipText sip = of(HEAD + sdp, HEAD.length());
    assertThat(sip.text())
        .contains("audio to 10.0.0.9:4000: PCMU, DTMF")
        .contains("puts the other side on hold")
        .contains("no video: declined or ended");
    assertThat(sip.explanation(sip.text().indexOf("a=sendonly") + 4)).contains("RFC 8866 §6.7.3");
    assertThat(sip.explanation(sip.text().indexOf("m=audio"))).startsWith("m: A stream of media");
  }

  @Test
  void anAddressOfZeroIsHoldOrYetToBeFound() {
    String hold = "v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 4000 RTP/AVP 0\r\n";
    assertThat(of(HEAD + hold, HEAD.length()).text())
        .contains("on hold, the old way")
        .contains("audio to 0.0.0.0:4000: PCMU");
    String ice = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\n";
    assertThat(of(HEAD + ice, HEAD.length()).text())
        .doesNotContain("hold")
        .contains("audio to where ICE finds a way: PCMU");
  }

  @Test
  void longAndRepeatedHeadersAreFoldedUntilTheyAreOpened() {
    String head =
        "SIP/2.0 200 OK\r\n"
            + "Via: a\r\nv: b\r\nVia: c\r\nVia: d\r\n ;e\r\nVia: f\r\n"
            + "Identity: "
            + "x".repeat(300)
            + "\r\nX-Own: 1\r\n\r\n";
    SipText sip = of(head, head.length());
    assertThat(sip.text().lines())
        .containsExactly(
            "SIP/2.0 200 OK",
            "Via: a",
            "v: b",
            "Via: c",
            "… 2 more of the same header",
            "Identity: " + "x".repeat(89) + " … 211 more characters",
            "X-Own: 1");
    parts(sip);
    assertThat(sip.foldAt(sip.text().indexOf("… 2") + 2)).isEqualTo("via");
    assertThat(sip.foldAt(sip.text().indexOf("… 211") + 1)).isEqualTo("identity");
    assertThat(sip.foldAt(sip.text().indexOf("X-Own"))).isEmpty();
    SipText open = SipText.of(head.getBytes(UTF_8), head.length(), Set.of("via", "identity"));
    assertThat(open.text()).isEqualTo(head.replace("\r\n", "\n").substring(0, head.length() - 11));
    assertThat(parts(sip)).contains("UNKNOWN_NAME|X-Own:");
  }

  @Test
  void aLineKnowsItsBytes() {
    String message = "ACK sip:ü SIP/2.0\r\nTo: a\r\nCSeq: 2 ACK\r\n\r\n";
    SipText sip = of(message, message.length() + 1);
    SipText.Line line = sip.line(sip.text().indexOf("2 ACK"));
    assertThat(line).isNotNull();
    assertThat(line.header()).isEqualTo("cseq");
    byte[] bytes = message.getBytes(UTF_8);
    assertThat(new String(bytes, line.offset(), line.length(), UTF_8)).isEqualTo("CSeq: 2 ACK");
  }

  @Test
  void startLinesAndNamesOfHeadersAreExplained() {
    SipText sip = of(HEAD + SDP, HEAD.length());
    String text = sip.text();
    assertThat(sip.explanation(3)).startsWith("INVITE: asks the other side into a call");
    assertThat(sip.explanation(text.indexOf("Via:") + 1)).startsWith("Via: tells the way");
    assertThat(sip.explanation(text.indexOf("branch"))).isEmpty();
    assertThat(sip.explanation(text.length() + 10)).isEmpty();
    assertThat(of("SIP/2.0 486 Besetzt\r\n\r\n", 23).explanation(0)).startsWith("486 Busy Here: ");
  }

  @Test
  void otherBodiesAreShownPlain() {
    String text = parts(of(HEAD + "Signal=5\r\nDuration=160", HEAD.length())).getLast();
    assertThat(text).isEqualTo("BODY|Signal=5\nDuration=160");
  }

  @Test
  void controlCharactersBecomeVisible() {
    SipText sip = of("OPTIONS sip:a SIP/2.0\r\nX: \u0000\u001b[31m\u007f\u0085\tz\r\n", 100);
    assertThat(sip.text()).endsWith("X: \u2400\u241b[31m\u2421\uFFFD\tz");
  }

  @Test
  void longLinesAreCutAndSaySo() {
    SipText sip = of("A".repeat(100_000), 100_000);
    assertThat(sip.text().length()).isLessThan(SipText.MAX_LINE + 60);
    assertThat(sip.text()).endsWith("… 95904 more characters");
    parts(sip);
  }

  @Test
  void manyLinesAreCutAndSaySo() {
    SipText sip = of("\n".repeat(70_000), 70_000);
    assertThat(sip.text()).endsWith("further lines are not shown");
    assertThat(sip.text().lines().count()).isLessThanOrEqualTo(SipText.MAX_LINES + 1);
    parts(sip);
  }

  @Test
  void everyTruncatedPrefixKeepsItsTextCovered() {
    String whole = HEAD + SDP;
    for (int i = 0; i <= whole.length(); i++) {
      parts(of(whole.substring(0, i), HEAD.length()));
      parts(of(whole, i));
    }
  }
}
