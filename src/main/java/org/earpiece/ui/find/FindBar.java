package org.earpiece.ui.find;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.listing.TextSearch;
import org.earpiece.session.listing.TextSearch.Place;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A row in which one writes what is looked for; Enter goes to the next packet that has it, with
 * Shift to the one before, Esc puts the row away. FX thread.
 */
public final class FindBar {
  private final Background.Slot searching;
  private final IntSupplier from;
  private final IntConsumer found;
  private final ComboBox<FindKind> kind = new ComboBox<>();
  private final ComboBox<Place> place = new ComboBox<>();
  private final CheckBox exactly = new CheckBox("Case");
  private final TextField words = new TextField();
  private final Label said = new Label();
  private final HBox node = new HBox();
  private final Function<FieldRegistry, FilterNames> names;
  private @Nullable CaptureSession session;
  private Search running = new Search();

  /** Told to stop by the FX thread, heard by the worker. */
  private static final class Search {
    private volatile boolean stopped;
  }

  /**
   * @param names what filters may name
   * @param from the frame to look from
   * @param found is given the frame that was found
   */
  public FindBar(
      Background background,
      Function<FieldRegistry, FilterNames> names,
      IntSupplier from,
      IntConsumer found) {
    searching = background.slot();
    this.names = names;
    this.from = from;
    this.found = found;
    kind.getItems().setAll(FindKind.values());
    place.getItems().setAll(Place.values());
    place.setValue(Place.BYTES);
    exactly.setAccessibleText("Upper and lower case letters differ");
    exactly.setMinWidth(Region.USE_PREF_SIZE);
    kind.valueProperty().addListener((o, was, is) -> asked(is));
    kind.setValue(FindKind.TEXT);
    words.setAccessibleText("What to find in the packets");
    words.textProperty().addListener(o -> said.setText(""));
    HBox.setHgrow(words, Priority.ALWAYS);
    said.getStyleClass().add("dim");
    said.setMinWidth(Region.USE_PREF_SIZE);
    Button before = button("Previous", () -> find(false));
    Button next = button("Next", () -> find(true));
    Button close = button("Close", this::close);
    node.getChildren()
        .setAll(new Label("Find"), kind, place, exactly, words, said, before, next, close);
    node.getStyleClass().addAll("bar", "find");
    node.setAlignment(Pos.CENTER_LEFT);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    close();
  }

  private static Button button(String word, Runnable action) {
    Button button = new Button(word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  public Node node() {
    return node;
  }

  /** Another capture is open, or none. */
  public void session(@Nullable CaptureSession next) {
    stop();
    session = next;
    if (next == null) {
      close();
    }
  }

  /** Says that a part of the window has a search of its own, for when the focus is in it. */
  public static void offers(Node part, Runnable open) {
    part.getProperties().put(FindBar.class, open);
  }

  /**
   * Opens the search of the part that has the focus.
   *
   * @return false where it has none of its own
   */
  public static boolean openOwn(@Nullable Node focus) {
    for (Node part = focus; part != null; part = part.getParent()) {
      if (part.getProperties().get(FindBar.class) instanceof Runnable open) {
        open.run();
        return true;
      }
    }
    return false;
  }

  /** Shows the row with the caret in it, where a capture is open. */
  public void open() {
    if (session != null) {
      shown(true);
      words.requestFocus();
      words.selectAll();
    }
  }

  private void close() {
    stop();
    shown(false);
  }

  private void shown(boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private void stop() {
    running.stopped = true;
    searching.cancel();
    said.setText("");
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      close();
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && Objects.equals(e.getTarget(), words)) {
      find(!e.isShiftDown());
      e.consume();
    }
  }

  /** Goes to the next packet that has what is looked for, or to the one before. */
  public void find(boolean forward) {
    CaptureSession in = session;
    if (in == null || words.getText().isBlank()) {
      open();
      return;
    }
    stop();
    Search search = new Search();
    running = search;
    PacketFilter accepts = filter(in);
    if (accepts != null) {
      said.setText("Looking…");
      int start = from.getAsInt();
      searching.run(
          () -> in.find(accepts, start, forward, () -> search.stopped),
          this::answer,
          e -> said.setText("The packets cannot be read: " + e.getMessage()));
    }
  }

  /** Where text is looked for, and how, goes for text alone. */
  private void asked(FindKind what) {
    words.setPromptText(what.prompt());
    place.setDisable(!what.text());
    exactly.setDisable(!what.text());
  }

  /** Accepts what is looked for; null, and says why, where that cannot be asked. */
  private @Nullable PacketFilter filter(CaptureSession in) {
    String wanted = words.getText().strip();
    boolean plain = place.getValue() == Place.BYTES && !exactly.isSelected();
    if (kind.getValue().text() && !plain) {
      return text(in, wanted);
    }
    return switch (FilterCompiler.compile(
        kind.getValue().filter(wanted), names.apply(in.fields()))) {
      case FilterResult.Refused refused -> {
        said.setText("✗ " + refused.error().message());
        yield null;
      }
      case FilterResult.Accepted accepted -> accepted.filter().copy();
    };
  }

  private @Nullable PacketFilter text(CaptureSession in, String wanted) {
    try {
      Pattern pattern = kind.getValue().pattern(wanted, exactly.isSelected());
      return new TextSearch(place.getValue(), pattern, in.fields());
    } catch (PatternSyntaxException e) {
      said.setText("✗ " + e.getDescription());
      return null;
    }
  }

  private void answer(int frame) {
    said.setText(frame == 0 ? "No packet has that." : "Packet " + Numbers.count(frame));
    if (frame > 0) {
      found.accept(frame);
      words.requestFocus();
    }
  }
}
