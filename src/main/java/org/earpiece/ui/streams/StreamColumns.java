package org.earpiece.ui.streams;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.List;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.Ink;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.voip.StreamSnapshot;

/** The columns of the list of streams. FX thread. */
final class StreamColumns {
  private static final double MUCH_LOSS = 1.0;

  private StreamColumns() {}

  static List<ItemColumn<StreamSnapshot>> all() {
    return List.of(
        ItemColumn.left(
            "no",
            "#",
            44,
            comparingInt(StreamSnapshot::number),
            (s, out) -> out.text(Integer.toString(s.number()))),
        ItemColumn.right(
            "call",
            "Call",
            48,
            comparingInt(StreamSnapshot::call),
            (s, out) -> out.text(s.call() == 0 ? Numbers.NONE : Integer.toString(s.call()))),
        ItemColumn.left(
            "direction",
            "Way",
            46,
            comparing(StreamSnapshot::direction),
            (s, out) -> out.text(way(s))),
        ItemColumn.left(
            "src",
            "Source",
            162,
            comparing(s -> s.src().toString()),
            (s, out) -> out.text(s.src().toString())),
        ItemColumn.left(
            "dst",
            "Destination",
            162,
            comparing(s -> s.dst().toString()),
            (s, out) -> out.text(s.dst().toString())),
        ItemColumn.left(
            "ssrc",
            "SSRC",
            106,
            comparing(StreamSnapshot::ssrcText),
            (s, out) -> out.text(s.ssrcText())),
        ItemColumn.left(
            "codec", "Codec", 66, comparing(StreamColumns::codec), (s, out) -> out.text(codec(s))),
        ItemColumn.<StreamSnapshot>left(
                "start",
                "Start",
                112,
                comparingLong(StreamSnapshot::start),
                (s, out) -> out.text(TimeStyle.OF_DAY.text(s.start(), 0, 0, 3)))
            .hidden(),
        ItemColumn.right(
            "duration",
            "Duration",
            70,
            comparingLong(StreamColumns::lasted),
            (s, out) -> out.text(TimeStyle.duration(lasted(s)), s.running() ? Ink.GOOD : Ink.TEXT)),
        ItemColumn.right(
            "packets",
            "Packets",
            68,
            comparingLong(StreamSnapshot::packets),
            (s, out) -> out.text(Numbers.count(s.packets()))),
        ItemColumn.right(
            "lost",
            "Lost",
            50,
            comparingLong(StreamSnapshot::reallyLost),
            (s, out) -> out.text(Numbers.count(s.reallyLost()))),
        ItemColumn.right(
            "loss", "Lost %", 64, comparingDouble(StreamColumns::loss), StreamColumns::loss),
        ItemColumn.right(
            "jitter_max",
            "Jitter max",
            82,
            comparingDouble(StreamSnapshot::maxJitter),
            (s, out) -> out.text(ms(s.maxJitter()))),
        ItemColumn.right(
            "jitter_mean",
            "mean",
            68,
            comparingDouble(StreamSnapshot::meanJitter),
            (s, out) -> out.text(ms(s.meanJitter()))),
        ItemColumn.right(
            "delta_max",
            "Delta max",
            82,
            comparingDouble(StreamSnapshot::maxDelta),
            (s, out) -> out.text(ms(s.maxDelta()))),
        ItemColumn.right(
            "mos", "MOS", 54, comparingDouble(StreamSnapshot::mos), StreamColumns::mos),
        ItemColumn.<StreamSnapshot>left(
            "problems",
            "Remarks",
            84,
            comparing(StreamSnapshot::problems),
            (s, out) -> out.text(remarks(s))),
        ItemColumn.<StreamSnapshot>right(
                "r",
                "R",
                48,
                comparingDouble(StreamSnapshot::rFactor),
                (s, out) -> out.text(Numbers.decimal(s.rFactor(), 0)))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "order",
                "Out of order",
                88,
                comparingLong(StreamSnapshot::outOfOrder),
                (s, out) -> out.text(Numbers.count(s.outOfOrder())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "doubled",
                "Doubled",
                72,
                comparingLong(StreamSnapshot::duplicates),
                (s, out) -> out.text(Numbers.count(s.duplicates())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "jitter_min",
                "Jitter min",
                84,
                comparingDouble(StreamSnapshot::minJitter),
                (s, out) -> out.text(ms(s.minJitter())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "delta_min",
                "Delta min",
                84,
                comparingDouble(StreamSnapshot::minDelta),
                (s, out) -> out.text(ms(s.minDelta())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "delta_mean",
                "Delta mean",
                84,
                comparingDouble(StreamSnapshot::meanDelta),
                (s, out) -> out.text(ms(s.meanDelta())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "skew",
                "Skew max",
                84,
                comparingDouble(StreamSnapshot::maxSkew),
                (s, out) -> out.text(ms(s.maxSkew())))
            .hidden(),
        ItemColumn.<StreamSnapshot>right(
                "payload_type",
                "Payload type",
                88,
                comparingInt(StreamSnapshot::payloadType),
                (s, out) -> out.text(Integer.toString(s.payloadType())))
            .hidden());
  }

  private static String way(StreamSnapshot s) {
    return switch (s.direction()) {
      case "forward" -> "→";
      case "backward" -> "←";
      default -> Numbers.NONE;
    };
  }

  private static String codec(StreamSnapshot s) {
    return s.codec().isEmpty() ? "type " + s.payloadType() : s.codec();
  }

  private static long lasted(StreamSnapshot s) {
    return s.end() - s.start();
  }

  private static double loss(StreamSnapshot s) {
    return s.expected() == 0 ? 0 : 100.0 * s.reallyLost() / s.expected();
  }

  private static void loss(StreamSnapshot s, Cell out) {
    double loss = loss(s);
    Ink ink = loss == 0 ? Ink.TEXT : loss < MUCH_LOSS ? Ink.FAIR : Ink.POOR;
    out.text(Numbers.percent(loss), ink);
  }

  private static void mos(StreamSnapshot s, Cell out) {
    out.text(Numbers.decimal(s.mos(), 2), Ink.ofMos(s.mos()));
  }

  private static String remarks(StreamSnapshot s) {
    return s.srtp()
        ? s.problems().isEmpty() ? "encrypted" : "encrypted, " + s.problems()
        : s.problems();
  }

  private static String ms(double n) {
    return Double.isNaN(n) ? Numbers.NONE : Numbers.decimal(n, 1) + " ms";
  }
}
