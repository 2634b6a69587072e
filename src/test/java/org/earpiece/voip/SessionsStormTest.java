package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.earpiece.dissect.Flows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many conversations at a time between few phones through one exchange, each leg with a Call-ID of
 * its own: none may be joined to another, and none be torn apart.
 */
class SessionsStormTest {
  private static final String PHONES = "abcdefghijkl";

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> truth = new HashMap<>();
  private final Map<Integer, List<Double>> starts = new HashMap<>();
  private Random random = new Random(0);

  /** A seed, conversations, seconds in which they begin. */
  @ParameterizedTest
  @CsvSource({"1, 300, 120", "2, 300, 30", "3, 600, 60", "4, 50, 5"})
  void everyLegFindsItsConversation(long seed, int conversations, int seconds) {
    random = new Random(seed);
    for (int i = 0; i < conversations; i++) {
      conversation(i, random.nextDouble() * seconds);
    }
    lines.sort(
        Comparator.comparingDouble(
            line -> Double.parseDouble(line.substring(0, line.indexOf(' ')))));
    CallTracker tracker = new CallTracker(new MediaDirectory(new Flows()));
    SipScript.play(SipScript.lines(String.join("\n", lines)), tracker::packet);
    Map<Integer, Integer> sessions = new HashMap<>();
    int torn = 0;
    for (CallSnapshot call : tracker.snapshots(List.of())) {
      int conversation = truth.get(call.callId());
      Integer other = sessions.putIfAbsent(call.session(), conversation);
      assertThat(other == null || other == conversation)
          .as(
              "call %s of %d in the session of %d: %s",
              call.callId(), conversation, other, call.link())
          .isTrue();
      torn += call.callId().startsWith("x") && call.session() == call.number() ? 1 : 0;
    }
    assertThat(torn).as("legs without their conversation").isZero();
  }

  /** A person needs a moment between two calls. */
  private double notTwiceAtOnce(int caller, double time) {
    double later = time;
    while (starts.getOrDefault(caller, List.of()).stream().anyMatch(near(later))) {
      later += 0.3;
    }
    starts.computeIfAbsent(caller, c -> new ArrayList<>()).add(later);
    return later;
  }

  private static Predicate<Double> near(double time) {
    return other -> Math.abs(other - time) < 0.3;
  }

  private void conversation(int i, double wanted) {
    int caller = random.nextInt(PHONES.length());
    double start = notTwiceAtOnce(caller, wanted);
    int callee = (caller + 1 + random.nextInt(PHONES.length() - 1)) % PHONES.length();
    String parties = " from=" + (2000 + caller) + " to=" + (2000 + callee);
    String in = "in" + i + "@x";
    truth.put(in, i);
    say(start, PHONES.charAt(caller) + ">p INVITE 1 id=" + in + parties);
    say(start + 0.001, "p>" + PHONES.charAt(caller) + " 401 INVITE 1 id=" + in + parties);
    say(start + 0.01, PHONES.charAt(caller) + ">p INVITE 2 id=" + in + parties);
    double next = start + 0.011 + random.nextDouble() * 0.05;
    int kind = random.nextInt(10);
    if (kind == 0) {
      leg(i, 0, next, callee, parties, "486");
      say(next + 0.3, "p>" + PHONES.charAt(caller) + " 486 INVITE 2 id=" + in + parties);
      return;
    }
    if (kind == 1) {
      int third = (callee + 1 + random.nextInt(PHONES.length() - 2)) % PHONES.length();
      third = third == caller ? (third + 1) % PHONES.length() : third;
      leg(i, 0, next, callee, parties, "302 Contact:_<sip:" + (2000 + third) + "@h>");
      next += 0.205;
      String moved = " from=" + (2000 + caller) + " to=" + (2000 + third);
      leg(i, 1, next, third, moved, "200");
    } else {
      leg(i, 0, next, callee, parties, "200");
    }
    double end = next + 3 + random.nextDouble() * 20;
    say(next + 2.01, "p>" + PHONES.charAt(caller) + " 200 INVITE 2 id=" + in + parties);
    say(end, PHONES.charAt(caller) + ">p BYE 3 id=" + in + parties);
    String out = kind == 1 ? "-1@p" : "-0@p";
    say(end + 0.005, "p>" + PHONES.charAt(callee) + " BYE 2 id=x" + i + out + parties);
  }

  private void leg(int i, int n, double time, int callee, String parties, String end) {
    String id = "x" + i + "-" + n + "@p";
    truth.put(id, i);
    String phone = String.valueOf(PHONES.charAt(callee));
    say(time, "p>" + phone + " INVITE 1 id=" + id + parties);
    String[] words = end.split(" ", 2);
    String header = words.length > 1 ? " h=" + words[1] : "";
    double answered = time + (words[0].equals("200") ? 2 : 0.2);
    say(answered, phone + ">p " + words[0] + " INVITE 1 id=" + id + parties + header);
  }

  private void say(double time, String what) {
    lines.add(String.format(Locale.ROOT, "%.4f %s", time, what));
  }
}
