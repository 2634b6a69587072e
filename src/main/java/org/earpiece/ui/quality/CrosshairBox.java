package org.earpiece.ui.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.earpiece.voip.StreamPacket.Event;

/** The box beside the crosshair: which packet it is, and its numbers. */
final class CrosshairBox {
  private static final double PAD = 10;
  private static final double LINE = 20;
  private static final double GAP = 8;
  private static final double RADIUS = 12;

  private CrosshairBox() {}

  /** What the box says of a packet: its place, its numbers, and what is wrong with it. */
  static List<String> lines(StreamColumns stream, int row, double sinceStart) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "frame %s · %s · seq %s"
            .formatted(
                Numbers.count(stream.frame(row)),
                String.format(Locale.ROOT, "%.3f s", sinceStart / 1e9),
                Numbers.count(stream.sequence(row))));
    StringBuilder numbers = new StringBuilder();
    add(numbers, "jitter", stream.jitter().get(row), "%.1f ms");
    add(numbers, "delta", stream.delta().get(row), "%.1f ms");
    add(numbers, "skew", stream.skew().get(row), "%.1f ms");
    add(numbers, "MOS", stream.mosAt(row), "%.2f");
    lines.add(numbers.toString());
    String trouble = trouble(stream, row);
    if (!trouble.isEmpty()) {
      lines.add(trouble);
    }
    return lines;
  }

  private static void add(StringBuilder out, String name, double value, String format) {
    if (!Double.isNaN(value)) {
      out.append(out.isEmpty() ? "" : ", ").append(name).append(' ');
      out.append(String.format(Locale.ROOT, format, value));
    }
  }

  private static String trouble(StreamColumns stream, int row) {
    int lost = stream.lostBefore(row);
    Event event = stream.event(row);
    if (lost > 0) {
      return lost == 1 ? "1 packet lost before it" : lost + " packets lost before it";
    }
    return event.text();
  }

  /** Draws the box to the right of the crosshair, or to its left where there is no room. */
  static void draw(
      GraphicsContext g,
      Palette palette,
      double x,
      double y,
      double viewWidth,
      List<String> lines) {
    double width = 0;
    for (String line : lines) {
      width = Math.max(width, TextWidth.of(line, Fonts.regular(Fonts.SMALL)));
    }
    width += 2 * PAD;
    double height = lines.size() * LINE + 8;
    double left = x + GAP + width < viewWidth ? x + GAP : x - GAP - width;
    g.setFill(palette.panel());
    g.fillRoundRect(left, y, width, height, RADIUS, RADIUS);
    g.setStroke(palette.line());
    g.setLineWidth(1);
    g.strokeRoundRect(Math.floor(left) + 0.5, Math.floor(y) + 0.5, width, height, RADIUS, RADIUS);
    g.setFont(Fonts.regular(Fonts.SMALL));
    for (int i = 0; i < lines.size(); i++) {
      Color color = i == 0 ? palette.text() : i == 1 ? palette.dim() : palette.poor();
      g.setFill(color);
      g.fillText(lines.get(i), left + PAD, y + 18 + i * LINE);
    }
  }
}
