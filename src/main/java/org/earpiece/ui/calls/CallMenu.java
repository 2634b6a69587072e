package org.earpiece.ui.calls;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;

/** What may be done with a call. FX thread. */
final class CallMenu {
  private final Workspace workspace;

  CallMenu(Workspace workspace) {
    this.workspace = workspace;
  }

  List<MenuItem> items(CallSnapshot call, String rowText) {
    return List.of(
        item("Filter on this call", () -> apply("sip.Call-ID == " + quoted(call.callId()))),
        item(
            "Filter on calls from " + call.fromUser(),
            () -> apply("sip.from.user == " + quoted(call.fromUser()))),
        item(
            "Filter on " + call.initialSpeaker(),
            () -> apply(address(call.initialSpeaker()))),
        new SeparatorMenuItem(),
        item("Export call with its media…", () -> workspace.export().call(call.number(), true)),
        item("Export call without media…", () -> workspace.export().call(call.number(), false)),
        new SeparatorMenuItem(),
        item("Copy the row", () -> Clip.put(rowText)),
        item("Copy as CSV", () -> Clip.put(CallText.csv(call))),
        item("Copy as JSON", () -> Clip.put(CallText.json(call))),
        item("Copy the Call-ID", () -> Clip.put(call.callId())));
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

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> action.run());
    return item;
  }
}
