package org.earpiece.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.LadderFile;
import org.earpiece.report.TextLadder;
import org.earpiece.report.Theme;
import org.earpiece.session.CaptureSession;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.ladder.LadderModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece ladder}: the ladder diagram of a call. */
@Command(
    name = "ladder",
    header = "The ladder diagram of a call.",
    description = "Draws who sent what to whom, and when: in the terminal, or as a file.",
    footer = {
      "",
      "Examples:",
      "  earpiece ladder capture.pcapng --call 1",
      "  earpiece ladder capture.pcapng --call 1 -o call.svg"
    })
final class LadderCommand extends SessionCommand {
  @Option(
      names = "--call",
      required = true,
      paramLabel = "N",
      description = "the call's number, as earpiece calls lists it")
  private int call;

  @Option(
      names = "-o",
      paramLabel = "OUT",
      description = "the file to write: .svg, .pdf, .png or .txt")
  private @Nullable String out;

  LadderCommand(Streams streams) {
    super(streams);
  }

  @Override
  void prepare() throws CommandException {
    if (out != null && LadderFile.of(out) == null) {
      throw CommandException.usage(out + ": the name must end in .svg, .pdf, .png or .txt");
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    CallSnapshot chosen = Choice.ofCall(complete(session), call);
    LadderModel model = session.ladder(List.of(call));
    if (out == null) {
      streams().out().print(TextLadder.write(model, streams().terminal()));
      return;
    }
    LadderFile file = LadderFile.of(out);
    String title = chosen.fromUser() + " → " + chosen.toUser() + "  " + chosen.callId();
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Input.path(out)))) {
      if (file != null) {
        file.write(model, title, Theme.LIGHT, stream);
      }
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }
}
