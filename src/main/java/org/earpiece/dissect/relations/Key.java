package org.earpiece.dissect.relations;

/** What rows about layers are found by: the frame's number and the layer's. */
final class Key {
  private static final int LAYER_BITS = 8;

  private Key() {}

  static long of(int frame, int layer) {
    return (long) frame << LAYER_BITS | layer;
  }

  /** The frame of a key. */
  static int frame(long key) {
    return (int) (key >>> LAYER_BITS);
  }
}
