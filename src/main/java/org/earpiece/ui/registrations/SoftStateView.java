package org.earpiece.ui.registrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Now;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.ui.kit.table.ItemList;
import org.jspecify.annotations.Nullable;

/**
 * A list of what expires unless it is refreshed, the latest first. FX thread.
 *
 * @param <T> one of them: number n stands at n - 1, and identities ascend
 */
abstract class SoftStateView<T> implements View {
  final Workspace workspace;
  final PacketActions actions;
  private final Exports exports;
  private final String title;
  private final ItemList<T> list;
  private Snapshot snapshot = Snapshot.EMPTY;

  /**
   * A list for one capture.
   *
   * @param title what it holds: {@code Registrations}
   * @param columns given the time that ends count from
   */
  SoftStateView(
      Workspace workspace,
      PacketActions actions,
      Exports exports,
      String title,
      Function<LongSupplier, List<ItemColumn<T>>> columns) {
    this.workspace = workspace;
    this.actions = actions;
    this.exports = exports;
    this.title = title;
    list =
        new ItemList<>(
            title,
            title.toLowerCase(Locale.ROOT) + ".columns",
            columns.apply(() -> Now.of(snapshot)),
            workspace.preferences(),
            numbers -> selected(all(snapshot).get(numbers.getLast() - 1)));
    list.menu(this::menu);
    list.drag(place -> filter(place.item()));
  }

  /** Those that a snapshot knows. */
  abstract List<T> all(Snapshot of);

  abstract int number(T item);

  abstract int id(T item);

  /** What one is called in a sentence. */
  abstract String word(T item);

  abstract boolean accepted(FilterScan scan, T item);

  /** A filter that finds its packets. */
  abstract String filter(T item);

  /** Makes one the selection. */
  abstract void selected(T item);

  /** What a list says that is empty because of the display filter. */
  abstract String nothingAccepted();

  /** What it says that is empty without one. */
  abstract String nothingYet(Snapshot.State state);

  /** Items of the menu that lead to other packets. */
  abstract List<MenuItem> ways(T item);

  /** Items of the menu that copy a part of it. */
  abstract List<MenuItem> copies(T item);

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final Node node() {
    return list.table();
  }

  @Override
  public final int count(Snapshot of) {
    return all(of).size();
  }

  @Override
  public final int shown() {
    return list.rows().size();
  }

  @Override
  public final void focus() {
    list.table().requestFocus();
  }

  @Override
  public final void show(Selection selection, Snapshot now, @Nullable FilterScan scan) {
    snapshot = now;
    List<T> all = all(now);
    int n = all.size();
    int[] order =
        IntStream.rangeClosed(1, n)
            .map(i -> n + 1 - i)
            .filter(number -> scan == null || accepted(scan, all.get(number - 1)))
            .toArray();
    boolean filtered = n > 0 && scan != null;
    list.show(all, order, filtered ? nothingAccepted() : nothingYet(now.state()));
    list.select(numbers(all, selection.softState()), () -> 0);
  }

  /** The number of the one with an identity; none where it is not in this list. */
  private List<Integer> numbers(List<T> all, int id) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high && id > 0) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(id(all.get(middle)), id);
      if (order == 0) {
        return List.of(middle + 1);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return List.of();
  }

  private List<MenuItem> menu(ItemList.Place<T> place) {
    T item = place.item();
    List<MenuItem> items = new ArrayList<>(actions.filters().of(filter(item)));
    items.add(new SeparatorMenuItem());
    items.addAll(ways(item));
    items.add(new SeparatorMenuItem());
    items.add(
        Menus.item(
            "Export its messages…",
            () -> exports.messages(workspace.session(), word(item), number(item), id(item))));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    items.addAll(copies(item));
    return items;
  }

  /** An item that filters the signalling of a host. */
  final MenuItem signallingOf(String host) {
    return Menus.item(
        "Signalling of " + host, () -> actions.filters().apply(SoftStates.ofHost(host)));
  }
}
