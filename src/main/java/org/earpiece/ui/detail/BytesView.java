package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.earpiece.bytes.ByteFormat;
import org.earpiece.dissect.DetailNode;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one source of a packet in hex and as text, those of the selected node marked; a click
 * selects the innermost node, dragging or Shift selects bytes to copy. FX thread.
 */
final class BytesView extends CanvasView {
  private static final double ROW = 18;
  private static final double PADDING = 12;
  private static final double BAR = 12;
  private static final HexFormat HEX = HexFormat.of();

  /** What the view tells. */
  interface Listener {
    /** A byte was chosen: its innermost node. */
    void chosen(@Nullable DetailNode node);

    /** The mouse is over a node's bytes, or over none. */
    void over(@Nullable DetailNode node);

    /** The items of the menu on what is selected, beside copying. */
    List<MenuItem> items();
  }

  private final Listener listener;
  private final ContextMenu menu = new ContextMenu();
  private final ScrollBar bar = new ScrollBar();
  private @Nullable PacketView packet;
  private int source;
  private byte[] bytes = {};
  private HexGrid grid = new HexGrid(0, 16, 1, ROW, PADDING);
  private int from;
  private int to;
  private int cursor = -1;

  /** Where selecting bytes began, and the byte it reaches; -1 where no bytes are selected. */
  private int anchor = -1;

  private int reach = -1;
  private @Nullable DetailNode hovered;

  BytesView(Listener listener) {
    this.listener = listener;
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText("Bytes of the packet");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setManaged(false);
    bar.valueProperty().addListener(o -> invalidate());
    getChildren().add(bar);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnMouseMoved(e -> hover(at(e)));
    setOnMouseExited(e -> hover(-1));
    setOnScroll(e -> scrollTo(bar.getValue() - e.getDeltaY()));
    setOnKeyPressed(this::key);
    setOnContextMenuRequested(this::menu);
    focusedProperty().addListener(o -> invalidate());
  }

  private void menu(ContextMenuEvent e) {
    List<MenuItem> items = new ArrayList<>(listener.items());
    int start = selectedFrom();
    int end = selectedTo();
    boolean all = end <= start;
    for (ByteFormat format : ByteFormat.values()) {
      items.add(
          Menus.item(
              (all ? "Copy all as " : "Copy as ") + format.title(),
              () -> Clip.put(format.of(bytes, all ? 0 : start, all ? bytes.length : end))));
    }
    menu.getItems().setAll(items);
    menu.show(this, e.getScreenX(), e.getScreenY());
    e.consume();
  }

  private int selectedFrom() {
    return anchor >= 0 ? Math.min(anchor, reach) : from;
  }

  private int selectedTo() {
    return anchor >= 0 ? Math.max(anchor, reach) + 1 : to;
  }

  /** How many bytes are selected by hand; 0 where none are. */
  int selectedBytes() {
    return anchor >= 0 ? selectedTo() - selectedFrom() : 0;
  }

  /** Shows the bytes of a source of a packet and marks those of a node in it. */
  void show(@Nullable PacketView next, int number, @Nullable DetailNode node) {
    if (next != null && (!next.equals(packet) || number != source)) {
      packet = next;
      source = number;
      bytes = number < next.sources().size() ? next.sources().get(number).bytes() : new byte[0];
      cursor = -1;
      anchor = -1;
      hovered = null;
      layOut();
      bar.setValue(0);
    }
    int before = from;
    from = node == null ? 0 : Math.clamp(node.offset(), 0, bytes.length);
    to = node == null ? 0 : Math.clamp(node.offset() + node.length(), from, bytes.length);
    anchor = from == before ? anchor : -1;
    if (to > from) {
      reveal(from);
    }
    invalidate();
  }

  private void reveal(int position) {
    double top = grid.rowY(position / grid.perRow());
    if (top < bar.getValue()) {
      scrollTo(top - PADDING);
    } else if (top + ROW > bar.getValue() + getHeight()) {
      scrollTo(top + 2 * ROW - getHeight());
    }
  }

  private void scrollTo(double y) {
    bar.setValue(Math.clamp(y, 0, bar.getMax()));
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    layOut();
    bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
  }

  private void layOut() {
    double charWidth = TextWidth.of("0", font());
    grid = HexGrid.fitting(bytes.length, getWidth(), charWidth, ROW, PADDING);
    double most = Math.max(0, grid.height() - getHeight());
    bar.setVisible(most > 0);
    bar.setMax(most);
    bar.setVisibleAmount(most * getHeight() / Math.max(1, grid.height()));
    bar.setUnitIncrement(ROW);
    bar.setBlockIncrement(getHeight() - ROW);
    bar.setValue(Math.min(bar.getValue(), most));
    invalidate();
  }

  private static Font font() {
    return Fonts.mono(Fonts.SMALL);
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette palette) {
    double dy = -Math.floor(bar.getValue());
    int first = Math.max(0, (int) ((-dy - PADDING) / ROW));
    int last = Math.min(grid.rows(), (int) ((height - dy - PADDING) / ROW) + 1);
    g.setFont(font());
    for (int row = first; row < last; row++) {
      row(g, palette, row, grid.rowY(row) + dy);
    }
  }

