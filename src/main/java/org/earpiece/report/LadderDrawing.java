package org.earpiece.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * A ladder with coordinates: where everything is. The head (the participants) and the body (the
 * rows) are drawn apart, so that a window can keep the head in sight and a document can repeat it
 * on each page. Immutable; any thread.
 */
public final class LadderDrawing {
  /** Height of the head. */
  public static final double HEAD = 56;

  static final double MARGIN = 12;
  static final double ROW = 25;
  static final double BAND = 30;
  static final double LOOP = 28;
  private static final double BOX = 150;
  private static final double MIN_SPACING = 128;
  private static final double MAX_SPACING = 360;
  private static final double BAND_GAP = 4;
  private static final double TIME = 64;
  private static final double TIME_OF_DAY = 84;

  /** An opened quiet stretch is drawn to this scale, within limits. */
  private static final double PIXELS_A_SECOND = 8;

  private static final double LEAST_STRETCH = 50;
  private static final double MOST_STRETCH = 2400;

  /** Media is drawn after the messages that come so soon after its start (the ACK, mostly). */
  private static final long MEDIA_WAITS_NANOS = 500_000_000L;

  /**
   * Where an entry is, in the body's coordinates.
   *
   * @param frames of a message, its retransmissions included, or of digits; else empty
   */
  public record Row(
      Entry entry, double left, double right, double top, double bottom, List<Integer> frames) {
    private boolean holds(double x, double y) {
      return x >= left && x < right && y >= top && y < bottom;
    }
  }

  /** Media, and where it goes on beside its sender: below all bands that begin together. */
  record Band(Media media, double below) {}

  /**
   * The part of the body that is drawn, and where its top left corner comes to lie.
   *
   * @param left first coordinate in view, as the others in the body's coordinates
   */
  public record Window(double left, double right, double top, double bottom, double x, double y) {}

  private final LadderModel model;
  private final LadderLook look;
  private final double width;
  private final double[] columns;
  private final double spacing;
  private final double box;
  private final List<Row> rows = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final Map<Integer, Row> byFrame = new HashMap<>();
  private final TimeScale scale = new TimeScale();
  private final double height;
  private final boolean running;

  /** Lays a ladder out as it looks by itself. */
  public LadderDrawing(LadderModel model, double available) {
    this(model, LadderLook.PLAIN, available, 0);
  }

  /**
   * Lays a ladder out.
   *
   * @param available the width to fill; the drawing is wider where the participants need it
   * @param leastSpacing two participants are no closer: the {@link #spacing} of a drawing that this
   *     one takes the place of without moving its columns; or 0
   */
  public LadderDrawing(LadderModel model, LadderLook look, double available, double leastSpacing) {
    this.model = model;
    this.look = look;
    int count = Math.max(1, model.participants().size());
    double room = available - timeWidth() - MARGIN;
    spacing = Math.max(leastSpacing, Math.clamp(room / count, MIN_SPACING, MAX_SPACING));
    box = Math.min(BOX, spacing - 10);
    columns = new double[count];
    for (int i = 0; i < count; i++) {
      columns[i] = timeWidth() + spacing * (i + 0.5);
    }
    width = Math.max(available, Math.floor(columns[count - 1] + spacing / 2 + MARGIN));
    running =
        model.entries().stream()
            .anyMatch(e -> e instanceof Media m ? m.running() : e instanceof Hold h && h.running());
    double bottom = place();
    height = bottom + (running ? ROW : 0) + MARGIN;
    scale.add(model.nowNanos(), height - MARGIN - ROW / 2);
    for (Row row : rows) {
      row.frames().forEach(frame -> byFrame.putIfAbsent(frame, row));
    }
  }

  LadderModel model() {
    return model;
  }

  LadderLook look() {
    return look;
  }

  /** Width of the times at the left, the margin included. */
  public double timeWidth() {
    return MARGIN + (look.time() == LadderTime.DAY ? TIME_OF_DAY : TIME);
  }

  public double width() {
    return width;
  }

  /** Distance of two participants. */
  public double spacing() {
    return spacing;
  }

