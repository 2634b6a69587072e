package org.earpiece.dissect.voip.fax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UDPTL packets of a fax between Asterisk and SpanDSP, and what tshark 4.0.17 says of them. */
class T38Test {
  private static final String DATA = "001e0100000303c0014006c0018000003106c001800000c8";
  private final Datagram datagram = new Datagram(4596, 4582);

  @BeforeEach
  void announce() {
    datagram.flows.expectFax(0, Datagram.DESTINATION, 4582, 0);
  }

  private Packet walk(String hex) {
    return datagram.walk(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "000001000000 | UDP: UDPTLPacket Seq=00000  t30ind: no-signal",
        "0001010200010100 | UDP: UDPTLPacket Seq=00001  t30ind: cng",
        "0001010400010100 | UDP: UDPTLPacket Seq=00001  t30ind: ced",
        "000301060003010001040100 | UDP: UDPTLPacket Seq=00003  t30ind: v21-preamble",
        "0005 06 c001800000c8 00 00 | UDP: UDPTLPacket Seq=00005  data:v21: hdlc-data[c8]",
        "001e0100000303c0014006c0018000003106c001800000c8"
            + " | UDP: UDPTLPacket Seq=00030  t30ind: no-signal",
        "005d 03 d00120 00 00 | UDP: UDPTLPacket Seq=00093  data:v17-14400: hdlc-fcs-OK",
        "0001 02 2000 00 00 | UDP: UDPTLPacket Seq=00001  t30ind: v8-ansam",
      })
  void tellsWhatIsSent(String hex, String info) {
    Packet packet = walk(hex.replace(" ", ""));
    assertThat(packet.innermost()).isEqualTo(Protocol.T38);
    assertThat(datagram.info(packet)).isEqualTo(info);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t38.seq_number | 30",
        "t38.type_of_msg | t30-indicator (0),t30-data (1),t30-data (1),t30-data (1)",
        "t38.t30_indicator | no-signal (0)",
        "t38.t30_data | v21 (0),v21 (0),v21 (0)",
        "t38.data_field | 1,1,1",
        "t38.field_type | hdlc-fcs-OK-sig-end (4),hdlc-data (0),hdlc-data (0)",
        "t38.field_data | 31,c8",
        "t38.error_recovery | secondary-ifp-packets (0)",
        "t38.secondary_ifp_packets | 3",
      })
  void readsEarlierPacketsToo(String field, String values) {
    assertThat(String.join(",", datagram.values(walk(DATA), field))).isEqualTo(values);
  }

  @Test
  void readsParity() {
    Packet packet = walk("00070106" + "80" + "0103" + "02" + "020102" + "01ff");
    assertThat(datagram.values(packet, "t38.error_recovery")).containsExactly("fec-info (1)");
    assertThat(datagram.values(packet, "t38.fec_data")).containsExactly("2");
    assertThat(datagram.values(packet, "t38.fec_data_item")).containsExactly("01:02", "ff");
  }

  @Test
  void rtpBeforeTheFaxStaysRtp() {
    datagram.flows.expectMedia(0, Datagram.DESTINATION, 4582, false, Packet.NONE, 0);
    assertThat(walk("80000001000000a000000001" + "d5".repeat(160)).innermost())
        .isEqualTo(Protocol.RTP);
    assertThat(walk(DATA).innermost()).isEqualTo(Protocol.T38);
    assertThat(walk("800000020000014000000001" + "d5".repeat(160)).innermost())
        .isEqualTo(Protocol.RTP);
  }

  @ParameterizedTest
  @CsvSource({"0001", "00010102", "000105020000", "0001010200", "ffffffffffff"})
  void whatDoesNotFitIsData(String hex) {
    assertThat(walk(hex).innermost()).isEqualTo(Protocol.DATA);
  }

  @Test
  void everyPrefixAndEveryWrongByteIsBorne() {
    byte[] whole = HexFormat.of().parseHex(DATA);
    for (int n = 0; n < whole.length; n++) {
      datagram.readEverything(Arrays.copyOf(whole, n));
      for (int value = 0; value < 256; value += 5) {
        byte[] wrong = whole.clone();
        wrong[n] = (byte) value;
        datagram.readEverything(wrong);
      }
    }
    assertThat(datagram.caught()).isZero();
  }
}
