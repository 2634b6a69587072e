package org.earpiece.ui.statistics;

import java.util.List;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.report.statistics.IoGraph;
import org.earpiece.report.statistics.Measure;
import org.earpiece.report.statistics.Statistic;
import org.earpiece.report.statistics.StatisticKind;
import org.earpiece.report.statistics.TalkLayer;
import org.jspecify.annotations.Nullable;

/**
 * What the view of statistics is about.
 *
 * @param kind null for packets over time
 * @param layer where the kind is told for one layer
 * @param series display filters, a line of the graph each; none for all packets
 * @param measure what the graph counts
 * @param intervalNanos length of the graph's intervals
 */
record Topic(
    @Nullable StatisticKind kind,
    TalkLayer layer,
    List<String> series,
    Measure measure,
    long intervalNanos) {
  private static final long SECOND = 1_000_000_000L;

  static final Topic FIRST =
      new Topic(StatisticKind.HIERARCHY, TalkLayer.UDP, List.of(), Measure.PACKETS, SECOND);

  Topic kind(@Nullable StatisticKind next) {
    return new Topic(next, layer, series, measure, intervalNanos);
  }

  Topic layer(TalkLayer next) {
    return new Topic(kind, next, series, measure, intervalNanos);
  }

  Topic series(List<String> next) {
    return new Topic(kind, layer, List.copyOf(next), measure, intervalNanos);
  }

  Topic measure(Measure next) {
    return new Topic(kind, layer, series, next, intervalNanos);
  }

  Topic interval(long nanos) {
    return new Topic(kind, layer, series, measure, nanos);
  }

  String title() {
    return kind == null
        ? "Over time"
        : kind.layered() ? kind.title() + ", " + layer.title() : kind.title();
  }

  /** A short name for files and settings. */
  String name() {
    return kind == null ? "graph" : kind.layered() ? kind.word() + "-" + layer.word() : kind.word();
  }

  /** A statistic without a packet. */
  Statistic begin(FilterNames names) {
    if (kind != null) {
      return kind.begin(layer);
    }
    List<IoGraph.Line> lines =
        series.isEmpty()
            ? List.of(new IoGraph.Line("all", null))
            : series.stream().map(filter -> line(filter, names)).toList();
    return new IoGraph(lines, measure, intervalNanos);
  }

  private static IoGraph.Line line(String filter, FilterNames names) {
    return switch (FilterCompiler.compile(filter, names)) {
      case FilterResult.Accepted accepted -> new IoGraph.Line(filter, accepted.filter());
      case FilterResult.Refused refused ->
          new IoGraph.Line(filter + ": " + refused.error().message(), null);
    };
  }
}
