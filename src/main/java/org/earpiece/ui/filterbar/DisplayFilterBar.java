package org.earpiece.ui.filterbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.filter.FilterError;
import org.earpiece.filter.FilterResult;
import org.earpiece.session.FilterScan;
import org.earpiece.settings.SavedFilter;
import org.earpiece.ui.filterbar.Completion.Proposal;
import org.earpiece.ui.kit.FilterField;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.filters.FilterDrag;
import org.earpiece.ui.kit.filters.FilterMenus;

/** The second row of tools: the display filter and its saved ones. FX thread. */
public final class DisplayFilterBar {
  private static final String PROMPT =
      "filter: sip.Method == \"INVITE\", rtp.ssrc, ip.addr == 10.0.0.5 … (Ctrl+/)";
  private static final double MILLI = 1e6;

  private final DisplayFilter filter;
  private final FilterModel model;
  private final Preferences preferences;
  private final FilterField field = new FilterField("display", PROMPT, "Display filter");
  private final CompletionPopup popup = new CompletionPopup(field.text());
  private final HBox saved = new HBox(8);
  private final HBox node = new HBox();
  private boolean typing;

  public DisplayFilterBar(DisplayFilter filter, Preferences preferences) {
    this.filter = filter;
    this.preferences = preferences;
    model = filter.model();
    node.getStyleClass().add("bar");
    HBox.setHgrow(field.node(), Priority.ALWAYS);
    saved.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    saved.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().addAll(field.node(), saved);
    field.textProperty().bindBidirectional(model.textProperty());
    field.textProperty().addListener((o, was, is) -> changed());
    model.appliedProperty().addListener((o, was, is) -> applied(is));
    TextField text = field.text();
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    text.addEventFilter(KeyEvent.KEY_TYPED, e -> typed(e.getCharacter()));
    text.caretPositionProperty().addListener((o, was, is) -> afterTyping());
    text.focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            popup.hide();
          }
        });
    FilterDrag.onto(field.node(), this::dropped);
    buttons();
  }

  /** What was dropped is applied; where a filter is there, the ways to join both are offered. */
  private void dropped(String dropped, MouseDragEvent e) {
    FilterMenus menus = new FilterMenus(model, filter.fields());
    if (field.text().getText().isBlank()) {
      menus.apply(dropped);
    } else {
      menus.joining(dropped).show(field.node(), e.getScreenX(), e.getScreenY());
    }
  }

  public Node node() {
    return node;
  }

  /** Puts the caret into the field. */
  public void focus() {
    field.text().requestFocus();
    field.text().selectAll();
  }

  /** Says what the filter in force gives; called with the pulse. */
  public void show(int rows, int all, String title, int packets) {
    FilterScan scan = filter.scan();
    boolean inForce = field.text().getText().strip().equals(model.appliedProperty().get());
    if (scan == null || !inForce) {
      return;
    }
    String words = Numbers.count(rows) + " of " + Numbers.count(all) + " " + title;
    long took = filter.took(packets);
    if (took == 0) {
      double part = packets == 0 ? 0 : 100.0 * scan.judged() / packets;
      field.waiting(words + " · " + Numbers.decimal(part, 0) + " % looked at");
    } else {
      field.good(words + " · " + Numbers.decimal(took / MILLI, 0) + " ms");
    }
  }

  private void changed() {
    String text = field.text().getText();
    if (text.isBlank()) {
      field.clearStatus();
      return;
    }
    switch (filter.check(text)) {
      case FilterResult.Accepted accepted -> {
        boolean inForce = text.strip().equals(model.appliedProperty().get());
        field.good(inForce ? "in force" : "valid · Enter applies");
      }
      case FilterResult.Refused(FilterError error) ->
          field.bad(
              error.message() + " (character " + (error.start() + 1) + ")",
              error.start(),
              error.end());
    }
  }

  private void applied(String text) {
    preferences.update(s -> s.with(s.remembered().withDisplayFilter(text)));
    changed();
    mark();
  }

  private void apply() {
    String text = field.text().getText();
    if (filter.check(text) instanceof FilterResult.Accepted) {
      model.apply(text);
    }
  }

  private void key(KeyEvent e) {
    boolean open = popup.showing();
    switch (e.getCode()) {
      case ENTER -> {
        if (open) {
          popup.take();
        } else {
          apply();
        }
        e.consume();
      }
      case TAB -> {
        if (open) {
          popup.take();
          e.consume();
        }
      }
      case ESCAPE -> {
        if (open) {
          popup.hide();
        } else {
          model.apply("");
        }
        e.consume();
      }
      case DOWN, UP -> {
        if (open) {
          popup.move(e.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1);
        } else {
          history();
        }
        e.consume();
      }
      case SPACE -> {
        if (e.isControlDown()) {
          complete();
          e.consume();
        }
      }
      default -> {}
    }
  }

  /** A character is about to come into the text, or one that only the control knows. */
  private void typed(String character) {
    typing = !character.isEmpty() && !Character.isISOControl(character.charAt(0));
    if (!typing) {
      popup.hide();
    }
  }

  /** The caret has moved behind the character that was typed. */
  private void afterTyping() {
    if (typing) {
      typing = false;
      complete();
    }
  }

  private void complete() {
    TextField text = field.text();
    Completion completion = Completion.at(text.getText(), text.getCaretPosition(), filter.fields());
    popup.show(
        completion.proposals(),
        completion.from(),
        proposal -> {
          text.replaceText(completion.from(), completion.to(), proposal.text());
          text.positionCaret(completion.from() + proposal.text().length());
        });
  }

  private void history() {
    List<Proposal> before =
        preferences.get().remembered().displayFilters().stream()
            .map(f -> new Proposal(f, ""))
            .toList();
    popup.show(before, 0, proposal -> model.apply(proposal.text()));
  }

  private void buttons() {
    List<Node> chips = new ArrayList<>();
    for (SavedFilter each : preferences.get().remembered().savedFilters()) {
      chips.add(chip(each));
    }
    Button add = new Button("+");
    add.getStyleClass().add("chip");
    add.setAccessibleText("Save this filter as a button");
    add.setTooltip(new Tooltip("Save the filter in the field as a button"));
    add.setOnAction(e -> save());
    chips.add(add);
    saved.getChildren().setAll(chips);
    mark();
  }

  private Button chip(SavedFilter each) {
    Button chip = new Button(each.name());
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setTooltip(new Tooltip(each.filter()));
    chip.setUserData(each.filter());
    chip.setOnAction(e -> {
      boolean on = model.appliedProperty().get().equals(each.filter());
      model.apply(on ? "" : each.filter());
    });
    chip.setContextMenu(
        new ContextMenu(
            Menus.item("Prepare as filter", () -> model.prepare(each.filter())),
            Menus.item("Remove this button", () -> change(all -> all.remove(each)))));
    return chip;
  }

  private void mark() {
    for (Node chip : saved.getChildren()) {
      chip.getStyleClass().remove("on");
      if (model.appliedProperty().get().equals(chip.getUserData())) {
        chip.getStyleClass().add("on");
      }
    }
  }

  private void save() {
    String text = field.text().getText().strip();
    if (text.isEmpty() || filter.check(text) instanceof FilterResult.Refused) {
      field.text().requestFocus();
      field.waiting("Write a valid filter first; + makes a button of it");
      return;
    }
    TextInputDialog dialog = new TextInputDialog();
    dialog.initOwner(node.getScene().getWindow());
    dialog.setTitle("Save filter");
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText("Name of the button");
    Optional<String> name = dialog.showAndWait().map(String::strip).filter(n -> !n.isEmpty());
    name.ifPresent(n -> change(all -> all.add(new SavedFilter(n, text))));
  }

  private void change(java.util.function.Consumer<List<SavedFilter>> edit) {
    List<SavedFilter> all = new ArrayList<>(preferences.get().remembered().savedFilters());
    edit.accept(all);
    preferences.update(s -> s.with(s.remembered().withSavedFilters(all)));
    buttons();
  }
}
