package org.earpiece.session.listing;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.listing.Ranks.TooMany;
import org.earpiece.settings.PacketColumn;

/**
 * Orders the rows of a list of packets by a column: stable, so that rows of equal value stay as
 * they were; rows without a value come last. A worker calls; any thread stops it and asks how far
 * it is.
 */
public final class PacketSort implements Callable<Optional<PacketOrder>> {
  private static final int ROWS_BETWEEN_LOOKS = 4096;

  private final CaptureSession session;
  private final PacketColumn column;
  private final boolean descending;
  private final int rows;
  private final IntUnaryOperator frames;
  private volatile int done;
  private volatile boolean stopped;

  /**
   * @param rows how many, from the first
   * @param frames the frame of each row; asked by the worker
   */
  public PacketSort(
      CaptureSession session,
      PacketColumn column,
      boolean descending,
      int rows,
      IntUnaryOperator frames) {
    this.session = session;
    this.column = column;
    this.descending = descending;
    this.rows = rows;
    this.frames = frames;
  }

  /**
   * The order; empty where {@link #stop} was called.
   *
   * @throws IOException where frames cannot be read, or have too many different values
   */
  @Override
  public Optional<PacketOrder> call() throws IOException {
    SortKeys keys =
        SortKeys.of(
            column,
            FieldColumn.of(column.content(), session.fields()).fields(),
            session.index(),
            session.reader());
    long[] found = new long[rows];
    try {
      for (int row = 0; row < rows; row++) {
        if (row % ROWS_BETWEEN_LOOKS == 0) {
          done = row;
          if (stopped) {
            return Optional.empty();
          }
        }
        found[row] = keys.key(frames.applyAsInt(row));
      }
    } catch (TooMany e) {
      throw new IOException(
          "has more than "
              + Ranks.MAX_VALUES
              + " different values, which is more than can be sorted; a display filter makes them"
              + " fewer",
          e);
    }
    keys.finish(found);
    int[] order = RadixOrder.of(found, descending, () -> stopped);
    return Optional.ofNullable(order).map(PacketOrder::new);
  }

  /** How much is done, from 0 to 1. */
  public double progress() {
    return rows == 0 ? 1 : (double) done / rows;
  }

  /** Ends the work, soon. */
  public void stop() {
    stopped = true;
  }
}
