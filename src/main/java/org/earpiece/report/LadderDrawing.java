package org.earpiece.report;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.Drawing.Stroke;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.jspecify.annotations.Nullable;

/**
 * A ladder with coordinates: where everything is, and how it is drawn. The head (the participants)
 * and the body (the rows) are drawn apart, so that a window can keep the head in sight and a
 * document can repeat it on each page. Immutable; any thread.
 */
public final class LadderDrawing {
  /** Height of the head. */
  public static final double HEAD = 56;

  private static final double MARGIN = 12;
  private static final double TIME = 64;
  private static final double BOX = 150;
  private static final double BOX_HEIGHT = 38;
  private static final double MIN_SPACING = 120;
  private static final double MAX_SPACING = 360;
  private static final double ROW = 25;
  private static final double ARROW_IN_ROW = 19;
  private static final double BAND = 30;
  private static final double BAND_GAP = 4;
  private static final double HEADING = 12;
  private static final double LABEL = 11.5;
  private static final double SMALL = 10.5;
  private static final double TIP = 8;
  private static final double LOOP = 28;

  /** Media is drawn after the messages that come so soon after its start (the ACK, mostly). */
  private static final long MEDIA_WAITS_NANOS = 500_000_000L;

  private static final double GOOD_MOS = 4.0;
  private static final double FAIR_MOS = 3.6;

  /**
   * Where an entry is, in the body's coordinates.
   *
   * @param frames of a message, its retransmissions included; empty for media
   */
  public record Row(
      Entry entry, double left, double right, double top, double bottom, List<Integer> frames) {
    private boolean holds(double x, double y) {
      return x >= left && x < right && y >= top && y < bottom;
    }
  }

  private final LadderModel model;
  private final double width;
  private final double[] columns;
  private final double box;
  private final List<Row> rows = new ArrayList<>();
  private final double height;
  private final boolean running;

  /**
   * Lays a ladder out.
   *
   * @param available the width to fill; the drawing is wider where the participants need it
   */
  public LadderDrawing(LadderModel model, double available) {
    this.model = model;
    int count = Math.max(1, model.participants().size());
    double room = available - TIME - 2 * MARGIN;
    double spacing = Math.clamp(room / count, MIN_SPACING, MAX_SPACING);
    box = Math.min(BOX, spacing - 10);
    columns = new double[count];
    for (int i = 0; i < count; i++) {
      columns[i] = MARGIN + TIME + spacing * (i + 0.5);
    }
    width = Math.max(available, Math.floor(columns[count - 1] + spacing / 2 + MARGIN));
    running = model.entries().stream().anyMatch(e -> e instanceof Media m && m.running());
    double bottom = place();
    height = bottom + (running ? ROW : 0) + MARGIN;
  }

  public double width() {
    return width;
  }

  /** Height of the body. */
  public double height() {
    return height;
  }

  /** The entries in the order they are drawn. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The row at a point of the body, or null. */
  public @Nullable Row at(double x, double y) {
    for (Row row : rows) {
      if (row.holds(x, y)) {
        return row;
      }
    }
    return null;
  }

  /** The row that shows a frame, or null. */
  public @Nullable Row ofFrame(int frame) {
    for (Row row : rows) {
      if (row.frames().contains(frame)) {
        return row;
      }
    }
    return null;
  }

  private double place() {
    double y = 4;
    List<Media> waiting = new ArrayList<>();
    for (Entry entry : model.entries()) {
      switch (entry) {
        case Media media -> waiting.add(media);
        case Message message -> {
          if (!waiting.isEmpty()
              && message.timeNanos() - waiting.getFirst().timeNanos() > MEDIA_WAITS_NANOS) {
            y = placeMedia(waiting, y);
          }
          rows.add(new Row(message, 0, width, y, y + ROW, message.frames()));
          y += ROW;
        }
      }
    }
    return placeMedia(waiting, y);
  }

