package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.DetailNode;
import org.jspecify.annotations.Nullable;

/**
 * One packet taken apart for the panes. Immutable.
 *
 * @param sources the frame as captured, and what was put together, decrypted or unmasked; empty
 *     where it is no longer held
 * @param message its SIP message, or null where it has none
 * @param words what it says in a line, or why it is not shown
 * @param nodes of the detail tree
 */
record PacketView(
    int frame,
    List<Source> sources,
    @Nullable Message message,
    String words,
    List<DetailNode> nodes,
    Belonging belonging) {

  /** Bytes that layers lie in. */
  @SuppressWarnings("ArrayRecordComponent")
  record Source(String title, byte[] bytes) {}

  /**
   * A SIP message as sent.
   *
   * @param bodyOffset where its body begins in {@link #bytes}
   * @param source the source that it lies in
   * @param offset where it begins there
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Message(byte[] bytes, int bodyOffset, int source, int offset) {}

  /** A packet of which nothing is shown but a sentence. */
  static PacketView note(int frame, String sentence) {
    return new PacketView(frame, List.of(), null, sentence, List.of(), Belonging.NONE);
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

  /**
   * The largest node that lies within some bytes of a source, which is what a line of a message is;
   * where none does, the innermost node at the first of them.
   */
  @Nullable DetailNode within(int source, int from, int to) {
    List<DetailNode> fitting = new ArrayList<>();
    for (DetailNode layer : nodes) {
      if (layer.source() == source) {
        gather(layer, from, to, fitting);
      }
    }
    DetailNode largest = null;
    for (DetailNode node : fitting) {
      if (largest == null || node.length() > largest.length()) {
        largest = node;
      }
    }
    return largest == null ? innermost(source, from) : largest;
  }

  private static void gather(DetailNode node, int from, int to, List<DetailNode> fitting) {
    boolean fits = node.length() > 0 && node.offset() >= from;
    if (fits && node.offset() + node.length() <= to) {
      fitting.add(node);
    } else {
      node.children().forEach(child -> gather(child, from, to, fitting));
    }
  }
}
