package org.earpiece.ui.detail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earpiece.ui.kit.Preferences;

/**
 * Which nodes of the detail tree are open, by the names of their fields, from packet to packet and
 * from one start to the next. FX thread.
 */
final class OpenNodes {
  private static final String SETTING = "details.open";
  private static final String AT_FIRST = "sip,sdp,rtp,rtcp";

  /** Names that are remembered; the oldest goes. */
  private static final int MOST = 500;

  private final Preferences preferences;
  private final Set<String> open = new LinkedHashSet<>();
  private boolean many;

  OpenNodes(Preferences preferences) {
    this.preferences = preferences;
    open.addAll(List.of(preferences.layout(SETTING, AT_FIRST).split(",", -1)));
    open.remove("");
  }

  boolean has(String field) {
    return open.contains(field);
  }

  /** A node was opened or shut. */
  void set(String field, boolean on) {
    open.remove(field);
    if (on) {
      open.add(field);
    }
    if (open.size() > MOST) {
      open.remove(open.iterator().next());
    }
    if (!many) {
      keep();
    }
  }

  /** Opens or shuts many nodes, and remembers it once. */
  void change(Runnable work) {
    many = true;
    work.run();
    many = false;
    keep();
  }

  private void keep() {
    preferences.keepLayout(SETTING, String.join(",", open));
  }
}
