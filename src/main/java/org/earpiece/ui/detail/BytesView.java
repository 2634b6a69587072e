package org.earpiece.ui.detail;

import java.util.HexFormat;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import org.earpiece.dissect.DetailNode;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one source of a packet in hex and as text, those of the selected node marked; a click
 * selects the innermost node. FX thread.
 */
final class BytesView extends CanvasView {
  private static final double ROW = 18;
  private static final double PADDING = 12;
  private static final double BAR = 12;
  private static final HexFormat HEX = HexFormat.of();

  private final Consumer<@Nullable DetailNode> onSelect;
  private final ScrollBar bar = new ScrollBar();
  private @Nullable PacketView packet;
  private int source;
  private byte[] bytes = {};
  private HexGrid grid = new HexGrid(0, 16, 1, ROW, PADDING);
  private int from;
  private int to;
  private int cursor = -1;

  /**
   * An empty view.
   *
   * @param onSelect is told the node of a byte that was clicked
   */
  BytesView(Consumer<@Nullable DetailNode> onSelect) {
    this.onSelect = onSelect;
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setManaged(false);
    bar.valueProperty().addListener(o -> invalidate());
    getChildren().add(bar);
    setOnMousePressed(this::press);
    setOnScroll(e -> scrollTo(bar.getValue() - e.getDeltaY()));
    setOnKeyPressed(this::key);
    ContextMenu menu =
        new ContextMenu(
            item("Copy as hex", () -> HEX.withDelimiter(" ").formatHex(bytes, from, to)),
            item("Copy as text", () -> text(from, to)),
            item("Copy all as hex", () -> HEX.formatHex(bytes)));
    menu.setOnShowing(
        e -> menu.getItems().subList(0, 2).forEach(item -> item.setDisable(to <= from)));
    setOnContextMenuRequested(e -> menu.show(this, e.getScreenX(), e.getScreenY()));
  }

  private static MenuItem item(String title, java.util.function.Supplier<String> text) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(e -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text.get());
      Clipboard.getSystemClipboard().setContent(content);
    });
    return item;
  }

  /** Shows the bytes of a source of a packet and marks those of a node in it. */
  void show(@Nullable PacketView next, int number, @Nullable DetailNode node) {
    if (next != null && (!next.equals(packet) || number != source)) {
      packet = next;
      source = number;
      bytes = number < next.sources().size() ? next.sources().get(number).bytes() : new byte[0];
      cursor = -1;
      layOut();
      bar.setValue(0);
    }
    from = node == null ? 0 : Math.clamp(node.offset(), 0, bytes.length);
    to = node == null ? 0 : Math.clamp(node.offset() + node.length(), from, bytes.length);
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
    mark(g, palette, start, end, y);
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

  private void mark(GraphicsContext g, Palette palette, int start, int end, double y) {
    int left = Math.max(from, start);
    int right = Math.min(to, end);
    if (left >= right) {
      return;
    }
    g.setFill(palette.selection());
    double hex = grid.hexX(left - start) - 2;
    double hexEnd = grid.hexX(right - 1 - start) + 2 * grid.charWidth() + 2;
    g.fillRect(hex, y, hexEnd - hex, ROW);
    double text = grid.textX(left - start);
    g.fillRect(text, y, (right - left) * grid.charWidth(), ROW);
  }

  private String text(int start, int end) {
    StringBuilder out = new StringBuilder();
    for (int i = start; i < end; i++) {
      boolean readable = bytes[i] >= ' ' && bytes[i] < 127;
      out.append(readable || bytes[i] == '\r' || bytes[i] == '\n' ? (char) bytes[i] : '.');
    }
    return out.toString();
  }

  private void press(MouseEvent e) {
    requestFocus();
    if (e.getButton() == MouseButton.PRIMARY) {
      choose(grid.byteAt(e.getX(), e.getY() + Math.floor(bar.getValue())));
    }
  }

  private void choose(int position) {
    PacketView shown = packet;
    if (position >= 0 && shown != null) {
      cursor = position;
      onSelect.accept(shown.innermost(source, position));
      reveal(position);
      invalidate();
    }
  }

  private void key(KeyEvent e) {
    int step =
        switch (e.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -grid.perRow();
          case DOWN -> grid.perRow();
          default -> 0;
        };
    if (step != 0 && bytes.length > 0) {
      choose(Math.clamp(cursor < 0 ? 0 : cursor + step, 0, bytes.length - 1));
      e.consume();
    }
  }
}
