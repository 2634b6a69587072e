package org.earpiece.ui.packets.colour;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.settings.ColouringRule;
import org.earpiece.settings.ShippedRules;
import org.earpiece.ui.kit.FilterField;
import org.earpiece.ui.kit.Theme;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.jspecify.annotations.Nullable;

/** The editor of colouring rules. FX thread. */
final class RulesDialog {
  private static final double LIST_WIDTH = 240;
  private static final double WIDTH = 880;
  private static final double HEIGHT = 440;
  private static final double ROW = 26;
  private static final ColouringRule FRESH =
      new ColouringRule("New rule", "", "#1f2328", "#fff3c4", true, false);

  private final Workspace workspace;
  private final ObservableList<ColouringRule> rules;
  private final ListView<ColouringRule> list = new ListView<>();
  private final TextField name = new TextField();
  private final FilterField filter = new FilterField("filter", "sip.Method == \"BYE\"", "Filter");
  private final ColorPicker ink = new ColorPicker();
  private final ColorPicker ground = new ColorPicker();
  private final CheckBox on = new CheckBox("On");
  private final CheckBox told = new CheckBox("The name stands before the packet's info");
  private final Label light = new Label();
  private final Label dark = new Label();
  private boolean showing;

  RulesDialog(Workspace workspace) {
    this.workspace = workspace;
    rules = FXCollections.observableArrayList(workspace.preferences().get().packets().rules());
    list.setItems(rules);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(LIST_WIDTH);
    list.setCellFactory(view -> new RuleCell());
    list.setAccessibleText("Colouring rules, the first that accepts a packet counts");
    list.getStyleClass().add("dense");
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> show(is));
    name.setAccessibleText("Name of the rule");
    name.textProperty().addListener(o -> changed());
    filter.textProperty().addListener(o -> changed());
    ink.valueProperty().addListener(o -> changed());
    ground.valueProperty().addListener(o -> changed());
    on.selectedProperty().addListener(o -> changed());
    told.selectedProperty().addListener(o -> changed());
  }

  private static final class RuleCell extends ListCell<ColouringRule> {
    @Override
    protected void updateItem(@Nullable ColouringRule rule, boolean empty) {
      super.updateItem(rule, empty);
      if (empty || rule == null) {
        setText(null);
        setBackground(Background.EMPTY);
        return;
      }
      Shades shades = Shades.of(rule, Theme.palette().dark());
      setText((rule.on() ? "" : "off: ") + rule.name());
      setTextFill(shades.ink());
      setOpacity(rule.on() ? 1 : 0.6);
      setBackground(Background.fill(shades.ground()));
      setStyle(isSelected() ? "-fx-font-family: \"Inter Tabular SemiBold\";" : "");
      setUnderline(isSelected());
    }

    @Override
    public void updateSelected(boolean selected) {
      super.updateSelected(selected);
      updateItem(getItem(), isEmpty());
    }
  }

  void show(@Nullable Window owner) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Colouring rules");
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content());
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    list.getSelectionModel().selectFirst();
    if (Dialogs.ask(dialog).filter(b -> Objects.equals(b, ButtonType.OK)).isPresent()) {
      workspace.preferences().update(s -> s.with(s.packets().withRules(rules)));
    }
  }

  private BorderPane content() {
    HBox order =
        new HBox(
            8,
            button("Up", () -> move(-1)),
            button("Down", () -> move(1)),
            button("Add", this::add),
            button("Remove", this::remove));
    VBox left = new VBox(8, list, order);
    VBox.setVgrow(list, Priority.ALWAYS);
    BorderPane pane = new BorderPane(form());
    pane.setLeft(left);
    pane.getStyleClass().add("dialog-body");
    pane.setPrefSize(WIDTH, HEIGHT);
    pane.setMinWidth(WIDTH);
    return pane;
  }

  private GridPane form() {
    GridPane grid = new GridPane(12, 12);
    grid.setStyle("-fx-padding: 0 0 0 20;");
    GridPane.setHgrow(filter.node(), Priority.ALWAYS);
    grid.addRow(0, word("Name"), name);
    grid.addRow(1, word("Accepts"), filter.node());
    grid.addRow(2, word("Text"), ink);
    grid.addRow(3, word("Ground"), ground);
    grid.add(on, 1, 4);
    grid.add(told, 1, 5);
    grid.addRow(6, word("Light"), sample(light));
    grid.addRow(7, word("Dark"), sample(dark));
    Label order =
        new Label(
            "The first rule that accepts a packet gives it its colours. The dark window has the"
                + " same hues; where text would be hard to read it is black or white.");
    order.setWrapText(true);
    order.setMinHeight(Region.USE_PREF_SIZE);
    order.getStyleClass().addAll("dim", "small");
    grid.add(order, 0, 8, 2, 1);
    Button shipped = button("Reset to the shipped rules", this::ship);
    grid.add(shipped, 1, 9);
    return grid;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label sample(Label label) {
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.CENTER_LEFT);
    label.setStyle("-fx-padding: 4 8 4 8;");
    return label;
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  private void show(@Nullable ColouringRule rule) {
    if (rule == null || showing) {
      return;
    }
    showing = true;
    name.setText(rule.name());
    filter.text().setText(rule.filter());
    ink.setValue(Color.web(rule.ink()));
    ground.setValue(Color.web(rule.ground()));
    on.setSelected(rule.on());
    told.setSelected(rule.told());
    showing = false;
    judge(rule);
  }

  private void changed() {
    int at = list.getSelectionModel().getSelectedIndex();
    if (showing || at < 0) {
      return;
    }
    ColouringRule rule =
        new ColouringRule(
            name.getText().strip(),
            filter.text().getText().strip(),
            web(ink.getValue()),
            web(ground.getValue()),
            on.isSelected(),
            told.isSelected());
    showing = true;
    rules.set(at, rule);
    list.getSelectionModel().select(at);
    showing = false;
    judge(rule);
  }

  private static String web(Color c) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(c.getRed() * 255),
        Math.round(c.getGreen() * 255),
        Math.round(c.getBlue() * 255));
  }

  private void judge(ColouringRule rule) {
    paint(light, rule, false);
    paint(dark, rule, true);
    if (rule.filter().isBlank()) {
      filter.waiting("accepts nothing yet");
      return;
    }
    switch (FilterCompiler.compile(rule.filter(), workspace.filterNames())) {
      case FilterResult.Accepted accepted -> filter.good("valid");
      case FilterResult.Refused(var error) ->
          filter.bad(error.message(), error.start(), error.end());
    }
  }

  private static void paint(Label sample, ColouringRule rule, boolean inDark) {
    Shades shades = Shades.of(rule, inDark);
    sample.setText((rule.told() ? "[" + rule.name() + "] " : "") + "Request: INVITE sip:2010@");
    sample.setTextFill(shades.ink());
    sample.setBackground(
        new Background(
            new javafx.scene.layout.BackgroundFill(shades.ground(), new CornerRadii(4), null)));
  }

  private void move(int by) {
    int at = list.getSelectionModel().getSelectedIndex();
    int to = at + by;
    if (at >= 0 && to >= 0 && to < rules.size()) {
      showing = true;
      Collections.swap(rules, at, to);
      showing = false;
      list.getSelectionModel().select(to);
    }
  }

  private void add() {
    int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
    rules.add(at, FRESH);
    list.getSelectionModel().select(at);
    name.requestFocus();
    name.selectAll();
  }

  private void remove() {
    int at = list.getSelectionModel().getSelectedIndex();
    if (at >= 0) {
      rules.remove(at);
      list.getSelectionModel().select(Math.min(at, rules.size() - 1));
    }
  }

  private void ship() {
    rules.setAll(ShippedRules.ALL);
    list.getSelectionModel().selectFirst();
  }
}
