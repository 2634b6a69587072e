package org.earpiece.ui.detail;

import java.util.List;
import org.earpiece.dissect.DetailNode;
import org.jspecify.annotations.Nullable;

/**
 * One packet taken apart for the panes. Immutable.
 *
 * @param bytes of the frame as captured; null where they are no longer held
 * @param text its SIP message, or what it says in a line
 * @param plain the message as sent, for copying
 * @param nodes of the detail tree
 */
record PacketView(
    int frame, byte @Nullable [] bytes, SipText text, String plain, List<DetailNode> nodes) {
  /** The innermost node whose bytes hold a byte, or null. Of equals the last. */
  @Nullable DetailNode innermost(int position) {
    DetailNode found = null;
    for (DetailNode layer : nodes) {
      DetailNode inside = innermost(layer, position);
      if (inside != null && (found == null || inside.length() <= found.length())) {
        found = inside;
      }
    }
    return found;
  }

  private static @Nullable DetailNode innermost(DetailNode node, int position) {
    DetailNode found = holds(node, position) ? node : null;
    for (DetailNode child : node.children()) {
      DetailNode inside = innermost(child, position);
      if (inside != null && (found == null || inside.length() <= found.length())) {
        found = inside;
      }
    }
    return found;
  }

  private static boolean holds(DetailNode node, int position) {
    return position >= node.offset() && position < node.offset() + node.length();
  }
}
