package org.earpiece.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.report.Drawing.Anchor;
import org.earpiece.report.Drawing.Run;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;

/**
 * A ladder on pages of paper (A4 across): as many below one another as its length takes, and beside
 * one another as its participants take, who stay readable. Each page has its participants at the
 * top and the times at the left; neighbours share a participant.
 */
final class LadderPages {
  private static final double PAPER_WIDTH = 842;
  private static final double PAPER_HEIGHT = 595;
  private static final double PAPER_MARGIN = 24;

  /** Points a pixel at least. */
  private static final double LEAST_SCALE = 0.7;

  private record Stretch(double from, double to) {}

  private final LadderDrawing ladder;
  private final String title;
  private final double scale;
  private final double wide;
  private final double high;
  private final double margin;

  LadderPages(LadderDrawing ladder, String title) {
    this.ladder = ladder;
    this.title = title;
    double fitting = (PAPER_WIDTH - 2 * PAPER_MARGIN) / ladder.width();
    scale = Math.clamp(fitting, LEAST_SCALE, 1);
    wide = PAPER_WIDTH / scale;
    high = PAPER_HEIGHT / scale;
    margin = PAPER_MARGIN / scale;
  }

  void write(Theme theme, OutputStream out) throws IOException {
    List<Stretch> downward = downward();
    List<Stretch> across = across();
    int pages = downward.size() * across.size();
    int number = 0;
    try (PdfDrawing pdf = new PdfDrawing(theme, title)) {
      for (Stretch rows : downward) {
        for (Stretch columns : across) {
          number++;
          page(pdf, rows, columns, number + " / " + pages);
        }
      }
      pdf.write(out);
    }
  }

  private void page(PdfDrawing pdf, Stretch rows, Stretch columns, String number) {
    pdf.page(PAPER_WIDTH, PAPER_HEIGHT, scale);
    pdf.rectangle(0, 0, wide, high, 0, Ink.PANEL, null);
    Run page = new Run(number, 10, false, Ink.DIM);
    double room = wide - 3 * margin - pdf.width(page);
    Run heading = new Run(title, 11, true, Ink.TEXT);
    pdf.text(margin, margin, Anchor.START, FittedRuns.in(pdf, room, heading));
    pdf.text(wide - margin, margin, Anchor.END, List.of(page));
    double top = margin + LadderDrawing.HEAD;
    Window window = new Window(columns.from, columns.to, rows.from, rows.to, margin, top);
    pdf.clip(margin, margin, columns.to - columns.from, top + rows.to - rows.from);
    ladder.drawBody(pdf, window, 0);
    ladder.drawHead(pdf, window, margin);
  }

  /** The heights of the pages: each ends before a row that would be cut. */
  private List<Stretch> downward() {
    double room = high - LadderDrawing.HEAD - 2 * margin;
    List<Row> rows = ladder.rows();
    List<Stretch> pages = new ArrayList<>();
    double from = 0;
    do {
      double end = from + room;
      int cut = ladder.firstBelow(end);
      if (cut < rows.size() && rows.get(cut).top() > from && rows.get(cut).top() < end) {
        end = rows.get(cut).top();
      }
      pages.add(new Stretch(from, end));
      from = end;
    } while (from < ladder.height());
    return pages;
  }

  /** The widths of the pages, without the times that each begins with. */
  private List<Stretch> across() {
    double room = wide - 2 * margin;
    if (ladder.width() <= room + 1) {
      return List.of(new Stretch(0, ladder.width()));
    }
    int each = (int) Math.max(2, (room - ladder.timeWidth()) / ladder.spacing());
    int all = (int) Math.round((ladder.width() - ladder.timeWidth()) / ladder.spacing());
    List<Stretch> pages = new ArrayList<>();
    for (int first = 0; first == 0 || first < all - 1; first += each - 1) {
      double from = first * ladder.spacing();
      double to = from + ladder.timeWidth() + each * ladder.spacing();
      pages.add(new Stretch(from, to));
    }
    return pages;
  }
}
