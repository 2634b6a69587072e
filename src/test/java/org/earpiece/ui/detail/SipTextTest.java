package org.earpiece.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    assertThat(parts(SipText.of(HEAD + SDP, HEAD.length())))
        .containsExactly(
            "START_LINE|INVITE sip:2010@10.0.0.1 SIP/2.0\n",
            "HEADER_NAME|Via:",
            "VALUE| SIP/2.0/UDP 10.0.0.2\n ;branch=z9hG4bK1\n",
            "HEADER_NAME|Content-Type:",
            "VALUE| application/sdp\n\n",
            "SDP_TYPE|v=",
            "SDP_VALUE|0\n",
            "SDP_TYPE|m=",
            "SDP_VALUE|audio 10030 RTP/AVP 8");
  }

  @Test
  void startLinesAndNamesOfHeadersAreExplained() {
    SipText sip = SipText.of(HEAD + SDP, HEAD.length());
    String text = sip.text();
    assertThat(sip.explanation(3)).startsWith("INVITE: asks the other side into a call");
    assertThat(sip.explanation(text.indexOf("Via:") + 1)).startsWith("Via: tells the way");
    assertThat(sip.explanation(text.indexOf("branch"))).isEmpty();
    assertThat(sip.explanation(text.length() + 10)).isEmpty();
    assertThat(SipText.of("SIP/2.0 486 Besetzt\r\n\r\n", 23).explanation(0))
        .startsWith("486 Busy Here: ");
  }

  @Test
  void otherBodiesAreShownPlain() {
    String text = parts(SipText.of(HEAD + "Signal=5\r\nDuration=160", HEAD.length())).getLast();
    assertThat(text).isEqualTo("BODY|Signal=5\nDuration=160");
  }

  @Test
  void controlCharactersBecomeVisible() {
    SipText sip =
        SipText.of("OPTIONS sip:a SIP/2.0\r\nX: \u0000\u001b[31m\u007f\u0085\tz\r\n", 100);
    assertThat(sip.text()).endsWith("X: \u2400\u241b[31m\u2421\uFFFD\tz");
  }

  @Test
  void longLinesAreCutAndSaySo() {
    SipText sip = SipText.of("A".repeat(100_000), 100_000);
    assertThat(sip.text().length()).isLessThan(SipText.MAX_LINE + 60);
    assertThat(sip.text()).endsWith("… 95904 more characters");
    parts(sip);
  }

  @Test
  void manyLinesAreCutAndSaySo() {
    SipText sip = SipText.of("\n".repeat(70_000), 70_000);
    assertThat(sip.text()).endsWith("further lines are not shown");
    assertThat(sip.text().lines().count()).isLessThanOrEqualTo(SipText.MAX_LINES + 1);
    parts(sip);
  }

  @Test
  void everyTruncatedPrefixKeepsItsTextCovered() {
    String whole = HEAD + SDP;
    for (int i = 0; i <= whole.length(); i++) {
      parts(SipText.of(whole.substring(0, i), HEAD.length()));
      parts(SipText.of(whole, i));
    }
  }
}
