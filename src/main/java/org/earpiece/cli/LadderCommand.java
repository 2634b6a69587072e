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
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earpiece ladder}: the ladder diagram of calls. */
@Command(
    name = "ladder",
    header = "The ladder diagram of calls, a registration or a subscription.",
    description = "Draws who sent what to whom, and when: in the terminal, or as a file.",
    footer = {
      "",
      "Examples:",
      "  earpiece ladder capture.pcapng --call 1",
      "  earpiece ladder capture.pcapng --call 1,2 -o call.svg",
      "  earpiece ladder capture.pcapng --session 1 --time day --hosts names.txt",
      "  earpiece ladder capture.pcapng --registration sip:1001@example.com"
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
      names = "--registration",
      paramLabel = "AOR",
      description = "the REGISTERs of an address of record, as earpiece registrations lists it")
  private @Nullable String registration;

  @Option(
      names = "--subscription",
      paramLabel = "N",
      description =
          "a subscription or publication, by the number that earpiece subscriptions lists")
  private int subscription;

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
    int subjects = calls.isEmpty() ? 0 : 1;
    subjects += conversation == 0 ? 0 : 1;
    subjects += registration == null ? 0 : 1;
    subjects += subscription == 0 ? 0 : 1;
    if (subjects != 1) {
      throw CommandException.usage(
          "one of --call N, --session N, --registration AOR and --subscription N is wanted");
    }
    if (!LadderTime.of(time).word().equals(time)) {
      throw CommandException.usage("--time " + time + ": relative, delta or day");
    }
  }

  @Override
  void run(CaptureSession session) throws IOException, CommandException, InterruptedException {
    Subject subject = subject(session, complete(session));
    LadderModel model = arrangement(session).apply(subject.model());
    LadderLook look = new LadderLook(LadderTime.of(time), Set.of());
    LadderFile file = out == null ? null : LadderFile.of(out);
    if (out == null || file == null) {
      streams().out().print(TextLadder.write(model, look, streams().terminal()));
      return;
    }
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(Input.path(out)))) {
      file.write(model, look, subject.title(), Theme.LIGHT, stream);
    } catch (IOException e) {
      throw CommandException.unwritable(out, e);
    }
  }

  /** What is drawn, and its title. */
  private record Subject(LadderModel model, String title) {}

  private Subject subject(CaptureSession session, Snapshot snapshot)
      throws IOException, CommandException {
    if (registration != null) {
      RegistrationSnapshot r = Choice.ofRegistration(snapshot, registration);
      return new Subject(session.ladderOf(r.id(), split), "Registration of " + r.aor());
    }
    if (subscription != 0) {
      SubscriptionSnapshot s = Choice.ofSubscription(snapshot, subscription);
      String title = s.subscriber() + " → " + s.notifier() + "  " + s.event();
      return new Subject(session.ladderOf(s.id(), split), title);
    }
    List<CallSnapshot> chosen = chosen(snapshot);
    List<Integer> numbers = chosen.stream().map(CallSnapshot::number).toList();
    return new Subject(session.ladder(numbers, split), title(chosen));
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
