package org.earpiece.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws into an SVG 1.1 document. The viewer chooses a font like the window's. */
public final class SvgDrawing implements Drawing {
  private static final String FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

  private final Theme theme;
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** A document of a size in pixels with the panel's ground. */
  public SvgDrawing(double width, double height, Theme theme, String title) {
    this.theme = theme;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                + " viewBox=\"0 0 %1$.0f %2$.0f\" font-family=\"%3$s\">%n",
            width,
            height,
            FONT));
    out.append("<title>");
    escape(title);
    out.append("</title>\n");
    rectangle(0, 0, width, height, 0, Ink.PANEL, null);
  }

  /** The document, complete. */
  public String document() {
    return out + "</svg>\n";
  }

  private SvgDrawing number(String attribute, double value) {
    out.append(' ').append(attribute).append("=\"");
    String text = String.format(Locale.ROOT, "%.1f", value);
    out.append(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).append('"');
    return this;
  }

  private SvgDrawing colour(String attribute, @Nullable Ink ink) {
    String value = ink == null ? "none" : String.format("#%06x", theme.rgb(ink));
    out.append(' ').append(attribute).append("=\"").append(value).append('"');
    return this;
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, Stroke stroke, Ink ink) {
    out.append("<line");
    number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
    number("stroke-width", width).colour("stroke", ink);
    out.append(
        switch (stroke) {
          case SOLID -> "/>\n";
          case DASHED -> " stroke-dasharray=\"5 3\"/>\n";
          case DOTTED -> " stroke-dasharray=\"1.5 3\"/>\n";
        });
  }

  @Override
  public void polyline(double[] xs, double[] ys, boolean closed, Ink ink) {
    out.append(closed ? "<polygon" : "<polyline").append(" points=\"");
    for (int i = 0; i < xs.length; i++) {
      out.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", xs[i], ys[i]));
    }
    out.append('"');
    colour("fill", closed ? ink : null);
    if (!closed) {
      colour("stroke", ink);
    }
    out.append("/>\n");
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
    out.append("<rect");
    number("x", x).number("y", y).number("width", width).number("height", height);
    if (radius > 0) {
      number("rx", radius);
    }
    colour("fill", fill);
    if (border != null) {
      colour("stroke", border);
    }
    out.append("/>\n");
  }

  @Override
  public void text(double x, double baseline, Anchor anchor, List<Run> runs) {
    out.append("<text");
    number("x", x).number("y", baseline);
    switch (anchor) {
      case START -> {}
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    out.append(" xml:space=\"preserve\">");
    for (Run run : runs) {
      out.append("<tspan");
      number("font-size", run.size()).colour("fill", run.ink());
      out.append(run.bold() ? " font-weight=\"600\">" : ">");
      escape(run.text());
      out.append("</tspan>");
    }
    out.append("</text>\n");
  }

  /** XML 1.0 allows no control characters and no half surrogates, not even escaped. */
  private void escape(String text) {
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean allowed =
                  c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
              out.appendCodePoint(allowed ? c : 0xFFFD);
            }
          }
        });
  }

  @Override
  public double width(Run run) {
    double ems = 0;
    for (int i = 0; i < run.text().length(); i++) {
      ems += ems(run.text().charAt(i));
    }
    return ems * run.size() * (run.bold() ? 1.06 : 1);
  }

  /** About the widths of the usual sans-serif fonts. */
  private static double ems(char c) {
    if ("iljtfrI.,:;'|!()[] /".indexOf(c) >= 0) {
      return 0.32;
    }
    if ("mwMW@%".indexOf(c) >= 0) {
      return 0.88;
    }
    if (c >= 0x2E80) {
      return 1;
    }
    return Character.isUpperCase(c) ? 0.69 : 0.58;
  }
}
