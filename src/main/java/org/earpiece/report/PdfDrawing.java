package org.earpiece.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/**
 * Draws into a PDF document, page by page, with text that can be selected and searched. The font is
 * embedded, as far as it is used; characters that it lacks become question marks. Errors of writing
 * come as {@link UncheckedIOException}.
 */
public final class PdfDrawing implements Drawing, AutoCloseable {
  private static final double CURVE = 0.5523;

  /** Liberation Sans, which PDFBox brings along. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** There is no bold face: the outline is drawn this thick, in parts of the size. */
  private static final double BOLD = 0.035;

  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private final Map<Integer, Boolean> known = new HashMap<>();
  private final Theme theme;
  private @Nullable PDPageContentStream page;
  private double height;
  private double scale = 1;

  /**
   * A document without pages.
   *
   * @throws IOException where the font cannot be read
   */
  public PdfDrawing(Theme theme, String title) throws IOException {
    this.theme = theme;
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IOException("the font " + FONT + " is missing");
      }
      font = PDType0Font.load(document, in);
    }
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Earpiece");
  }

  /**
   * Begins a page.
   *
   * @param width of the paper, points
   * @param height of the paper, points
   * @param scale points a unit of what is drawn
   */
  public void page(double width, double height, double scale) {
    endPage();
    PDPage next = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(next);
    this.height = height;
    this.scale = scale;
    try {
      page = new PDPageContentStream(document, next);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing further is drawn outside of a rectangle of this page. */
  public void clip(double x, double y, double width, double height) {
    draw(p -> {
      p.addRect(x(x), y(y + height), x(width), x(height));
      p.clip();
    });
  }

  private void endPage() {
    draw(PDPageContentStream::close);
    page = null;
  }

  /** Writes the document. Nothing can be drawn after that. */
  public void write(OutputStream out) throws IOException {
    endPage();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  @FunctionalInterface
  private interface Step {
    void draw(PDPageContentStream page) throws IOException;
  }

  private void draw(Step step) {
    PDPageContentStream now = page;
    if (now != null) {
      try {
        step.draw(now);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private float x(double x) {
    return (float) (x * scale);
  }

  private float y(double y) {
    return (float) (height - y * scale);
  }

  private void stroke(PDPageContentStream p, Ink ink, double width) throws IOException {
    p.setStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
    p.setLineWidth(x(width));
  }

  private void fill(PDPageContentStream p, Ink ink) throws IOException {
    p.setNonStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
  }

  private float part(Ink ink, int shift) {
    return (theme.rgb(ink) >> shift & 0xFF) / 255f;
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, Stroke stroke, Ink ink) {
    draw(p -> {
      stroke(p, ink, width);
      p.setLineDashPattern(
          switch (stroke) {
            case SOLID -> new float[] {};
            case DASHED -> new float[] {x(5), x(3)};
            case DOTTED -> new float[] {x(1.5), x(3)};
          },
          0);
      p.moveTo(x(x1), y(y1));
      p.lineTo(x(x2), y(y2));
      p.stroke();
    });
  }

  @Override
  public void polyline(double[] xs, double[] ys, boolean closed, Ink ink) {
    draw(p -> {
      p.moveTo(x(xs[0]), y(ys[0]));
      for (int i = 1; i < xs.length; i++) {
        p.lineTo(x(xs[i]), y(ys[i]));
      }
      if (closed) {
        fill(p, ink);
        p.fill();
      } else {
        stroke(p, ink, 1);
        p.setLineDashPattern(new float[] {}, 0);
        p.stroke();
      }
    });
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
    if (fill == null && border == null) {
      return;
    }
    draw(p -> {
      outline(p, x, y, x + width, y + height, radius);
      p.setLineDashPattern(new float[] {}, 0);
      if (fill != null) {
        fill(p, fill);
      }
      if (border == null) {
        p.fill();
        return;
      }
      stroke(p, border, 1);
      if (fill == null) {
        p.stroke();
      } else {
        p.fillAndStroke();
      }
    });
  }

  private void outline(
      PDPageContentStream p, double left, double top, double right, double bottom, double r)
      throws IOException {
    double k = r * (1 - CURVE);
    p.moveTo(x(left + r), y(top));
    p.lineTo(x(right - r), y(top));
    p.curveTo(x(right - k), y(top), x(right), y(top + k), x(right), y(top + r));
    p.lineTo(x(right), y(bottom - r));
    p.curveTo(x(right), y(bottom - k), x(right - k), y(bottom), x(right - r), y(bottom));
    p.lineTo(x(left + r), y(bottom));
    p.curveTo(x(left + k), y(bottom), x(left), y(bottom - k), x(left), y(bottom - r));
    p.lineTo(x(left), y(top + r));
    p.curveTo(x(left), y(top + k), x(left + k), y(top), x(left + r), y(top));
    p.closePath();
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
    draw(p -> {
      p.beginText();
      p.newLineAtOffset(x(left), y(baseline));
      for (Run run : runs) {
        fill(p, run.ink());
        stroke(p, run.ink(), run.size() * BOLD);
        p.setLineDashPattern(new float[] {}, 0);
        p.setRenderingMode(run.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        p.setFont(font, x(run.size()));
        p.showText(encodable(run.text()));
      }
      p.endText();
    });
  }

  /** PDFBox refuses a text with a glyph that the font lacks. */
  private String encodable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(known.computeIfAbsent(c, this::known) ? c : '?'));
    return clean.toString();
  }

  private boolean known(int c) {
    try {
      font.encode(Character.toString(c));
      return c >= ' ' && c != 0x7F;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double width(Run run) {
    try {
      return font.getStringWidth(encodable(run.text())) / 1000 * run.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
