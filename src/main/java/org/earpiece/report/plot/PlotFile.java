package org.earpiece.report.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.earpiece.report.PdfDrawing;
import org.earpiece.report.PngDrawing;
import org.earpiece.report.SvgDrawing;
import org.earpiece.report.Theme;
import org.jspecify.annotations.Nullable;

/** The formats that a plot can be written in. */
public enum PlotFile {
  SVG,
  PDF,
  PNG;

  private static final double WIDTH = 960;
  private static final double HEIGHT = 480;

  /** The format that a file's name asks for, or null. */
  public static @Nullable PlotFile of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    for (PlotFile format : values()) {
      if (fileName.indexOf('.') >= 0 && format.name().equals(ending)) {
        return format;
      }
    }
    return null;
  }

  /** Writes a plot; the stream stays open. */
  public void write(Plot plot, Theme theme, OutputStream out) throws IOException {
    PlotDrawing drawing = new PlotDrawing(plot, WIDTH, HEIGHT);
    switch (this) {
      case SVG -> {
        SvgDrawing svg = new SvgDrawing(WIDTH, drawing.height(), theme, plot.title());
        drawing.draw(svg);
        out.write(svg.document().getBytes(StandardCharsets.UTF_8));
      }
      case PDF -> {
        try (PdfDrawing pdf = new PdfDrawing(theme, plot.title())) {
          pdf.page(WIDTH, drawing.height(), 1);
          drawing.draw(pdf);
          pdf.write(out);
        }
      }
      case PNG -> {
        PngDrawing png = new PngDrawing(WIDTH, drawing.height(), theme);
        drawing.draw(png);
        png.write(out);
      }
    }
  }
}
