package org.earpiece.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/** Finds words in a text, letter case apart. FX thread. */
public final class FindInText {
  /** Places that are counted and walked. */
  private static final int MOST = 10_000;

  private final Supplier<String> text;
  private final BiConsumer<Integer, Integer> found;
  private final FindRow row;
  private int at = -1;

  /**
   * @param what what the text is: {@code this message}
   * @param found is given the first character of a place, and the one behind its last
   * @param closed the row was put away
   */
  public FindInText(
      String what, Supplier<String> text, BiConsumer<Integer, Integer> found, Runnable closed) {
    this.text = text;
    this.found = found;
    row = new FindRow(what, "any text of " + what, this::anew, this::step, closed);
  }

  /** The row to write in. */
  public Node node() {
    return row.node();
  }

  public void open() {
    row.open();
  }

  private void anew() {
    at = -1;
    step(true);
  }

  private void step(boolean forward) {
    String wanted = row.words().toLowerCase(Locale.ROOT);
    List<Integer> places = wanted.isEmpty() ? List.of() : places(wanted);
    if (places.isEmpty()) {
      row.say(wanted.isEmpty() ? "" : "Not there.");
      return;
    }
    at = Math.floorMod(at < 0 ? 0 : at + (forward ? 1 : -1), places.size());
    row.say((at + 1) + " of " + places.size());
    found.accept(places.get(at), places.get(at) + wanted.length());
  }

  private List<Integer> places(String wanted) {
    String within = text.get().toLowerCase(Locale.ROOT);
    List<Integer> places = new ArrayList<>();
    int place = within.indexOf(wanted);
    while (place >= 0 && places.size() < MOST) {
      places.add(place);
      place = within.indexOf(wanted, place + wanted.length());
    }
    return places;
  }
}
