package org.earpiece.ui.kit.filters;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * Dragging a value from where it is shown to the filter bar, within the window. What is dragged
 * goes along under the pointer. FX thread.
 */
public final class FilterDrag {
  private static final double BESIDE = 14;

  private final Node source;
  private final Function<MouseEvent, String> filter;
  private final Label words = new Label();
  private final Popup popup = new Popup();
  private final EventHandler<MouseEvent> released = this::end;
  private @Nullable MouseEvent pressed;

  private FilterDrag(Node source, Function<MouseEvent, String> filter) {
    this.source = source;
    this.filter = filter;
    words.getStyleClass().addAll("dragged-filter", "mono");
    words.setMouseTransparent(true);
    popup.getContent().add(words);
    popup.setAutoFix(false);
  }

  /**
   * Lets filters be dragged from a node.
   *
   * @param filter of what is where the mouse was pressed, in the node's coordinates; empty for none
   */
  public static void from(Node source, Function<MouseEvent, String> filter) {
    FilterDrag drag = new FilterDrag(source, filter);
    source.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> drag.pressed = e.copyFor(source, source));
    source.addEventHandler(MouseEvent.DRAG_DETECTED, drag::begin);
    source.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::move);
  }

  /**
   * Lets filters be dropped on a node.
   *
   * @param taken is given the filter, and where it was dropped
   */
  public static void onto(Node target, BiConsumer<String, MouseDragEvent> taken) {
    target.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_ENTERED,
        e -> {
          if (!dragged(e).isEmpty() && !target.getStyleClass().contains("drop-here")) {
            target.getStyleClass().add("drop-here");
          }
        });
    target.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_EXITED, e -> target.getStyleClass().remove("drop-here"));
    target.addEventFilter(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        e -> {
          target.getStyleClass().remove("drop-here");
          String filter = dragged(e);
          if (!filter.isEmpty()) {
            taken.accept(filter, e);
          }
        });
  }

  private static String dragged(MouseDragEvent e) {
    return e.getGestureSource() instanceof Node node
            && node.getProperties().get(FilterDrag.class) instanceof String filter
        ? filter
        : "";
  }

  private void begin(MouseEvent e) {
    MouseEvent from = pressed;
    String carried =
        from != null && from.getButton() == MouseButton.PRIMARY ? filter.apply(from) : "";
    source.getProperties().put(FilterDrag.class, carried);
    if (!carried.isEmpty()) {
      words.setText(carried);
      source.startFullDrag();
      popup.show(source, e.getScreenX() + BESIDE, e.getScreenY() + BESIDE);
      source.getScene().addEventFilter(MouseEvent.MOUSE_RELEASED, released);
    }
  }

  /** Where the mouse is released is told to what is there, not to the source. */
  private void end(MouseEvent e) {
    popup.hide();
    source.getScene().removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
  }

  private void move(MouseEvent e) {
    if (popup.isShowing()) {
      popup.setX(e.getScreenX() + BESIDE);
      popup.setY(e.getScreenY() + BESIDE);
    }
  }
}
