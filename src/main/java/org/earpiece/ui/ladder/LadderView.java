package org.earpiece.ui.ladder;

import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.earpiece.report.LadderDrawing;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.report.LadderLook;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.drawing.CanvasDrawing;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * A ladder that scrolls below its participants. Draws only the rows in view. Up and down walk the
 * rows, left and right the participants, Enter selects, hovering explains. FX thread.
 */
final class LadderView extends CanvasView {
  /** Learns what a person does. */
  interface Listener {
    /** A row was clicked or walked to; {@code opened} by a click or Enter. */
    void select(Row row, boolean opened);

    /** A menu is wanted for a row. */
    void rowMenu(Row row, double screenX, double screenY);

    /** A menu is wanted for a participant. */
    void participantMenu(int participant, double screenX, double screenY);

    /** A participant was drawn to another's place. */
    void move(int participant, int to);

    /** A key was pressed that does not move about. */
    boolean key(KeyEvent e, int participant);

    /** A character was typed. */
    void typed(KeyEvent e);
  }

  private static final double BAR = 12;
  private static final double WHEEL = 1.5;

  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final Tooltip tooltip = new Tooltip();
  private final Listener listener;
  private @Nullable LadderModel model;
  private @Nullable LadderDrawing drawing;
  private LadderLook look = LadderLook.PLAIN;
  private LadderScroll scroll = LadderScroll.TOP;
  private @Nullable Row hover;
  private int frame;
  private int stream;
  private int participant = -1;
  private int drawnTo = -1;
  private Set<Integer> matches = Set.of();

  /** What has neither frame nor stream and yet is chosen. */
  private @Nullable Entry cursor;

  private boolean adjusting;

  /** Keeps the columns where they are while the width is the one of the last layout. */
  private double leastSpacing;

  private double laidOut;

  /** An empty view. */
  LadderView(Listener listener) {
    this.listener = listener;
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
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnContextMenuRequested(this::menu);
    setOnScroll(this::wheel);
    setOnKeyPressed(this::key);
    setOnKeyTyped(listener::typed);
  }

  /**
   * Shows a ladder.
   *
   * @param grown whether it is the one of before, grown: the view stays where it is
   * @param steady whether its columns stay where they are, too
   */
  void show(LadderModel next, LadderLook newLook, boolean grown, boolean steady) {
    LadderDrawing before = drawing;
    leastSpacing = steady && before != null ? before.spacing() : 0;
    model = next;
    look = newLook;
    if (!grown) {
      scroll = LadderScroll.TOP;
      hover(null);
    }
    layOut();
    LadderDrawing now = drawing;
    if (grown && before != null && now != null) {
      scroll = scroll.following(before, now);
      adjust();
    }
  }

  /** Whether the whole ladder is in view, at rest: then nobody has lost their place. */
  boolean whole() {
    return scroll.all() <= scroll.view() && wide() <= inView();
  }

