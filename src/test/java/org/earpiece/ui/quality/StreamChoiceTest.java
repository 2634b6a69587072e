package org.earpiece.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.Test;

class StreamChoiceTest {
  private static final StreamSnapshot BACK = new SeriesOf(1, false).good(40).snapshot();
  private static final StreamSnapshot FORTH = new SeriesOf(2, true).good(30).snapshot();
  private static final StreamSnapshot SHORT = new SeriesOf(3, true).good(5).snapshot();

  @Test
  void theLongestOfEachDirectionStandTogetherForwardFirst() {
    assertThat(StreamChoice.bothDirections(List.of(BACK, FORTH, SHORT), 0))
        .containsExactly(FORTH, BACK);
  }

  @Test
  void theSelectedStreamIsOneOfThem() {
    assertThat(StreamChoice.bothDirections(List.of(BACK, FORTH, SHORT), 3))
        .containsExactly(SHORT, BACK);
  }

  @Test
  void withoutAnAnswerAStreamStandsAlone() {
    assertThat(StreamChoice.bothDirections(List.of(FORTH, SHORT), 0)).containsExactly(FORTH);
    assertThat(StreamChoice.bothDirections(List.of(), 0)).isEmpty();
  }

  @Test
  void ofManyTheLongestAreShownInOrder() {
    List<StreamSnapshot> many =
        List.of(
            BACK,
            FORTH,
            SHORT,
            new SeriesOf(4, true).good(9).snapshot(),
            new SeriesOf(5, true).good(50).snapshot());
    assertThat(StreamChoice.all(many))
        .extracting(StreamSnapshot::number)
        .containsExactly(1, 2, 4, 5);
  }
}
