package org.earpiece.ui.actions;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.earpiece.session.SipRecord;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.earpiece.voip.compare.MessageComparison;
import org.earpiece.voip.compare.MessageComparison.Change;
import org.earpiece.voip.compare.MessageComparison.Row;
import org.jspecify.annotations.Nullable;

/** Two messages side by side. FX thread. */
final class ComparisonDialog {
  private static final double WIDTH = 940;
  private static final double HEIGHT = 620;

  private ComparisonDialog() {}

  static void show(@Nullable Window owner, SipRecord first, SipRecord second) {
    MessageComparison comparison = MessageComparison.of(first.text(), second.text());
    VBox effects = new VBox(2, heading(first, second));
    for (String effect : comparison.effects()) {
      effects.getChildren().add(wrapped("• " + visible(effect)));
    }
    if (comparison.effects().isEmpty()) {
      effects.getChildren().add(wrapped("Nothing differs that matters."));
    }
    GridPane lines = lines(first, second, comparison);
    VBox body = new VBox(10, effects, lines);
    body.setPadding(new Insets(12, 16, 8, 16));
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.setTitle("Compare two messages");
    dialog.getDialogPane().setContent(scroll);
    dialog.setWidth(WIDTH);
    dialog.setHeight(HEIGHT);
    if (owner != null) {
      dialog.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
      dialog.setY(owner.getY() + Math.max(0, (owner.getHeight() - HEIGHT) / 2));
    }
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Dialogs.open(dialog);
  }

  private static Label heading(SipRecord first, SipRecord second) {
    Label heading =
        wrapped(
            "Frame "
                + Numbers.count(second.frame())
                + " against frame "
                + Numbers.count(first.frame())
                + ":");
    heading.getStyleClass().add("semibold");
    return heading;
  }

  /** A line of both messages: a mark, a name, and each side's value. */
  private static GridPane lines(SipRecord first, SipRecord second, MessageComparison comparison) {
    GridPane lines = new GridPane(8, 3);
    lines.getColumnConstraints().setAll(share(3), share(17), share(40), share(40));
    lines.addRow(0, new Label(), new Label(), side(first), side(second));
    int at = 1;
    for (Row row : comparison.rows()) {
      boolean changed = row.change() == Change.CHANGED;
      Label name = wrapped(row.name());
      name.getStyleClass().add("dim");
      lines.addRow(
          at++,
          wrapped(String.valueOf(row.change().mark())),
          name,
          value(row.left(), row.change(), changed ? "fair" : "poor"),
          value(row.right(), row.change(), changed ? "fair" : "good"));
    }
    return lines;
  }

  private static ColumnConstraints share(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private static Label side(SipRecord message) {
    String ends = message.src() + " → " + message.dst();
    Label label = wrapped("Frame " + Numbers.count(message.frame()) + "\n" + ends);
    label.getStyleClass().add("semibold");
    return label;
  }

  private static Label value(String text, Change change, String style) {
    Label label = wrapped(visible(text));
    label.getStyleClass().add("mono");
    if (change != Change.SAME) {
      label.getStyleClass().add(style);
    }
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "\uFFFD");
  }
}
