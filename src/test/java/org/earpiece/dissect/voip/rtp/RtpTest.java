package org.earpiece.dissect.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.earpiece.bytes.ByteView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtpTest {
  private static final String FIXED = "80881234000000a0deadbeef";

  private static ByteView view(String hex) {
    return new ByteView().wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @Test
  void readsFixedHeader() {
    ByteView v = view("ff" + FIXED + "d5d5");
    assertThat(Rtp.marker(v, 1)).isTrue();
    assertThat(Rtp.payloadType(v, 1)).isEqualTo(8);
    assertThat(Rtp.sequence(v, 1)).isEqualTo(0x1234);
    assertThat(Rtp.timestamp(v, 1)).isEqualTo(160);
    assertThat(Rtp.ssrc(v, 1)).isEqualTo(0xdeadbeef);
    assertThat(Rtp.headerLength(v, 1, 15)).isEqualTo(12);
    assertThat(Rtp.payloadLength(v, 1, 15)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    // header and payload, length of header, of payload
    "80000001 00000000 00000001, 12, 0",
    "81000001 00000000 00000001 00000007 aa, 16, 1",
    "90000001 00000000 00000001 bede0001 10203040 aabb, 20, 2",
    "91000001 00000000 00000001 00000007 bede0000 aa, 20, 1",
    "a0000001 00000000 00000001 aabb0003, 12, 1",
    "a0000001 00000000 00000001 aabb0004, 12, 0",
    "a0000001 00000000 00000001 aabb0005, 12, 4",
    "a0000001 00000000 00000001, 12, 0",
    "81000001 00000000 00000001, -1, -1",
    "90000001 00000000 00000001 bede, -1, -1",
    "90000001 00000000 00000001 bede0001, -1, -1",
    "40000001 00000000 00000001, -1, -1",
    "80000001 00000000 000000, -1, -1",
  })
  void findsPayload(String hex, int header, int payload) {
    ByteView v = view(hex);
    assertThat(Rtp.headerLength(v, 0, v.length())).isEqualTo(header);
    assertThat(Rtp.payloadLength(v, 0, v.length())).isEqualTo(payload);
  }

  @Test
  void walksCompound() {
    ByteView v =
        view(
            "81c8000c 00000001 e0000001 80000000 00000a00 00000064 00003e80" // SR
                + "00000002 40fffffe 00010005 00000010 11112222 00010000" // its block
                + "81ca0003 00000001 0103 613d62 00 0000" // SDES
                + "81cb0001 00000001" // BYE
                + "80c9");
    RtcpReader r = new RtcpReader().begin(v, 0, v.length());
    assertThat(r.next()).isTrue();
    assertThat(r.type()).isEqualTo(RtcpReader.SR);
    assertThat(r.ssrc()).isEqualTo(1);
    assertThat(r.hasSenderInfo()).isTrue();
    assertThat(r.ntp()).isEqualTo(0xe000000180000000L);
    assertThat(r.rtpTimestamp()).isEqualTo(0xa00);
    assertThat(r.senderPackets()).isEqualTo(100);
    assertThat(r.senderOctets()).isEqualTo(16000);
    assertThat(r.blocks()).isEqualTo(1);
    assertThat(r.blockSsrc(0)).isEqualTo(2);
    assertThat(r.fractionLost(0)).isEqualTo(0x40);
    assertThat(r.cumulativeLost(0)).isEqualTo(-2);
    assertThat(r.highestSequence(0)).isEqualTo(0x10005);
    assertThat(r.jitter(0)).isEqualTo(16);
    assertThat(r.lastSr(0)).isEqualTo(0x11112222L);
    assertThat(r.delaySinceLastSr(0)).isEqualTo(65536);
    assertThat(r.next()).isTrue();
    assertThat(r.cname()).isEqualTo("a=b");
    assertThat(r.next()).isTrue();
    assertThat(r.byes()).isEqualTo(1);
    assertThat(r.byeSsrc(0)).isEqualTo(1);
    assertThat(r.next()).isFalse();
  }

  @Test
  void reportCountIsNotBelieved() {
    ByteView v = view("9fc90001 00000001");
    RtcpReader r = new RtcpReader().begin(v, 0, v.length());
    assertThat(r.next()).isTrue();
    assertThat(r.blocks()).isZero();
    v = view("9fc80001 00000001");
    r.begin(v, 0, v.length());
    assertThat(r.next()).isTrue();
    assertThat(r.hasSenderInfo()).isFalse();
    assertThat(r.blocks()).isZero();
  }
}
