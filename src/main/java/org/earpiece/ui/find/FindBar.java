package org.earpiece.ui.find;

import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
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
  private final FindRow row;
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
    kind.setValue(FindKind.TEXT);
    row =
        new FindRow(
            "the packets",
            kind.getValue().prompt(),
            this::forget,
            this::find,
            this::stop,
            kind,
            place,
            exactly);
    kind.valueProperty().addListener((o, was, is) -> asked(is));
  }

  public Node node() {
    return row.node();
  }

  /** Another capture is open, or none. */
  public void session(@Nullable CaptureSession next) {
    stop();
    session = next;
    if (next == null) {
      row.close();
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

  private void forget() {
    row.say("");
  }

  /** Shows the row with the caret in it, where a capture is open. */
  public void open() {
    if (session != null) {
      row.open();
    }
  }

  private void stop() {
    running.stopped = true;
    searching.cancel();
    row.say("");
  }

  /** Goes to the next packet that has what is looked for, or to the one before. */
  public void find(boolean forward) {
    CaptureSession in = session;
    if (in == null || row.words().isBlank()) {
      open();
      return;
    }
    stop();
    Search search = new Search();
    running = search;
    PacketFilter accepts = filter(in);
    if (accepts != null) {
      row.say("Looking…");
      int start = from.getAsInt();
      searching.run(
          () -> in.find(accepts, start, forward, () -> search.stopped),
          this::answer,
          e -> row.say("The packets cannot be read: " + e.getMessage()));
    }
  }

  /** Where text is looked for, and how, goes for text alone. */
  private void asked(FindKind what) {
    row.prompt(what.prompt());
    place.setDisable(!what.text());
    exactly.setDisable(!what.text());
  }

  /** Accepts what is looked for; null, and says why, where that cannot be asked. */
  private @Nullable PacketFilter filter(CaptureSession in) {
    String wanted = row.words().strip();
    boolean plain = place.getValue() == Place.BYTES && !exactly.isSelected();
    if (kind.getValue().text() && !plain) {
      return text(in, wanted);
    }
    return switch (FilterCompiler.compile(
        kind.getValue().filter(wanted), names.apply(in.fields()))) {
      case FilterResult.Refused refused -> {
        row.say("✗ " + refused.error().message());
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
      row.say("✗ " + e.getDescription());
      return null;
    }
  }

  private void answer(int frame) {
    row.say(frame == 0 ? "No packet has that." : "Packet " + Numbers.count(frame));
    if (frame > 0) {
      found.accept(frame);
      row.focus();
    }
  }
}