  /** Bands that do not overlap share a line. */
  private double placeMedia(List<Media> waiting, double top) {
    List<List<Media>> lines = new ArrayList<>();
    for (Media media : waiting) {
      List<Media> free = null;
      for (List<Media> line : lines) {
        if (free == null && line.stream().noneMatch(other -> overlap(media, other))) {
          free = line;
        }
      }
      if (free == null) {
        free = new ArrayList<>();
        lines.add(free);
      }
      free.add(media);
    }
    double y = lines.isEmpty() ? top : top + BAND_GAP;
    for (List<Media> line : lines) {
      for (Media media : line) {
        double left = x(Math.min(media.from(), media.to())) + 2;
        double right = Math.max(left + LOOP * 3, x(Math.max(media.from(), media.to())) - 2);
        rows.add(new Row(media, left, right, y, y + BAND, List.of()));
      }
      y += BAND + BAND_GAP;
    }
    waiting.clear();
    return y;
  }

  private static boolean overlap(Media a, Media b) {
    int left = Math.max(Math.min(a.from(), a.to()), Math.min(b.from(), b.to()));
    int right = Math.min(Math.max(a.from(), a.to()), Math.max(b.from(), b.to()));
    return left < right || a.from() == a.to() || b.from() == b.to();
  }

  private double x(int participant) {
    return columns[Math.clamp(participant, 0, columns.length - 1)];
  }

