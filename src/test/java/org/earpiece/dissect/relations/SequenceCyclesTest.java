package org.earpiece.dissect.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequence numbers of RTP with the rounds they have gone, as tshark 4.0.17 has them. */
final class SequenceCyclesTest {
  private final SequenceCycles cycles = new SequenceCycles();
  private final Packet packet = new Packet();

  private Packet rtp(int frame, int flow, int ssrc, int sequence) {
    byte[] bytes = new byte[12];
    ByteBuffer.wrap(bytes)
        .putShort((short) 0x8000)
        .putShort((short) sequence)
        .putInt(0)
        .putInt(ssrc);
    packet.begin(frame, 0, bytes.length, 0, LinkType.RAW, bytes, 0, bytes.length, flow);
    packet.addLayer(Protocol.RTP, 0);
    return packet;
  }

  private List<Long> extended(int flow, int ssrc, List<Integer> sequences) {
    for (int i = 0; i < sequences.size(); i++) {
      cycles.packet(rtp(i + 1, flow, ssrc, sequences.get(i)));
    }
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      found.add(cycles.extended(rtp(i + 1, flow, ssrc, sequences.get(i)), 0));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "'0 1 2', '65536 65537 65538'",
    "'17819 17820', '83355 83356'",
    "'65530 65534 65535 0 65533 2 1', '65530 65534 65535 65536 65533 65538 65537'",
    "'1 40000 10', '65537 40000 65546'",
    "'50000 20000 60000', '50000 20000 4294961760'"
  })
  void numbersGoOnWhereTheyWrap(String sent, String expected) {
    assertThat(extended(3, 7, numbers(sent, Integer::valueOf)))
        .isEqualTo(numbers(expected, Long::valueOf));
  }

  private static <T> List<T> numbers(String text, Function<String, T> parse) {
    return Arrays.stream(text.split(" ", -1)).map(parse).toList();
  }

  @Test
  void streamsHaveRoundsOfTheirOwn() {
    cycles.packet(rtp(1, 3, 7, 65_535));
    cycles.packet(rtp(2, 3, 7, 0));
    cycles.packet(rtp(3, 3, 8, 65_535));
    cycles.packet(rtp(4, 4, 7, 65_535));
    assertThat(cycles.extended(rtp(2, 3, 7, 0), 0)).isEqualTo(65_536);
    assertThat(cycles.extended(rtp(3, 3, 8, 65_535), 0)).isEqualTo(65_535);
    assertThat(cycles.extended(rtp(4, 4, 7, 65_535), 0)).isEqualTo(65_535);
  }

  @Test
  void streamsThatTakeTurnsInAFlowGoOnWhereTheyWere() {
    for (int i = 0; i < 6; i++) {
      cycles.packet(rtp(2 * i + 1, 3, 7, (65_533 + i) & 0xFFFF));
      cycles.packet(rtp(2 * i + 2, 3, 8, 100 + i));
    }
    assertThat(cycles.extended(rtp(11, 3, 7, 2), 0)).isEqualTo(65_538);
    assertThat(cycles.extended(rtp(12, 3, 8, 105), 0)).isEqualTo(65_641);
  }

  @Test
  void ofManyRoundsTheLatestAreKnown() {
    int rounds = 3 * SequenceCycles.MAX_CHANGES;
    for (int i = 0; i < 4 * rounds; i++) {
      cycles.packet(rtp(i + 1, 3, 7, i % 4 * 16_384));
    }
    assertThat(cycles.extended(rtp(4 * rounds, 3, 7, 49_152), 0))
        .isEqualTo((long) rounds * 65_536 + 49_152);
  }
}
