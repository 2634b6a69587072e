package org.earpiece.dissect.voip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDescriptionTest {
  private static final String OFFER =
      """
      v=0
      o=alice 2890844526 2890844527 IN IP4 host.example.com
      s=-
      c=IN IP4 192.0.2.1
      t=0 0
      a=sendonly
      m=audio 49170 RTP/AVP 0 18 97 101 34
      a=rtpmap:97 iLBC/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=fmtp:18 annexb=no
      a=ptime:20
      a=rtpmap:111 opus/48000/2
      m=video 51372/2 RTP/SAVPF 99
      c=IN IP6 2001:db8::5/3
      a=rtpmap:99 h263-1998/90000
      a=rtcp:53020 IN IP4 126.16.64.4
      a=inactive
      m=audio 4000 UDP/TLS/RTP/SAVPF 9
      c=IN IP4 host.example.com
      a=rtcp-mux
      a=rtcp:9
      m=image 0 udptl t38
      """;

  private static SessionDescription parse(String text) {
    byte[] bytes = ("x" + text + "m=audio 1 RTP/AVP 0").getBytes(StandardCharsets.UTF_8);
    return SessionDescription.parse(
        new ByteView().wrap(bytes), 1, text.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void readsOffer() {
    SessionDescription sdp = parse(OFFER.replace("\n", "\r\n"));
    assertThat(sdp).isEqualTo(parse(OFFER));
    assertThat(sdp.origin()).isEqualTo("alice 2890844526 2890844527 IN IP4 host.example.com");
    assertThat(sdp.media()).hasSize(4);

    Media audio = sdp.media().get(0);
    assertThat(audio.kind()).isEqualTo("audio");
    assertThat(audio.port()).isEqualTo(49170);
    assertThat(audio.rtcpPort()).isEqualTo(49171);
    assertThat(audio.protocol()).isEqualTo("RTP/AVP");
    assertThat(audio.formats()).containsExactly("0", "18", "97", "101", "34");
    assertThat(audio.address()).isEqualTo(IpAddress.parse("192.0.2.1"));
    assertThat(audio.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(audio.ptimeMs()).isEqualTo(20);
    assertThat(audio.codecs().keySet()).containsExactly(0, 18, 97, 101, 34, 111);
    assertThat(audio.codecs().values())
        .containsExactly(
            new Encoding("PCMU", 8000, 1, ""),
            new Encoding("G729", 8000, 1, "annexb=no"),
            new Encoding("iLBC", 8000, 1, ""),
            new Encoding("telephone-event", 8000, 1, "0-15"),
            new Encoding("H263", 90000, 1, ""),
            new Encoding("opus", 48000, 2, ""));

    Media video = sdp.media().get(1);
    assertThat(video.port()).isEqualTo(51372);
    assertThat(video.address()).isEqualTo(IpAddress.parse("2001:db8::5"));
    assertThat(video.rtcpPort()).isEqualTo(53020);
    assertThat(video.direction()).isEqualTo(Direction.INACTIVE);

    Media named = sdp.media().get(2);
    assertThat(named.address()).isNull();
    assertThat(named.rtcpMux()).isTrue();
    assertThat(named.rtcpPort()).isEqualTo(4000);

    Media fax = sdp.media().get(3);
    assertThat(fax.port()).isZero();
    assertThat(fax.rtcpPort()).isZero();
    assertThat(fax.codecs()).isEmpty();
    assertThat(fax.address()).isEqualTo(IpAddress.parse("192.0.2.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m=audio|0|0",
        "m=|0|0",
        "m=audio x RTP/AVP 0|0|1",
        "m=audio 70000 RTP/AVP 0|0|1",
        "m=audio -1 RTP/AVP 0|0|1",
        "m=audio  4000   RTP/AVP  0  8 |4000|2",
        "m=audio 4000 RTP/AVP 0 0 8|4000|2",
        "m=audio 4000 RTP/AVP 0 999 x -3|4000|1",
        "m=audio 4000 udptl 0|4000|0",
      })
  void toleratesMediaLines(String line, int port, int codecs) {
    SessionDescription sdp = parse("v=0\n" + line + "\n");
    assertThat(sdp.media()).hasSize(1);
    assertThat(sdp.media().getFirst().port()).isEqualTo(port);
    assertThat(sdp.media().getFirst().codecs()).hasSize(codecs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rtpmap:96 opus/48000/2|opus|48000|2",
        "rtpmap:96  opus/48000|opus|48000|1",
        "rtpmap:96 opus|opus|0|1",
        "rtpmap:96 opus/x/y|opus|0|1",
        "rtpmap:96 opus/99999999999|opus|0|1",
      })
  void toleratesRtpmap(String attribute, String name, int rate, int channels) {
    SessionDescription sdp = parse("m=audio 4000 RTP/AVP 96\na=" + attribute + "\n");
    assertThat(sdp.media().getFirst().codecs())
        .containsExactly(java.util.Map.entry(96, new Encoding(name, rate, channels, "")));
  }

  @Test
  void sectionsAreBounded() {
    SessionDescription sdp = parse("m=audio 4000 RTP/AVP 0\n".repeat(10_000));
    assertThat(sdp.media()).hasSize(SessionDescription.MAX_MEDIA);
    String formats = " 0".repeat(10_000);
    assertThat(parse("m=audio 4000 RTP/AVP" + formats).media().getFirst().formats())
        .hasSize(SessionDescription.MAX_FORMATS);
  }

  @Test
  void everyPrefixIsRead() {
    for (int n = 0; n <= OFFER.length(); n++) {
      assertThat(parse(OFFER.substring(0, n)).media()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void candidatesAndOtherRtcpAddressAreFurtherPlaces() {
    Media media =
        parse(
                """
                v=0
                c=IN IP4 10.0.0.5
                m=audio 4000 RTP/SAVPF 111
                a=rtcp:53020 IN IP4 126.16.64.4
                a=candidate:1 1 UDP 2130706431 10.0.0.5 4000 typ host
                a=candidate:2 2 udp 2130706430 10.0.0.5 4001 typ host
                a=candidate:3 1 UDP 1694498815 192.0.2.3 45664 typ srflx raddr 10.0.0.5 rport 4000
                a=candidate:4 1 UDP 1694498815 2001:db8::7 45665 typ relay raddr :: rport 9
                a=candidate:5 1 TCP 1 192.0.2.3 9 typ host tcptype active
                a=candidate:6 1 UDP 1 4f1b.local 9 typ host
                a=candidate:7 3 UDP 1 192.0.2.3 9 typ host
                a=candidate:8 1 UDP
                """)
            .media()
            .getFirst();
    assertThat(media.candidates())
        .extracting(c -> c.component() + " " + c.address() + " " + c.port())
        .containsExactly(
            "2 126.16.64.4 53020",
            "1 10.0.0.5 4000",
            "2 10.0.0.5 4001",
            "1 192.0.2.3 45664",
            "1 2001:db8::7 45665");
  }

  @Test
  void bundledSectionsAreAlsoWhereTheFirstIs() {
    SessionDescription description =
        parse(
            """
            v=0
            c=IN IP4 10.0.0.5
            a=group:BUNDLE a v
            m=audio 4000 RTP/SAVPF 111
            a=mid:a
            a=rtcp-mux
            m=video 0 RTP/SAVPF 96
            a=mid:v
            a=bundle-only
            a=rtpmap:96 VP8/90000
            m=image 4600 udptl t38
            a=mid:f
            """);
    assertThat(description.bundle()).containsExactly("a", "v");
    assertThat(description.transports())
        .extracting(m -> m.kind() + " " + m.port())
        .containsExactly("audio 4000", "video 0", "image 4600", "video 4000");
    assertThat(description.transports().getLast().codecs()).containsKey(96);
    assertThat(description.media().getLast().isUdptl()).isTrue();
  }

  @Test
  void bundleOfUnknownSectionsChangesNothing() {
    SessionDescription description = parse("v=0\na=group:BUNDLE x y\nm=audio 4000 RTP/AVP 0\n");
    assertThat(description.transports()).isEqualTo(description.media());
  }
}
