package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Quiet;

/** Finds the stretches of a ladder in which nothing happens that has a row of its own. */
final class QuietStretches {
  /** Nothing for so long is a quiet stretch. */
  static final long LEAST_NANOS = 3_000_000_000L;

  private QuietStretches() {}

  /** The entries, which are in order of time, with the quiet stretches between them. */
  static List<Entry> marked(List<Entry> entries) {
    List<Media> media = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Media m) {
        media.add(m);
      }
    }
    List<Entry> marked = new ArrayList<>(entries.size());
    long end = Long.MAX_VALUE;
    for (Entry entry : entries) {
      if (end != Long.MAX_VALUE && entry.timeNanos() - end >= LEAST_NANOS) {
        marked.add(new Quiet(end, entry.timeNanos(), flows(media, end, entry.timeNanos())));
      }
      marked.add(entry);
      end = end == Long.MAX_VALUE ? last(entry) : Math.max(end, last(entry));
    }
    return marked;
  }

  private static long last(Entry entry) {
    return switch (entry) {
      case Message message -> message.timeNanos();
      case Digits digits -> digits.endNanos();
      default -> entry.timeNanos();
    };
  }

  /** Whether a stream covers the middle of a stretch. */
  private static boolean flows(List<Media> media, long from, long to) {
    long middle = from + (to - from) / 2;
    for (Media m : media) {
      if (m.timeNanos() <= middle && (m.running() || m.endNanos() >= middle)) {
        return true;
      }
    }
    return false;
  }
}
