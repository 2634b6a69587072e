package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.earpiece.cli.options.Format;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.packet.Field;
import org.earpiece.report.Column;
import org.earpiece.report.TableWriter;
import org.earpiece.session.Fields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code earpiece fields}: what display filters may ask. */
@Command(
    name = "fields",
    header = "The fields of display filters.",
    description = "The fields of display filters: name, type, description.",
    footer = {"", "Examples:", "  earpiece fields", "  earpiece fields sip.C"})
final class FieldsCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private Format format = new Format();

  @Parameters(
      arity = "0..1",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "only names that begin so")
  private String prefix = "";

  FieldsCommand(Streams streams) {
    this.streams = streams;
  }

  static List<Column> columns() {
    return List.of(
        Column.text("name", "Name"),
        Column.text("type", "Type"),
        Column.text("description", "Description"));
  }

  @Override
  public Integer call() throws IOException {
    TableWriter table = format.table(streams, columns());
    for (List<Field> fields : Fields.ALL.startingWith(prefix).values()) {
      Field field = fields.getFirst();
      table.row(field.name(), field.typeName(), field.label());
    }
    table.finish();
    return 0;
  }
}
