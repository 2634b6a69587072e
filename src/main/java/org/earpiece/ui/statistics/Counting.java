package org.earpiece.ui.statistics;

import java.io.IOException;
import java.util.List;
import org.earpiece.filter.FilterNames;
import org.earpiece.report.statistics.Statistic;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.jspecify.annotations.Nullable;

/** A statistic that goes on counting where it stopped. One worker at a time. */
final class Counting {
  private final CaptureSession session;
  private final @Nullable FilterScan accepted;
  private final Topic topic;
  private final Statistic statistic;
  private int counted;
  private volatile boolean stopped;

  Counting(CaptureSession session, @Nullable FilterScan accepted, Topic topic, FilterNames names) {
    this.session = session;
    this.accepted = accepted;
    this.topic = topic;
    statistic = topic.begin(names);
  }

  /** Counts what has come, and tells it. */
  Told told() throws IOException {
    counted = session.walk(counted, accepted, statistic::add, () -> stopped);
    var rows = statistic.rows();
    List<String> filters = rows.stream().map(statistic::filter).toList();
    return new Told(topic, statistic.columns(), rows, filters, statistic.plot());
  }

  /** Nobody wants it any more. */
  void stop() {
    stopped = true;
  }
}
