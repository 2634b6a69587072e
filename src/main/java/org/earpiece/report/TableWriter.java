package org.earpiece.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row. One thread. Errors are those of what is written to. */
public interface TableWriter {
  /** Writes a row: a value for each column, of the types that {@link Column.Kind} says. */
  void row(@Nullable Object... values) throws IOException;

  /** Writes out what was held back: rows may be a while apart. */
  void flush() throws IOException;

  /** Writes what is left; a table without rows gets its head here. Closes nothing. */
  void finish() throws IOException;
}
