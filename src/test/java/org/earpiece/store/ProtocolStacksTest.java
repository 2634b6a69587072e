package org.earpiece.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;

class ProtocolStacksTest {
  private final ProtocolStacks stacks = new ProtocolStacks();

  @Test
  void oneNumberASequence() {
    int rtp = stacks.number(packet(Protocol.ETHERNET, Protocol.IPV4, Protocol.UDP, Protocol.RTP));
    int sip = stacks.number(packet(Protocol.ETHERNET, Protocol.IPV4, Protocol.UDP, Protocol.SIP));
    assertThat(rtp).isNotEqualTo(sip);
    assertThat(stacks.number(packet(Protocol.ETHERNET, Protocol.IPV4, Protocol.UDP, Protocol.RTP)))
        .isEqualTo(rtp);
    assertThat(stacks.has(rtp, Protocol.RTP)).isTrue();
    assertThat(stacks.has(rtp, Protocol.SIP)).isFalse();
    assertThat(stacks.innermost(sip)).isEqualTo(Protocol.SIP);
  }

  @Test
  void aPacketWithoutLayersIsAFrame() {
    assertThat(stacks.innermost(stacks.number(packet()))).isEqualTo(Protocol.FRAME);
  }

  @Test
  void theDeepestLayerTellsSequencesApart() {
    Protocol[] deep = new Protocol[Packet.MAX_LAYERS];
    Arrays.fill(deep, Protocol.VLAN);
    deep[deep.length - 1] = Protocol.RTP;
    int rtp = stacks.number(packet(deep));
    deep[deep.length - 1] = Protocol.SIP;
    int sip = stacks.number(packet(deep));
    assertThat(sip).isNotEqualTo(rtp);
    assertThat(stacks.has(rtp, Protocol.RTP)).isTrue();
    assertThat(stacks.has(rtp, Protocol.SIP)).isFalse();
    assertThat(stacks.innermost(sip)).isEqualTo(Protocol.SIP);
  }

  @Test
  void thousandsOfSequencesStayApart() {
    Random random = new Random(3);
    Map<List<Protocol>, Integer> numbers = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      Protocol[] layers =
          IntStream.range(0, random.nextInt(14))
              .mapToObj(n -> Protocol.of(random.nextInt(3)))
              .toArray(Protocol[]::new);
      int number = stacks.number(packet(layers));
      Integer known = numbers.putIfAbsent(List.of(layers), number);
      assertThat(known == null || known == number).isTrue();
    }
    assertThat(numbers.values()).doesNotHaveDuplicates();
  }

  private static Packet packet(Protocol... layers) {
    Packet packet = new Packet();
    packet.begin(1, 0, 60, 0, LinkType.ETHERNET, new byte[60], 0, 60, Packet.NONE);
    for (Protocol layer : layers) {
      packet.addLayer(layer, 0);
    }
    return packet;
  }
}
