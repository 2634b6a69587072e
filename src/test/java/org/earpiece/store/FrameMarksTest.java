package org.earpiece.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameMarksTest {
  private final FrameMarks marks = new FrameMarks();

  @Test
  void marksAreSetTakenBackAndFound() {
    marks.mark(new int[] {3, 9, 5}, true);
    marks.mark(new int[] {5}, false);
    assertThat(marks.marked(3)).isTrue();
    assertThat(marks.marked(5)).isFalse();
    assertThat(marks.markedCount()).isEqualTo(2);
    assertThat(marks.nextMarked(3, true)).isEqualTo(9);
    assertThat(marks.nextMarked(9, true)).isZero();
    assertThat(marks.nextMarked(9, false)).isEqualTo(3);
    assertThat(marks.nextMarked(1, false)).isZero();
    marks.unmarkAll();
    assertThat(marks.markedCount()).isZero();
  }

  @Test
  void timesAreCountedFromTheReferenceBefore() {
    assertThat(marks.referenceOf(7)).isEqualTo(1);
    marks.reference(5, true);
    assertThat(marks.referenceOf(4)).isEqualTo(1);
    assertThat(marks.referenceOf(5)).isEqualTo(5);
    assertThat(marks.referenceOf(7)).isEqualTo(5);
    marks.noReferences();
    assertThat(marks.referenceOf(7)).isEqualTo(1);
  }

  @Test
  void anEmptyCommentTakesTheOneOfTheFileAway() {
    assertThat(marks.comments(4)).isNull();
    marks.comment(4, "look");
    assertThat(marks.comments(4)).containsExactly("look");
    marks.comment(4, "");
    assertThat(marks.comments(4)).isEmpty();
    assertThat(marks.unsaved()).isTrue();
    marks.saved();
    assertThat(marks.unsaved()).isFalse();
    assertThat(marks.comments(4)).isEmpty();
  }

  @Test
  void everyChangeGivesAnotherVersion() {
    int before = marks.version();
    marks.ignore(new int[] {2}, true);
    marks.shift(5);
    assertThat(marks.version()).isEqualTo(before + 2);
    assertThat(marks.ignored(2)).isTrue();
    marks.ignoreNone();
    assertThat(marks.ignoredCount()).isZero();
  }
}
