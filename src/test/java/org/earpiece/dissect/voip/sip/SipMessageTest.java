package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipMessageTest {
  private static final String INVITE =
      """
      INVITE sip:bob@biloxi.example.com;transport=tcp SIP/2.0
      Via: SIP/2.0/TCP client.atlanta.example.com:5060;branch=z9hG4bK74bf9
      Max-Forwards: 70
      From: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
      To: Bob <sip:bob@biloxi.example.com>
      Call-ID: 3848276298220188511@atlanta.example.com
      CSeq: 2 INVITE
      Contact: <sip:alice@client.atlanta.example.com;transport=tcp>
      Content-Type: application/sdp
      Content-Length: 6

      v=0
      """
          .replace("\n", "\r\n");

  private final SipMessage message = new SipMessage();

  private boolean parse(String text) {
    byte[] bytes = ("??" + text + "!!").getBytes(StandardCharsets.UTF_8);
    return message.parse(new ByteView().wrap(bytes), 2, bytes.length - 4);
  }

  @Test
  void readsRequest() {
    assertThat(parse(INVITE)).isTrue();
    assertThat(message.isRequest()).isTrue();
    assertThat(message.method()).isEqualTo("INVITE");
    assertThat(message.requestUri()).isEqualTo("sip:bob@biloxi.example.com;transport=tcp");
    assertThat(message.statusCode()).isZero();
    assertThat(message.callId()).isEqualTo("3848276298220188511@atlanta.example.com");
    assertThat(message.cseq()).isEqualTo(2);
    assertThat(message.cseqMethod()).isEqualTo("INVITE");
    assertThat(message.branch()).isEqualTo("z9hG4bK74bf9");
    assertThat(message.bodyLength()).isEqualTo(5);
    assertThat(message.bodyOffset()).isEqualTo(2 + INVITE.length() - 5);
    assertThat(message.hasSdp()).isTrue();
  }

  @Test
  void readsResponse() {
    assertThat(parse("SIP/2.0 486 Obsadené, skúste neskôr\r\nCSeq: 4294967295 INVITE\r\n\r\n"))
        .isTrue();
    assertThat(message.isRequest()).isFalse();
    assertThat(message.statusCode()).isEqualTo(486);
    assertThat(message.reasonPhrase()).isEqualTo("Obsadené, skúste neskôr");
    assertThat(message.method()).isEmpty();
    assertThat(message.requestUri()).isEmpty();
    assertThat(message.cseq()).isEqualTo(4294967295L);
    assertThat(message.from()).isNull();
    assertThat(message.callId()).isEmpty();
    assertThat(message.branch()).isEmpty();
    assertThat(message.sdp()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVITE sip:a@b SIP/2.0\r\n\r\n",
        "\r\n\r\nINVITE sip:a@b SIP/2.0\r\n\r\n",
        "INVITE sip:a@b SIP/2.0\n\n",
        "INVITE sip:a@b SIP/2.0",
        "INVITE sip:a@b SIP/2.0 \r\n",
        "INVITE  sip:a@b  SIP/2.0\r\n",
        "INVITE <sip:a@b> SIP/2.0\r\n",
        "INVITE sip:a@b; lr SIP/2.0\r\n",
        "INVITE tel:+1-201-555-0123 SIP/2.0\r\n",
        "!interesting-Method0123456789_*+`.%indeed'~ soc.beep:x SIP/2.0\r\n",
        "NEWMETHOD nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0\r\n",
        "SIP/2.0 200\r\n",
        "SIP/2.0 200 \r\n",
        "SIP/2.0 200 OK\r\n",
        "SIP/2.0 200 = 2**3 * 5**2 \u0434\r\n",
        "sip/2.0 100 Trying\r\n",
      })
  void acceptsStartLine(String text) {
    assertThat(parse(text)).isTrue();
    assertThat(message.line().strict).isTrue();
  }

  /** Enough where a port says that it is SIP, too little elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVITE sip:a@b SIP/1.0\r\n",
        "INVITE sip:a@b SIP/10.12\r\n",
        "INVITE bob SIP/2.0\r\n",
        "INVITE 5:a SIP/2.0\r\n",
        "SIP/2.0 20 OK\r\n",
        "SIP/2.0 2000 OK\r\n",
        "SIP/2.0 099 OK\r\n",
        "SIP/2.0 4294967301 better not\r\n",
        "SIP/7.0 200 OK\r\n",
      })
  void acceptsUnlikelyStartLine(String text) {
    assertThat(parse(text)).isTrue();
    assertThat(message.line().strict).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "INVITE",
        "INVITE sip:a@b",
        "INVITE sip:a@b SIP/2.",
        "INVITE sip:a@bSIP/2.0\r\n",
        "INVITE SIP/2.0\r\n",
        " INVITE sip:a@b SIP/2.0\r\n",
        "INV\u00c4TE sip:a@b SIP/2.0\r\n",
        "GET http://a/ HTTP/1.1\r\n",
        "GET http://a/ HTTP/1.1\r\nX: y SIP/2.0\r\n",
        "SIP/2.0200 OK\r\n",
        "RTSP/1.0 200 OK\r\n",
      })
  void refusesStartLine(String text) {
    assertThat(parse(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "Call-ID: x@y|CALL_ID|x@y",
        "i: x@y|CALL_ID|x@y",
        "CALL-id   :  x@y  |CALL_ID|x@y",
        "Call-ID:\\r\\n x@y|CALL_ID|x@y",
        "Subject: I know\\r\\n\\tyou're there,\\r\\n  pick up|SUBJECT|I know you're there, pick up",
        "Subject: a \\r\\n  b|SUBJECT|a b",
        "s: x|SUBJECT|x",
        "no colon here\\r\\nSubject: y|SUBJECT|y",
        ": nameless\\r\\nSubject: y|SUBJECT|y",
        "Subject:|SUBJECT|##",
        "Subjects: y|SUBJECT|",
        "Subject: one\\r\\nSubject: two|SUBJECT|one",
        "CSeq: 1 A\\nSubject: y|SUBJECT|y",
        "Subject: y\\r\\n\\r\\nSubject: z|SUBJECT|y",
        "X: y\\r\\n\\r\\nSubject: z|SUBJECT|",
      })
  void findsHeader(String lines, SipHeader header, String value) {
    assertThat(parse("BYE sip:a@b SIP/2.0\r\n" + lines.translateEscapes() + "\r\n\r\n")).isTrue();
    assertThat(message.header(header)).isEqualTo(value);
  }

  @Test
  void keepsAllLinesOfOneName() {
    assertThat(parse("SIP/2.0 200 OK\r\nVia: a\r\nX: y\r\nv: b, c\r\nVIA: d\r\n\r\n")).isTrue();
    assertThat(message.headers(SipHeader.VIA)).containsExactly("a", "b, c", "d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIP/2.0/UDP h;branch=z9hG4bK1|z9hG4bK1",
        "SIP/2.0/UDP h ; rport ; BRANCH = z9hG4bK1 ;x|z9hG4bK1",
        "SIP/2.0/UDP h;branch=a, SIP/2.0/UDP g;branch=b|a",
        "SIP/2.0/UDP h, SIP/2.0/UDP g;branch=b|",
        "SIP / 2.0 / UDP [::1]:5060;branch=x|x",
      })
  void findsTopmostBranch(String via, String branch) {
    assertThat(parse("SIP/2.0 200 OK\r\nVia: " + via + "\r\n\r\n")).isTrue();
    assertThat(message.branch()).isEqualTo(branch == null ? "" : branch);
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "0, 0", "10, 10", "11, 10", "-1, 10", "x, 10", "99999999999999999999, 10"})
  void bodyEndsWhereContentLengthSays(String length, int bytes) {
    assertThat(parse("SIP/2.0 200 OK\r\nl: " + length + "\r\n\r\n0123456789")).isTrue();
    assertThat(message.bodyLength()).isEqualTo(bytes);
  }

  @Test
  void findsSdpInMultipart() {
    String text =
        """
        INVITE sip:a@b SIP/2.0
        Content-Type: multipart/mixed; boundary="a b"

        preamble
        --a b
        Content-Type: application/isup

        x
        --a b
        Content-Type: Application/SDP ;charset=utf-8
        Content-Disposition: session

        v=0
        m=audio 4000 RTP/AVP 0
        --a b--
        """;
    assertThat(parse(text)).isTrue();
    SessionDescription sdp = message.sdp();
    assertThat(sdp).isNotNull();
    assertThat(sdp.media()).extracting(SessionDescription.Media::port).containsExactly(4000);
  }

  @ParameterizedTest
  @CsvSource({
    "application/sdp, true",
    "Application/SDP;x=y, true",
    "application/sdpx, false",
    "text/plain, false",
    "multipart/mixed, false",
    "multipart/mixed;boundary=nowhere, false",
  })
  void knowsSdpByItsType(String type, boolean sdp) {
    assertThat(parse("INVITE sip:a@b SIP/2.0\r\nc: " + type + "\r\n\r\nv=0\r\n")).isTrue();
    assertThat(message.hasSdp()).isEqualTo(sdp);
  }

  @Test
  void compressedBodyIsNoSdp() {
    String text = "INVITE sip:a@b SIP/2.0\r\nc: application/sdp\r\ne: gzip\r\n\r\nv=0\r\n";
    assertThat(parse(text)).isTrue();
    assertThat(message.hasSdp()).isFalse();
  }

  @Test
  void headerFloodIsBounded() {
    assertThat(parse("SIP/2.0 200 OK\r\n" + "a:b\r\n".repeat(50_000) + "i: x\r\n\r\nbody"))
        .isTrue();
    assertThat(message.headerCount()).isEqualTo(SipMessage.MAX_HEADERS);
    assertThat(message.bodyLength()).isZero();
  }

  @Test
  void everyPrefixIsReadOrRefused() {
    for (int n = 0; n <= INVITE.length(); n++) {
      if (parse(INVITE.substring(0, n))) {
        assertThat(message.bodyOffset()).isBetween(2, 2 + n);
        assertThat(message.bodyLength()).isNotNegative();
        assertThat(INVITE).contains(message.callId(), message.branch(), message.cseqMethod());
        message.from();
        message.sdp();
      } else {
        assertThat(n).isLessThan(INVITE.indexOf('\r'));
      }
    }
  }
}
