package org.earpiece.ui.capture;

import java.io.File;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.earpiece.settings.CaptureChoice;
import org.earpiece.settings.RingChoice;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** How to capture: what is kept of a frame, and in which files. FX thread. */
final class OptionsDialog {
  private static final String DIGITS = "\\d{0,7}";

  private final Preferences preferences;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final CheckBox promiscuous =
      new CheckBox("Frames for other stations, too (promiscuous mode)");
  private final TextField snaplen = number();
  private final TextField buffer = number();
  private final CheckBox ring = new CheckBox("Keep what is captured in files (ring buffer)");
  private final TextField folder = new TextField();
  private final TextField files = number();
  private final TextField megabytes = number();
  private final TextField seconds = number();
  private final GridPane grid = new GridPane(12, 8);
  private int row;

  OptionsDialog(Preferences preferences) {
    this.preferences = preferences;
    ColumnConstraints words = new ColumnConstraints();
    words.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().add(words);
    wide(promiscuous);
    line("Bytes kept of a frame", snaplen, "64 to 262144 (all)");
    line("Kernel buffer", buffer, "MiB, for when the program is busy");
    wide(ring);
    line("Folder", folder, "");
    Button choose = new Button("Choose…");
    choose.setOnAction(e -> chooseFolder());
    grid.add(choose, 2, row - 1);
    line("Files kept", files, "the oldest goes; 0 keeps all");
    line("A file is full at", megabytes, "MB; 0 for no limit");
    line("or after", seconds, "s; 0 for no limit");
    for (TextField each : new TextField[] {folder, files, megabytes, seconds}) {
      each.disableProperty().bind(ring.selectedProperty().not());
    }
    choose.disableProperty().bind(ring.selectedProperty().not());
    grid.getStyleClass().add("dialog-body");
    dialog.setTitle("Capture options");
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
  }

  void show(Window owner) {
    dialog.initOwner(owner);
    fill();
    if (Dialogs.ask(dialog).orElse(ButtonType.CANCEL) == ButtonType.OK) {
      take();
    }
  }

  private void fill() {
    CaptureChoice c = preferences.get().capture();
    RingChoice r = preferences.get().ring();
    promiscuous.setSelected(c.promiscuous());
    snaplen.setText(Integer.toString(c.snaplen()));
    buffer.setText(Integer.toString(c.bufferMebibytes()));
    ring.setSelected(r.on());
    folder.setText(r.folder().isEmpty() ? System.getProperty("user.home") : r.folder());
    files.setText(Integer.toString(r.files()));
    megabytes.setText(Integer.toString(r.megabytes()));
    seconds.setText(Integer.toString(r.seconds()));
  }

  private void take() {
    preferences.update(s -> {
      CaptureChoice c = s.capture();
      return s.with(
              new CaptureChoice(
                  c.interfaceName(),
                  c.filter(),
                  value(snaplen, c.snaplen()),
                  promiscuous.isSelected(),
                  value(buffer, c.bufferMebibytes())))
          .with(
              new RingChoice(
                  ring.isSelected(),
                  folder.getText().strip(),
                  value(files, s.ring().files()),
                  value(megabytes, s.ring().megabytes()),
                  value(seconds, s.ring().seconds())));
    });
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder for capture files");
    File now = new File(folder.getText());
    if (now.isDirectory()) {
      chooser.setInitialDirectory(now);
    }
    File chosen = chooser.showDialog(grid.getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.getAbsolutePath());
    }
  }

  private void wide(CheckBox box) {
    grid.add(box, 0, row++, 3, 1);
    GridPane.setHalignment(box, HPos.LEFT);
  }

  private void line(String words, TextField field, String unit) {
    Label label = new Label(words);
    label.setLabelFor(field);
    Label after = new Label(unit);
    after.getStyleClass().add("dim");
    grid.addRow(row++, label, field, after);
  }

  private static TextField number() {
    TextField field = new TextField();
    field
        .textProperty()
        .addListener((o, was, is) -> {
          if (!is.matches(DIGITS)) {
            field.setText(was);
          }
        });
    return field;
  }

  private static int value(TextField field, int otherwise) {
    return field.getText().isEmpty() ? otherwise : Integer.parseInt(field.getText());
  }
}
