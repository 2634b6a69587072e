package org.earpiece.report;

import static org.earpiece.report.LadderDrawing.BAND;
import static org.earpiece.report.LadderDrawing.HEAD;
import static org.earpiece.report.LadderDrawing.LOOP;
import static org.earpiece.report.LadderDrawing.MARGIN;
import static org.earpiece.report.LadderDrawing.ROW;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.Drawing.Stroke;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Between;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * Draws a window of a ladder: only what is in it, times at its left edge and words in its middle
 * wherever it lies. Used for one drawing; one thread.
 */
final class LadderPainter {
  /** Where in its row an arrow is. */
  static final double ARROW_IN_ROW = 19;

  private static final double BOX_HEIGHT = 38;
  private static final double HEADING = 12;
  private static final double LABEL = 11.5;
  private static final double SMALL = 10.5;
  private static final double TINY = 9.5;
  private static final double TIP = 8;
  private static final double CHIP = 15;
  private static final double RAIL = 6;

  /** An arrow with less room in view has its words in its own middle. */
  private static final double LEAST_ROOM = 60;

  private static final double GOOD_MOS = 4.0;
  private static final double FAIR_MOS = 3.6;
  private static final Ink[] DIALOGS = {
    Ink.DIALOG_1, Ink.DIALOG_2, Ink.DIALOG_3, Ink.DIALOG_4, Ink.DIALOG_5, Ink.DIALOG_6
  };

  private final LadderDrawing ladder;
  private final LadderModel model;
  private final Drawing d;
  private final Window window;
  private final double dx;
  private final double dy;
  private final double left;
  private final double right;

  LadderPainter(LadderDrawing ladder, Drawing d, Window window) {
    this.ladder = ladder;
    this.model = ladder.model();
    this.d = d;
    this.window = window;
    dx = window.x() - window.left();
    dy = window.y() - window.top();
    left = window.x() + ladder.timeWidth();
    right = window.x() + window.right() - window.left();
  }

  private double x(int participant) {
    return ladder.x(participant) + dx;
  }

  /** Draws the participants, {@code y} being the head's top. */
  void head(double y) {
    double box = ladder.box();
    for (int i = 0; i < model.participants().size(); i++) {
      double x = x(i);
      if (x + box / 2 < left || x - box / 2 > right) {
        continue;
      }
      Participant participant = model.participants().get(i);
      double top = y + (HEAD - BOX_HEIGHT) / 2;
      d.rectangle(x - box / 2, top, box, BOX_HEIGHT, 6, Ink.PLAIN_FILL, Ink.LINE);
      Run name = new Run(participant.name(), HEADING, true, Ink.TEXT);
      Run address = new Run(address(participant), SMALL, false, Ink.DIM);
      boolean named = !participant.name().isEmpty();
      if (named) {
        d.text(x, top + 16, Anchor.MIDDLE, FittedRuns.in(d, box - 8, name));
      }
      d.text(x, top + (named ? 30 : 23), Anchor.MIDDLE, FittedRuns.in(d, box - 8, address));
      d.line(x, top + BOX_HEIGHT, x, y + HEAD, 1, Stroke.SOLID, Ink.LINE);
    }
    d.rectangle(window.x(), y, ladder.timeWidth() - 2, HEAD, 0, Ink.PANEL, null);
  }

  /** Standard ports go without saying. */
  private static String address(Participant participant) {
    List<Integer> ports = participant.ports();
    if (ports.isEmpty() || ports.equals(List.of(5060))) {
      return participant.address();
    }
    StringBuilder text = new StringBuilder(participant.address());
    for (int i = 0; i < ports.size() && i < 3; i++) {
      text.append(i == 0 ? ":" : ", ").append(ports.get(i));
    }
    return text.append(ports.size() > 3 ? "…" : "").toString();
  }

  /** Draws the rows; the one of frame {@code selected} is marked. */
  void body(int selected) {
    List<Row> rows = ladder.rows();
    int first = ladder.firstBelow(window.top());
    int end = first;
    while (end < rows.size() && rows.get(end).top() < window.bottom()) {
      end++;
    }
    Row marked = selected > 0 ? ladder.ofFrame(selected) : null;
    if (marked != null && marked.bottom() > window.top() && marked.top() < window.bottom()) {
      double high = marked.bottom() - marked.top() + 1;
      double wide = right - window.x() - MARGIN;
      d.rectangle(window.x() + MARGIN / 2, marked.top() + dy, wide, high, 4, Ink.SELECTION, null);
    }
    lifelines();
    rails();
    for (Row row : rows.subList(first, end)) {
      draw(row);
    }
    edge(marked);
    long before = first == 0 ? model.startNanos() : time(rows, first - 1);
    double lastTop = -1;
    for (Row row : rows.subList(first, end)) {
      if (!(row.entry() instanceof Quiet) && row.top() != lastTop) {
        lastTop = row.top();
        time(row, before);
        before = row.entry().timeNanos();
      }
    }
    now();
  }

