package org.earpiece.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LadderScrollTest {
  private static final LadderScroll LONG = new LadderScroll(0, 0, 200, 1000);

  @Test
  void whatGrowsStaysWhereItIs() {
    assertThat(LONG.to(300).resized(200, 1100).y()).isEqualTo(300);
  }

  @Test
  void whatWasAtItsEndStaysThere() {
    assertThat(LONG.to(800).resized(200, 1100).y()).isEqualTo(900);
    assertThat(LONG.to(798).atEnd()).isTrue();
  }

  @Test
  void whatFitsWholeStaysAtItsTopAsItGrows() {
    LadderScroll fits = new LadderScroll(0, 0, 200, 150);
    assertThat(fits.resized(200, 300).y()).isZero();
  }

  @Test
  void neverLeavesTheLadder() {
    assertThat(LONG.to(5000).y()).isEqualTo(800);
    assertThat(LONG.to(-5).y()).isZero();
    assertThat(LONG.to(800).resized(200, 500).y()).isEqualTo(300);
  }

  @Test
  void revealsARowByTheShortestWay() {
    assertThat(LONG.to(300).reveal(350, 375).y()).isEqualTo(300);
    assertThat(LONG.to(300).reveal(100, 125).y()).isEqualTo(100);
    assertThat(LONG.to(300).reveal(600, 625).y()).isEqualTo(425);
  }
}
