package org.earpiece.report.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.Drawing.Stroke;
import org.earpiece.report.FittedRuns;
import org.earpiece.report.Ink;
import org.earpiece.report.PdfDrawing;
import org.earpiece.report.Theme;

/** A list on pages of paper (A4 across), as PDF: its head on each page, lines below a row inset. */
public final class ListPages {
  private static final double PAPER_WIDTH = 842;
  private static final double PAPER_HEIGHT = 595;
  private static final double MARGIN = 28;
  private static final double ROW = 13;
  private static final double SIZE = 8;
  private static final double PAD = 4;
  private static final double INSET = 16;

  /**
   * A column.
   *
   * @param width in any unit: all of them together fill the paper
   */
  public record Column(String title, double width, boolean right) {}

  /**
   * A row.
   *
   * @param details lines that stand below it, in full
   */
  public record Row(List<String> cells, List<String> details) {}

  private final String title;
  private final List<Column> columns;
  private final double unit;
  private double y = PAPER_HEIGHT;
  private int page;

  public ListPages(String title, List<Column> columns) {
    this.title = title;
    this.columns = List.copyOf(columns);
    double all = columns.stream().mapToDouble(Column::width).sum();
    unit = (PAPER_WIDTH - 2 * MARGIN) / Math.max(1, all);
  }

  /** Writes all rows. */
  public void write(List<Row> rows, OutputStream out) throws IOException {
    try (PdfDrawing pdf = new PdfDrawing(Theme.LIGHT, title)) {
      begin(pdf);
      for (Row row : rows) {
        room(pdf);
        cells(pdf, row.cells(), Ink.TEXT);
        for (String line : row.details()) {
          room(pdf);
          text(pdf, MARGIN + INSET, PAPER_WIDTH - 2 * MARGIN - INSET, false, line, Ink.DIM);
          y += ROW;
        }
      }
      pdf.write(out);
    }
  }

  private void room(PdfDrawing pdf) {
    if (y + ROW > PAPER_HEIGHT - MARGIN) {
      begin(pdf);
    }
  }

  private void begin(PdfDrawing pdf) {
    page++;
    pdf.page(PAPER_WIDTH, PAPER_HEIGHT, 1);
    y = MARGIN;
    text(pdf, MARGIN, PAPER_WIDTH - 4 * MARGIN, false, title, Ink.DIM);
    text(pdf, MARGIN, PAPER_WIDTH - 2 * MARGIN, true, Integer.toString(page), Ink.DIM);
    y += 1.5 * ROW;
    cells(pdf, columns.stream().map(Column::title).toList(), Ink.DIM);
    pdf.line(MARGIN, y, PAPER_WIDTH - MARGIN, y, 0.5, Stroke.SOLID, Ink.LINE);
  }

  private void cells(PdfDrawing pdf, List<String> cells, Ink ink) {
    double x = MARGIN;
    for (int i = 0; i < columns.size() && i < cells.size(); i++) {
      double width = columns.get(i).width() * unit;
      text(pdf, x, width, columns.get(i).right(), cells.get(i), ink);
      x += width;
    }
    y += ROW;
  }

  private void text(PdfDrawing pdf, double x, double width, boolean right, String text, Ink ink) {
    Run run = new Run(text, SIZE, false, ink);
    double at = right ? x + width - PAD : x + PAD;
    Anchor anchor = right ? Anchor.END : Anchor.START;
    pdf.text(at, y + ROW - PAD, anchor, FittedRuns.in(pdf, width - 2 * PAD, run));
  }
}
