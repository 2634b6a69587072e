package org.earpiece.ui.packets.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.session.listing.FieldColumn;
import org.earpiece.settings.PacketColumn;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** Asks what a column of the packet list shows. FX thread. */
final class ColumnDialog {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 260;
  private static final double ROW = 24;
  private static final int MOST = 200;

  private final FieldRegistry registry;
  private final PacketColumn column;
  private final boolean fields;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final TextField title = new TextField();
  private final TextField content = new TextField();
  private final CheckBox right = new CheckBox("At the right, as numbers stand");
  private final Label said = new Label();
  private final ListView<Field> found = new ListView<>();
  private boolean titled;

  /**
   * @param column what it is now
   */
  ColumnDialog(Window owner, FieldRegistry registry, PacketColumn column) {
    this.registry = registry;
    this.column = column;
    fields = column.kind() == PacketColumn.Kind.FIELDS;
    titled = !column.title().isEmpty();
    title.setText(column.title());
    title.setAccessibleText("Title of the column");
    content.setText(fields ? column.content() : "");
    content.setAccessibleText("Fields of the column");
    content.setPromptText("sip.Method, sip.Status-Code");
    content.getStyleClass().add("mono");
    right.setSelected(column.right());
    dialog.initOwner(owner);
    dialog.setTitle(column.title().isEmpty() ? "Add a column" : "Column " + column.title());
    dialog.getDialogPane().setContent(grid());
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    title.setOnKeyTyped(e -> titled = true);
    content.textProperty().addListener((o, was, is) -> judge());
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    dialog.setOnShown(e -> (fields ? content : title).requestFocus());
    judge();
  }

  private GridPane grid() {
    GridPane grid = new GridPane(12, 8);
    grid.getStyleClass().add("dialog-body");
    grid.setPrefWidth(WIDTH);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    found.getStyleClass().add("dense");
    found.setFixedCellSize(ROW);
    found.setPrefHeight(HEIGHT);
    found.setCellFactory(view -> new FieldCell());
    found.setAccessibleText("Fields that fit what is written");
    found.setOnMouseClicked(e -> take());
    GridPane.setHgrow(title, javafx.scene.layout.Priority.ALWAYS);
    int row = 0;
    if (fields) {
      grid.addRow(row++, word("Fields"), content);
      grid.add(found, 1, row++);
      grid.add(said, 1, row++);
    }
    grid.addRow(row++, word("Title"), title);
    grid.add(right, 1, row);
    return grid;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static final class FieldCell extends ListCell<Field> {
    private final Label name = new Label();
    private final Label meaning = new Label();
    private final HBox row = new HBox(12, name, meaning);

    FieldCell() {
      name.getStyleClass().add("mono");
      name.setMinWidth(Region.USE_PREF_SIZE);
      meaning.getStyleClass().addAll("dim", "small");
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Field item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        name.setText(item.name());
        meaning.setText(item.label());
        setGraphic(row);
      }
    }
  }

  /** Down and up choose among the proposals, Tab and Enter take one, while one is needed. */
  private void key(KeyEvent e) {
    int by = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0 && !found.getItems().isEmpty()) {
      int last = found.getItems().size() - 1;
      int next = found.getSelectionModel().getSelectedIndex() + by;
      found.getSelectionModel().select(Math.clamp(next, 0, last));
      found.scrollTo(found.getSelectionModel().getSelectedIndex() - 4);
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && !complete()) {
      take();
      e.consume();
    }
  }

  private boolean complete() {
    return !content.getText().isBlank() && FieldColumn.unknown(content.getText(), registry) == null;
  }

  private String lastWord() {
    List<String> names = FieldColumn.names(content.getText());
    return names.getLast();
  }

  private void take() {
    Field chosen = found.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      String text = content.getText();
      content.setText(text.substring(0, text.length() - lastWord().length()) + chosen.name());
      content.end();
    }
  }

  private void judge() {
    List<Field> fitting = fitting(lastWord().toLowerCase(Locale.ROOT));
    found.getItems().setAll(fitting);
    found.getSelectionModel().selectFirst();
    String unknown = FieldColumn.unknown(content.getText(), registry);
    boolean empty = content.getText().isBlank();
    said.setText(
        empty
            ? "Several fields stand in one column, with commas between them."
            : unknown == null ? "✓ valid" : "✗ " + unknown + ": no such field");
    said.getStyleClass().setAll("label", empty ? "dim" : unknown == null ? "good" : "poor");
    Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
    if (ok != null) {
      ok.setDisable(fields && !complete());
    }
    if (!titled && !empty && unknown == null) {
      Field first = registry.named(FieldColumn.names(content.getText()).getFirst()).getFirst();
      title.setText(first.label());
      right.setSelected(first.type().numeric());
    }
  }

  /** Fields whose names begin so, then those that have it further on or in their description. */
  private List<Field> fitting(String words) {
    List<Field> first = new ArrayList<>();
    List<Field> then = new ArrayList<>();
    for (Map.Entry<String, List<Field>> entry : registry.all().entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      Field field = entry.getValue().getFirst();
      if (name.startsWith(words)) {
        first.add(field);
      } else if (name.contains(words) || field.label().toLowerCase(Locale.ROOT).contains(words)) {
        then.add(field);
      }
    }
    first.addAll(then);
    return first.subList(0, Math.min(MOST, first.size()));
  }

  /** The column as a person wants it; empty where one thought better of it. */
  Optional<PacketColumn> show() {
    Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
    ok.setDisable(fields && !complete());
    return Dialogs.ask(dialog)
        .filter(button -> Objects.equals(button, ButtonType.OK))
        .map(button -> chosen());
  }

  private PacketColumn chosen() {
    String what = fields ? content.getText().strip() : column.content();
    String named = title.getText().strip();
    return column.showing(what).titled(named.isEmpty() ? what : named).aligned(right.isSelected());
  }
}
