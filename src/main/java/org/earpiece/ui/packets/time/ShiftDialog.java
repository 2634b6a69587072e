package org.earpiece.ui.packets.time;

import java.util.Objects;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.earpiece.session.listing.TimeShift;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.jspecify.annotations.Nullable;

/** Asks how far the times of all packets are shifted. FX thread. */
public final class ShiftDialog {
  private static final double WIDTH = 520;

  private final long captured;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final RadioButton by = new RadioButton("Shift all by");
  private final RadioButton to = new RadioButton("Set this packet to");
  private final TextField offset = new TextField("0");
  private final TextField moment = new TextField();
  private final Label said = new Label();

  /**
   * @param captured when the packet at hand was captured, ns since 1970
   * @param now the shift in force, ns
   */
  public ShiftDialog(long captured, long now) {
    this.captured = captured;
    ToggleGroup either = new ToggleGroup();
    by.setToggleGroup(either);
    to.setToggleGroup(either);
    by.setMinWidth(Region.USE_PREF_SIZE);
    to.setMinWidth(Region.USE_PREF_SIZE);
    by.setSelected(true);
    offset.setText(TimeShift.offsetText(now));
    moment.setText(TimeShift.momentText(captured + now));
    offset.getStyleClass().add("mono");
    moment.getStyleClass().add("mono");
    offset.setAccessibleText("Offset: seconds, or hours, minutes and seconds with colons");
    moment.setAccessibleText("Date and time of this packet");
    offset.focusedProperty().addListener((o, was, is) -> select(by, is));
    moment.focusedProperty().addListener((o, was, is) -> select(to, is));
    either.selectedToggleProperty().addListener(o -> judge());
    offset.textProperty().addListener(o -> judge());
    moment.textProperty().addListener(o -> judge());
    GridPane grid = new GridPane(12, 8);
    grid.getStyleClass().add("dialog-body");
    grid.setPrefWidth(WIDTH);
    GridPane.setHgrow(offset, javafx.scene.layout.Priority.ALWAYS);
    grid.addRow(0, by, offset);
    grid.addRow(1, to, moment);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    grid.add(said, 0, 2, 2, 1);
    dialog.setTitle("Time shift");
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    judge();
  }

  private static void select(RadioButton choice, boolean focused) {
    if (focused) {
      choice.setSelected(true);
    }
  }

  private OptionalLong shift() {
    if (by.isSelected()) {
      return TimeShift.offset(offset.getText());
    }
    OptionalLong wanted = TimeShift.moment(moment.getText());
    return wanted.isEmpty() ? wanted : OptionalLong.of(wanted.getAsLong() - captured);
  }

  private void judge() {
    OptionalLong shift = shift();
    Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
    ok.setDisable(shift.isEmpty());
    said.getStyleClass().setAll("label", shift.isEmpty() ? "poor" : "dim");
    said.setText(
        shift.isPresent()
            ? (by.isSelected() ? "In seconds, or with colons: −2:30, 1:00:00. " : "")
                + "Then this packet came at "
                + TimeShift.momentText(captured + shift.getAsLong())
                + "."
            : by.isSelected()
                ? "✗ an offset is written 1.5, −2:30 or 1:00:00"
                : "✗ a moment is written 2026-11-26 10:15:00.25");
  }

  /** The shift from the times as captured, ns; empty where one thought better of it. */
  public OptionalLong show(@Nullable Window owner) {
    dialog.initOwner(owner);
    dialog.setOnShown(e -> offset.requestFocus());
    boolean ok = Dialogs.ask(dialog).filter(b -> Objects.equals(b, ButtonType.OK)).isPresent();
    return ok ? shift() : OptionalLong.empty();
  }
}
