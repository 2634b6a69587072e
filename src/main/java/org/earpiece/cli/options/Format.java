package org.earpiece.cli.options;

import java.util.List;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.CsvTable;
import org.earpiece.report.JsonLines;
import org.earpiece.report.TableWriter;
import org.earpiece.report.TextTable;
import picocli.CommandLine.Option;

/** The option that says how lists are printed. */
public final class Format {
  /** The words are those of the command line. */
  private enum Kind {
    TEXT,
    CSV,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description = "text for people, csv, or json: one object a line")
  private Kind kind = Kind.TEXT;

  /** Whether it is for a person. */
  public boolean text() {
    return kind == Kind.TEXT;
  }

  /** A table with these columns on standard output. */
  public TableWriter table(Streams streams, List<Column> columns) {
    return switch (kind) {
      case TEXT -> new TextTable(streams.out(), columns, streams.terminal());
      case CSV -> new CsvTable(streams.out(), columns);
      case JSON -> new JsonLines(streams.out(), columns);
    };
  }
}
