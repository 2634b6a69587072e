package org.earpiece.ui.filterbar;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.ui.kit.TextWidth;

/** A list below a field: proposals, or filters used before. FX thread. */
final class ProposalPopup {
  private static final double ROW = 24;
  private static final double WIDTH = 520;
  private static final int MOST_ROWS = 10;

  private final TextField field;
  private final Popup popup = new Popup();
  private final ListView<Proposal> list = new ListView<>();
  private Consumer<Proposal> taken = p -> {};

  ProposalPopup(TextField field) {
    this.field = field;
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    list.getStyleClass().addAll("completion", "dense");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new ProposalCell());
    list.setOnMouseClicked(e -> take());
    popup.getContent().add(list);
  }

  boolean showing() {
    return popup.isShowing();
  }

  void hide() {
    popup.hide();
  }

  /** What is selected, by its place; -1 where nothing is on show. */
  int selected() {
    return popup.isShowing() ? list.getSelectionModel().getSelectedIndex() : -1;
  }

  /**
   * @param at the character below which the list begins
   */
  void show(List<Proposal> proposals, int at, Consumer<Proposal> whenTaken) {
    if (proposals.isEmpty() || field.getScene() == null) {
      hide();
      return;
    }
    taken = whenTaken;
    list.getItems().setAll(proposals);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefHeight(Math.min(MOST_ROWS, proposals.size()) * ROW + 10);
    Bounds bounds = field.localToScreen(field.getBoundsInLocal());
    if (bounds != null) {
      double cell = TextWidth.of("0", field.getFont());
      double x = bounds.getMinX() + Math.min(at * cell, field.getWidth() - cell) - 8;
      popup.show(field, x, bounds.getMaxY() + 8);
    }
  }

  /** Moves the selection. */
  void move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    int last = list.getItems().size() - 1;
    list.getSelectionModel().select(Math.clamp(next, 0, Math.max(0, last)));
    list.scrollTo(list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2);
  }

  /** Takes what is selected. */
  void take() {
    Proposal chosen = list.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) {
      taken.accept(chosen);
    }
  }

  private static final class ProposalCell extends ListCell<Proposal> {
    private final Label text = new Label();
    private final Label meaning = new Label();
    private final HBox row = new HBox(12, text, meaning);

    ProposalCell() {
      text.getStyleClass().add("mono");
      text.setMinWidth(Region.USE_PREF_SIZE);
      meaning.getStyleClass().addAll("dim", "small");
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Proposal item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        text.setText(item.text());
        meaning.setText(item.meaning());
        setGraphic(row);
      }
    }
  }
}