  private static long time(List<Row> rows, int at) {
    int i = at;
    while (i > 0 && rows.get(i).entry() instanceof Quiet) {
      i--;
    }
    return rows.get(i).entry().timeNanos();
  }

  /** What is scrolled below the times is covered. */
  private void edge(@Nullable Row marked) {
    if (window.left() <= 0) {
      return;
    }
    double wide = ladder.timeWidth() - 2;
    double high = Math.min(window.bottom(), ladder.height()) - window.top();
    d.rectangle(window.x(), window.y(), wide, high, 0, Ink.PANEL, null);
    if (marked != null && marked.bottom() > window.top() && marked.top() < window.bottom()) {
      double tall = marked.bottom() - marked.top() + 1;
      d.rectangle(window.x() + MARGIN / 2, marked.top() + dy, wide, tall, 4, Ink.SELECTION, null);
    }
  }

  private void lifelines() {
    double end = Math.min(window.bottom(), ladder.height()) + dy;
    for (int i = 0; i < model.participants().size(); i++) {
      double x = x(i);
      if (x >= left && x <= right) {
        d.line(x, window.y(), x, end, 1, Stroke.SOLID, Ink.LINE);
      }
    }
  }

  /** Beside the one who sends, as long as the media flows. */
  private void rails() {
    for (LadderDrawing.Band band : ladder.bands()) {
      if (band.below() > window.bottom()) {
        break;
      }
      Media media = band.media();
      double end = media.running() ? ladder.now() : ladder.y(media.endNanos());
      double from = Math.max(band.below(), window.top());
      double to = Math.min(end, window.bottom());
      if (to - from < 2) {
        continue;
      }
      int way = media.to() >= media.from() ? 1 : -1;
      double x = x(media.from()) + way * (RAIL / 2 + 1.0) - RAIL / 2;
      d.rectangle(x, from + dy, RAIL, to - from, 1, fill(mosInk(media.mos())), null);
      if (to == end && !media.running()) {
        d.line(x, to + dy, x + RAIL, to + dy, 1.5, Stroke.SOLID, mosInk(media.mos()));
      }
    }
  }

  private void now() {
    double now = ladder.now();
    if (ladder.running() && now >= window.top() && now < window.bottom()) {
      long last = time(ladder.rows(), ladder.rows().size() - 1);
      write(ladder.look().time().text(model.nowNanos(), model.startNanos(), last), now + dy + 4);
      d.line(left - 2, now + dy, right - MARGIN, now + dy, 1.5, Stroke.DOTTED, Ink.ACCENT);
      Run word = new Run("now", SMALL, false, Ink.DIM);
      d.text(right - MARGIN, now + dy - 4, Anchor.END, List.of(word));
    }
  }

  private void time(Row row, long before) {
    boolean band = row.entry() instanceof Media;
    double baseline = row.top() + dy + 4 + (band ? BAND / 2 : ARROW_IN_ROW);
    long nanos = row.entry().timeNanos();
    write(ladder.look().time().text(nanos, model.startNanos(), before), baseline);
  }

  private void write(String text, double baseline) {
    d.text(left - 8, baseline, Anchor.END, List.of(new Run(text, SMALL, false, Ink.DIM)));
  }

  private void draw(Row row) {
    if (row.entry() instanceof Between between && outOfView(between)) {
      return;
    }
    switch (row.entry()) {
      case Message message -> draw(message, row.top() + dy + ARROW_IN_ROW);
      case Media media -> draw(media, row);
      case Digits digits -> draw(digits, row.top() + dy + ARROW_IN_ROW);
      case Hold hold -> draw(hold, row.top() + dy + ARROW_IN_ROW);
      case Quiet quiet -> draw(quiet, row);
    }
  }

  private boolean outOfView(Between between) {
    double from = x(between.from());
    double to = x(between.to());
    double loop = from == to ? ladder.spacing() : 0;
    return Math.max(from, to) + loop <= left || Math.min(from, to) >= right;
  }