  /** Draws the participants, {@code y} being the head's top. */
  public void drawHead(Drawing d, double y) {
    for (int i = 0; i < model.participants().size(); i++) {
      Participant participant = model.participants().get(i);
      double top = y + (HEAD - BOX_HEIGHT) / 2;
      d.rectangle(columns[i] - box / 2, top, box, BOX_HEIGHT, 6, Ink.PLAIN_FILL, Ink.LINE);
      Run name = new Run(participant.name(), HEADING, true, Ink.TEXT);
      Run address = new Run(address(participant), SMALL, false, Ink.DIM);
      boolean named = !participant.name().isEmpty();
      if (named) {
        d.text(columns[i], top + 16, Anchor.MIDDLE, fitted(d, box - 8, name));
      }
      d.text(columns[i], top + (named ? 30 : 23), Anchor.MIDDLE, fitted(d, box - 8, address));
      d.line(columns[i], top + BOX_HEIGHT, columns[i], y + HEAD, 1, Stroke.SOLID, Ink.LINE);
    }
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

  /**
   * Draws what lies between two heights of the body, moved down by {@code dy}.
   *
   * @param selected the frame whose row is marked, or 0
   */
  public void drawBody(Drawing d, double from, double to, double dy, int selected) {
    double end = Math.min(to, height);
    for (int i = 0; i < model.participants().size(); i++) {
      d.line(columns[i], from + dy, columns[i], end + dy, 1, Stroke.SOLID, Ink.LINE);
    }
    for (Row row : rows) {
      if (row.bottom() > from && row.top() < to) {
        if (selected > 0 && row.frames().contains(selected)) {
          double left = MARGIN / 2;
          d.rectangle(left, row.top() + dy, width - 2 * left, ROW + 1, 4, Ink.SELECTION, null);
        }
        switch (row.entry()) {
          case Message message -> draw(d, message, row.top() + dy);
          case Media media -> draw(d, media, row, dy);
        }
      }
    }
    double now = height - MARGIN - ROW / 2;
    if (running && now >= from && now < to) {
      time(d, "now", now + dy + 4);
      double right = columns[columns.length - 1] + box / 2;
      d.line(MARGIN + TIME + 6, now + dy, right, now + dy, 1.5, Stroke.DOTTED, Ink.ACCENT);
    }
  }

  private void time(Drawing d, String text, double baseline) {
    d.text(MARGIN + TIME - 8, baseline, Anchor.END, List.of(new Run(text, SMALL, false, Ink.DIM)));
  }

  private String relative(long timeNanos) {
    StringBuilder text = new StringBuilder();
    Cells.seconds(text, timeNanos - model.startNanos(), 3);
    return text.toString();
  }

  private void draw(Drawing d, Message message, double top) {
    double y = top + ARROW_IN_ROW;
    time(d, relative(message.timeNanos()), y + 4);
    Ink ink = ink(message.kind());
    Stroke stroke =
        switch (message.kind()) {
          case PROVISIONAL, REDIRECT -> Stroke.DASHED;
          case REQUEST, SUCCESS, FAILURE -> Stroke.SOLID;
        };
    double from = x(message.from());
    double to = x(message.to());
    List<Run> words = words(message, ink);
    if (message.from() == message.to()) {
      double[] xs = {from, from + LOOP, from + LOOP, from + TIP};
      double[] ys = {y - 8, y - 8, y, y};
      d.polyline(xs, ys, false, ink);
      tip(d, from + 1, y, -1, ink);
      d.text(from + LOOP + 6, y, Anchor.START, words);
      return;
    }
    int way = to > from ? 1 : -1;
    d.line(from + 2.0 * way, y, to - way * TIP, y, 1.5, stroke, ink);
    tip(d, to - way * 1.5, y, way, ink);
    double room = Math.abs(to - from) - 2 * TIP;
    d.text((from + to) / 2, y - 5, Anchor.MIDDLE, fitted(d, room, words.toArray(new Run[0])));
  }

  private static void tip(Drawing d, double x, double y, int way, Ink ink) {
    double[] xs = {x, x - way * TIP, x - way * TIP};
    double[] ys = {y, y - TIP / 2, y + TIP / 2};
    d.polyline(xs, ys, true, ink);
  }

  private static Ink ink(LadderModel.Kind kind) {
    return switch (kind) {
      case REQUEST -> Ink.ACCENT;
      case PROVISIONAL, REDIRECT -> Ink.DIM;
      case SUCCESS -> Ink.GOOD;
      case FAILURE -> Ink.POOR;
    };
  }

  private static List<Run> words(Message message, Ink ink) {
    int copies = message.frames().size();
    String label = message.label() + (copies > 1 ? " ×" + copies : "");
    Run first = new Run(label, LABEL, true, ink);
    return message.detail().isEmpty()
        ? List.of(first)
        : List.of(first, new Run(" " + message.detail(), SMALL, false, Ink.DIM));
  }

  private void draw(Drawing d, Media media, Row row, double dy) {
    double top = row.top() + dy;
    Ink ink = mosInk(media.mos());
    d.rectangle(row.left(), top, row.right() - row.left(), BAND, 4, fill(ink), ink);
    double middle = top + BAND / 2;
    int way = media.to() >= media.from() ? 1 : -1;
    double tail = way > 0 ? row.left() + 8 : row.right() - 8;
    d.line(tail, middle, tail + way * 12.0, middle, 1.5, Stroke.SOLID, ink);
    tip(d, tail + way * 18.0, middle, way, ink);
    Run words = new Run(words(media), LABEL, false, ink);
    double room = row.right() - row.left() - 2 * LOOP;
    d.text((row.left() + row.right()) / 2, middle + 4, Anchor.MIDDLE, fitted(d, room, words));
    if (row.left() == firstOfLine(row)) {
      time(d, relative(media.timeNanos()), middle + 4);
    }
  }

  /** One time stands for all bands of a line: that of the leftmost. */
  private double firstOfLine(Row row) {
    double first = row.left();
    for (Row other : rows) {
      if (other.entry() instanceof Media && other.top() == row.top()) {
        first = Math.min(first, other.left());
      }
    }
    return first;
  }

  /** {@code PCMA · MOS 4.38 · 0.5 % lost}. */
  static String words(Media media) {
    StringBuilder text = new StringBuilder(media.codec().isEmpty() ? "RTP" : media.codec());
    if (!Double.isNaN(media.mos())) {
      text.append(" · MOS ");
      Cells.decimal(text, media.mos(), 2);
    }
    text.append(" · ");
    Cells.decimal(text, media.lossPercent(), media.lossPercent() == 0 ? 0 : 1);
    return text.append(" % lost").toString();
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

  /** Runs cut to a width: the last one gives way first. */
  private static List<Run> fitted(Drawing d, double room, Run... runs) {
    List<Run> fitting = new ArrayList<>();
    double left = room;
    for (Run run : runs) {
      double needed = d.width(run);
      if (needed <= left) {
        fitting.add(run);
        left -= needed;
        continue;
      }
      int length = run.text().length();
      while (length > 0 && d.width(cut(run, length)) > left) {
        length--;
      }
      if (length > 0) {
        fitting.add(cut(run, length));
      }
      break;
    }
    return fitting;
  }

  private static Run cut(Run run, int length) {
    int end = Character.isHighSurrogate(run.text().charAt(length - 1)) ? length - 1 : length;
    return new Run(run.text().substring(0, end) + "…", run.size(), run.bold(), run.ink());
  }
}
