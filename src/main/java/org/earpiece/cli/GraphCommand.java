package org.earpiece.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.options.Picture;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.TableWriter;
import org.earpiece.report.plot.Plot;
import org.earpiece.report.statistics.IoGraph;
import org.earpiece.report.statistics.Measure;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Fields;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earpiece graph}: packets over time. */
@Command(
    name = "graph",
    header = "Packets over time: how many, how large, or what a field is, in each interval.",
    description = {
      "A line for each interval from the first packet on, a column for each --series; with -o a",
      "picture. Live (-i, -) it is printed when capturing ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece graph capture.pcapng --series sip --series rtp --interval 0.1",
      "  earpiece graph capture.pcapng --measure bits -o load.svg",
      "  earpiece graph capture.pcapng --series 'sip.Method == \"INVITE\"' --series 'sip.Status-Code >= 400' -o calls.png",
      "  earpiece graph monday.pcapng --beside tuesday.pcapng --series sip -o days.pdf"
    })
final class GraphCommand extends ListCommand {
  private static final double NANOS = 1e9;
  private static final double LEAST_SECONDS = 1e-6;

  @Option(
      names = "--series",
      paramLabel = "FILTER",
      description = "count what this filter accepts; may be given several times")
  private List<String> series = new ArrayList<>();

  @Option(
      names = "--measure",
      paramLabel = "WHAT",
      description = {
        "packets, bytes, bits (a second), or of a field: sum(FIELD), avg(FIELD), min(FIELD),",
        "max(FIELD)"
      })
  private String measure = "packets";

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "length of an interval; 1 where nothing is said")
  private double interval = 1;

  @Option(
      names = "--beside",
      paramLabel = "FILE",
      description = "another capture in the same graph, from its first packet on; several times")
  private List<String> beside = new ArrayList<>();

  @Mixin private Picture picture = new Picture();

  GraphCommand(Streams streams) {
    super(streams);
  }

  @Override
  void prepare() throws CommandException {
    super.prepare();
    picture.check();
    graph("");
    if (!beside.isEmpty() && !picture.wanted()) {
      throw CommandException.usage("--beside takes -o: a table has one time for each line");
    }
  }

  /**
   * A graph without a packet.
   *
   * @param name what the lines are of, where there are several captures
   */
  private IoGraph graph(String name) throws CommandException {
    if (!(interval >= LEAST_SECONDS)) {
      throw CommandException.usage("--interval " + interval + ": seconds, 0.000001 or more");
    }
    Measure of = Measure.parse(measure, Fields.ALL);
    if (of == null) {
      throw CommandException.usage(
          "--measure "
              + measure
              + ": packets, bytes, bits, or sum, avg, min, max of a field with numbers: avg(rtp.seq)");
    }
    List<IoGraph.Line> lines = new ArrayList<>();
    for (String filter : series) {
      String title = name.isEmpty() ? filter : name + ": " + filter;
      lines.add(new IoGraph.Line(title, compiled(filter)));
    }
    if (lines.isEmpty()) {
      lines.add(new IoGraph.Line(name.isEmpty() ? "all" : name, null));
    }
    return new IoGraph(lines, of, Math.round(interval * NANOS));
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException, CommandException, InterruptedException {
    IoGraph graph = graph(beside.isEmpty() ? "" : input().prefix().replaceAll(": $", ""));
    session.walk(0, accepted, graph::add, this::interrupted);
    if (!picture.wanted()) {
      TableWriter table = format().table(streams(), graph.columns());
      for (@Nullable Object[] row : graph.rows()) {
        table.row(row);
      }
      table.finish();
      return;
    }
    Plot plot = graph.plot();
    List<Plot.Series> all = new ArrayList<>(plot.series());
    for (String file : beside) {
      all.addAll(other(file));
    }
    picture.write(Plot.lines(plot.title(), plot.xTitle(), plot.yTitle(), all));
  }

  private List<Plot.Series> other(String file)
      throws IOException, CommandException, InterruptedException {
    Path path = Input.path(file);
    try (CaptureSession session = CaptureSession.open(path)) {
      session.await();
      IOException failure = session.failure();
      if (failure != null) {
        throw failure;
      }
      IoGraph graph = graph(String.valueOf(path.getFileName()));
      session.walk(0, null, graph::add, this::interrupted);
      return graph.series();
    }
  }
}
