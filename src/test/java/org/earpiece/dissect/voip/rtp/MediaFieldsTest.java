package org.earpiece.dissect.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of RTP and RTCP packets written out of the RFCs. */
class MediaFieldsTest {
  private static final String VOIP_METRICS =
      "80cf000a 11223344 07000008 55667788 0a0b0c0d 00640065 00320014 e6c47f10 5d7f2a29 d0000028"
          + "00500078";

  private static Datagram media(boolean secure) {
    Datagram datagram = new Datagram(4000, 5000);
    datagram.flows.expectMedia(0, Datagram.DESTINATION, 5000, secure, 63, 0);
    return datagram;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // telephone-event (RFC 4733)
        "8065000100000000000000aa 010a00a0 | rtpevent.event_id | DTMF One 1 (1)",
        "8065000100000000000000aa 018a00a0 | rtpevent.end_of_event | True",
        "8065000100000000000000aa 010a00a0 | rtpevent.volume | 10",
        "8065000100000000000000aa 010a00a0 | rtpevent.duration | 160",
        "8000000100000000000000aa 010a00a0 | rtpevent.event_id | ''",
        // header extensions (RFC 8285)
        "906f000100000000000000aa bede0002 10ff22aabbcc0000 | rtp.ext.rfc5285.id | 1,2",
        "906f000100000000000000aa bede0002 10ff22aabbcc0000 | rtp.ext.rfc5285.len | 1,3",
        "906f000100000000000000aa bede0002 10ff22aabbcc0000 | rtp.ext.rfc5285.data | ff,aa:bb:cc",
        "906f000100000000000000aa 10000002 0102aabb 05000000 | rtp.ext.rfc5285.len | 2,0",
        "906f000100000000000000aa bede0001 1fff0000 | rtp.ext.rfc5285.id | ''",
        // feedback (RFC 4585, RFC 5104)
        "81cd0003 00000001 00000002 00640003 | rtcp.rtpfb.nack_pid | 100",
        "81cd0003 00000001 00000002 00640003 | rtcp.rtpfb.nack_blp | 0x0003",
        "81cd0003 00000001 00000002 00640003 | rtcp.mediassrc | 0x00000002",
        "81ce0002 00000001 00000002 | rtcp.psfb.fmt | Picture Loss Indication (1)",
        "84ce0004 00000001 00000000 00000009 07000000 | rtcp.psfb.fir.fci.csn | 7",
        "8fce0005 00000001 00000000 52454d42 010a0400 00000009 | rtcp.psfb.remb.fci.bitrate |"
            + " 528384",
        "8fce0005 00000001 00000000 52454d42 010a0400 00000009 | rtcp.psfb.remb.fci.ssrc |"
            + " 0x00000009",
        "83cd0004 00000001 00000000 00000009 040fa028 | rtcp.rtpfb.tmmbr.fci.bitrate | 4000",
        "8fcd0005 00000001 00000002 00050001 fffffe07 20010400 | rtcp.rtpfb.transportcc.baseseq |"
            + " 5",
        "8fcd0005 00000001 00000002 00050001 fffffe07 20010400 | rtcp.rtpfb.transportcc.reftime |"
            + " -2",
      })
  void tellsValues(String hex, String field, String values) {
    Datagram datagram = media(false);
    Packet packet = datagram.walk(bytes(hex));
    assertThat(String.join(",", datagram.values(packet, field))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    "rtcp.xr.bt, VoIP Metrics Report Block (7)",
    "rtcp.xr.bl, 8",
    "rtcp.ssrc.identifier, 0x55667788",
    "rtcp.xr.voipmetrics.burstdensity, 12",
    "rtcp.xr.voipmetrics.burstduration, 100",
    "rtcp.xr.voipmetrics.rtdelay, 50",
    "rtcp.xr.voipmetrics.signallevel, -26",
    "rtcp.xr.voipmetrics.rfactor, 93",
    "rtcp.xr.voipmetrics.moslq, 4.2",
    "rtcp.xr.voipmetrics.jbabsmax, 120",
  })
  void readsVoipMetrics(String field, String value) {
    Datagram datagram = media(false);
    Packet packet = datagram.walk(bytes(VOIP_METRICS));
    assertThat(datagram.values(packet, field)).containsExactly(value);
  }

  @Test
  void namesAnEventInTheInfoColumn() {
    Datagram datagram = media(false);
    Packet packet = datagram.walk(bytes("8065000100000000000000aa 0b8a00a0"));
    assertThat(datagram.info(packet)).isEqualTo("Payload type=RTP Event, DTMF Pound # (end)");
  }

  @Test
  void showsEncryptedPayloadAsSuch() {
    Datagram datagram = media(true);
    Packet packet = datagram.walk(bytes("8065000100000000000000aa 010a00a0"));
    assertThat(packet.secure()).isTrue();
    assertThat(datagram.values(packet, "srtp.enc_payload")).containsExactly("01:0a:00:a0");
    assertThat(datagram.values(packet, "rtp.payload")).isEmpty();
    assertThat(datagram.values(packet, "rtpevent.event_id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "906f000100000000000000aabede000210ff22aabbcc0000",
    "8fce00050000000100000000 52454d42010a040000000009",
    "83cd00040000000100000000 00000009040fa028",
    "80cf000a1122334407000008556677880a0b0c0d0064006500320014e6c47f105d7f2a29d000002800500078",
    "80cf000811223344050000030000000900000001000000020400000200000001",
  })
  void everyPrefixAndEveryWrongByteIsBorne(String hex) {
    Datagram datagram = media(false);
    byte[] whole = bytes(hex);
    for (int n = 0; n < whole.length; n++) {
      datagram.readEverything(Arrays.copyOf(whole, n));
      for (int value = 1; value < 256; value += 31) {
        byte[] wrong = whole.clone();
        wrong[n] = (byte) value;
        datagram.readEverything(wrong);
      }
    }
    assertThat(datagram.caught()).isZero();
  }
}
