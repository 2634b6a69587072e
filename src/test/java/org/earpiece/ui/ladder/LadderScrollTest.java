package org.earpiece.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.earpiece.report.LadderDrawing;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Kind;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.junit.jupiter.api.Test;

class LadderScrollTest {
  private static final LadderScroll LONG = new LadderScroll(0, 0, 200, 1000);

  @Test
  void whatGrowsStaysWhereItIs() {
    assertThat(LONG.to(300).resized(200, 1100).y()).isEqualTo(300);
  }

  private static LadderDrawing drawing(int... frames) {
    List<Entry> entries =
        IntStream.of(frames)
            .mapToObj(frame ->
                (Entry)
                    new Message(
                        List.of(frame),
                        List.of((long) frame),
                        "INFO",
                        0,
                        1,
                        "INFO",
                        "",
                        Kind.REQUEST,
                        1,
                        1))
            .toList();
    List<Participant> two =
        List.of(new Participant("a", "", "a", List.of()), new Participant("b", "", "b", List.of()));
    return new LadderDrawing(new LadderModel(two, entries, 1, 0, 100), 800);
  }

  @Test
  void theFirstMessageInViewStaysWhereItWasWhenOthersComeAboveIt() {
    LadderDrawing before = drawing(1, 2, 3, 4, 5, 6, 7, 8);
    LadderDrawing now = drawing(1, 2, 3, 4, 5, 6, 7, 8, 9);
    LadderDrawing above = drawing(0, 1, 2, 3, 4, 5, 6, 7, 8);
    LadderScroll third = new LadderScroll(0, before.rows().get(2).top() + 3, 75, before.height());
    assertThat(third.following(before, now).y()).isEqualTo(third.y());
    LadderScroll grown = third.resized(75, above.height());
    double row = above.rows().get(1).top() - above.rows().get(0).top();
    assertThat(grown.following(before, above).y()).isEqualTo(third.y() + row);
    LadderScroll end = new LadderScroll(0, above.height() - 75, 75, above.height());
    assertThat(end.following(before, above)).isEqualTo(end);
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
