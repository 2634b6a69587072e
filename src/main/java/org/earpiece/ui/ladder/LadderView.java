package org.earpiece.ui.ladder;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.earpiece.report.LadderDrawing;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.report.LadderLook;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Palette;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.jspecify.annotations.Nullable;

/**
 * A ladder that scrolls below its participants. Draws only the rows in view. Up and down walk the
 * rows, Enter selects, hovering explains. FX thread.
 */
final class LadderView extends CanvasView {
  private static final double BAR = 12;
  private static final double WHEEL = 1.5;

  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final Tooltip tooltip = new Tooltip();
  private final Consumer<Row> onSelect;
  private @Nullable LadderModel model;
  private @Nullable LadderDrawing drawing;
  private LadderLook look = LadderLook.PLAIN;
  private LadderScroll scroll = LadderScroll.TOP;
  private @Nullable Row hover;
  private int frame;
  private int stream;
  private boolean adjusting;

  /**
   * An empty view.
   *
   * @param onSelect is told the row that was clicked or walked to
   */
  LadderView(Consumer<Row> onSelect) {
    this.onSelect = onSelect;
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    vertical.setOrientation(Orientation.VERTICAL);
    vertical.setManaged(false);
    horizontal.setManaged(false);
    getChildren().addAll(vertical, horizontal);
    vertical.valueProperty().addListener((o, was, is) -> dragged(scroll.to(is.doubleValue())));
    horizontal
        .valueProperty()
        .addListener((o, was, is) -> dragged(scroll.toX(is.doubleValue(), inView(), wide())));
    tooltip.setShowDelay(Duration.millis(350));
    tooltip.setShowDuration(Duration.seconds(30));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    setOnMouseMoved(e -> hover(rowAt(e)));
    setOnMouseExited(e -> hover(null));
    setOnMousePressed(this::press);
    setOnScroll(this::wheel);
    setOnKeyPressed(this::key);
  }

  /**
   * Shows a ladder.
   *
   * @param grown whether it is the one of before, grown: the view stays where it is
   */
  void show(LadderModel next, LadderLook newLook, boolean grown) {
    LadderDrawing before = drawing;
    model = next;
    look = newLook;
    if (!grown) {
      scroll = LadderScroll.TOP;
      hover(null);
    }
    layOut();
    if (grown && before != null && !scroll.atEnd()) {
      scroll = scroll.to(scroll.y() + moved(before));
      adjust();
    }
  }

  /** How far the first row in view has moved since another drawing. */
  private double moved(LadderDrawing before) {
    LadderDrawing now = drawing;
    for (int i = before.firstBelow(scroll.y()); now != null && i < before.rows().size(); i++) {
      Row row = before.rows().get(i);
      Row same = row.frames().isEmpty() ? null : now.ofFrame(row.frames().getFirst());
      if (same != null) {
        return same.top() - row.top();
      }
    }
    return 0;
  }

  /** Marks the row of a frame, and the band of a stream. */
  void select(int newFrame, int newStream) {
    boolean moved = newFrame != frame || newStream != stream;
    frame = newFrame;
    stream = newStream;
    if (moved) {
      reveal(selected());
      invalidate();
    }
  }

  private void reveal(@Nullable Row row) {
    if (row != null) {
      scroll = scroll.reveal(row.top(), row.bottom());
      adjust();
    }
  }

  private @Nullable Row selected() {
    LadderDrawing d = drawing;
    if (d == null) {
      return null;
    }
    Row ofFrame = frame > 0 ? d.ofFrame(frame) : null;
    if (ofFrame != null) {
      return ofFrame;
    }
    for (Row row : d.rows()) {
      if (row.entry() instanceof Media media && media.stream() == stream) {
        return row;
      }
    }
    return null;
  }

  private double inView() {
    return getWidth() - BAR;
  }

  private double wide() {
    return drawing == null ? 0 : drawing.width();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    layOut();
    double top = LadderDrawing.HEAD;
    vertical.resizeRelocate(getWidth() - BAR, top, BAR, Math.max(0, getHeight() - top));
    horizontal.resizeRelocate(0, getHeight() - BAR, Math.max(0, inView()), BAR);
  }

  private void layOut() {
    LadderModel m = model;
    if (m == null || getWidth() <= BAR) {
      return;
    }
    LadderDrawing next = new LadderDrawing(m, look, inView());
    drawing = next;
    double below = wide() > inView() ? BAR : 0;
    double view = Math.max(0, getHeight() - LadderDrawing.HEAD - below);
    scroll = scroll.resized(view, next.height()).toX(scroll.x(), inView(), next.width());
    adjust();
  }

  /** Puts the scroll bars where the view is. */
  private void adjust() {
    adjusting = true;
    bar(vertical, scroll.y(), scroll.view(), scroll.all());
    bar(horizontal, scroll.x(), inView(), wide());
    adjusting = false;
    invalidate();
  }

