package org.earpiece.ui.detail;

import java.util.List;
import org.earpiece.dissect.DetailNode;
import org.jspecify.annotations.Nullable;

/**
 * One packet taken apart for the panes. Immutable.
 *
 * @param sources the frame as captured, and what was put together, decrypted or unmasked; empty
 *     where it is no longer held
 * @param text its SIP message, or what it says in a line
 * @param plain the message as sent, for copying
 * @param nodes of the detail tree
 */
record PacketView(
    int frame, List<Source> sources, SipText text, String plain, List<DetailNode> nodes) {

  /** Bytes that layers lie in. */
  @SuppressWarnings("ArrayRecordComponent")
  record Source(String title, byte[] bytes) {}

  /** A packet of which nothing is shown but a sentence. */
  static PacketView note(int frame, String sentence, String plain) {
    return new PacketView(frame, List.of(), SipText.note(sentence), plain, List.of());
  }

  /** The innermost node whose bytes hold a byte of a source, or null. Of equals the last. */
  @Nullable DetailNode innermost(int source, int position) {
    DetailNode found = null;
    for (DetailNode layer : nodes) {
      if (layer.source() != source) {
        continue;
      }
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
