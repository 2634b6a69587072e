package org.earpiece.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Column;
import org.earpiece.report.Ink;
import org.earpiece.report.TableWriter;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.voip.registration.Binding;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.registration.RegistrationState;
import org.earpiece.voip.softstate.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code earpiece registrations}: one line an address of record. */
@Command(
    name = "registrations",
    header = "One line an address of record.",
    description = {
      "One line an address of record (the To of REGISTER): who is registered where, until when, and",
      "what was refused and why. Live (-i, -) they are printed when capturing ends."
    },
    footer = {
      "",
      "Examples:",
      "  earpiece registrations capture.pcapng",
      "  earpiece registrations capture.pcapng --format json",
      "  earpiece registrations -i eth0 -f 'port 5060' --for 3600 --format csv",
      "",
      "start, last, until and last_failure are times; expires is what the registrar granted last, in",
      "seconds. Several contacts of one address of record stand with a comma. A challenge and the",
      "request that answers it are one attempt."
    })
final class RegistrationsCommand extends ListCommand {
  RegistrationsCommand(Streams streams) {
    super(streams);
  }

  static List<Column> columns(int digits) {
    return List.of(
        Column.text("aor", "Address of record"),
        Column.text("contact", "Contact"),
        Column.text("user_agent", "User agent"),
        Column.text("source", "Source"),
        Column.text("state", "State").inked(RegistrationsCommand::stateInk),
        Column.number("expires", "Expires"),
        Column.nanos("start", "Start", digits).machineOnly(),
        Column.nanos("last", "Last", digits).machineOnly(),
        Column.number("attempts", "Attempts"),
        Column.number("failures", "Failures"),
        Column.nanos("until", "Until", digits),
        Column.number("refreshes", "Refreshes"),
        Column.number("missed", "Missed"),
        Column.nanos("last_failure", "Last failure", digits).machineOnly(),
        Column.number("final_status", "Final status").machineOnly(),
        Column.text("reason", "Last failure").inked(r -> Ink.POOR),
        Column.number("source_port", "Port").machineOnly(),
        Column.text("registrar", "Registrar").machineOnly(),
        Column.text("registered_by", "Registered by").machineOnly(),
        Column.number("frames", "Frames").machineOnly(),
        Column.number("first_frame", "First").machineOnly(),
        Column.number("last_frame", "Last").machineOnly());
  }

  private static Ink stateInk(@Nullable Object state) {
    return switch ((RegistrationState) Objects.requireNonNull(state)) {
      case REGISTERED -> Ink.GOOD;
      case REGISTERING, CHALLENGED -> Ink.ACCENT;
      case REFUSED, UNANSWERED, EXPIRED -> Ink.POOR;
      case UNREGISTERED -> Ink.DIM;
    };
  }

  @Override
  void print(CaptureSession session, Snapshot snapshot, @Nullable FilterScan accepted)
      throws IOException {
    TableWriter table = format().table(streams(), columns(session.timeDigits()));
    for (RegistrationSnapshot registration : snapshot.registrations()) {
      if (accepted == null || accepted.hasSoftState(registration.id())) {
        row(table, registration);
      }
    }
    table.finish();
  }

  private static void row(TableWriter table, RegistrationSnapshot r) throws IOException {
    Refusal refusal = r.refusal();
    table.row(
        r.aor(),
        each(r, Binding::uri),
        each(r, Binding::userAgent),
        each(r, b -> b.source() == null ? "" : b.source().address().toString()),
        r.state(),
        r.expires() < 0 ? null : r.expires(),
        r.start(),
        r.last(),
        r.attempts(),
        r.failures(),
        r.until(),
        r.refreshes(),
        r.missed(),
        refusal == null ? null : refusal.timeNanos(),
        refusal == null || refusal.status() == 0 ? null : refusal.status(),
        refusal == null ? null : refusal.words(),
        r.bindings().size() == 1 && r.bindings().getFirst().source() != null
            ? r.bindings().getFirst().source().port()
            : null,
        r.registrar(),
        r.registeredBy().isEmpty() ? null : r.registeredBy(),
        r.frames(),
        r.firstFrame(),
        r.lastFrame());
  }

  /** What its contacts have of something, each once; null where they have nothing. */
  private static @Nullable String each(RegistrationSnapshot r, Function<Binding, String> part) {
    String all =
        r.bindings().stream()
            .map(part)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? null : all;
  }
}
