package org.earpiece.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.voip.StreamPacket.Event;
import org.junit.jupiter.api.Test;

class StreamColumnsTest {
  private static StreamColumns columns() {
    return new SeriesOf(1, true)
        .good(10)
        .afterLoss(3)
        .good(5)
        .packet(0, Event.DUPLICATE)
        .packet(0, Event.COMFORT_NOISE)
        .packet(0, Event.WRONG_TIMESTAMP)
        .columns(4.4, Double.NaN);
  }

  @Test
  void knowsWhereProblemsAre() {
    StreamColumns columns = columns();
    assertThat(columns.problems()).containsExactly(10, 16, 18);
    assertThat(columns.gaps()).isEqualTo(1);
    assertThat(columns.wrongTimestamps()).isEqualTo(1);
  }

  @Test
  void walksProblemsAroundTheEnds() {
    StreamColumns columns = columns();
    assertThat(columns.problemAfter(-1)).isEqualTo(10);
    assertThat(columns.problemAfter(10)).isEqualTo(16);
    assertThat(columns.problemAfter(18)).isEqualTo(10);
    assertThat(columns.problemBefore(10)).isEqualTo(18);
    assertThat(columns.problemBefore(17)).isEqualTo(16);
    StreamColumns fine = new SeriesOf(1, true).good(3).columns();
    assertThat(fine.problemAfter(0)).isEqualTo(-1);
    assertThat(fine.problemBefore(0)).isEqualTo(-1);
  }

  @Test
  void findsTheNearestPacket() {
    StreamColumns columns = columns();
    assertThat(columns.nearest(columns.time(4) + 3e6)).isEqualTo(4);
    assertThat(columns.nearest(columns.time(4) + 17e6)).isEqualTo(5);
    assertThat(columns.nearest(0)).isZero();
    assertThat(columns.nearest(Double.MAX_VALUE)).isEqualTo(columns.size() - 1);
    assertThat(new SeriesOf(1, true).columns().nearest(5)).isEqualTo(-1);
  }

  @Test
  void findsThePacketOfAFrame() {
    StreamColumns columns = columns();
    assertThat(columns.rowOf(columns.frame(7))).isEqualTo(7);
    assertThat(columns.rowOf(2)).isEqualTo(-1);
  }

  @Test
  void tellsTheSoundInAPacket() {
    assertThat(columns().packetMs()).isEqualTo(20);
    assertThat(new SeriesOf(1, true).good(2).columns().packetMs()).isNaN();
  }

  @Test
  void tellsTheMosOfThePacketsSecond() {
    assertThat(columns().mosAt(3)).isEqualTo(4.4);
    assertThat(new SeriesOf(1, true).good(200).columns(4.4, 4.2, 4.0).mosAt(120)).isEqualTo(4.0);
    assertThat(new SeriesOf(1, true).good(200).columns(4.4).mosAt(120)).isNaN();
  }
}
