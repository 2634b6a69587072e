package org.earpiece.ui.packets;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.earpiece.session.listing.Neighbours.Bond;
import org.earpiece.store.FrameMarks;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.packets.time.PacketTimes;
import org.jspecify.annotations.Nullable;

/** The menus of the packet list that are about packets as such. FX thread. */
final class PacketMenu {
  private final PacketsView view;
  private final PacketNotes notes;
  private final PacketWays ways;
  private final PacketTimes times;

  PacketMenu(PacketsView view, PacketNotes notes, PacketWays ways, PacketTimes times) {
    this.view = view;
    this.notes = notes;
    this.ways = ways;
    this.times = times;
  }

  /** What may be noted of the packets that are selected. */
  Menu marks(List<Integer> frames, @Nullable Window owner) {
    FrameMarks marks = notes.marks();
    boolean marked = !frames.isEmpty() && frames.stream().allMatch(marks::marked);
    boolean ignored = !frames.isEmpty() && frames.stream().allMatch(marks::ignored);
    Menu menu = new Menu("Marks and comments");
    menu.getItems()
        .setAll(
            Menus.item(marked ? "Unmark" : "Mark", () -> notes.toggleMarks(frames)),
            Menus.item("Mark all that are shown", view::markShown),
            enabled(Menus.item("Unmark all", notes::unmarkAll), marks.markedCount() > 0),
            enabled(Menus.item("Next mark", () -> ways.mark(true)), marks.markedCount() > 0),
            enabled(Menus.item("Previous mark", () -> ways.mark(false)), marks.markedCount() > 0),
            new SeparatorMenuItem(),
            Menus.item(ignored ? "No longer ignore" : "Ignore", () -> notes.toggleIgnored(frames)),
            enabled(Menus.item("Ignore none", notes::ignoreNone), marks.ignoredCount() > 0),
            new SeparatorMenuItem(),
            enabled(
                Menus.item("Comment…", () -> notes.comment(frames.getLast(), owner)),
                !frames.isEmpty()));
    return menu;
  }

  /** How times are written and counted. */
  Menu time(int frame, @Nullable Window owner) {
    FrameMarks marks = notes.marks();
    Menu menu = new Menu("Time");
    List<MenuItem> items = menu.getItems();
    items.addAll(times.items());
    items.add(new SeparatorMenuItem());
    String reference = marks.reference(frame) ? "No time reference here" : "Time reference here";
    items.add(enabled(Menus.item(reference, () -> notes.toggleReference(frame)), frame > 0));
    items.add(Menus.item("No time references", notes::noReferences));
    items.add(Menus.item("Next time reference", () -> ways.reference(true)));
    items.add(Menus.item("Previous time reference", () -> ways.reference(false)));
    items.add(new SeparatorMenuItem());
    items.add(enabled(Menus.item("Shift times…", () -> notes.shift(frame, owner)), frame > 0));
    items.add(enabled(Menus.item("Times as captured", notes::undoShift), marks.shiftNanos() != 0));
    return menu;
  }

  /** Where one may go from a packet. */
  Menu go() {
    Menu menu = new Menu("Go to");
    List<MenuItem> items = menu.getItems();
    for (Bond bond : Bond.values()) {
      String of = "packet of this " + bond.word();
      items.add(Menus.item("Next " + of, () -> ways.neighbour(bond, true)));
      items.add(Menus.item("Previous " + of, () -> ways.neighbour(bond, false)));
    }
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Back", () -> ways.step(false)));
    items.add(Menus.item("Forward", () -> ways.step(true)));
    return menu;
  }

  private static MenuItem enabled(MenuItem item, boolean on) {
    item.setDisable(!on);
    return item;
  }
}
