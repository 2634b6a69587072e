package org.earpiece.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.earpiece.ui.kit.table.Fold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationsTest {
  /** Calls 1, 2 and 5 are one conversation, 4 and 6 another; 3 stands alone. */
  private static final int[] SESSIONS = {1, 1, 3, 4, 1, 4};

  private final Conversations conversations = new Conversations();

  @BeforeEach
  void show() {
    conversations.show(SESSIONS, n -> true);
  }

  @Test
  void theNewestConversationIsFirstAndItsLegsFollowInOrderOfTime() {
    assertThat(conversations.order()).containsExactly(4, 6, 3, 1, 2, 5);
    assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7).map(conversations::fold))
        .containsExactly(
            Fold.OPEN, Fold.UNDER, Fold.SINGLE, Fold.OPEN, Fold.UNDER, Fold.UNDER, Fold.SINGLE);
  }

  @Test
  void aConversationIsShutByAnyOfItsCalls() {
    conversations.shut(5, true);
    assertThat(conversations.order()).containsExactly(4, 6, 3, 1);
    assertThat(conversations.fold(1)).isEqualTo(Fold.SHUT);
    conversations.shut(5, true);
    assertThat(conversations.fold(1)).as("again changes nothing").isEqualTo(Fold.SHUT);
    conversations.shut(1, false);
    assertThat(conversations.order()).hasSize(6);
    conversations.shut(3, true);
    assertThat(conversations.fold(3)).as("nothing to fold").isEqualTo(Fold.SINGLE);
  }

  @Test
  void allAreShutAndSingleOnesOpenedAgain() {
    conversations.shutAll(true);
    assertThat(conversations.order()).containsExactly(4, 3, 1);
    conversations.shut(4, false);
    assertThat(conversations.order()).containsExactly(4, 6, 3, 1);
    conversations.show(new int[] {1, 1, 3, 4, 1, 4, 7, 7}, n -> true);
    assertThat(conversations.order()).as("those that come, too").containsExactly(7, 4, 6, 3, 1);
  }

  @Test
  void whereTheFilterKeepsALegAloneItStandsForTheConversation() {
    conversations.show(SESSIONS, n -> n != 1 && n != 4);
    assertThat(conversations.order()).containsExactly(6, 3, 2, 5);
    assertThat(conversations.fold(2)).isEqualTo(Fold.OPEN);
    assertThat(conversations.fold(6)).isEqualTo(Fold.SINGLE);
    assertThat(conversations.callsOf(List.of(2))).containsExactly(1, 2, 5);
  }

  @ParameterizedTest(name = "rows {0} are calls {1} are rows {2}")
  @CsvSource({
    "1,     1 2 5,   1",
    "2,     2,       2",
    "3,     3,       3",
    "3 4,   3 4 6,   3 4",
    "2 1,   2 1 5,   1",
    "5 6,   5 6,     5 6",
    "7,     '',      ''"
  })
  void aConversationIsSelectedByItsFirstCall(String rows, String calls, String again) {
    List<Integer> selected = conversations.callsOf(numbers(rows));
    assertThat(selected).isEqualTo(numbers(calls));
    assertThat(conversations.rowsOf(selected)).isEqualTo(numbers(again));
  }

  @Test
  void aLegThatIsSelectedAloneIsNeverFoldedAway() {
    conversations.shutAll(true);
    assertThat(conversations.rowsOf(List.of(5))).containsExactly(5);
    assertThat(conversations.order()).containsExactly(4, 3, 1, 2, 5);
    assertThat(conversations.rowsOf(List.of(4, 6))).containsExactly(4);
    assertThat(conversations.order()).as("its first call is there").doesNotContain(6);
  }

  private static List<Integer> numbers(String text) {
    return Stream.of(text.split(" ")).filter(n -> !n.isEmpty()).map(Integer::valueOf).toList();
  }
}