  /** Marks the row of a frame, and the band of a stream. */
  void select(int newFrame, int newStream) {
    boolean moved = newFrame != frame || newStream != stream;
    cursor = moved ? null : cursor;
    frame = newFrame;
    stream = newStream;
    if (moved) {
      reveal(selected());
      tell();
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
    Entry chosen = cursor;
    if (chosen != null) {
      for (Row row : d.rows()) {
        if (row.entry().equals(chosen)) {
          return row;
        }
      }
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
    if (inView() != laidOut) {
      leastSpacing = 0;
      laidOut = inView();
    }
    LadderDrawing next = new LadderDrawing(m, look, inView(), leastSpacing);
    drawing = next;
    tell();
    double below = wide() > inView() ? BAR : 0;
    double view = Math.max(0, getHeight() - LadderDrawing.HEAD - below);
    scroll = scroll.resized(view, next.height()).toX(scroll.x(), inView(), next.width());
    adjust();
  }

  /** What a screen reader says. */
  private void tell() {
    LadderModel m = model;
    if (m != null) {
      setAccessibleText(RowWords.ladder(m, selected()));
    }
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
    LadderMarks marks = new LadderMarks(g, palette, d, window);
    marks.found(matches);
    marks.cursor(cursor);
    d.drawBody(canvas, window, frame);
    marks.streams(stream, over);
    g.setFill(palette.panel());
    g.fillRect(0, 0, width, LadderDrawing.HEAD);
    d.drawHead(canvas, window, 0);
    if (participant < d.participants() && (isFocused() || drawnTo >= 0)) {
      marks.head(participant, drawnTo);
    }
    if (scroll.y() > 0) {
      g.setStroke(palette.line());
      g.setLineWidth(1);
      g.strokeLine(0, LadderDrawing.HEAD - 0.5, width, LadderDrawing.HEAD - 0.5);
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
    if (e.getButton() != MouseButton.PRIMARY) {
      return;
    }
    participant = inHead(e.getY()) ? participantAt(e.getX()) : -1;
    Row row = rowAt(e);
    if (row != null) {
      choose(row, true);
    }
    invalidate();
  }

  private boolean inHead(double y) {
    return y < LadderDrawing.HEAD;
  }

  private int participantAt(double x) {
    LadderDrawing d = drawing;
    return d == null || x > inView() ? -1 : d.participantAt(x + scroll.x());
  }

  private void drag(MouseEvent e) {
    if (participant >= 0 && e.isPrimaryButtonDown()) {
      drawnTo = participantAt(e.getX());
      invalidate();
    }
  }

  private void release(MouseEvent e) {
    int to = drawnTo;
    drawnTo = -1;
    if (participant >= 0 && to >= 0 && to != participant) {
      int from = participant;
      participant = to;
      listener.move(from, to);
    }
  }

  private void menu(ContextMenuEvent e) {
    LadderDrawing d = drawing;
    if (d == null) {
      return;
    }
    boolean keys = e.isKeyboardTrigger();
    int column = keys ? participant : inHead(e.getY()) ? participantAt(e.getX()) : -1;
    Row row =
        keys ? selected() : d.at(e.getX() + scroll.x(), e.getY() - LadderDrawing.HEAD + scroll.y());
    if (column >= 0) {
      Point2D at = keys ? localToScreen(d.x(column) - scroll.x(), 40) : null;
      listener.participantMenu(
          column, at == null ? e.getScreenX() : at.getX(), at == null ? e.getScreenY() : at.getY());
    } else if (row != null && (keys || !inHead(e.getY()))) {
      Point2D at =
          keys
              ? localToScreen(120, row.bottom() - scroll.y() + LadderDrawing.HEAD)
              : new Point2D(e.getScreenX(), e.getScreenY());
      listener.rowMenu(row, at.getX(), at.getY());
    }
  }

  /** Marks the rows of frames: what was looked for. */
  void matches(Set<Integer> frames) {
    matches = Set.copyOf(frames);
    invalidate();
  }

  /** Selects the next marked row, or the one before. */
  void step(boolean forward) {
    LadderDrawing d = drawing;
    if (d == null || matches.isEmpty()) {
      return;
    }
    List<Row> rows = d.rows();
    Row now = selected();
    int at = now == null ? (forward ? -1 : rows.size()) : rows.indexOf(now);
    for (int i = 1; i <= rows.size(); i++) {
      int next = Math.floorMod(at + (forward ? i : -i), rows.size());
      if (rows.get(next).frames().stream().anyMatch(matches::contains)) {
        go(rows, next);
        return;
      }
    }
  }

  /** What the mouse or the keys have selected at the top; -1 for none. */
  void participant(int index) {
    participant = index;
    LadderDrawing d = drawing;
    if (d != null && index >= 0) {
      double left = d.x(index) - d.timeWidth() - 80;
      double right = d.x(index) + 80 - inView();
      double x = scroll.x() > left ? left : Math.max(scroll.x(), right);
      scroll = scroll.toX(x, inView(), wide());
      adjust();
    }
    invalidate();
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
      case ENTER -> choose(rows.get(Math.max(0, at)), true);
      case LEFT, RIGHT -> used = sideways(e);
      default -> used = listener.key(e, participant);
    }
    if (used) {
      e.consume();
    }
  }

  /** Left and Right choose a participant, with Shift they move it. */
  private boolean sideways(KeyEvent e) {
    LadderModel m = model;
    int count = m == null ? 0 : m.participants().size();
    int next = participant + (e.getCode() == KeyCode.LEFT ? -1 : 1);
    if (e.isShortcutDown() || e.isAltDown() || count == 0) {
      return false;
    }
    int to = Math.clamp(next, 0, count - 1);
    if (e.isShiftDown() && participant >= 0 && to != participant) {
      int from = participant;
      listener.move(from, to);
    }
    participant(to);
    return true;
  }

  private void go(List<Row> rows, int index) {
    choose(rows.get(Math.clamp(index, 0, rows.size() - 1)), false);
  }

  /** Quiet stretches are only opened when that is asked for, not when one walks over them. */
  private void choose(Row row, boolean open) {
    boolean silent = row.entry() instanceof Quiet || row.entry() instanceof Hold;
    cursor = silent ? row.entry() : null;
    reveal(row);
    if (open || !silent) {
      listener.select(row, open);
    }
    tell();
    invalidate();
  }
}
