package org.earpiece.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveQueryTest {
  private static final long MS = 1_000_000;
  private final List<Runnable> asked = new ArrayList<>();
  private final List<Long> pauses = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final List<Exception> failures = new ArrayList<>();
  private long now;
  private final LiveQuery<Integer, String> query =
      new LiveQuery<>(
          (question, done, failed) ->
              asked.add(() -> {
                try {
                  done.accept(question.call());
                } catch (Exception e) {
                  failed.accept(e);
                }
              }),
          (nanos, task) -> {
            pauses.add(nanos);
            later.add(task);
          },
          () -> now,
          50 * MS,
          answers::add,
          failures::add);

  private void want(int subject, int version) {
    query.want(subject, version, () -> subject + "." + version);
  }

  private void answerAfter(long nanos) {
    now += nanos;
    asked.getLast().run();
  }

  @Test
  void asksOnceForTheSameVersion() {
    want(1, 1);
    want(1, 1);
    assertThat(query.pending()).isTrue();
    answerAfter(MS);
    want(1, 1);
    assertThat(asked).hasSize(1);
    assertThat(answers).containsExactly("1.1");
    assertThat(query.pending()).isFalse();
  }

  @Test
  void aNewVersionWaitsForItsTurn() {
    want(1, 1);
    answerAfter(MS);
    now += MS;
    want(1, 2);
    want(1, 3);
    assertThat(asked).hasSize(1);
    assertThat(pauses).containsExactly(49 * MS);
    now += 49 * MS;
    later.getFirst().run();
    answerAfter(MS);
    assertThat(answers).containsExactly("1.1", "1.3");
  }

  @Test
  void aSlowAnswerIsAskedForLessOften() {
    want(1, 1);
    answerAfter(100 * MS);
    want(1, 2);
    assertThat(pauses).containsExactly(400 * MS);
  }

  @Test
  void anotherSubjectIsAskedAtOnceAndTheOldAnswerNeverShows() {
    want(1, 1);
    Runnable old = asked.getFirst();
    want(2, 1);
    assertThat(asked).hasSize(2);
    old.run();
    answerAfter(MS);
    old.run();
    assertThat(answers).containsExactly("2.1");
  }

  @Test
  void aVersionThatCameWhileOneWasUnderWayIsAskedAfterIt() {
    want(1, 1);
    want(1, 2);
    assertThat(asked).hasSize(1);
    answerAfter(MS);
    now += 60 * MS;
    later.getFirst().run();
    answerAfter(MS);
    assertThat(answers).containsExactly("1.1", "1.2");
  }

  @Test
  void whatAQuestionThrowsIsHandedOver() {
    query.want(
        1,
        1,
        () -> {
          throw new IOException("gone");
        });
    answerAfter(MS);
    assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("gone"));
  }

  @Test
  void droppedIsSilent() {
    want(1, 1);
    query.drop();
    answerAfter(MS);
    assertThat(answers).isEmpty();
    want(1, 1);
    answerAfter(MS);
    assertThat(answers).containsExactly("1.1");
  }
}