  private void draw(Message message, double y) {
    Ink ink = ink(message.kind());
    boolean response = message.kind() != LadderModel.Kind.REQUEST;
    Stroke stroke =
        switch (message.kind()) {
          case PROVISIONAL, REDIRECT -> Stroke.DASHED;
          case REQUEST, SUCCESS, FAILURE -> Stroke.SOLID;
        };
    double from = x(message.from());
    double to = x(message.to());
    Run[] words = words(message, ink);
    if (message.from() == message.to()) {
      double[] xs = {from, from + LOOP, from + LOOP, from + TIP};
      double[] ys = {y - 8, y - 8, y, y};
      d.polyline(xs, ys, false, ink);
      tip(from + 1, y, -1, ink, response);
      d.text(
          from + LOOP + 6,
          y,
          Anchor.START,
          FittedRuns.in(d, Math.max(0, right - from - LOOP - 10), words));
      return;
    }
    int way = to > from ? 1 : -1;
    double chip = way * chip(message, from, y, way);
    double tail = from + chip + way * 2.0;
    d.line(tail, y, to - way * (response ? 2.0 : TIP), y, 1.5, stroke, ink);
    tip(to - way * 1.5, y, way, ink, response);
    if (message.kind() == LadderModel.Kind.FAILURE) {
      cross(tail + way * 10.0, y, ink);
    }
    middle(from + chip, to, y - 5, TIP, words);
  }

  /** The number of the dialog at the tail, where there are several; the width it takes. */
  private double chip(Message message, double from, double y, int way) {
    if (model.dialogs() < 2) {
      return 0;
    }
    Ink ink = DIALOGS[(message.dialog() - 1) % DIALOGS.length];
    Run number = new Run(Integer.toString(message.dialog()), TINY, true, Ink.PANEL);
    double wide = Math.max(CHIP, d.width(number) + 6);
    double at = way > 0 ? from + 1 : from - 1 - wide;
    d.rectangle(at, y - 6.5, wide, 13, 4, ink, null);
    d.text(at + wide / 2, y + 3.5, Anchor.MIDDLE, List.of(number));
    return wide + 1;
  }

  /** Words in the middle of what is in view between two coordinates. */
  private void middle(double a, double b, double baseline, double margin, Run... words) {
    double from = Math.max(Math.min(a, b), left);
    double to = Math.min(Math.max(a, b), right);
    if (to - from < LEAST_ROOM) {
      from = Math.min(a, b);
      to = Math.max(a, b);
    }
    double room = to - from - margin;
    d.text((from + to) / 2, baseline, Anchor.MIDDLE, FittedRuns.in(d, room, words));
  }

  private void tip(double x, double y, int way, Ink ink, boolean open) {
    double back = x - way * TIP;
    if (open) {
      double[] xs = {back, x, back};
      double[] ys = {y - TIP / 2, y, y + TIP / 2};
      d.polyline(xs, ys, false, ink);
    } else {
      double[] xs = {x, back, back};
      double[] ys = {y, y - TIP / 2, y + TIP / 2};
      d.polyline(xs, ys, true, ink);
    }
  }

  private void cross(double x, double y, Ink ink) {
    d.line(x - 4, y - 4, x + 4, y + 4, 1.5, Stroke.SOLID, ink);
    d.line(x - 4, y + 4, x + 4, y - 4, 1.5, Stroke.SOLID, ink);
  }

  private static Ink ink(LadderModel.Kind kind) {
    return switch (kind) {
      case REQUEST -> Ink.ACCENT;
      case PROVISIONAL, REDIRECT -> Ink.DIM;
      case SUCCESS -> Ink.GOOD;
      case FAILURE -> Ink.POOR;
    };
  }

  private static Run[] words(Message message, Ink ink) {
    int copies = message.frames().size();
    List<Run> words = new ArrayList<>(3);
    words.add(new Run(message.label(), LABEL, true, ink));
    if (copies > 1) {
      words.add(new Run(" ×" + copies, LABEL, true, Ink.FAIR));
    }
    if (!message.detail().isEmpty()) {
      words.add(new Run(" " + message.detail(), SMALL, false, Ink.DIM));
    }
    return words.toArray(new Run[0]);
  }

  private void draw(Media media, Row row) {
    double top = row.top() + dy;
    double start = row.left() + dx;
    double end = row.right() + dx;
    Ink ink = mosInk(media.mos());
    d.rectangle(start, top, end - start, BAND, 4, fill(ink), ink);
    double middle = top + BAND / 2;
    int way = media.to() >= media.from() ? 1 : -1;
    double tail = way > 0 ? start + 8 : end - 8;
    d.line(tail, middle, tail + way * 12.0, middle, 1.5, Stroke.SOLID, ink);
    tip(tail + way * 18.0, middle, way, ink, false);
    double low = way > 0 ? start + LOOP : start;
    double high = way > 0 ? end : end - LOOP;
    middle(low, high, middle + 4, 8, new Run(said(media, high - low - 8), LABEL, false, ink));
  }

