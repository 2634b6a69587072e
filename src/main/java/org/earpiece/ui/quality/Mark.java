package org.earpiece.ui.quality;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.earpiece.ui.kit.Palette;
import org.earpiece.voip.StreamPacket.Event;

/** What may be wrong with a packet, each with a shape of its own. */
enum Mark {
  LOST("Lost"),
  REORDERED("Reordered"),
  DOUBLED("Doubled"),
  TIMESTAMP("Wrong timestamp");

  private static final double R = 4;

  private final String word;

  Mark(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Whether a packet bears this mark. */
  boolean on(StreamColumns columns, int row) {
    return switch (this) {
      case LOST -> columns.lostBefore(row) > 0;
      case REORDERED -> columns.event(row) == Event.OUT_OF_ORDER;
      case DOUBLED -> columns.event(row) == Event.DUPLICATE;
      case TIMESTAMP -> columns.event(row) == Event.WRONG_TIMESTAMP;
    };
  }

  /** How many packets of the stream it concerns. */
  long count(StreamColumns columns) {
    return switch (this) {
      case LOST -> columns.stream().reallyLost();
      case REORDERED -> columns.stream().outOfOrder();
      case DOUBLED -> columns.stream().duplicates();
      case TIMESTAMP -> columns.wrongTimestamps();
    };
  }

  private Color color(Palette palette) {
    return switch (this) {
      case LOST -> palette.poor();
      case REORDERED, DOUBLED -> palette.accent();
      case TIMESTAMP -> palette.fair();
    };
  }

  /** Draws the shape with its middle at a point. */
  void draw(GraphicsContext g, Palette palette, double x, double y) {
    g.setFill(color(palette));
    g.setStroke(color(palette));
    g.setLineWidth(1.4);
    switch (this) {
      case LOST ->
          g.fillPolygon(new double[] {x - R, x + R, x}, new double[] {y - R, y - R, y + R + 1}, 3);
      case REORDERED -> g.fillOval(x - 3.5, y - 3.5, 7, 7);
      case DOUBLED -> g.strokeOval(x - 3.5, y - 3.5, 7, 7);
      case TIMESTAMP ->
          g.fillPolygon(
              new double[] {x, x + R, x, x - R}, new double[] {y - R - 1, y, y + R + 1, y}, 4);
    }
  }
}
