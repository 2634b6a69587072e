package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;

/** A message is taken apart once, and is always that of the layer that is asked for. */
class SipCursorTest {
  private static byte[] message(String callId) {
    return ("OPTIONS sip:a@b SIP/2.0\r\nCall-ID: " + callId + "\r\nContent-Length: 0\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void packetsThatTakeTurns() {
    Datagram one = new Datagram(5060, 5060);
    Datagram other = new Datagram(5060, 5060);
    Packet first = one.walk(message("first"));
    Packet second = other.walk(message("second"));
    assertThat(first.generation()).isEqualTo(second.generation());
    assertThat(one.values(first, "sip.Call-ID")).containsExactly("first");
    assertThat(other.values(second, "sip.Call-ID")).containsExactly("second");
    assertThat(one.values(first, "sip.Call-ID")).containsExactly("first");
    one.walk(message("third"));
    assertThat(one.values(first, "sip.Call-ID")).containsExactly("third");
    assertThat(other.values(second, "sip.Call-ID")).containsExactly("second");
  }

  @Test
  void severalMessagesInOneDatagram() {
    Datagram datagram = new Datagram(5060, 5060);
    String both = new String(message("a"), StandardCharsets.US_ASCII);
    Packet packet =
        datagram.walk((both + both.replace(": a", ": b")).getBytes(StandardCharsets.US_ASCII));
    assertThat(datagram.values(packet, "sip.Call-ID")).containsExactly("a", "b");
    assertThat(datagram.values(packet, "sip.Content-Length")).containsExactly("0", "0");
  }

  @Test
  void theLayerIsTakenApartByTheWalkAlone() {
    Datagram datagram = new Datagram(5060, 5060);
    Packet packet = datagram.walk(message("once"));
    int layer = packet.find(Protocol.SIP);
    SipMessage walked = Sip.message(packet, layer);
    assertThat(walked.end()).isEqualTo(packet.end(layer));
    packet.bytes(layer).array()[packet.offset(layer)] = 'X'; // nobody looks there again
    assertThat(Sip.message(packet, layer)).isSameAs(walked);
    assertThat(walked.line().request).isTrue();
  }
}
