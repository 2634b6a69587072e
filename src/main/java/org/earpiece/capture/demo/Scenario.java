package org.earpiece.capture.demo;

import java.util.List;
import java.util.SplittableRandom;
import org.earpiece.capture.demo.sound.Phrases;
import org.jspecify.annotations.Nullable;

/** The kinds of calls, how often they come, and what happens in each. */
enum Scenario {
  /** A colleague answers. */
  ANSWERED(5),
  /** A call out through the trunk, with the far network's ringing tone. */
  OUTBOUND(3),
  /** A call in through a trunk that has a bad day. */
  POOR(2),
  /** The callee's firewall swallows what the callee says. */
  ONE_WAY(1),
  /** Put on hold with music, and resumed. */
  HOLD(2),
  /** A machine that asks for digits. */
  DIGITS(1),
  BUSY(2),
  DECLINED(1),
  CANCELLED(2),
  NO_ANSWER(1),
  UNKNOWN_NUMBER(1);

  private final int weight;

  Scenario(int weight) {
    this.weight = weight;
  }

  /** One of them, by weight. */
  static Scenario any(SplittableRandom random) {
    int sum = 0;
    for (Scenario s : values()) {
      sum += s.weight;
    }
    int at = random.nextInt(sum);
    for (Scenario s : values()) {
      at -= s.weight;
      if (at < 0) {
        return s;
      }
    }
    return ANSWERED;
  }

  /** Who calls, or null where nobody is free. */
  @Nullable Party caller(Site site) {
    return this == POOR ? site.idleOutside() : site.idlePhone();
  }

  /** Who is called, or null where nobody is free. */
  @Nullable Party callee(Site site) {
    return switch (this) {
      case OUTBOUND, DIGITS -> site.idleOutside();
      case BUSY -> site.busyPhone();
      case UNKNOWN_NUMBER -> site.nobody();
      default -> site.idlePhone();
    };
  }

  /** What the caller's media passes on its way to the exchange. */
  Path callerPath(Party caller, SplittableRandom random) {
    return this == POOR ? Path.rough(random) : caller.path();
  }

  /** What the callee's media passes on its way to the exchange. */
  Path calleePath(Party callee, SplittableRandom random) {
    return this == ONE_WAY ? Path.blocked(random) : callee.path();
  }

  /** What the callee says first. */
  List<String> opening(SplittableRandom random) {
    return this == DIGITS
        ? Phrases.MENU
        : List.of(Phrases.GREETINGS.get(random.nextInt(Phrases.GREETINGS.size())));
  }

  /** Writes the call's script. */
  void play(DemoCall call, SplittableRandom random) {
    boolean byCaller = random.nextBoolean();
    double talk = random.nextDouble(18, 55);
    double ring = random.nextDouble(1.2, 3.5);
    call.dial();
    switch (this) {
      case ANSWERED -> call.extend().ring(ring).answer().talk(talk).hangUp(byCaller);
      case OUTBOUND -> call.extend().ringWithTone(6).answer().talk(talk).hangUp(byCaller);
      case POOR -> call.extend().ring(ring).answerTwice().talk(talk + 15).hangUp(byCaller);
      case ONE_WAY -> call.extend().ring(ring).answer().talk(16).hangUp(true);
      case HOLD -> call.extend().ring(ring).answer().talk(9).hold(11).talk(9).hangUp(byCaller);
      case DIGITS ->
          call.extend().ringWithTone(1).answer().talk(5).press("1204#").talk(9).hangUp(false);
      case BUSY -> call.extend().refuse(486, "Busy Here");
      case DECLINED -> call.extend().ring(ring).refuse(603, "Decline");
      case CANCELLED -> call.extend().ring(ring + 3).giveUp();
      case NO_ANSWER -> call.extend().ring(18).withdraw().reject(480, "Temporarily Unavailable");
      case UNKNOWN_NUMBER -> call.reject(404, "Not Found");
    }
  }
}
