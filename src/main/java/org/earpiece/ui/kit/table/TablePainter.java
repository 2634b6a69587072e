package org.earpiece.ui.kit.table;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.jspecify.annotations.Nullable;

/** Draws the head and the rows of a table. FX thread. */
final class TablePainter {
  static final double HEAD = 27;
  private static final double PAD = 8;
  private static final double BADGE_SIZE = 11.5;
  private static final double BADGE_HEIGHT = 19;
  private static final double CAP = 0.727;

  /** How far from the left edge of its cell the mark of a row that folds is clicked. */
  static final double FOLD_MARK = 20;

  private static final double FOLD_INDENT = 14;
  private static final double UNDER_INDENT = 30;
  private static final double TRIANGLE = 3.5;

  private final Font text = Fonts.regular(Fonts.BASE);
  private final Font head = Fonts.medium(Fonts.SMALL);
  private final Font badge = Fonts.medium(BADGE_SIZE);
  private final GlyphWidths textWidths = new GlyphWidths(text);
  private final GlyphWidths headWidths = new GlyphWidths(head);
  private final GlyphWidths badgeWidths = new GlyphWidths(badge);
  private final Cell cell = new Cell();

  /** What is drawn, beside the rows. */
  record Scene(
      TableRows rows,
      ColumnSet columns,
      Viewport viewport,
      RowSelection selection,
      SortOrder sort,
      int hoverRow,
      int dropColumn,
      boolean focusVisible,
      double scrollX) {}

  void draw(GraphicsContext g, double width, double height, Palette p, Scene scene) {
    g.setFill(p.panel());
    g.fillRect(0, 0, width, height);
    g.save();
    g.beginPath();
    g.rect(0, HEAD, width, height - HEAD);
    g.clip();
    List<Integer> columns = scene.columns.visible();
    for (int row = scene.viewport.first(); row < scene.viewport.end(); row++) {
      row(g, width, p, scene, columns, row);
    }
    g.restore();
    head(g, width, p, scene, columns);
    if (scene.focusVisible) {
      g.setStroke(p.accent());
      g.setLineWidth(1);
      g.strokeRect(0.5, HEAD + 0.5, width - 1, height - HEAD - 1);
    }
  }

  private void row(
      GraphicsContext g, double width, Palette p, Scene scene, List<Integer> columns, int row) {
    double y = Math.rint(HEAD + row * Viewport.ROW - scene.viewport.offset());
    Color ground = ground(p, scene, row);
    if (ground != null) {
      g.setFill(ground);
      g.fillRect(0, y, width, Viewport.ROW);
    }
    Color ink = scene.selection.has(scene.rows.key(row)) ? null : scene.rows.ink(row, p);
    double x = -scene.scrollX;
    for (int column : columns) {
      double w = scene.columns.width(column, width);
      if (x + w > 0 && x < width) {
        scene.rows.cell(row, column, cell.clear());
        Color own = ink != null && !cell.isBadge() ? ink : cell.ink().of(p);
        cell(g, p, own, x, y, w, scene.columns.column(column).right());
      }
      x += w;
    }
  }

  private static @Nullable Color ground(Palette p, Scene scene, int row) {
    if (scene.selection.has(scene.rows.key(row))) {
      return p.selection();
    }
    Color tint = scene.rows.ground(row, p);
    return tint != null ? tint : row == scene.hoverRow ? p.hover() : null;
  }

  private void cell(
      GraphicsContext g, Palette p, Color ink, double x, double y, double w, boolean right) {
    if (cell.text().isEmpty()) {
      return;
    }
    double room = w - 2 * PAD - indent();
    if (cell.fold().folds()) {
      triangle(g, p, x + PAD, y + Viewport.ROW / 2, cell.fold() == Fold.OPEN);
    }
    g.setFill(ink);
    if (cell.isBadge()) {
      badge(g, p, x + PAD, y, room);
      return;
    }
    String words = textWidths.fit(cell.text(), room);
    double left = right ? x + w - PAD - textWidths.of(words) : x + PAD + indent();
    g.setFont(text);
    g.fillText(words, Math.rint(left), baseline(y, Viewport.ROW, Fonts.BASE));
  }

