package org.earpiece.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Draws into an image, twice as fine as a pixel at 100 %. Needs no display. */
public final class PngDrawing implements Drawing {
  /** Pixels of an image at most; a larger drawing is made coarser, then cut. */
  static final long MAX_PIXELS = 120_000_000;

  private static final double FINE = 2;

  /** The window's fonts, which lie with the window. */
  private static final String FONTS = "/org/earpiece/ui/fonts/";

  private final Theme theme;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Font plain;
  private final Font bold;

  /**
   * An image of a size in pixels at 100 % with the panel's ground.
   *
   * @throws IOException where the fonts cannot be read
   */
  public PngDrawing(double width, double height, Theme theme) throws IOException {
    this.theme = theme;
    plain = font("InterTabular-Regular.otf");
    bold = font("InterTabular-SemiBold.otf");
    double scale = width * height * FINE * FINE <= MAX_PIXELS ? FINE : 1;
    int columns = (int) Math.ceil(width * scale);
    int lines = (int) Math.min(Math.ceil(height * scale), MAX_PIXELS / Math.max(1.0, columns));
    image = new BufferedImage(columns, Math.max(1, lines), BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(scale, scale);
    rectangle(0, 0, width, height, 0, Ink.PANEL, null);
  }

  private static Font font(String file) throws IOException {
    try (InputStream in = PngDrawing.class.getResourceAsStream(FONTS + file)) {
      if (in == null) {
        throw new IOException("the font " + file + " is missing");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IOException("the font " + file + " cannot be read", e);
    }
  }

  /** Writes the image. Nothing can be drawn after that. */
  public void write(OutputStream out) throws IOException {
    graphics.dispose();
    ImageIO.write(image, "png", out);
  }

  private void ink(Ink ink) {
    graphics.setColor(new Color(theme.rgb(ink)));
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, Stroke stroke, Ink ink) {
    ink(ink);
    float[] dashes =
        switch (stroke) {
          case SOLID -> null;
          case DASHED -> new float[] {5, 3};
          case DOTTED -> new float[] {1.5f, 3};
        };
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void polyline(double[] xs, double[] ys, boolean closed, Ink ink) {
    ink(ink);
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    if (closed) {
      path.closePath();
      graphics.fill(path);
    } else {
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(path);
    }
  }

  @Override
  public void rectangle(
      double x,
      double y,
      double width,
      double height,
      double radius,
      @Nullable Ink fill,
      @Nullable Ink border) {
    var shape = new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
    if (fill != null) {
      ink(fill);
      graphics.fill(shape);
    }
    if (border != null) {
      ink(border);
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(shape);
    }
  }

  @Override
  public void text(double x, double baseline, Anchor anchor, List<Run> runs) {
    double whole = runs.stream().mapToDouble(this::width).sum();
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - whole / 2;
          case END -> x - whole;
        };
    for (Run run : runs) {
      ink(run.ink());
      graphics.setFont(font(run));
      graphics.drawString(run.text(), (float) left, (float) baseline);
      left += width(run);
    }
  }

  private Font font(Run run) {
    return (run.bold() ? bold : plain).deriveFont((float) run.size());
  }

  @Override
  public double width(Run run) {
    return font(run).getStringBounds(run.text(), graphics.getFontRenderContext()).getWidth();
  }
}
