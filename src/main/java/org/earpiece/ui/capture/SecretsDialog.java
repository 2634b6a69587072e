package org.earpiece.ui.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import org.earpiece.settings.SecretsChoice;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** What TLS is decrypted with: a key log and RSA keys. FX thread. */
final class SecretsDialog {
  private static final double WIDTH = 620;
  private static final int KEY_ROWS = 3;

  private final Preferences preferences;
  private final FileDialogs files;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final TextField keyLog = new TextField();
  private final TextArea rsaKeys = new TextArea();
  private final GridPane grid = new GridPane(12, 8);

  SecretsDialog(Preferences preferences, FileDialogs files) {
    this.preferences = preferences;
    this.files = files;
    ColumnConstraints words = new ColumnConstraints();
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, wide);
    grid.getStyleClass().add("dialog-body");
    grid.setPrefWidth(WIDTH);
    keyLog.setPromptText("none");
    rsaKeys.setPromptText("none; one file a line");
    rsaKeys.setPrefRowCount(KEY_ROWS);
    line(0, "Key log file", keyLog, this::chooseKeyLog);
    explain(
        1,
        "Where SSLKEYLOGFILE lets a telephone, exchange or browser write its secrets. It may not be"
            + " there yet: it is read on while it is written.");
    line(2, "RSA private keys", rsaKeys, this::chooseRsaKeys);
    explain(
        3,
        "Of servers; PEM or DER, not encrypted. They open TLS 1.2 and older, and only where the"
            + " cipher suite's name begins with TLS_RSA.");
    explain(
        4,
        "A file that is open is read anew; a running capture is decrypted from now on. Secrets that"
            + " a pcapng file carries are always used.");
    dialog.setTitle("TLS keys");
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
  }

  /** Asks, and changes the settings; tells whether they are others now. */
  boolean show(Window owner) {
    dialog.initOwner(owner);
    SecretsChoice before = preferences.get().secrets();
    keyLog.setText(before.keyLog());
    rsaKeys.setText(String.join("\n", before.rsaKeys()));
    if (Dialogs.ask(dialog).orElse(ButtonType.CANCEL) != ButtonType.OK) {
      return false;
    }
    SecretsChoice chosen = chosen();
    preferences.update(s -> s.with(chosen));
    return !chosen.equals(before);
  }

  private SecretsChoice chosen() {
    List<String> keys =
        rsaKeys.getText().lines().map(String::strip).filter(key -> !key.isEmpty()).toList();
    return new SecretsChoice(keyLog.getText().strip(), keys);
  }

  private void line(int row, String words, javafx.scene.Node field, Runnable chooser) {
    Label label = new Label(words);
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.setLabelFor(field);
    Button choose = new Button("Choose…");
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(e -> chooser.run());
    grid.addRow(row, label, field, choose);
  }

  private void explain(int row, String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add("dim");
    grid.add(label, 1, row, 2, 1);
  }

  private void chooseKeyLog() {
    List<Path> chosen = files.any("TLS key log");
    if (!chosen.isEmpty()) {
      keyLog.setText(chosen.getFirst().toString());
    }
  }

  private void chooseRsaKeys() {
    String chosen =
        files.any("RSA private keys").stream()
            .map(Path::toString)
            .collect(Collectors.joining("\n"));
    String before = rsaKeys.getText().strip();
    rsaKeys.setText(
        before.isEmpty() || chosen.isEmpty() ? before + chosen : before + "\n" + chosen);
  }
}
