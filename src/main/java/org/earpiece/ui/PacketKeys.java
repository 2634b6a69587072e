package org.earpiece.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.earpiece.session.listing.Neighbours.Bond;
import org.earpiece.ui.Shortcuts.Shortcut;
import org.earpiece.ui.packets.PacketsView;

/** The keys that are about packets, as Wireshark has them where it has one. FX thread. */
final class PacketKeys {
  private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private static final Modifier ALT = KeyCombination.ALT_DOWN;

  private final MainWindow window;
  private final List<Shortcut> keys = new ArrayList<>();

  private PacketKeys(MainWindow window) {
    this.window = window;
  }

  /** The keys of a window. */
  static List<Shortcut> of(MainWindow window) {
    PacketKeys all = new PacketKeys(window);
    all.add("back to the packet before", p -> p.step(false), KeyCode.LEFT, ALT);
    all.add("forward again", p -> p.step(true), KeyCode.RIGHT, ALT);
    all.add("next of this conversation", neighbour(Bond.CONVERSATION, true), KeyCode.PERIOD, CTRL);
    all.add(
        "previous of this conversation", neighbour(Bond.CONVERSATION, false), KeyCode.COMMA, CTRL);
    all.add("next of this call", neighbour(Bond.CALL, true), KeyCode.PERIOD, CTRL, SHIFT);
    all.add("previous of this call", neighbour(Bond.CALL, false), KeyCode.COMMA, CTRL, SHIFT);
    all.add("next of this stream", neighbour(Bond.STREAM, true), KeyCode.PERIOD, CTRL, ALT);
    all.add("previous of this stream", neighbour(Bond.STREAM, false), KeyCode.COMMA, CTRL, ALT);
    all.add("mark packets", PacketsView::toggleMarks, KeyCode.M, CTRL);
    all.add("next mark", p -> p.goToMark(true), KeyCode.N, CTRL, SHIFT);
    all.add("previous mark", p -> p.goToMark(false), KeyCode.B, CTRL, SHIFT);
    all.add("ignore packets", PacketsView::toggleIgnored, KeyCode.D, CTRL);
    all.add("comment on a packet", PacketsView::comment, KeyCode.C, CTRL, ALT);
    all.add("time reference", PacketsView::toggleTimeReference, KeyCode.T, CTRL);
    all.add("next time reference", p -> p.goToTimeReference(true), KeyCode.N, CTRL, ALT);
    all.add("previous time reference", p -> p.goToTimeReference(false), KeyCode.B, CTRL, ALT);
    all.add("shift times", PacketsView::shiftTimes, KeyCode.T, CTRL, SHIFT);
    return all.keys;
  }

  private static Consumer<PacketsView> neighbour(Bond bond, boolean forward) {
    return packets -> packets.goToNeighbour(bond, forward);
  }

  private void add(String name, Consumer<PacketsView> action, KeyCode code, Modifier... modifiers) {
    Runnable run =
        () -> {
          CapturePage page = window.page();
          if (page != null) {
            action.accept(page.packets());
          }
        };
    keys.add(new Shortcut(new KeyCodeCombination(code, modifiers), name, false, run));
  }
}
