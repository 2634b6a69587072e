package org.earpiece.capture.demo;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Which calls come when: a first minute with one of each kind, then as chance has it, for ever. */
final class Programme {
  private static final int MOST_CALLS = 7;
  private static final double MEAN_WAIT = 7;
  private static final double LONGEST_WAIT = 18;
  private static final double FREE_FROM = 58;

  private final Site site;
  private final SplittableRandom random;
  private int calls;

  Programme(Site site, SplittableRandom random) {
    this.site = site;
    this.random = random;
  }

  void start() {
    at(0.4, Scenario.ANSWERED, "Alice", "Bob");
    at(1.3, Scenario.OUTBOUND, "Carol", null);
    at(2.2, Scenario.POOR, null, "Dave");
    at(9, Scenario.BUSY, "Erin", "Bob");
    at(12, Scenario.HOLD, "Frank", "Grace");
    at(17, Scenario.CANCELLED, "Heidi", "Ivan");
    at(21, Scenario.DIGITS, "Judy", null);
    at(27, Scenario.DECLINED, "Erin", "Mike");
    at(33, Scenario.ONE_WAY, "Heidi", "Nina");
    at(37, Scenario.NO_ANSWER, "Olivia", "Peggy");
    at(44, Scenario.UNKNOWN_NUMBER, "Rupert", null);
    site.timeline().after(seconds(FREE_FROM), this::next);
  }

  private void at(
      double second, Scenario scenario, @Nullable String caller, @Nullable String callee) {
    site.timeline()
        .after(
            seconds(second),
            () ->
                place(
                    scenario,
                    caller == null ? scenario.caller(site) : site.phone(caller),
                    callee == null ? scenario.callee(site) : site.phone(callee)));
  }

  private void next() {
    if (calls < MOST_CALLS) {
      Scenario scenario = Scenario.any(random);
      place(scenario, scenario.caller(site), scenario.callee(site));
    }
    double wait = -Math.log(1 - random.nextDouble()) * MEAN_WAIT;
    site.timeline().after(seconds(Math.min(LONGEST_WAIT, wait + 1)), this::next);
  }

  private void place(Scenario scenario, @Nullable Party caller, @Nullable Party callee) {
    if (caller == null || callee == null || caller.equals(callee)) {
      return;
    }
    DemoCall call = new DemoCall(site, random.split(), caller, callee, scenario);
    calls++;
    scenario.play(call, random);
    call.end(() -> calls--);
  }

  private static long seconds(double seconds) {
    return (long) (seconds * Timeline.SECOND);
  }
}