  private double indent() {
    return !cell.folding() ? 0 : cell.fold() == Fold.UNDER ? UNDER_INDENT : FOLD_INDENT;
  }

  /** A mark that points down where rows follow, and to them where they are hidden. */
  private static void triangle(GraphicsContext g, Palette p, double x, double y, boolean open) {
    double t = TRIANGLE;
    g.setFill(p.dim());
    if (open) {
      g.fillPolygon(
          new double[] {x, x + 2 * t, x + t}, new double[] {y - t / 2, y - t / 2, y + t}, 3);
    } else {
      g.fillPolygon(
          new double[] {x + 1, x + 1, x + 1 + 1.5 * t}, new double[] {y - t, y + t, y}, 3);
    }
  }

  /** How a row stands to others, where a column shows it. */
  Fold fold(TableRows rows, int row, int column) {
    rows.cell(row, column, cell.clear());
    return cell.fold();
  }

  private void badge(GraphicsContext g, Palette p, double x, double y, double room) {
    String words = badgeWidths.fit(cell.text(), room - 2 * PAD);
    double w = Math.ceil(badgeWidths.of(words)) + 2 * PAD;
    double top = y + Math.floor((Viewport.ROW - BADGE_HEIGHT) / 2) + 0.5;
    g.setStroke(cell.ink().of(p));
    g.setLineWidth(1);
    g.strokeRoundRect(x + 0.5, top, w, BADGE_HEIGHT - 1, BADGE_HEIGHT - 1, BADGE_HEIGHT - 1);
    g.setFont(badge);
    g.fillText(words, x + PAD + 0.5, baseline(y, Viewport.ROW, BADGE_SIZE));
  }

  private void head(
      GraphicsContext g, double width, Palette p, Scene scene, List<Integer> columns) {
    double x = -scene.scrollX;
    g.setFont(head);
    for (int column : columns) {
      double w = scene.columns.width(column, width);
      boolean sorted = scene.sort.column() == column;
      g.setFill(sorted ? p.text() : p.dim());
      TableColumn declared = scene.columns.column(column);
      String title = declared.title() + (sorted ? scene.sort.descending() ? " ▼" : " ▲" : "");
      String words = headWidths.fit(title, w - 2 * PAD);
      double left = declared.right() ? x + w - PAD - headWidths.of(words) : x + PAD;
      g.fillText(words, Math.rint(left), baseline(0, HEAD - 1, Fonts.SMALL));
      if (scene.dropColumn == column) {
        g.setFill(p.accent());
        g.fillRect(x, 0, 2, HEAD);
      }
      x += w;
    }
    g.setFill(p.line());
    g.fillRect(0, HEAD - 1, width, 1);
  }

  /** The text of a cell where it does not fit, else null. */
  @Nullable String clipped(TableRows rows, int row, int column, double width) {
    rows.cell(row, column, cell.clear());
    GlyphWidths widths = cell.isBadge() ? badgeWidths : textWidths;
    double room = width - 2 * PAD - indent() - (cell.isBadge() ? 2 * PAD : 0);
    return widths.of(cell.text()) > room ? cell.text() : null;
  }

  /** How wide a cell would like to be. */
  double wanted(TableRows rows, int row, int column) {
    rows.cell(row, column, cell.clear());
    GlyphWidths widths = cell.isBadge() ? badgeWidths : textWidths;
    double frame = cell.isBadge() ? 2 * PAD + 2 : 0;
    return Math.ceil(widths.of(cell.text()) + 2 * PAD + indent() + frame) + 1;
  }

  double wantedHead(TableColumn column) {
    return Math.ceil(headWidths.of(column.title() + " ▼") + 2 * PAD) + 1;
  }

  String text(TableRows rows, int row, int column) {
    rows.cell(row, column, cell.clear());
    return cell.text();
  }

  private static double baseline(double y, double height, double size) {
    return Math.rint(y + (height + size * CAP) / 2);
  }
}
