package org.earpiece.ui.registrations;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.voip.registration.Binding;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.registration.RegistrationState;

/** The columns of the list of registrations. FX thread. */
final class RegistrationColumns {
  private final LongSupplier now;

  /**
   * @param now the time that ends count from, ns since 1970
   */
  RegistrationColumns(LongSupplier now) {
    this.now = now;
  }

  List<ItemColumn<RegistrationSnapshot>> all() {
    return List.of(
        ItemColumn.left(
            "no",
            "#",
            44,
            comparingInt(RegistrationSnapshot::number),
            (r, out) -> out.text(Integer.toString(r.number()))),
        ItemColumn.left(
            "aor",
            "Address of record",
            170,
            comparing(RegistrationSnapshot::aor),
            (r, out) -> out.text(StateWords.plain(r.aor()))),
        ItemColumn.left(
            "state",
            "State",
            104,
            comparing(RegistrationSnapshot::state),
            (r, out) -> out.text(StateWords.of(r.state()), StateWords.ink(r.state()))),
        ItemColumn.left(
            "remarks", "Remarks", 184, comparing(r -> StateWords.remark(r, 0)), this::remarks),
        ItemColumn.right(
            "ends", "Ends", 76, comparingLong(RegistrationSnapshot::until), this::ends),
        ItemColumn.left(
            "contact",
            "Contact",
            170,
            comparing(r -> each(r, Binding::uri)),
            (r, out) -> out.text(each(r, b -> StateWords.plain(b.uri())))),
        ItemColumn.left(
            "source",
            "Source",
            152,
            comparing(r -> each(r, RegistrationColumns::source)),
            (r, out) -> out.text(each(r, RegistrationColumns::source))),
        ItemColumn.left(
            "user_agent",
            "User agent",
            112,
            comparing(r -> each(r, Binding::userAgent)),
            (r, out) -> out.text(each(r, Binding::userAgent))),
        ItemColumn.right(
            "refreshes",
            "Refreshes",
            82,
            comparingInt(RegistrationSnapshot::refreshes),
            (r, out) -> out.text(Numbers.count(r.refreshes()))),
        ItemColumn.right(
            "attempts",
            "Attempts",
            74,
            comparingInt(RegistrationSnapshot::attempts),
            (r, out) -> out.text(Numbers.count(r.attempts()))),
        ItemColumn.right(
            "failures",
            "Failures",
            68,
            comparingInt(RegistrationSnapshot::failures),
            (r, out) -> out.text(Numbers.count(r.failures()), StateWords.alarm(r.failures()))),
        ItemColumn.<RegistrationSnapshot>right(
                "missed",
                "Expired",
                66,
                comparingInt(RegistrationSnapshot::missed),
                (r, out) -> out.text(Numbers.count(r.missed()), StateWords.alarm(r.missed())))
            .hidden(),
        ItemColumn.<RegistrationSnapshot>left(
                "registrar",
                "Registrar",
                120,
                comparing(RegistrationSnapshot::registrar),
                (r, out) -> out.text(r.registrar()))
            .hidden(),
        ItemColumn.<RegistrationSnapshot>right(
                "expires",
                "Granted",
                72,
                comparingLong(RegistrationSnapshot::expires),
                (r, out) -> out.text(StateWords.seconds(r.expires())))
            .hidden(),
        ItemColumn.<RegistrationSnapshot>left(
                "until",
                "Until",
                112,
                comparingLong(RegistrationSnapshot::until),
                (r, out) -> out.text(StateWords.time(r.until())))
            .hidden(),
        ItemColumn.<RegistrationSnapshot>left(
                "start",
                "First message",
                112,
                comparingLong(RegistrationSnapshot::start),
                (r, out) -> out.text(StateWords.time(r.start())))
            .hidden(),
        ItemColumn.<RegistrationSnapshot>left(
                "last",
                "Last message",
                112,
                comparingLong(RegistrationSnapshot::last),
                (r, out) -> out.text(StateWords.time(r.last())))
            .hidden());
  }

  private void remarks(RegistrationSnapshot r, Cell out) {
    boolean bad = r.refusedLast() || r.state() == RegistrationState.EXPIRED;
    String words = StateWords.remark(r, now.getAsLong());
    out.text(words, bad ? Ink.POOR : Ink.DIM);
  }

  private void ends(RegistrationSnapshot r, Cell out) {
    out.text(StateWords.ends(r.until(), now.getAsLong()));
  }

  private static String source(Binding binding) {
    return Objects.toString(binding.source(), "");
  }

  private static String each(RegistrationSnapshot r, Function<Binding, String> part) {
    return r.bindings().stream()
        .map(part)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
