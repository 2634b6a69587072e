package org.earpiece.ui.calls;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earpiece.report.WiresharkTable;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Fold;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.voip.CallSnapshot;

/** The columns of the list of calls. FX thread. */
final class CallColumns {
  private static final double SECOND = 1e9;
  private static final int CLOCK_DIGITS = 3;

  /** What the columns must know beside the call. */
  interface Surroundings {
    /** How a call is shown among those of its conversation. */
    Fold fold(CallSnapshot call);

    /** The time of the capture's first packet, ns since 1970. */
    long origin();

    /** The time up to which running calls have lasted, ns since 1970. */
    long now();

    /** Whether media flows the other way only. */
    boolean silent(CallSnapshot call, boolean forward);
  }

  private final Surroundings around;

  CallColumns(Surroundings around) {
    this.around = around;
  }

  List<ItemColumn<CallSnapshot>> all() {
    return Stream.concat(ours().stream(), wiresharks().stream()).toList();
  }

  /** The ten columns of Wireshark's list of calls, for those who compare. */
  private List<ItemColumn<CallSnapshot>> wiresharks() {
    return List.of(
        wireshark(
            "ws_start",
            "Start Time",
            90,
            comparingLong(CallSnapshot::start),
            c -> since(c.start())),
        wireshark(
            "ws_stop", "Stop Time", 90, comparingLong(CallSnapshot::last), c -> since(c.last())),
        wireshark(
            "ws_speaker",
            "Initial Speaker",
            120,
            comparing(CallSnapshot::initialSpeaker),
            CallSnapshot::initialSpeaker),
        wireshark("ws_from", "From", 220, comparing(CallSnapshot::from), CallSnapshot::from),
        wireshark("ws_to", "To", 220, comparing(CallSnapshot::to), CallSnapshot::to),
        wireshark(
            "ws_protocol",
            "Protocol",
            70,
            comparing(CallSnapshot::protocol),
            CallSnapshot::protocol),
        wireshark(
            "ws_duration",
            "Duration",
            80,
            comparingLong(CallColumns::span),
            c -> WiresharkTable.duration(span(c))),
        wireshark(
            "ws_packets",
            "Packets",
            66,
            comparingInt(CallSnapshot::frames),
            c -> Integer.toString(c.frames())),
        wireshark(
            "ws_state",
            "State",
            100,
            comparing(CallSnapshot::wiresharkState),
            CallSnapshot::wiresharkState),
        wireshark(
            "ws_comments",
            "Comments",
            160,
            comparing(CallSnapshot::comment),
            CallSnapshot::comment));
  }

  private static ItemColumn<CallSnapshot> wireshark(
      String id,
      String title,
      double width,
      Comparator<CallSnapshot> order,
      Function<CallSnapshot, String> text) {
    return ItemColumn.<CallSnapshot>left(
            id, title, width, order, (c, out) -> out.text(text.apply(c)))
        .of("Wireshark's columns");
  }

  private String since(long time) {
    return Numbers.decimal((time - around.origin()) / SECOND, 6);
  }

  private static long span(CallSnapshot call) {
    return call.last() - call.start();
  }

