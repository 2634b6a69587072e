package org.earpiece.ui.packets;

import java.util.ArrayList;
import java.util.List;

/** The packets that were selected one after the other, to go back to. FX thread. */
final class FrameHistory {
  private static final int MOST = 500;

  private final List<Integer> frames = new ArrayList<>();
  private int at = -1;

  /** A packet was selected. */
  void visit(int frame) {
    if (frame <= 0 || (at >= 0 && frames.get(at) == frame)) {
      return;
    }
    frames.subList(at + 1, frames.size()).clear();
    frames.add(frame);
    if (frames.size() > MOST) {
      frames.removeFirst();
    }
    at = frames.size() - 1;
  }

  /** The packet before, or 0. */
  int back() {
    if (at <= 0) {
      return 0;
    }
    return frames.get(--at);
  }

  /** The packet that one went back from, or 0. */
  int forward() {
    if (at + 1 >= frames.size()) {
      return 0;
    }
    return frames.get(++at);
  }
}
