package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.ui.kit.Selection;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final long MS = 1_000_000L;
  private static final long START = 1_000 * MS;

  private final Settling settling = new Settling(true);

  private int shownAt(long ms, int call, int frame) {
    Selection now = new Selection(List.of(call), 0, 0, frame);
    Selection shown = settling.of(now, START + ms * MS);
    return shown.calls().isEmpty() ? 0 : shown.calls().getFirst();
  }

  @Test
  void theFirstStepIsFollowedAtOnce() {
    assertThat(shownAt(0, 7, 1)).isEqualTo(7);
  }

  @Test
  void whileAKeyIsHeldPanesFollowNowAndThen() {
    int changes = 0;
    int before = 0;
    for (int n = 0; n < 150; n++) {
      int shown = shownAt(n * 16L, n + 1, 1);
      changes += shown == before ? 0 : 1;
      before = shown;
    }
    assertThat(changes).isEqualTo(3);
  }

  @Test
  void whatRestsIsShown() {
    shownAt(0, 1, 1);
    assertThat(shownAt(16, 2, 1)).isEqualTo(1);
    assertThat(shownAt(32, 3, 1)).isEqualTo(1);
    assertThat(shownAt(80, 3, 1)).isEqualTo(1);
    assertThat(shownAt(96, 3, 1)).isEqualTo(3);
  }

  @Test
  void theMessagesOfOneCallAreWalkedWithoutDelay() {
    shownAt(0, 1, 1);
    Selection next = new Selection(List.of(1), 0, 0, 2);
    assertThat(settling.of(next, START + 16 * MS)).isEqualTo(next);
    Settling resting = new Settling(false);
    Selection first = new Selection(List.of(1), 0, 0, 1);
    resting.of(first, START);
    assertThat(resting.of(next, START + 16 * MS)).isEqualTo(first);
  }
}
