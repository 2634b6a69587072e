package org.earpiece.ui.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.correlation.CallLink;

/** What is known of a call, in lines of a name and a text. */
final class CallSummary {
  private static final double SECOND = 1e9;
  private static final int CLOCK_DIGITS = 3;

  /** A line; it is left out where no leg has a text. */
  record Line(String name, Function<CallSnapshot, String> text) {}

  static final List<Line> LINES =
      List.of(
          new Line("From", c -> c.from()),
          new Line("To", c -> c.to()),
          new Line("Identity", c -> c.facts().identity()),
          new Line("Diverted from", c -> c.facts().divertedFrom()),
          new Line("Became", CallSummary::became),
          new Line("Same conversation", CallSummary::joined),
          new Line("Why", c -> c.facts().cause()),
          new Line("Warning", c -> c.facts().warning()),
          new Line("Began", c -> clock(c.start())),
          new Line("Rang after", c -> span(c.facts().postDialNanos())),
          new Line("Rang for", c -> span(c.facts().ringNanos())),
          new Line("Answered after", c -> span(c.setupNanos())),
          new Line("Answered", c -> clock(c.answer())),
          new Line("Ended", c -> clock(c.end())),
          new Line("Lasted", c -> c.state().up() ? "" : span(c.durationNanos())),
          new Line("Held", CallSummary::held),
          new Line("Changed", CallSummary::changed),
          new Line("Notable", CallSummary::notable),
          new Line("Redirected to", c -> c.facts().redirectedTo()),
          new Line("Transferred to", c -> c.facts().transferredTo()),
          new Line("Caller's software", c -> c.facts().callerAgent()),
          new Line("Callee's software", c -> c.facts().calleeAgent()),
          new Line("INVITEs", c -> c.comment()),
          new Line("Call-ID", c -> c.callId()));

  private CallSummary() {}

  private static String became(CallSnapshot call) {
    String phase = call.phase().words();
    String what = call.what();
    return what.isEmpty() || what.equals(phase) ? phase : phase + ": " + what;
  }

  private static String held(CallSnapshot call) {
    int holds = call.facts().holds();
    if (holds == 0) {
      return "";
    }
    String times = holds == 1 ? "once" : holds + " times";
    long held = call.facts().heldNanos();
    return held == 0 ? times : times + ", " + span(held);
  }

  private static String changed(CallSnapshot call) {
    int changes = call.facts().reinvites();
    int glares = call.facts().glares();
    if (changes == 0) {
      return "";
    }
    String times = Numbers.of(changes, "re-INVITE", "re-INVITEs");
    return glares == 0 ? times : times + ", " + glares + " refused with 491 as both sides sent one";
  }

  private static String notable(CallSnapshot call) {
    List<String> notes = new ArrayList<>();
    if (call.facts().partial()) {
      notes.add("its beginning is not in the capture");
    }
    if (call.facts().lateOffer()) {
      notes.add("the callee made the offer (INVITE without SDP)");
    }
    if (call.facts().reliable()) {
      notes.add("provisional responses acknowledged (PRACK)");
    }
    if (call.facts().refreshes() > 0) {
      notes.add(Numbers.of(call.facts().refreshes(), "session refresh", "session refreshes"));
    }
    if (call.facts().conference()) {
      notes.add("a conference");
    }
    return String.join("; ", notes);
  }

  private static String joined(CallSnapshot call) {
    CallLink link = call.link();
    if (link == null) {
      return "";
    }
    int other = link.call() == call.number() ? link.to() : link.call();
    String sure = link.percent() >= 100 ? "" : " (" + link.percent() + " % sure)";
    return "as call " + other + ": " + link.reason() + sure;
  }

  private static String clock(long time) {
    return time == CallSnapshot.NEVER ? "" : TimeStyle.OF_DAY.text(time, 0, 0, CLOCK_DIGITS);
  }

  private static String span(long nanos) {
    return nanos == CallSnapshot.NEVER ? "" : Numbers.decimal(nanos / SECOND, 3) + " s";
  }

  /**
   * The lines of some calls: in each the name, then a text for each call.
   *
   * @param calls the legs to show beside one another
   */
  static List<List<String>> of(List<CallSnapshot> calls) {
    List<List<String>> lines = new ArrayList<>();
    for (Line line : LINES) {
      List<String> cells = new ArrayList<>();
      cells.add(line.name());
      calls.forEach(call -> cells.add(line.text().apply(call)));
      if (cells.stream().skip(1).anyMatch(text -> !text.isEmpty())) {
        lines.add(cells);
      }
    }
    return lines;
  }
}