  /** What there is room for, the most important first. */
  private String said(Media media, double room) {
    String words = EntryWords.of(media);
    int last = words.lastIndexOf(EntryWords.BETWEEN);
    while (last > 0 && d.width(new Run(words, LABEL, false, Ink.TEXT)) > room) {
      words = words.substring(0, last);
      last = words.lastIndexOf(EntryWords.BETWEEN);
    }
    return words;
  }

  private void draw(Digits digits, double y) {
    double from = x(digits.from());
    double to = x(digits.to());
    int way = to >= from ? 1 : -1;
    d.line(from + 2.0 * way, y, to - way * TIP, y, 1, Stroke.DOTTED, Ink.TEXT);
    tip(to - way * 1.5, y, way, Ink.TEXT, false);
    Run name = new Run("DTMF ", SMALL, false, Ink.DIM);
    Run keys = new Run(EntryWords.of(digits), LABEL, true, Ink.TEXT);
    middle(from, to, y - 5, 2 * TIP, name, keys);
  }

  private void draw(Hold hold, double y) {
    double from = x(hold.from());
    double to = x(hold.to());
    double low = Math.min(from, to) + 2;
    double wide = Math.abs(to - from) - 4;
    d.rectangle(low, y - ROW + 9, Math.max(LOOP, wide), ROW - 5, 4, Ink.FAIR_FILL, Ink.FAIR);
    Run words = new Run(EntryWords.of(hold, model), SMALL, false, Ink.FAIR);
    middle(from, to, y - 2.5, 2 * TIP, words);
  }

  private void draw(Quiet quiet, Row row) {
    double top = Math.max(row.top() + dy, window.y());
    double bottom = Math.min(row.bottom(), window.bottom()) + dy;
    boolean open = ladder.look().opened().contains(quiet.timeNanos());
    for (int i = 0; i < model.participants().size(); i++) {
      double x = x(i);
      if (!open && x >= left && x <= right) {
        d.rectangle(x - 1.5, top + 3, 3, Math.max(0, bottom - top - 6), 0, Ink.PANEL, null);
        d.line(x, top + 5, x, bottom - 3, 1.5, Stroke.DOTTED, Ink.DIM);
      }
    }
    if (open) {
      ticks(quiet, row);
    }
    Run words = new Run((open ? "− " : "+ ") + EntryWords.of(quiet), SMALL, false, Ink.DIM);
    double wide = d.width(words) + 16;
    double middle = betweenColumns((left + Math.min(right, ladder.width() + dx)) / 2);
    double baseline = Math.max(row.top() + dy, window.y()) + ROW / 2 + 4;
    d.rectangle(middle - wide / 2, baseline - 13, wide, 18, 9, Ink.PANEL, Ink.LINE);
    d.text(middle, baseline, Anchor.MIDDLE, List.of(words));
  }

  /** The nearest place that is in the middle of two participants; there where one stands alone. */
  private double betweenColumns(double x) {
    double first = x(0) + ladder.spacing() / 2;
    double steps = Math.rint((x - first) / ladder.spacing());
    int most = model.participants().size() - 2;
    return most < 0 ? x : first + Math.clamp(steps, 0, most) * ladder.spacing();
  }

  /** Times along an opened stretch, which is drawn to scale. */
  private void ticks(Quiet quiet, Row row) {
    double pixels = (row.bottom() - row.top()) / quiet.nanos();
    long step = 1_000_000_000L;
    for (int i = 0; step * pixels < 3 * SMALL; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    long first = (quiet.timeNanos() - model.startNanos()) / step + 1;
    for (long t = model.startNanos() + first * step; t < quiet.endNanos() - step / 3; t += step) {
      double y = row.top() + (t - quiet.timeNanos()) * pixels + dy;
      if (y > window.y() + SMALL && y < window.bottom() + dy) {
        d.line(left - 4, y, left + 4, y, 1, Stroke.SOLID, Ink.LINE);
        write(ladder.look().time().text(t, model.startNanos(), quiet.timeNanos()), y + 4);
      }
    }
  }

  private static Ink mosInk(double mos) {
    if (Double.isNaN(mos)) {
      return Ink.DIM;
    }
    return mos >= GOOD_MOS ? Ink.GOOD : mos >= FAIR_MOS ? Ink.FAIR : Ink.POOR;
  }

  private static Ink fill(Ink ink) {
    return switch (ink) {
      case GOOD -> Ink.GOOD_FILL;
      case FAIR -> Ink.FAIR_FILL;
      case POOR -> Ink.POOR_FILL;
      default -> Ink.PLAIN_FILL;
    };
  }
}
