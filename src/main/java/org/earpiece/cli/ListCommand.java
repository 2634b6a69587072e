package org.earpiece.cli;

import java.io.IOException;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that prints a list of what was found in a capture; with a filter, a part of it. */
abstract class ListCommand extends SessionCommand {
  @Option(
      names = "-Y",
      paramLabel = "FILTER",
      description = "only what has a packet that this display filter accepts")
  private @Nullable String filter;

  ListCommand(Streams streams) {
    super(streams);
  }

  /**
   * Prints the list.
   *
   * @param accepted what the filter accepts, or null where there is no filter
   */
  abstract void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException, CommandException, InterruptedException;

  final boolean filtered() {
    return filter != null;
  }

  @Override
  void prepare() throws CommandException {
    if (filter != null) {
      compiled(filter);
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Snapshot snapshot = complete(session);
    if (filter == null) {
      print(session, snapshot, null);
      return;
    }
    try (FilterScan scan = scanned(session, filter)) {
      print(session, snapshot, scan);
    }
  }
}
