package org.earpiece.dissect.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow is taken for: by what SDP announced last, and without SDP by how it behaves. */
class RecognisedMediaTest {
  private static final int FAX_PORT = 5000;

  private static byte[] rtp(int ssrc, int sequence, int timestamp) {
    return ByteBuffer.allocate(32)
        .putShort((short) 0x8008)
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(ssrc)
        .array();
  }

  /**
   * Packets are an SSRC's letter and a sequence number, where it is not usual with a timestamp; of
   * each the table says whether it is RTP for sure (R), perhaps (?) or not (-).
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a stream                   | a1 a2 a3 a4                         | ??RR",
        "with loss and reordering   | a1 a3 a9                            | ??R",
        "over the end of numbers    | a65534:0 a65535:160 a0:320          | ??R",
        "every packet twice         | a1 a1 a2 a2 a3                      | ????R",
        "two alternate              | a1 b1 a2 b2 a3 b3                   | ????RR",
        "three, one of them slow    | a1 b1 b2 c1 c2 a2 b3                | ??????R",
        "eight begin                | a1 b1 c1 d1 e1 f1 g1 h1 a2 b2 a3    | ??????????R",
        "an SSRC in each            | a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 a2 a3 a4"
            + " | ???????????----",
        "a restart                  | a1 a2 a900 a901 a902                | ????R",
        "numbers at random          | a1 a500 a1000 a1500 a2000 a2001 a2002 | ????---",
        "numbers that go back       | a9 a8 a7 a6 a5                      | ????-",
        "one number, other packets  | a1:0 a1:9 a1:18 a1:27 a1:36         | ????-",
        "timestamps at random       | a1:0 a2:90000000 a3:5 a4:1900000000 a5:7 | ????-",
        "digits in one timestamp    | a1:160 a2:160 a3:160                | ??R",
        "video out of order         | a1:9000 a2:3000 a3:6000             | ??R",
        "nothing but a length       | a32:0 a32:1 a32:2                   | ---",
      })
  void withoutSdp(String what, String packets, String expected) {
    Datagram datagram = new Datagram(4000, 4002);
    StringBuilder found = new StringBuilder();
    for (String one : packets.split(" ", -1)) {
      int colon = one.indexOf(':');
      int sequence = Integer.parseInt(one.substring(1, colon < 0 ? one.length() : colon));
      int stamp = colon < 0 ? 160 * sequence : Integer.parseInt(one.substring(colon + 1));
      Packet packet = datagram.walk(rtp(one.charAt(0), sequence, stamp));
      boolean rtp = packet.innermost() == Protocol.RTP;
      found.append(rtp ? packet.tentative() ? '?' : 'R' : '-');
    }
    assertThat(found).as(what).hasToString(expected);
  }

  @Test
  void bacnetIsNoRtp() {
    Datagram datagram = new Datagram(47_808, 47_808);
    byte[] whoIs = HexFormat.of().parseHex("810b00120120ffff00ff10080a1b591a1b59");
    assertThat(datagram.walk(whoIs).innermost()).isEqualTo(Protocol.DATA);
  }

  /**
   * SDP announces one of RTP (R), SRTP (S) or fax (F) at the destination, or (small letters) the
   * source; packets of RTP (=), fax (~) or DTLS (*) follow. The table says what they are taken for,
   * and what when they are read again: what was known first of a flow is true of its packets
   * before.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "encrypted, then in clear  | S=R=    | srtp rtp             | srtp rtp",
        "in clear, then encrypted  | R=S=    | rtp srtp             | rtp srtp",
        "there and back            | R=S=R=  | rtp srtp rtp         | rtp srtp rtp",
        "a call, then a fax        | R=F~=   | rtp t38 rtp          | rtp t38 rtp",
        "a fax, then a call        | F~R~=   | t38 data rtp         | t38 data rtp",
        "a fax, then encrypted     | F~S=~   | t38 srtp data        | t38 srtp data",
        "fax, call, fax            | F~R~F~  | t38 data t38         | t38 data t38",
        "both sides, in turn       | s=S=r=R= | srtp srtp rtp rtp   | srtp srtp rtp rtp",
        "the other side says       | Ss=R=   | srtp rtp             | srtp rtp",
        "said twice                | F~F~S=S= | t38 t38 srtp srtp   | t38 t38 srtp srtp",
        "a guess, then encrypted   | ==S=    | guess guess srtp     | srtp srtp srtp",
        "believed, then encrypted  | ===S=   | guess guess rtp srtp | srtp srtp srtp srtp",
        "keys, then media          | *===    | keys guess guess srtp | keys srtp srtp srtp",
        "keys, then in clear       | *R=     | keys rtp             | keys rtp",
        "data, then a fax          | ~F~     | data t38             | t38 t38",
      })
  void theLatestAnnouncementCounts(
      String what, String events, String expected, String expectedAgain) {
    Datagram datagram = new Datagram(4000, FAX_PORT);
    List<byte[]> sent = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int flow = Packet.NONE;
    for (int i = 0; i < events.length(); i++) {
      char event = events.charAt(i);
      if (Character.isLetter(event)) {
        announce(datagram, event, sent.size() + 1);
      }
      sent.add(payload(event, sent.size()));
      Packet packet = datagram.walk(sent.getLast());
      flow = packet.flow();
      if (!Character.isLetter(event)) {
        found.add(kind(packet));
      }
    }
    assertThat(String.join(" ", found)).as(what).isEqualTo(expected);
    List<String> again = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i).length > 1) {
        again.add(kind(datagram.again(i + 1, sent.get(i), flow)));
      }
    }
    assertThat(String.join(" ", again)).as("read again").isEqualTo(expectedAgain);
  }

  private static byte[] payload(char event, int number) {
    return switch (event) {
      case '=' -> rtp(7, number, 160 * number);
      case '~' -> HexFormat.of().parseHex("000506c001800000c80000");
      case '*' -> HexFormat.of().parseHex("15fefd000000000000000000020100");
      default -> new byte[1];
    };
  }

  private static void announce(Datagram datagram, char event, int frame) {
    boolean source = Character.isLowerCase(event);
    long address = source ? Datagram.SOURCE : Datagram.DESTINATION;
    int port = source ? 4000 : FAX_PORT;
    if (Character.toUpperCase(event) == 'F') {
      datagram.flows.expectFax(0, address, port, frame);
    } else {
      datagram.flows.expectMedia(
          0, address, port, Character.toUpperCase(event) == 'S', Packet.NONE, frame);
    }
  }

  private static String kind(Packet packet) {
    return switch (packet.innermost()) {
      case RTP -> packet.tentative() ? "guess" : packet.secure() ? "srtp" : "rtp";
      case T38 -> "t38";
      case DTLS -> "keys";
      default -> "data";
    };
  }
}
