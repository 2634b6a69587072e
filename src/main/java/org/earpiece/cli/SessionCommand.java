package org.earpiece.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureStats;
import org.earpiece.cli.options.FilterPicture;
import org.earpiece.cli.options.Format;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Measured;
import org.earpiece.cli.terminal.Progress;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.cli.terminal.Watch;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Fields;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Interruption;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A command about a capture: opens it, lets it be analysed, prints, and says at the end what was
 * wrong with it. What could be read is printed before that.
 */
abstract class SessionCommand implements Callable<Integer> {
  private final Streams streams;
  @Mixin private Input input = new Input();
  @Mixin private Format format = new Format();

  @Option(
      names = "--stats",
      description = "print packets, seconds, speed and memory as JSON on standard error at the end")
  private boolean stats;

  private final Measured measured = new Measured();
  private volatile @Nullable Interruption interruption;
  private volatile @Nullable CaptureSession current;

  SessionCommand(Streams streams) {
    this.streams = streams;
  }

  /** Prints what the command is for, from a session that was just opened. */
  abstract void run(CaptureSession session)
      throws IOException, CommandException, InterruptedException;

  final Streams streams() {
    return streams;
  }

  final Input input() {
    return input;
  }

  final Format format() {
    return format;
  }

  @Override
  public final Integer call() throws CommandException, InterruptedException {
    prepare();
    try (Interruption ended = new Interruption(this::stop)) {
      interruption = ended;
      return analyse();
    } finally {
      streams().out().flush();
    }
  }

  private int analyse() throws CommandException, InterruptedException {
    try (CaptureSession session = input.open(streams())) {
      current = session;
      run(session);
      streams().out().flush();
      Snapshot end = session.snapshot();
      end.discarded().sentences().forEach(this::note);
      if (stats) {
        streams().err().println(measured.json(end));
      }
      tellLoss(end.stats());
      int code = 0;
      for (IOException failure : session.failures()) {
        int its = report(failure);
        code = code == 0 ? its : code;
      }
      return code != 0 ? code : interrupted() ? CommandException.INTERRUPTED : 0;
    } catch (IOException e) {
      streams().out().flush();
      return report(e);
    }
  }

  /** On the thread of the interruption. */
  private void stop() {
    CaptureSession session = current;
    if (session != null) {
      session.stop();
    }
  }

  /** Whether the process was told to end. */
  final boolean interrupted() {
    Interruption watch = interruption;
    return watch != null && watch.happened();
  }

  /** Refuses a command that cannot be right, before anything is opened. */
  void prepare() throws CommandException {}

  private void note(String sentence) {
    streams().err().println("earpiece: " + input.prefix() + sentence);
  }

  /** Says on standard error what a capture lacks, since nothing in it shows that. */
  private void tellLoss(CaptureStats stats) {
    if (stats.dropped() > 0) {
      streams()
          .err()
          .printf(
              "earpiece: %s%d packets were dropped while capturing (by kernel %d, by interface %d,"
                  + " by us %d)%n",
              input.prefix(),
              stats.dropped(),
              stats.droppedByKernel(),
              stats.droppedByInterface(),
              stats.droppedByUs());
    }
  }

  private int report(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    streams().err().println("earpiece: " + input.prefix() + reason);
    return CommandException.code(e);
  }

  /** Blocks until everything is there: a file is read, or capturing has ended. */
  final Snapshot complete(CaptureSession session)
      throws IOException, InterruptedException, CommandException {
    Progress progress = new Progress(streams());
    Snapshot end =
        new Watch(session, input.nanos(), Watch.NOW_AND_THEN_MILLIS)
            .untilDone(snapshot -> {
              if (interrupted() && !input.live()) {
                throw new CommandException(CommandException.INTERRUPTED, "interrupted");
              }
              progress.show(snapshot);
            });
    progress.clear();
    requireBegun(session);
    return end;
  }

  /** Ends the command where capturing could not begin; damaged data is told later. */
  static void requireBegun(CaptureSession session) throws IOException {
    if (session.failure() instanceof CaptureException e && e.kind() != CaptureException.Kind.DATA) {
      throw e;
    }
  }

  /** The frames of a capture that is done which a filter accepts. */
  static FilterScan scanned(CaptureSession session, String filter)
      throws IOException, CommandException, InterruptedException {
    FilterScan scan = session.scan(compiled(filter));
    scan.await();
    IOException failure = scan.failure();
    if (failure != null) {
      scan.close();
      throw failure;
    }
    return scan;
  }

  /** What a filter may name: where it names any, the filters that were saved in the window. */
  static FilterNames filterNames(String filter) {
    return FilterNames.refers(filter)
        ? new FilterNames(Fields.ALL, saved().remembered().macros(), null)
        : FilterNames.of(Fields.ALL);
  }

  private static Settings saved() {
    return SettingsFile.ofUser(System.getenv(), System.getProperty("user.home")).load().settings();
  }

  /** A display filter, or the picture of what is wrong with it. */
  static PacketFilter compiled(String filter) throws CommandException {
    return switch (FilterCompiler.compile(filter, filterNames(filter))) {
      case FilterResult.Accepted accepted -> accepted.filter();
      case FilterResult.Refused refused ->
          throw CommandException.usage(FilterPicture.of(filter, refused.error()));
    };
  }
}
