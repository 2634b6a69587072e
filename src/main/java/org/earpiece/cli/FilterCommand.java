package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.earpiece.cli.options.FilterPicture;
import org.earpiece.cli.options.Format;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterError;
import org.earpiece.filter.FilterResult;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code earpiece filter}: checks a display filter. */
@Command(
    name = "filter",
    header = "Check a display filter.",
    description = {
      "Checks a display filter and shows where it is wrong. Exit code 0 where it is valid, else 2.",
      "The language is Wireshark's: fields and protocols, == != > >= < <= === !==, contains,",
      "matches, in {…}, any, all, and, or, xor, not."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece filter 'sip.Method == INVITE && !sip.to.tag'",
      "  earpiece filter 'udp.port in {5060, 10000..20000}'"
    })
final class FilterCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private Format format = new Format();

  @Parameters(paramLabel = "EXPR", description = "the filter, in quotes for the shell")
  private String filter = "";

  FilterCommand(Streams streams) {
    this.streams = streams;
  }

  static List<Column> columns() {
    return List.of(
        Column.text("valid", "Valid"),
        Column.number("start", "Start"),
        Column.number("end", "End"),
        Column.text("message", "Message"));
  }

  @Override
  public Integer call() throws IOException, CommandException {
    FilterResult result = FilterCompiler.compile(filter, SessionCommand.filterNames(filter));
    if (!format.text()) {
      TableWriter table = format.table(streams, columns());
      if (result instanceof FilterResult.Refused(FilterError e)) {
        table.row(false, e.start(), e.end(), e.message());
      } else {
        table.row(true, null, null, null);
      }
      table.finish();
      return result instanceof FilterResult.Accepted ? 0 : CommandException.USAGE;
    }
    if (result instanceof FilterResult.Refused(FilterError error)) {
      throw CommandException.usage(FilterPicture.of(filter, error));
    }
    streams.out().println("valid");
    return 0;
  }
}
