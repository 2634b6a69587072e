package org.earpiece.ui.statistics;

import java.util.List;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/**
 * A statistic as it was at some time.
 *
 * @param topic what it is about; its columns are the same as long as this is
 * @param filters a display filter on what each row counts; empty for none
 */
record Told(
    Topic topic,
    List<Column> columns,
    List<@Nullable Object[]> rows,
    List<String> filters,
    Plot plot) {}
