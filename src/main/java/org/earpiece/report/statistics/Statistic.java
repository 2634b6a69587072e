package org.earpiece.report.statistics;

import java.util.List;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/** Something that is counted over packets in their order, and told as a table. One thread. */
public interface Statistic {
  /** Counts a packet whose layers were walked. */
  void add(Packet packet);

  /** The columns of the table. */
  List<Column> columns();

  /** The rows as they are now: a value for each column, of the types that {@link Column} says. */
  List<@Nullable Object[]> rows();

  /** A display filter on what a row counts; empty for none. */
  String filter(@Nullable Object[] row);

  /** The same as a picture. */
  Plot plot();
}
