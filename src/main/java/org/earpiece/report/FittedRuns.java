package org.earpiece.report;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.report.Drawing.Run;

/** Cuts text to a width. */
public final class FittedRuns {
  private FittedRuns() {}

  /** Runs cut to a width: the last one gives way first. */
  public static List<Run> in(Drawing d, double room, Run... runs) {
    List<Run> fitting = new ArrayList<>(runs.length);
    double left = room;
    for (Run run : runs) {
      double needed = d.width(run);
      if (needed <= left) {
        fitting.add(run);
        left -= needed;
        continue;
      }
      int low = 0;
      int high = run.text().length();
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (d.width(cut(run, middle)) <= left) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      if (low > 0) {
        fitting.add(cut(run, low));
      }
      break;
    }
    return fitting;
  }

  private static Run cut(Run run, int length) {
    int end = Character.isHighSurrogate(run.text().charAt(length - 1)) ? length - 1 : length;
    return new Run(run.text().substring(0, end) + "…", run.size(), run.bold(), run.ink());
  }
}
