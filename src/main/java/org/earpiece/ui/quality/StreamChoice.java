package org.earpiece.ui.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Selection;
import org.earpiece.voip.StreamSnapshot;

/** Which streams the selection is about, and which of them are shown together. */
final class StreamChoice {
  /** Streams shown at once, at most. */
  static final int MOST = 4;

  private StreamChoice() {}

  /** All streams of the selected calls, and the selected stream, in order of first frame. */
  static List<StreamSnapshot> candidates(Selection selection, Snapshot snapshot) {
    List<Integer> numbers = new ArrayList<>();
    for (int call : selection.calls()) {
      if (call >= 1 && call <= snapshot.calls().size()) {
        numbers.addAll(snapshot.calls().get(call - 1).streams());
      }
    }
    numbers.add(selection.stream());
    return numbers.stream()
        .distinct()
        .filter(n -> n >= 1 && n <= snapshot.streams().size())
        .sorted()
        .map(n -> snapshot.streams().get(n - 1))
        .toList();
  }

  /**
   * Both directions between two ends: the selected stream, else the longest, and the longest that
   * comes back. Without a way back it stands alone.
   */
  static List<StreamSnapshot> bothDirections(List<StreamSnapshot> candidates, int selected) {
    Comparator<StreamSnapshot> length = Comparator.comparingLong(StreamSnapshot::packets);
    StreamSnapshot one =
        candidates.stream()
            .filter(s -> s.number() == selected)
            .findFirst()
            .or(() -> candidates.stream().max(length))
            .orElse(null);
    if (one == null) {
      return List.of();
    }
    return candidates.stream()
        .filter(s -> answers(s, one))
        .max(length)
        .map(back -> forwardFirst(one, back))
        .orElse(List.of(one));
  }

  private static boolean answers(StreamSnapshot back, StreamSnapshot one) {
    return back.src().equals(one.dst()) && back.dst().equals(one.src());
  }

  private static List<StreamSnapshot> forwardFirst(StreamSnapshot one, StreamSnapshot other) {
    boolean swap =
        (other.direction().equals("forward") && !one.direction().equals("forward"))
            || (one.direction().equals(other.direction()) && other.number() < one.number());
    return swap ? List.of(other, one) : List.of(one, other);
  }

  /** The longest streams, as many as can be shown at once, in order of first frame. */
  static List<StreamSnapshot> all(List<StreamSnapshot> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingLong(StreamSnapshot::packets).reversed())
        .limit(MOST)
        .sorted(Comparator.comparingInt(StreamSnapshot::number))
        .toList();
  }
}
