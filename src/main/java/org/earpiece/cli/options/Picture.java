package org.earpiece.cli.options;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Objects;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.report.Theme;
import org.earpiece.report.plot.Plot;
import org.earpiece.report.plot.PlotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that asks for a picture instead of a table. */
public final class Picture {
  @Option(
      names = "-o",
      paramLabel = "OUT",
      description = "write a picture instead: .svg, .pdf or .png")
  private @Nullable String out;

  public boolean wanted() {
    return out != null;
  }

  /** Refuses a name that no format belongs to. */
  public void check() throws CommandException {
    if (out != null && PlotFile.of(out) == null) {
      throw CommandException.usage(out + ": the name must end in .svg, .pdf or .png");
    }
  }

  /** Writes the picture that is wanted. */
  public void write(Plot plot) throws CommandException {
    String name = Objects.requireNonNull(out);
    PlotFile format = Objects.requireNonNull(PlotFile.of(name));
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Input.path(name)))) {
      format.write(plot, Theme.LIGHT, stream);
    } catch (IOException e) {
      throw CommandException.unwritable(name, e);
    }
  }
}
