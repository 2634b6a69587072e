package org.earpiece.ui.kit;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A field for a filter: a word that says which, the text, and at its end whether it is valid: a
 * mark and a sentence, and a line under the part that is at fault. FX thread.
 */
public final class FilterField {
  private static final double MOST_OF_THE_WIDTH = 0.55;

  private final HBox node = new HBox();
  private final TextField text = new TextField();
  private final Label status = new Label();
  private final Hyperlink stop = new Hyperlink("Stop");
  private final Region fault = new Region();
  private final Tooltip tooltip = new Tooltip();
  private int faultStart = -1;
  private int faultEnd = -1;

  public FilterField(String word, String prompt, String accessibleName) {
    Label label = new Label(word);
    label.getStyleClass().addAll("mono", "dim");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(text);
    text.setPromptText(prompt);
    text.setAccessibleText(accessibleName);
    fault.getStyleClass().add("fault");
    fault.setManaged(false);
    fault.setVisible(false);
    Pane overlay = new Pane(fault);
    overlay.setMouseTransparent(true);
    StackPane stack = new StackPane(text, overlay);
    HBox.setHgrow(stack, Priority.ALWAYS);
    stack.setAlignment(Pos.CENTER_LEFT);
    stack.setMinWidth(80);
    status.getStyleClass().add("filter-status");
    status.maxWidthProperty().bind(node.widthProperty().multiply(MOST_OF_THE_WIDTH));
    status.setMinWidth(0);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.getStyleClass().add("small");
    stoppable(false);
    node.getChildren().addAll(label, stack, status, stop);
    node.getStyleClass().addAll("filter-field", word);
    text.focusedProperty().addListener((o, was, is) -> mark("focused-within", is));
    text.textProperty().addListener((o, was, is) -> hideFault());
    text.caretPositionProperty().addListener((o, was, is) -> placeFault());
    text.widthProperty().addListener((o, was, is) -> placeFault());
  }

  public Node node() {
    return node;
  }

  public TextField text() {
    return text;
  }

  public StringProperty textProperty() {
    return text.textProperty();
  }

  /** Says nothing. */
  public void clearStatus() {
    status("", "", false);
  }

  /** Says what it means that there is no filter. */
  public void none(String words) {
    status("○ " + words, "dim", false);
  }

  /** Says that the filter is valid, and why it takes long. */
  public void slow(String words) {
    status("! " + words, "fair", false);
  }

  /** Says how far work is, which a click ends. */
  public void working(String words, Runnable end) {
    status("… " + words, "dim", false);
    stop.setOnAction(e -> end.run());
    stoppable(true);
  }

  /** Adds a mark at the end of the field that opens a menu. */
  public void menu(String accessibleText, Runnable open) {
    Label more = new Label("▾");
    more.getStyleClass().add("field-menu");
    more.setAccessibleText(accessibleText);
    more.setTooltip(new Tooltip(accessibleText));
    more.setOnMousePressed(e -> open.run());
    node.getChildren().add(more);
  }

  private void stoppable(boolean on) {
    stop.setVisible(on);
    stop.setManaged(on);
  }

  /** Says that the filter is valid, or what it gives. */
  public void good(String words) {
    status("✓ " + words, "good", false);
  }

  /** Says that something is not known yet. */
  public void waiting(String words) {
    status(words, "dim", false);
  }

  /**
   * Says what is wrong.
   *
   * @param start first character at fault, or -1 where no place is known
   * @param end behind the last one
   */
  public void bad(String sentence, int start, int end) {
    status("✗ " + sentence, "poor", true);
    faultStart = start;
    faultEnd = Math.max(end, start + 1);
    placeFault();
  }

  private void status(String words, String role, boolean invalid) {
    stoppable(false);
    if (!words.equals(status.getText())) {
      status.setText(words);
      status.getStyleClass().setAll("label", "filter-status", role);
      tooltip.setText(words.isEmpty() ? "" : words.substring(words.indexOf(' ') + 1));
      status.setTooltip(invalid ? tooltip : null);
      text.setAccessibleHelp(words);
    }
    mark("invalid", invalid);
    if (!invalid) {
      hideFault();
    }
  }

  private void hideFault() {
    faultStart = -1;
    fault.setVisible(false);
  }

  /** The text is of one width, so that places can be worked out while nothing is scrolled away. */
  private void placeFault() {
    double cell = TextWidth.of("0", text.getFont());
    boolean fits = TextWidth.of(text.getText(), text.getFont()) <= text.getWidth();
    fault.setVisible(faultStart >= 0 && fits);
    if (fault.isVisible()) {
      double middle = text.getLayoutY() + text.getHeight() / 2;
      fault.resizeRelocate(faultStart * cell, middle + 8, (faultEnd - faultStart) * cell, 2);
    }
  }

  private void mark(String styleClass, boolean on) {
    node.getStyleClass().remove(styleClass);
    if (on) {
      node.getStyleClass().add(styleClass);
    }
  }
}
