package org.earpiece.ui.calls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.voip.CallSnapshot;

/** What may be done with a call. FX thread. */
final class CallMenu {
  private final Workspace workspace;
  private final PacketActions actions;
  private final Exports exports;
  private final Runnable play;

  /**
   * @param play opens the sound of the selected call
   */
  CallMenu(Workspace workspace, PacketActions actions, Exports exports, Runnable play) {
    this.workspace = workspace;
    this.actions = actions;
    this.exports = exports;
    this.play = play;
  }

  /**
   * @param about the calls that are exported: the selected ones, or the call's conversation
   * @param selected the calls selected in the list, with the legs folded under them
   * @param leg whether the call is one of several legs
   */
  List<MenuItem> items(
      ItemList.Place<CallSnapshot> place,
      List<Integer> about,
      List<Integer> selected,
      boolean leg) {
    CallSnapshot call = place.item();
    MenuItem join = Menus.item("Join the selected calls", () -> workspace.session().join(selected));
    join.setDisable(selected.size() < 2);
    MenuItem split =
        Menus.item(
            "Take out of the conversation",
            () -> workspace.session().split(List.of(call.number())));
    split.setDisable(!leg);
    String these = about.size() == 1 ? "call" : "these " + about.size() + " calls";
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Play", play));
    items.add(new SeparatorMenuItem());
    items.addAll(actions.filters().of(CallFilters.of(call, place.column())));
    items.add(new SeparatorMenuItem());
    items.addAll(actions.follow(call.number()));
    items.add(filtering("Its signalling", CallFilters.of(call, "")));
    items.add(filtering("Calls from " + call.fromUser(), CallFilters.of(call, "from")));
    items.add(filtering("Everything of " + call.initialSpeaker(), CallFilters.speaker(call)));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Export " + these + " with media…", () -> export(about, true)));
    items.add(Menus.item("Export " + these + " without media…", () -> export(about, false)));
    items.add(new SeparatorMenuItem());
    items.add(join);
    items.add(split);
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    items.add(Menus.item("Copy as CSV", () -> Clip.put(CallText.csv(call))));
    items.add(Menus.item("Copy as JSON", () -> Clip.put(CallText.json(call))));
    items.add(Menus.item("Copy the Call-ID", () -> Clip.put(call.callId())));
    return items;
  }

  private MenuItem filtering(String title, String filter) {
    return Menus.item(title, () -> actions.filters().apply(filter));
  }

  private void export(List<Integer> calls, boolean media) {
    exports.calls(workspace.session(), calls, media);
  }
}