  private void row(GraphicsContext g, Palette palette, int row, double y) {
    int start = row * grid.perRow();
    int end = Math.min(bytes.length, start + grid.perRow());
    DetailNode over = hovered;
    if (over != null) {
      mark(g, palette.hover(), start, end, over.offset(), over.offset() + over.length(), y);
    }
    mark(g, palette.selection(), start, end, selectedFrom(), selectedTo(), y);
    double baseline = y + 13;
    g.setFill(palette.dim());
    g.fillText(String.format("%04x", start), PADDING, baseline);
    for (int i = start; i < end; i++) {
      int column = i - start;
      boolean readable = bytes[i] >= ' ' && bytes[i] < 127;
      g.setFill(palette.text());
      g.fillText(HEX.toHexDigits(bytes[i]), grid.hexX(column), baseline);
      g.setFill(readable ? palette.text() : palette.faint());
      g.fillText(readable ? String.valueOf((char) bytes[i]) : ".", grid.textX(column), baseline);
    }
    if (cursor >= start && cursor < end && isFocused()) {
      g.setStroke(palette.accent());
      g.setLineWidth(1);
      double x = Math.floor(grid.hexX(cursor - start)) - 1.5;
      g.strokeRect(x, Math.floor(y) + 0.5, 2 * grid.charWidth() + 3, ROW - 1);
    }
  }

  /** Marks those of a row's bytes that are in a range. */
  private void mark(
      GraphicsContext g, Color colour, int start, int end, int first, int last, double y) {
    int left = Math.max(first, start);
    int right = Math.min(last, end);
    if (left >= right) {
      return;
    }
    g.setFill(colour);
    double hex = grid.hexX(left - start) - 2;
    double hexEnd = grid.hexX(right - 1 - start) + 2 * grid.charWidth() + 2;
    g.fillRect(hex, y, hexEnd - hex, ROW);
    double text = grid.textX(left - start);
    g.fillRect(text, y, (right - left) * grid.charWidth(), ROW);
  }

  private int at(MouseEvent e) {
    return grid.byteAt(e.getX(), e.getY() + Math.floor(bar.getValue()));
  }

  private void press(MouseEvent e) {
    requestFocus();
    menu.hide();
    if (e.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int position = at(e);
    if (e.isShiftDown() && position >= 0) {
      extend(position);
    } else {
      anchor = -1;
      choose(position);
    }
  }

  private void drag(MouseEvent e) {
    int position = at(e);
    if (e.isPrimaryButtonDown() && position >= 0 && (anchor >= 0 || position != cursor)) {
      extend(position);
    }
  }

  private void release(MouseEvent e) {
    if (anchor >= 0) {
      listener.over(hovered);
    }
  }

  /** Selects the bytes from where selecting began to this one. */
  private void extend(int position) {
    if (anchor < 0) {
      anchor = Math.max(0, cursor);
    }
    reach = position;
    cursor = position;
    reveal(position);
    invalidate();
    listener.over(hovered);
  }

  private void hover(int position) {
    PacketView shown = packet;
    DetailNode node = position < 0 || shown == null ? null : shown.innermost(source, position);
    if (node == null ? hovered != null : !node.equals(hovered)) {
      hovered = node;
      listener.over(node);
      invalidate();
    }
  }

  private void choose(int position) {
    PacketView shown = packet;
    if (position >= 0 && shown != null) {
      cursor = position;
      listener.chosen(shown.innermost(source, position));
      reveal(position);
      invalidate();
    }
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown()) {
      switch (e.getCode()) {
        case A -> {
          cursor = 0;
          anchor = -1;
          extend(bytes.length - 1);
        }
        case C -> copy(e.isShiftDown() ? ByteFormat.TEXT : ByteFormat.HEX_DUMP);
        default -> {
          return;
        }
      }
      e.consume();
      return;
    }
    int place = Math.max(0, cursor);
    int next =
        switch (e.getCode()) {
          case LEFT -> place - 1;
          case RIGHT -> cursor < 0 ? 0 : place + 1;
          case UP -> place - grid.perRow();
          case DOWN -> place + grid.perRow();
          case HOME -> 0;
          case END -> bytes.length - 1;
          case PAGE_UP -> place - page();
          case PAGE_DOWN -> place + page();
          default -> -1;
        };
    boolean moves =
        switch (e.getCode()) {
          case LEFT, RIGHT, UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN -> bytes.length > 0;
          default -> false;
        };
    if (moves) {
      move(Math.clamp(next, 0, bytes.length - 1), e.isShiftDown());
      e.consume();
    }
  }

  private int page() {
    return Math.max(1, (int) (getHeight() / ROW) - 1) * grid.perRow();
  }

  private void move(int position, boolean selecting) {
    if (selecting) {
      extend(position);
    } else {
      anchor = -1;
      choose(position);
    }
  }

  private void copy(ByteFormat format) {
    int start = selectedFrom();
    int end = selectedTo();
    Clip.put(end > start ? format.of(bytes, start, end) : format.of(bytes, 0, bytes.length));
  }
}
