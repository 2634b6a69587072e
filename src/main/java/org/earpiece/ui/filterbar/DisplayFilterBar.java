package org.earpiece.ui.filterbar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.earpiece.filter.FilterError;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.completion.Completion;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.session.FilterScan;
import org.earpiece.settings.SavedFilter;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FilterField;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.filters.FilterDrag;
import org.earpiece.ui.kit.filters.FilterMenus;

/** The second row of tools: the display filter and its saved ones. FX thread. */
public final class DisplayFilterBar {
  private static final String PROMPT =
      "filter: sip.Method == \"INVITE\", rtp.ssrc, ip.addr == 10.0.0.5 … (Ctrl+/)";
  private static final double MILLI = 1e6;
  private static final long SLOW_NANOS = 300_000_000L;

  /** A filter that must look at each of so many packets says so before it is applied. */
  private static final int MANY_PACKETS = 1_000_000;

  private final DisplayFilter filter;
  private final FilterModel model;
  private final FilterMenus menus;
  private final Preferences preferences;
  private final Background.Slot gathering;
  private final FilterField field = new FilterField("display", PROMPT, "Display filter");
  private final ProposalPopup popup = new ProposalPopup(field.text());
  private final SavedFilterButtons saved;
  private final HBox node = new HBox();
  private final Map<String, List<Proposal>> seen = new HashMap<>();
  private String gathered = "";
  private int packetsShown;
  private boolean typing;
  private boolean inHistory;

  public DisplayFilterBar(DisplayFilter filter, Background background, Preferences preferences) {
    this.filter = filter;
    this.preferences = preferences;
    gathering = background.slot();
    model = filter.model();
    menus = new FilterMenus(model, filter::names);
    saved = new SavedFilterButtons(model, menus, preferences, this::save, this::fillIn);
    node.getStyleClass().add("bar");
    HBox.setHgrow(field.node(), Priority.ALWAYS);
    node.getChildren().addAll(field.node(), saved);
    node.widthProperty().addListener((o, was, is) -> saved.within(is.doubleValue()));
    field.menu("Filters used before (Ctrl+Down)", this::history);
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
  }

