package org.earpiece.ui.calls;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;

/** What may be done with a call. FX thread. */
final class CallMenu {
  private final Workspace workspace;
  private final Exports exports;
  private final Runnable play;

  /**
   * @param play opens the sound of the selected call
   */
  CallMenu(Workspace workspace, Exports exports, Runnable play) {
    this.workspace = workspace;
    this.exports = exports;
    this.play = play;
  }

  /**
   * @param about the calls that are exported: the selected ones, or the call's conversation
   * @param selected the calls selected in the list, with the legs folded under them
   * @param leg whether the call is one of several legs
   */
  List<MenuItem> items(
      CallSnapshot call, List<Integer> about, List<Integer> selected, boolean leg, String rowText) {
    MenuItem join = Menus.item("Join the selected calls", () -> workspace.session().join(selected));
    join.setDisable(selected.size() < 2);
    MenuItem split =
        Menus.item(
            "Take out of the conversation",
            () -> workspace.session().split(List.of(call.number())));
    split.setDisable(!leg);
    String these = about.size() == 1 ? "call" : "these " + about.size() + " calls";
    return List.of(
        Menus.item("Play", play),
        new SeparatorMenuItem(),
        Menus.item("Filter on this call", () -> apply("sip.Call-ID == " + quoted(call.callId()))),
        Menus.item(
            "Filter on calls from " + call.fromUser(),
            () -> apply("sip.from.user == " + quoted(call.fromUser()))),
        Menus.item(
            "Filter on " + call.initialSpeaker(), () -> apply(address(call.initialSpeaker()))),
        new SeparatorMenuItem(),
        Menus.item("Export " + these + " with media…", () -> export(about, true)),
        Menus.item("Export " + these + " without media…", () -> export(about, false)),
        new SeparatorMenuItem(),
        join,
        split,
        new SeparatorMenuItem(),
        Menus.item("Copy the row", () -> Clip.put(rowText)),
        Menus.item("Copy as CSV", () -> Clip.put(CallText.csv(call))),
        Menus.item("Copy as JSON", () -> Clip.put(CallText.json(call))),
        Menus.item("Copy the Call-ID", () -> Clip.put(call.callId())));
  }

  private void export(List<Integer> calls, boolean media) {
    exports.calls(workspace.session(), calls, media);
  }

  private void apply(String filter) {
    workspace.filter().apply(filter);
  }

  private static String address(String address) {
    return (address.indexOf(':') >= 0 ? "ipv6.addr == " : "ip.addr == ") + address;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
