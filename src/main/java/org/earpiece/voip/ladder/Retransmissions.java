package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the times of a message that was sent again tell: which timer sent it (RFC 3261 section 17),
 * and whether it was that timer at all.
 */
public final class Retransmissions {
  /** T1 and T2 where nothing else is agreed (RFC 3261 section 17.1), in seconds. */
  private static final double T1 = 0.5;

  private static final double T2 = 4;

  /** Sent again sooner than this, it was not a timer. */
  private static final double COPY = 0.02;

  /** Clocks and loaded hosts are that late. */
  private static final double TOLERANCE = 0.2;

  private static final double LIMIT = 64 * T1;
  private static final int GAPS_TOLD = 8;

  /** What sends a message again. */
  private enum Timer {
    A("Timer A: while no response comes, after T1, each gap twice the last", "§17.1.1.2", false),
    E("Timer E: while no final response comes, after T1, doubling up to T2", "§17.1.2.2", true),
    G("Timer G: while no ACK comes, after T1, doubling up to T2", "§17.2.1", true),
    ANSWER("The answer is sent while no ACK comes, after T1, doubling up to T2", "§13.3.1.4", true);

    private final String words;
    private final String section;
    private final boolean bounded;

    Timer(String words, String section, boolean bounded) {
      this.words = words;
      this.section = section;
      this.bounded = bounded;
    }

    /** Seconds between a sending and the next, where T1 is its default. */
    private double gap(int n) {
      double gap = T1 * (1L << Math.min(n, 20));
      return bounded ? Math.min(T2, gap) : gap;
    }
  }

  private Retransmissions() {}

  /** Sentences about a message that was sent more than once; empty for one that was not. */
  public static String explain(Message message) {
    List<Double> gaps = gaps(message.times());
    if (gaps.isEmpty()) {
      return "";
    }
    String told = "Sent again after " + seconds(gaps) + ".\n";
    if (gaps.stream().allMatch(gap -> gap < COPY)) {
      return told + "Too soon for a timer: the network, or the capture, doubled the packet.";
    }
    Timer timer = timer(message);
    if (timer == null) {
      return told + because(message);
    }
    String end = gaveUp(message, timer);
    return told
        + timer.words
        + (fits(timer, gaps)
            ? " (T1 = 0.5 s); the gaps are its"
            : " (T1 = 0.5 s by default); the gaps are not its")
        + ". RFC 3261 "
        + timer.section
        + end;
  }

  private static List<Double> gaps(List<Long> times) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add((times.get(i) - times.get(i - 1)) / 1e9);
    }
    return gaps;
  }

  private static String seconds(List<Double> gaps) {
    StringBuilder all = new StringBuilder();
    for (Double gap : gaps.subList(0, Math.min(GAPS_TOLD, gaps.size()))) {
      all.append(all.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.2f", gap));
    }
    return all + (gaps.size() > GAPS_TOLD ? "…" : "") + " s";
  }

  private static @Nullable Timer timer(Message message) {
    boolean invite = message.method().equals("INVITE");
    return switch (message.kind()) {
      case REQUEST -> invite ? Timer.A : message.method().equals("ACK") ? null : Timer.E;
      case PROVISIONAL -> null;
      case SUCCESS -> invite ? Timer.ANSWER : null;
      case REDIRECT, FAILURE -> invite ? Timer.G : null;
    };
  }

  private static String because(Message message) {
    return switch (message.kind()) {
      case REQUEST -> "Each time that the answer comes again it is acknowledged again.";
      case PROVISIONAL ->
          "A provisional response is sent again where its PRACK does not come (RFC 3262 §3), once"
              + " a minute to keep the call alive (RFC 3261 §13.3.1.1), or because the request came"
              + " again.";
      default -> "The request came again, and was answered again. RFC 3261 §17.2.2";
    };
  }

  private static boolean fits(Timer timer, List<Double> gaps) {
    for (int i = 0; i < gaps.size(); i++) {
      double wanted = timer.gap(i);
      if (Math.abs(gaps.get(i) - wanted) > TOLERANCE * wanted) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last one came so late that no other would have followed. */
  private static String gaveUp(Message message, Timer timer) {
    double sent = (message.lastNanos() - message.timeNanos()) / 1e9;
    double next = timer.gap(message.times().size() - 1);
    return sent + next > LIMIT - T1
        ? "\nAfter 64 T1 = 32 s it is given up: " + ends(timer) + "."
        : "";
  }

  private static String ends(Timer timer) {
    return switch (timer) {
      case A -> "Timer B";
      case E -> "Timer F";
      case G -> "Timer H";
      case ANSWER -> "the call is ended with BYE";
    };
  }
}
