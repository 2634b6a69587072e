package org.earpiece.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.voip.ladder.LadderModel;
import org.jspecify.annotations.Nullable;

/** The formats that a ladder can be written in. */
public enum LadderFile {
  SVG,
  PDF,
  PNG,
  TXT;

  private static final double WIDTH = 900;

  /** A4 across, in points, and its margin. */
  private static final double PAPER_WIDTH = 842;

  private static final double PAPER_HEIGHT = 595;
  private static final double PAPER_MARGIN = 24;

  /** The format that a file's name asks for, or null. */
  public static @Nullable LadderFile of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String ending = fileName.substring(dot + 1).toUpperCase(Locale.ROOT);
    for (LadderFile format : values()) {
      if (dot >= 0 && format.name().equals(ending)) {
        return format;
      }
    }
    return null;
  }

  /** Writes a ladder; the stream stays open. */
  public void write(LadderModel model, String title, Theme theme, OutputStream out)
      throws IOException {
    switch (this) {
      case SVG -> out.write(svg(model, title, theme).getBytes(StandardCharsets.UTF_8));
      case PDF -> pdf(model, title, theme, out);
      case PNG -> {
        LadderDrawing ladder = new LadderDrawing(model, WIDTH);
        PngDrawing png = new PngDrawing(ladder.width(), height(ladder), theme);
        whole(ladder, png);
        png.write(out);
      }
      case TXT ->
          out.write(TextLadder.write(model, Terminal.PLAIN).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String svg(LadderModel model, String title, Theme theme) {
    LadderDrawing ladder = new LadderDrawing(model, WIDTH);
    SvgDrawing svg = new SvgDrawing(ladder.width(), height(ladder), theme, title);
    whole(ladder, svg);
    return svg.document();
  }

  private static double height(LadderDrawing ladder) {
    return LadderDrawing.HEAD + ladder.height();
  }

  private static void whole(LadderDrawing ladder, Drawing drawing) {
    ladder.drawHead(drawing, 0);
    ladder.drawBody(drawing, 0, ladder.height(), LadderDrawing.HEAD, 0);
  }

  private static void pdf(LadderModel model, String title, Theme theme, OutputStream out)
      throws IOException {
    LadderDrawing ladder = new LadderDrawing(model, WIDTH);
    double scale = Math.min(1, PAPER_WIDTH / ladder.width());
    double wide = PAPER_WIDTH / scale;
    double high = PAPER_HEIGHT / scale;
    double margin = PAPER_MARGIN / scale;
    double room = high - LadderDrawing.HEAD - 2 * margin;
    try (PdfDrawing pdf = new PdfDrawing(theme, title)) {
      double from = 0;
      int number = 1;
      do {
        double to = pageEnd(ladder.rows(), from, room);
        pdf.page(PAPER_WIDTH, PAPER_HEIGHT, scale);
        pdf.rectangle(0, 0, wide, high, 0, Ink.PANEL, null);
        pdf.text(margin, margin, Anchor.START, List.of(new Run(title, 11, true, Ink.TEXT)));
        Run page = new Run(Integer.toString(number++), 10, false, Ink.DIM);
        pdf.text(wide - margin, margin, Anchor.END, List.of(page));
        ladder.drawHead(pdf, margin);
        ladder.drawBody(pdf, from, to, margin + LadderDrawing.HEAD - from, 0);
        from = to;
      } while (from < ladder.height());
      pdf.write(out);
    }
  }

  /** Where a page ends: before the row that would be cut. */
  private static double pageEnd(List<Row> rows, double from, double room) {
    double end = from + room;
    for (Row row : rows) {
      if (row.top() > from && row.top() < from + room && row.bottom() > from + room) {
        end = Math.min(end, row.top());
      }
    }
    return end;
  }
}