  /** Width of the boxes in the head. */
  public double box() {
    return box;
  }

  /** Height of the body. */
  public double height() {
    return height;
  }

  /** Whether something goes on. */
  boolean running() {
    return running;
  }

  /** Where the present is, where something goes on. */
  double now() {
    return height - MARGIN - ROW / 2;
  }

  /** Where a time is. */
  double y(long nanos) {
    return scale.y(nanos);
  }

  /** The entries in the order they are drawn. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** The media in the order it is drawn. */
  List<Band> bands() {
    return bands;
  }

  /** The index of the first row that reaches below a height; the number of rows where none does. */
  public int firstBelow(double y) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).bottom() <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The row at a point of the body, or null. */
  public @Nullable Row at(double x, double y) {
    for (int i = firstBelow(y); i < rows.size() && rows.get(i).top() <= y; i++) {
      if (rows.get(i).holds(x, y)) {
        return rows.get(i);
      }
    }
    return null;
  }

  /** The row that shows a frame, or null. */
  public @Nullable Row ofFrame(int frame) {
    return byFrame.get(frame);
  }

  /** The participant whose column is around a coordinate, or -1. */
  public int participantAt(double x) {
    for (int i = 0; i < model.participants().size(); i++) {
      if (Math.abs(x - columns[i]) < spacing / 2) {
        return i;
      }
    }
    return -1;
  }

  /** How many participants there are. */
  public int participants() {
    return model.participants().size();
  }

  /** The middle of a participant's column. */
  public double x(int participant) {
    return columns[Math.clamp(participant, 0, columns.length - 1)];
  }

  private double place() {
    double y = 4;
    List<Media> waiting = new ArrayList<>();
    for (Entry entry : model.entries()) {
      if (entry instanceof Media media) {
        waiting.add(media);
        continue;
      }
      if (!waiting.isEmpty()
          && (entry instanceof Quiet
              || entry.timeNanos() - waiting.getFirst().timeNanos() > MEDIA_WAITS_NANOS)) {
        y = placeMedia(waiting, y);
      }
      y = place(entry, y);
    }
    return placeMedia(waiting, y);
  }

  private double place(Entry entry, double y) {
    double high = ROW;
    List<Integer> frames = List.of();
    switch (entry) {
      case Message message -> {
        frames = message.frames();
        scale.add(message.timeNanos(), y + LadderPainter.ARROW_IN_ROW);
      }
      case Digits digits -> {
        frames = digits.frames();
        scale.add(digits.timeNanos(), y + LadderPainter.ARROW_IN_ROW);
      }
      case Quiet quiet -> {
        high = height(quiet);
        scale.add(quiet.timeNanos(), y);
        scale.add(quiet.endNanos(), y + high);
      }
      case Hold hold -> {}
      case Media media -> throw new IllegalStateException("bands are placed apart");
    }
    rows.add(new Row(entry, 0, width, y, y + high, frames));
    return y + high;
  }

  private double height(Quiet quiet) {
    return look.opened().contains(quiet.timeNanos())
        ? Math.clamp(quiet.nanos() / 1e9 * PIXELS_A_SECOND, LEAST_STRETCH, MOST_STRETCH)
        : ROW;
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
    for (Media media : waiting) {
      bands.add(new Band(media, y - BAND_GAP));
    }
    waiting.clear();
    return y;
  }

  private static boolean overlap(Media a, Media b) {
    int left = Math.max(Math.min(a.from(), a.to()), Math.min(b.from(), b.to()));
    int right = Math.min(Math.max(a.from(), a.to()), Math.max(b.from(), b.to()));
    return left < right || a.from() == a.to() || b.from() == b.to();
  }

  /** Draws the participants, {@code y} being the head's top. */
  public void drawHead(Drawing d, Window window, double y) {
    new LadderPainter(this, d, window).head(y);
  }

  /**
   * Draws what is in a window of the body.
   *
   * @param selected the frame whose row is marked, or 0
   */
  public void drawBody(Drawing d, Window window, int selected) {
    new LadderPainter(this, d, window).body(selected);
  }
}
