package org.earpiece.ui.filterbar;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.earpiece.settings.SavedFilter;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.jspecify.annotations.Nullable;

/** Asks for the name of a saved filter, its text and what it is for. FX thread. */
public final class SavedFilterDialog {
  private static final double WIDTH = 460;

  private SavedFilterDialog() {}

  /**
   * Asks, beginning with what there is.
   *
   * @param valid whether a filter may be saved
   * @return empty where it was given up
   */
  public static Optional<SavedFilter> ask(
      @Nullable Window owner, String title, SavedFilter before, Predicate<String> valid) {
    TextField name = field(before.name());
    TextField filter = field(before.filter());
    filter.getStyleClass().add("mono");
    TextField comment = field(before.comment());
    comment.setPromptText("what it is for; shown when one points at it");
    GridPane grid = new GridPane(12, 8);
    grid.addRow(0, label("Name", name), name);
    grid.addRow(1, label("Filter", filter), filter);
    grid.addRow(2, label("Comment", comment), comment);
    grid.getStyleClass().add("dialog-body");
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
    Runnable check =
        () -> ok.setDisable(name.getText().isBlank() || !valid.test(filter.getText().strip()));
    name.textProperty().addListener(o -> check.run());
    filter.textProperty().addListener(o -> check.run());
    check.run();
    dialog.setOnShown(e -> name.requestFocus());
    return Dialogs.ask(dialog)
        .filter(ButtonType.OK::equals)
        .map(b ->
            new SavedFilter(
                name.getText().strip(), filter.getText().strip(), comment.getText().strip()));
  }

  private static TextField field(String text) {
    TextField field = new TextField(text);
    field.setPrefWidth(WIDTH);
    return field;
  }

  private static Label label(String word, Node of) {
    Label label = new Label(word);
    label.setLabelFor(of);
    label.getStyleClass().add("dim");
    return label;
  }
}
