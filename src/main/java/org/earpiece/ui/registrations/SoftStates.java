package org.earpiece.ui.registrations;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.MenuItem;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;

/** What both lists do alike. FX thread. */
final class SoftStates {
  private SoftStates() {}

  /**
   * The number of the one that is selected; none where it is not in this list.
   *
   * @param all number n at n - 1, their identities ascending
   */
  static <T> List<Integer> selected(List<T> all, Selection selection, ToIntFunction<T> id) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high && selection.softState() > 0) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(id.applyAsInt(all.get(middle)), selection.softState());
      if (order == 0) {
        return List.of(middle + 1);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return List.of();
  }

  /** Applies a filter on a method and what a field of its messages is. */
  static void filter(Workspace workspace, String method, String field, String value) {
    String quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    workspace.filter().apply("sip.CSeq.method == \"" + method + "\" && " + field + " == " + quoted);
  }

  /** A menu item that filters on an address. */
  static MenuItem filterOn(Workspace workspace, String address) {
    String field = address.indexOf(':') >= 0 ? "ipv6.addr == " : "ip.addr == ";
    return Menus.item(
        "Filter on " + address, () -> workspace.filter().apply("sip && " + field + address));
  }
}
