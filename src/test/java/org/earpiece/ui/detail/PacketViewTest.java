package org.earpiece.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.dissect.DetailNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketViewTest {
  private static DetailNode node(String field, int offset, int length, DetailNode... children) {
    return new DetailNode(field, field, 0, offset, length, 0, field, List.of(children));
  }

  private static final PacketView PACKET =
      new PacketView(
          1,
          List.of(new PacketView.Source("Frame", new byte[40])),
          null,
          "",
          List.of(
              node("frame", 0, 40),
              node("ip", 14, 20, node("ip.flags", 20, 1, node("ip.flags.df", 20, 1))),
              node("udp", 34, 6)),
          Belonging.NONE);

  @ParameterizedTest
  @CsvSource({"3, frame", "15, ip", "20, ip.flags.df", "33, ip", "34, udp", "39, udp"})
  void aByteBelongsToTheInnermostNode(int position, String field) {
    DetailNode node = PACKET.innermost(0, position);
    assertThat(node).isNotNull();
    assertThat(node.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"14, 34, ip", "18, 22, ip.flags", "34, 40, udp", "35, 37, udp", "0, 40, frame"})
  void aLineIsTheLargestNodeWithinIt(int from, int to, String field) {
    DetailNode node = PACKET.within(0, from, to);
    assertThat(node).isNotNull();
    assertThat(node.field()).isEqualTo(field);
  }

  @Test
  void beyondTheFrameIsNothing() {
    assertThat(PACKET.innermost(0, 40)).isNull();
    assertThat(PACKET.innermost(0, -1)).isNull();
  }
}
