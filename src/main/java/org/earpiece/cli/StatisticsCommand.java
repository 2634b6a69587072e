package org.earpiece.cli;

import java.io.IOException;
import org.earpiece.cli.options.Picture;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.TableWriter;
import org.earpiece.report.statistics.Statistic;
import org.earpiece.report.statistics.StatisticKind;
import org.earpiece.report.statistics.TalkLayer;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earpiece statistics}: what packets are in sum. */
@Command(
    name = "statistics",
    header = "What packets are in sum: protocols, conversations, lengths, SIP messages.",
    description = {
      "Counts all packets, or those that a filter accepts. Live (-i, -) it is printed when capturing",
      "ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece statistics capture.pcapng",
      "  earpiece statistics capture.pcapng --kind conversations --layer udp --format csv",
      "  earpiece statistics capture.pcapng --kind lengths -Y rtp -o lengths.svg",
      "  earpiece statistics capture.pcapng --kind sip"
    })
final class StatisticsCommand extends ListCommand {
  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "hierarchy (of protocols), conversations, endpoints, lengths or sip")
  private String kind = StatisticKind.HIERARCHY.word();

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description = "of conversations and endpoints: ethernet, ipv4, ipv6, tcp or udp")
  private String layer = TalkLayer.UDP.word();

  @Mixin private Picture picture = new Picture();

  StatisticsCommand(Streams streams) {
    super(streams);
  }

  @Override
  void prepare() throws CommandException {
    super.prepare();
    statistic();
    picture.check();
  }

  private Statistic statistic() throws CommandException {
    StatisticKind chosen = StatisticKind.of(kind);
    if (chosen == null) {
      throw CommandException.usage(
          "--kind " + kind + ": hierarchy, conversations, endpoints, lengths or sip");
    }
    TalkLayer of = TalkLayer.of(layer);
    if (of == null) {
      throw CommandException.usage("--layer " + layer + ": ethernet, ipv4, ipv6, tcp or udp");
    }
    return chosen.begin(of);
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException, CommandException {
    Statistic statistic = statistic();
    session.walk(0, accepted, statistic::add, this::interrupted);
    if (picture.wanted()) {
      picture.write(statistic.plot());
      return;
    }
    TableWriter table = format().table(streams(), statistic.columns());
    for (@Nullable Object[] row : statistic.rows()) {
      table.row(row);
    }
    table.finish();
  }
}
