package org.earpiece.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earpiece.capture.ResolvedName;
import org.earpiece.cli.options.Choice;
import org.earpiece.cli.options.Input;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.LadderFile;
import org.earpiece.report.LadderLook;
import org.earpiece.report.LadderTime;
import org.earpiece.report.TextLadder;
import org.earpiece.report.Theme;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.ladder.HostNames;
import org.earpiece.voip.ladder.LadderArrangement;
import org.earpiece.voip.ladder.LadderModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece ladder}: the ladder diagram of calls. */
@Command(
    name = "ladder",
    header = "The ladder diagram of calls.",
    description = "Draws who sent what to whom, and when: in the terminal, or as a file.",
    footer = {
      "",
      "Examples:",
      "  earpiece ladder capture.pcapng --call 1",
      "  earpiece ladder capture.pcapng --call 1,2 -o call.svg",
      "  earpiece ladder capture.pcapng --session 1 --time day --hosts names.txt"
    })
final class LadderCommand extends SessionCommand {
  @Option(
      names = "--call",
      split = ",",
      paramLabel = "N",
      description = "the call's number, as earpiece calls lists it; several with commas")
  private List<Integer> calls = List.of();

  @Option(
      names = "--session",
      paramLabel = "N",
      description = "all calls of a conversation, by the session that earpiece calls lists")
  private int conversation;

  @Option(
      names = "--time",
      paramLabel = "KIND",
      description = "how times are written: relative, delta (since the row above) or day")
  private String time = LadderTime.RELATIVE.word();

  @Option(
      names = "--hosts",
      paramLabel = "FILE",
      description = "names of hosts, as /etc/hosts has them")
  private @Nullable String hosts;

  @Option(names = "--split", description = "a column for each port of a host")
  private boolean split;

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
    if (calls.isEmpty() == (conversation == 0)) {
      throw CommandException.usage("one of --call N and --session N is wanted");
    }
    if (!LadderTime.of(time).word().equals(time)) {
      throw CommandException.usage("--time " + time + ": relative, delta or day");
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    List<CallSnapshot> chosen = chosen(complete(session));
    List<Integer> numbers = chosen.stream().map(CallSnapshot::number).toList();
    LadderModel model = arrangement(session).apply(session.ladder(numbers, split));
    LadderLook look = new LadderLook(LadderTime.of(time), Set.of());
    LadderFile file = out == null ? null : LadderFile.of(out);
    if (out == null || file == null) {
      streams().out().print(TextLadder.write(model, look, streams().terminal()));
      return;
    }
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Input.path(out)))) {
      file.write(model, look, title(chosen), Theme.LIGHT, stream);
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }

  private List<CallSnapshot> chosen(Snapshot snapshot) throws CommandException {
    List<CallSnapshot> chosen = new ArrayList<>();
    for (int call : calls) {
      chosen.add(Choice.ofCall(snapshot, call));
    }
    if (calls.isEmpty()) {
      snapshot.calls().stream().filter(c -> c.session() == conversation).forEach(chosen::add);
    }
    if (chosen.isEmpty()) {
      throw CommandException.usage("no call has the session " + conversation);
    }
    return chosen;
  }

  /** The names of the hosts file go before those that messages tell, the capture's behind them. */
  private LadderArrangement arrangement(CaptureSession session) throws CommandException {
    Map<String, String> known = new HashMap<>();
    for (ResolvedName name : session.names()) {
      known.putIfAbsent(name.address().toString(), name.name());
    }
    if (hosts == null) {
      return new LadderArrangement(Map.of(), known, List.of(), Set.of());
    }
    try {
      Map<String, String> names = HostNames.parse(Files.readString(Input.path(hosts)));
      return new LadderArrangement(names, known, List.of(), Set.of());
    } catch (IOException e) {
      throw CommandException.usage(hosts + ": cannot be read as a hosts file");
    }
  }

  private static String title(List<CallSnapshot> calls) {
    CallSnapshot first = calls.getFirst();
    String more = calls.size() == 1 ? "" : " and " + (calls.size() - 1) + " more";
    return first.fromUser() + " → " + first.toUser() + "  " + first.callId() + more;
  }
}