  private static void bar(ScrollBar bar, double at, double view, double all) {
    double most = Math.max(0, all - view);
    bar.setVisible(most > 0);
    bar.setMax(most);
    bar.setVisibleAmount(all > 0 ? most * view / all : 0);
    bar.setBlockIncrement(view * 0.9);
    bar.setUnitIncrement(40);
    bar.setValue(Math.min(at, most));
  }

  private void dragged(LadderScroll next) {
    if (!adjusting) {
      scroll = next;
      invalidate();
    }
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette palette) {
    LadderDrawing d = drawing;
    if (d == null) {
      return;
    }
    CanvasDrawing canvas = new CanvasDrawing(g, palette);
    double dy = LadderDrawing.HEAD - scroll.y();
    Row over = hover;
    if (over != null && !(over.entry() instanceof Media)) {
      g.setFill(palette.hover());
      g.fillRect(0, over.top() + dy, width, over.bottom() - over.top());
    }
    Window window =
        new Window(
            scroll.x(),
            scroll.x() + inView(),
            scroll.y(),
            scroll.y() + scroll.view(),
            0,
            LadderDrawing.HEAD);
    d.drawBody(canvas, window, frame);
    streamMark(g, palette, d, dy);
    g.setFill(palette.panel());
    g.fillRect(0, 0, width, LadderDrawing.HEAD);
    d.drawHead(canvas, window, 0);
    if (scroll.y() > 0) {
      g.setStroke(palette.line());
      g.setLineWidth(1);
      g.strokeLine(0, LadderDrawing.HEAD - 0.5, width, LadderDrawing.HEAD - 0.5);
    }
  }

  private void streamMark(GraphicsContext g, Palette palette, LadderDrawing d, double dy) {
    Row over = hover;
    List<Row> rows = d.rows();
    for (int i = d.firstBelow(scroll.y());
        i < rows.size() && rows.get(i).top() < scroll.y() + scroll.view();
        i++) {
      Row row = rows.get(i);
      boolean marked = row.entry() instanceof Media media && media.stream() == stream;
      if (marked || (row.equals(over) && row.entry() instanceof Media)) {
        g.setStroke(marked ? palette.accent() : palette.dim());
        g.setLineWidth(marked ? 2 : 1);
        g.strokeRoundRect(
            row.left() - scroll.x(),
            row.top() + dy,
            row.right() - row.left(),
            row.bottom() - row.top(),
            8,
            8);
      }
    }
  }

  private @Nullable Row rowAt(MouseEvent e) {
    LadderDrawing d = drawing;
    if (d == null || e.getY() < LadderDrawing.HEAD || e.getX() > inView()) {
      return null;
    }
    return d.at(e.getX() + scroll.x(), e.getY() - LadderDrawing.HEAD + scroll.y());
  }

  private void hover(@Nullable Row row) {
    if (row == null ? hover == null : row.equals(hover)) {
      return;
    }
    hover = row;
    tooltip.hide();
    Tooltip.uninstall(this, tooltip);
    setCursor(row == null ? Cursor.DEFAULT : Cursor.HAND);
    LadderModel m = model;
    if (row != null && m != null) {
      tooltip.setText(RowWords.explain(row.entry(), m));
      Tooltip.install(this, tooltip);
    }
    invalidate();
  }

  private void press(MouseEvent e) {
    requestFocus();
    Row row = rowAt(e);
    if (row != null) {
      onSelect.accept(row);
    }
  }

  private void wheel(ScrollEvent e) {
    boolean sideways = e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY());
    double delta = e.getDeltaX() + e.getDeltaY();
    scroll =
        sideways
            ? scroll.toX(scroll.x() - delta, inView(), wide())
            : scroll.to(scroll.y() - e.getDeltaY() * WHEEL);
    adjust();
    hover(null);
    e.consume();
  }

  private void key(KeyEvent e) {
    LadderDrawing d = drawing;
    if (d == null || d.rows().isEmpty()) {
      return;
    }
    List<Row> rows = d.rows();
    Row now = selected();
    int at = now == null ? -1 : rows.indexOf(now);
    int page = (int) Math.max(1, scroll.view() / 30);
    boolean used = true;
    switch (e.getCode()) {
      case UP -> go(rows, at < 0 ? rows.size() - 1 : at - 1);
      case DOWN -> go(rows, at + 1);
      case HOME -> go(rows, 0);
      case END -> go(rows, rows.size() - 1);
      case PAGE_UP -> go(rows, at - page);
      case PAGE_DOWN -> go(rows, at + page);
      case ENTER -> go(rows, at);
      default -> used = false;
    }
    if (used) {
      e.consume();
    }
  }

  private void go(List<Row> rows, int index) {
    Row row = rows.get(Math.clamp(index, 0, rows.size() - 1));
    reveal(row);
    onSelect.accept(row);
  }
}
