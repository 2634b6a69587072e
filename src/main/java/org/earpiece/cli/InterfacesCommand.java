package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.earpiece.capture.live.Interfaces;
import org.earpiece.capture.live.LocalInterface;
import org.earpiece.cli.options.Format;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code earpiece interfaces}: what can be captured on. */
@Command(
    name = "interfaces",
    header = "Interfaces that can be captured on.",
    description = "The interfaces of this machine that can be captured on.",
    footer = {"", "Example:", "  earpiece interfaces --format json"})
final class InterfacesCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private Format format = new Format();

  InterfacesCommand(Streams streams) {
    this.streams = streams;
  }

  static List<Column> columns() {
    return List.of(
        Column.text("name", "Name"),
        Column.text("up", "Up").inked(up -> Boolean.TRUE.equals(up) ? Ink.GOOD : Ink.DIM),
        Column.text("running", "Link"),
        Column.text("loopback", "Loopback"),
        Column.text("addresses", "Addresses"),
        Column.text("description", "Description"));
  }

  @Override
  public Integer call() throws IOException, CommandException {
    TableWriter table = format.table(streams, columns());
    try {
      for (LocalInterface i : Interfaces.list()) {
        table.row(i.name(), i.up(), i.running(), i.loopback(), i.addresses(), i.description());
      }
    } catch (IOException e) {
      throw new CommandException(CommandException.code(e), String.valueOf(e.getMessage()));
    }
    table.finish();
    return 0;
  }
}
