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
      "80cf000a 11223344 07000008 55667788 0a0b0c0d 00640065 00320014 e6c47f10 5d7f2a29 c0000028"
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
        "906f000100000000000000aa 10050002 0102aabb 05000000 | rtp.ext.rfc5285.appbits | 5",
        // redundant data (RFC 2198), whose payload type SDP told
        "803f000100000000000000aa 80028002 85014003 00 aabb ccddee ff01 | rtp.follow | True,True,False",
        "803f000100000000000000aa 80028002 85014003 00 aabb ccddee ff01 | rtp.timestamp-offset | 160,80",
        "803f000100000000000000aa 80028002 85014003 00 aabb ccddee ff01 | rtp.block-length | 2,3",
        "803f000100000000000000aa 80028002 85014003 00 aabb ccddee ff01 | rtp.payload |"
            + " 80:02:80:02:85:01:40:03:00:aa:bb:cc:dd:ee:ff:01,aa:bb,cc:dd:ee,ff:01",
        "803f000100000000000000aa 80028002 85014003 00 aabb ccddee ff01 | rtp.red.p_type |"
            + " ITU-T G.711 PCMU (0),DVI4 8000 samples/s (5),ITU-T G.711 PCMU (0)",
        "803f000100000000000000aa 800280ff 00 aabb | rtp.block-length | 255",
        "803f000100000000000000aa 800280ff 00 aabb | rtp.payload | 80:02:80:ff:00:aa:bb,aa:bb",
        "803f000100000000000000aa 80028002 | rtp.follow | ''",
        "8060000100000000000000aa 80028002 00 aabb | rtp.follow | ''",
        // comfort noise (RFC 3389)
        "800d000100000000000000aa 46800102 | rtp.cn.level | 70",
        "800d000100000000000000aa 46800102 | rtp.cn.coefficients | 80:01:02",
        "800d000100000000000000aa 46 | rtp.cn.coefficients | ''",
        // APP, padding, what profiles add (RFC 3550)
        "81cc0004 11223344 54455354 61626364 65666768 | rtcp.app.data_str | abcdefgh",
        "a1cc0004 11223344 54455354 61620064 00000004 | rtcp.app.data | 61:62:00:64",
        "a1cc0004 11223344 54455354 61620064 00000004 | rtcp.app.data_str | ''",
        "a1cc0004 11223344 54455354 61620064 00000004 | rtcp.app.subtype | 1",
        "a1cc0004 11223344 54455354 61620064 00000004 | rtcp.padding.count | 4",
        "a1cc0004 11223344 54455354 61620064 00000004 | rtcp.padding.data | 00:00:00",
        "a1cc0004 11223344 54455354 61620064 000000ff | rtcp.padding.count | ''",
        "80c90002 11223344 00010002 | rtcp.profile-specific-extension | 00:01:00:02",
        "81c90002 11223344 00010002 | rtcp.profile-specific-extension | ''",
        // extended reports of single packets (RFC 3611 sections 4.1 to 4.3, RFC 7097)
        "80cf0006 11223344 01020004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.tf | 2",
        "80cf0006 11223344 01020004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.bs | ''",
        "80cf0006 11223344 01020004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.endseq | 10",
        "80cf0006 11223344 01020004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.chunk.length | 5,3",
        "80cf0006 11223344 01020004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.chunk.run_type |"
            + " ones (1),zeros (0)",
        "80cf0006 11223344 19000004 00000009 0001000a 4005c0ff 00030000 | rtcp.xr.chunk.bit_vector |"
            + " 16639",
        "80cf0006 11223344 03000004 00000009 00010003 00000064 00000065 | rtcp.xr.receipt_time_seq |"
            + " 100,101",
        "80cf000b 11223344 04000002 e0000001 80000000 05000006 00000005 00010000 00000002 00000006"
            + " 00020000 00000003 | rtcp.xr.dlrr | 2,3",
        "80cf000b 11223344 06e80009 00000009 00010003 00000001 00000002 00000003 00000004 00000005"
            + " 00000006 40414243 | rtcp.xr.stats.jitterflag | True",
        "80cf000b 11223344 06e80009 00000009 00010003 00000001 00000002 00000003 00000004 00000005"
            + " 00000006 40414243 | rtcp.xr.stats.ttl | IPv4 (1)",
        "80cf000b 11223344 06e80009 00000009 00010003 00000001 00000002 00000003 00000004 00000005"
            + " 00000006 40414243 | rtcp.xr.stats.meanttl | 66",
        // blocks of later RFCs
        "80cf0004 11223344 18c00002 00000009 0000002a | rtcp.xr.discard.count | 42",
        "80cf0005 11223344 17c00003 00000009 0028003c 00640014 | rtcp.xr.jb.high | 100",
        "80cf0008 11223344 10c00006 00000009 00010000 00008000 00020000 00000000 00000000 |"
            + " rtcp.xr.delay.maxrt | 131072",
        "80cf0009 11223344 0c100007 c0000000 00000001 00000009 e0000001 80000000 00000a00 80000000 |"
            + " rtcp.xr.idms.pt | 96",
        "80cf0009 11223344 0c100007 c0000000 00000001 00000009 e0000001 80000000 00000a00 80000000 |"
            + " rtcp.xr.idms.rtp_ts | 2560",
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
    "rtcp.xr.voipmetrics.plc, Standard (3)",
    "rtcp.xr.voipmetrics.jba, Unknown (0)",
    "rtcp.xr.voipmetrics.jbrate, 0",
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

  /** RFC 3711 section 3.4, RFC 7714 section 9. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | srtcp.e | True",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | srtcp.index | 5",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | srtcp.auth_tag | a0:a1:a2:a3:a4:a5:a6:a7:a8:a9",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | srtcp.encrypted_payload |"
            + " 01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13:14",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | rtcp.senderssrc | 0x11223344",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | rtcp.timestamp.rtp | ''",
        "80c80006 11223344 0102030405060708090a0b0c0d0e0f1011121314 80000005 a0a1a2a3a4a5a6a7a8a9"
            + " | rtcp.pt | Sender Report (200)",
        // the tag of a cipher with authentication lies in what is encrypted
        "80c80006 11223344 f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8 80000007"
            + " | srtcp.index | 7",
        "80c80006 11223344 f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8f1f2f3f4f5f6f7f8 80000007"
            + " | srtcp.auth_tag | ''",
        // authenticated only
        "80c90001 11223344 81cb0001 11223344 00000009 a0a1a2a3a4a5a6a7a8a9 | srtcp.e | False",
        "80c90001 11223344 81cb0001 11223344 00000009 a0a1a2a3a4a5a6a7a8a9 | rtcp.pt |"
            + " Receiver Report (201),Goodbye (203)",
        "80c90001 11223344 81cb0001 11223344 00000009 a0a1a2a3a4a5a6a7a8a9 | srtcp.index | 9",
      })
  void tellsWhatIsLeftOpenOfSrtcp(String hex, String field, String values) {
    Datagram datagram = media(true);
    Packet packet = datagram.walk(bytes(hex));
    assertThat(String.join(",", datagram.values(packet, field))).isEqualTo(values);
    byte[] whole = bytes(hex);
    for (int n = 0; n < whole.length; n++) {
      datagram.readEverything(Arrays.copyOf(whole, n));
    }
    assertThat(datagram.caught()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "803f000100000000000000aa80028002850140030 0aabbccddeeff01",
    "a1cc00041122334454455354616200640000 0004",
    "80cf0006112233440102000400000009000 1000a4005c0ff00030000",
    "80cf00061122334403000004000000090001000 30000006400000065",
    "80cf000b1122334406e800090000000900010003000000010000000200000003000000040000000500000006 40414243",
    "80cf0009112233440c100007c00000000000000100000009e00000018000000000000a00 80000000",
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