  /** What was dropped is applied; where a filter is there, the ways to join both are offered. */
  private void dropped(String dropped, MouseDragEvent e) {
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

  /** Another capture is open, or none: what was seen in the last one is forgotten. */
  public void captureChanged() {
    gathering.cancel();
    seen.clear();
    gathered = "";
    packetsShown = 0;
    changed();
  }

  /** Says what the filter in force gives; called with the pulse. */
  public void show(int rows, int all, String title, int packets) {
    if (packets < packetsShown || packets > 2 * packetsShown) {
      seen.clear();
    }
    packetsShown = packets;
    FilterScan scan = filter.scan();
    String text = field.text().getText().strip();
    if (!text.equals(model.appliedProperty().get())) {
      return;
    }
    if (scan == null) {
      if (text.isEmpty()) {
        field.none("no filter: all " + counted(all, title));
      }
      return;
    }
    String words = Numbers.count(rows) + " of " + counted(all, title);
    long took = filter.took(packets);
    double part = packets == 0 ? 0 : Math.floor(100.0 * scan.judged() / packets);
    String looked = Numbers.decimal(part, 0) + " % looked at";
    if (filter.stopped() && took == 0) {
      field.slow(words + " · stopped, " + looked + " · Enter begins anew");
    } else if (took > 0) {
      field.good(words + " · " + Numbers.decimal(took / MILLI, 0) + " ms");
    } else if (filter.since() > SLOW_NANOS) {
      field.working(words + " · " + looked, filter::stop);
    } else {
      field.waiting(words);
    }
  }

  /** A list's title names many things by one more letter than one. */
  private static String counted(int n, String title) {
    return Numbers.of(n, title.substring(0, title.length() - 1), title);
  }

  /** Puts the caret where the first argument of a saved filter belongs. */
  private void fillIn() {
    TextField text = field.text();
    text.requestFocus();
    text.positionCaret(text.getText().length() - 1);
  }

  private void changed() {
    String text = field.text().getText();
    if (text.isBlank()) {
      field.clearStatus();
      return;
    }
    switch (filter.check(text)) {
      case FilterResult.Accepted(PacketFilter valid) -> {
        boolean inForce = text.strip().equals(model.appliedProperty().get());
        if (filter.lacksSelection(text)) {
          field.slow("valid, but no packet is selected whose values it asks for");
        } else if (inForce) {
          field.good("in force");
        } else if (packetsShown > MANY_PACKETS && looksAtEach(valid)) {
          field.slow(
              "valid, looks at each of "
                  + Numbers.count(packetsShown)
                  + " packets · Enter applies");
        } else {
          field.good("valid · Enter applies");
        }
      }
      case FilterResult.Refused(FilterError error) ->
          field.bad(
              error.message() + " (character " + (error.start() + 1) + ")",
              error.start(),
              error.end());
    }
  }

  /** Whether no protocol's absence spares it a packet. */
  private static boolean looksAtEach(PacketFilter filter) {
    return filter.given(protocol -> false).asks() == PacketFilter.Asks.PACKET;
  }

  private void applied(String text) {
    preferences.update(s -> s.with(s.remembered().withDisplayFilter(text)));
    changed();
  }

  private void apply() {
    String text = field.text().getText();
    if (!(filter.check(text) instanceof FilterResult.Accepted)) {
      return;
    }
    if (filter.stopped() && text.strip().equals(model.appliedProperty().get())) {
      filter.again();
    }
    model.apply(text);
  }

  private void key(KeyEvent e) {
    boolean open = popup.showing();
    boolean used =
        switch (e.getCode()) {
          case ENTER -> does(open ? popup::take : this::apply);
          case TAB -> open && does(popup::take);
          case ESCAPE -> does(open ? popup::hide : () -> model.apply(""));
          case DOWN, UP -> does(() -> upOrDown(e));
          case SPACE -> e.isControlDown() && does(this::complete);
          case DELETE -> open && inHistory && does(this::forget);
          default -> false;
        };
    if (used) {
      e.consume();
    }
  }

  private static boolean does(Runnable action) {
    action.run();
    return true;
  }

  private void upOrDown(KeyEvent e) {
    if (popup.showing() && !e.isControlDown()) {
      popup.move(e.getCode() == KeyCode.DOWN ? 1 : -1);
    } else {
      history();
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
    Completion completion =
        Completion.at(
            text.getText(),
            text.getCaretPosition(),
            filter.names(),
            name -> seen.getOrDefault(name, List.of()));
    inHistory = false;
    popup.show(completion.proposals(), completion.from(), take(completion));
    String wanted = completion.field();
    if (!wanted.isEmpty() && !seen.containsKey(wanted) && !wanted.equals(gathered)) {
      gather(wanted);
    }
  }

  private Consumer<Proposal> take(Completion completion) {
    return proposal -> {
      TextField text = field.text();
      text.replaceText(completion.from(), completion.to(), proposal.text());
      text.positionCaret(completion.from() + proposal.text().length());
    };
  }

  /** Has the values of a field looked up; they join the proposals when they are there. */
  private void gather(String wanted) {
    gathered = wanted;
    gathering.run(
        () -> filter.seen(wanted),
        found -> {
          gathered = "";
          seen.put(wanted, found);
          if (field.text().isFocused() && !inHistory) {
            complete();
          }
        },
        e -> gathered = "");
  }

  private void history() {
    inHistory = true;
    popup.show(
        preferences.get().remembered().displayFilters().stream()
            .map(f -> new Proposal(f, ""))
            .toList(),
        0,
        proposal -> model.apply(proposal.text()));
  }

  private void forget() {
    List<String> before = preferences.get().remembered().displayFilters();
    int at = popup.selected();
    if (at >= 0 && at < before.size()) {
      preferences.update(s -> s.with(s.remembered().withoutDisplayFilter(before.get(at))));
      history();
      popup.move(Math.min(at, before.size() - 2));
    }
  }

  private void save() {
    String text = field.text().getText().strip();
    if (text.isEmpty() || !menus.saves(text)) {
      field.text().requestFocus();
      field.waiting("Write a valid filter first; + makes a button of it");
      return;
    }
    SavedFilterDialog.ask(
            node.getScene().getWindow(), "Save filter", new SavedFilter("", text), menus::saves)
        .ifPresent(saved::add);
  }
}