  private List<ItemColumn<CallSnapshot>> ours() {
    return List.of(
        ItemColumn.left("no", "#", 76, comparingInt(CallSnapshot::number), this::number),
        ItemColumn.left(
            "start", "Start", 116, comparingLong(CallSnapshot::start), CallColumns::start),
        ItemColumn.right("duration", "Duration", 70, comparingLong(this::lasted), this::duration),
        ItemColumn.left(
            "from",
            "From",
            163,
            comparing(CallWords::from),
            (c, out) -> out.text(CallWords.from(c))),
        ItemColumn.left(
            "to", "To", 151, comparing(CallWords::to), (c, out) -> out.text(CallWords.to(c))),
        ItemColumn.left(
            "state",
            "State",
            110,
            comparing(CallWords::state),
            (c, out) -> out.badge(CallWords.state(c), CallWords.ink(c))),
        ItemColumn.right(
            "setup", "Setup", 66, comparingLong(CallSnapshot::setupNanos), CallColumns::setup),
        ItemColumn.left(
            "codec",
            "Codec",
            62,
            comparing(CallSnapshot::codec),
            (c, out) -> out.text(c.codec().isEmpty() ? Numbers.NONE : c.codec())),
        ItemColumn.left(
            "mos_forward",
            "MOS →",
            65,
            comparingDouble(CallSnapshot::mosForward),
            (c, out) -> mos(c, true, out)),
        ItemColumn.left(
            "mos_backward",
            "MOS ←",
            65,
            comparingDouble(CallSnapshot::mosBackward),
            (c, out) -> mos(c, false, out)),
        ItemColumn.right(
            "packets",
            "Packets",
            70,
            comparingLong(CallSnapshot::packets),
            (c, out) -> out.text(Numbers.count(c.packets()))),
        ItemColumn.left(
            "what", "What", 220, comparing(CallSnapshot::what), (c, out) -> out.text(c.what())),
        ItemColumn.<CallSnapshot>left(
                "answered",
                "Answered",
                116,
                comparingLong(CallSnapshot::answer),
                (c, out) -> out.text(clock(c.answer())))
            .hidden(),
        ItemColumn.<CallSnapshot>left(
                "story",
                "Story",
                160,
                comparing(CallSnapshot::comment),
                (c, out) -> out.text(c.comment()))
            .hidden(),
        ItemColumn.<CallSnapshot>left(
                "hangup",
                "Hung up by",
                90,
                comparing(CallColumns::hangup),
                (c, out) -> out.text(hangup(c)))
            .hidden(),
        ItemColumn.<CallSnapshot>left(
                "protocol",
                "Protocol",
                80,
                comparing(CallSnapshot::protocol),
                (c, out) -> out.text(c.protocol()))
            .hidden(),
        ItemColumn.<CallSnapshot>left(
                "call_id",
                "Call-ID",
                260,
                comparing(CallSnapshot::callId),
                (c, out) -> out.text(c.callId()))
            .hidden());
  }

  private void number(CallSnapshot call, Cell out) {
    Fold fold = around.fold(call);
    out.text(Integer.toString(call.number()), fold == Fold.UNDER ? Ink.DIM : Ink.TEXT);
    out.fold(fold);
  }

  private static void start(CallSnapshot call, Cell out) {
    out.text(clock(call.start()));
  }

  private static String clock(long time) {
    return time == CallSnapshot.NEVER
        ? Numbers.NONE
        : TimeStyle.OF_DAY.text(time, 0, 0, CLOCK_DIGITS);
  }

  private long lasted(CallSnapshot call) {
    if (call.answer() == CallSnapshot.NEVER) {
      return -1;
    }
    boolean ended = call.end() != CallSnapshot.NEVER && !call.state().up();
    return Math.max(0, (ended ? call.end() : around.now()) - call.answer());
  }

  private void duration(CallSnapshot call, Cell out) {
    long lasted = lasted(call);
    out.text(lasted < 0 ? Numbers.NONE : TimeStyle.duration(lasted));
  }

  private static void setup(CallSnapshot call, Cell out) {
    boolean never = call.setupNanos() == CallSnapshot.NEVER;
    out.text(never ? Numbers.NONE : Numbers.decimal(call.setupNanos() / SECOND, 2) + " s");
  }

  private void mos(CallSnapshot call, boolean forward, Cell out) {
    double mos = forward ? call.mosForward() : call.mosBackward();
    if (Double.isNaN(mos)) {
      out.text(around.silent(call, forward) ? "silent" : Numbers.NONE, Ink.DIM);
    } else {
      out.text(Numbers.decimal(mos, 2), Ink.ofMos(mos));
    }
  }

  private static String hangup(CallSnapshot call) {
    return Objects.requireNonNullElse(call.hangupBy(), "");
  }
}
