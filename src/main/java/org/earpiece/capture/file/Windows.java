package org.earpiece.capture.file;

/** The windows that one frame keeps on the files it was last read from. One thread. */
final class Windows {
  /** Files kept in view at a time: those that frames come from in turn. */
  private static final int KEPT = 8;

  private final FileInput[] inputs = new FileInput[KEPT];
  private final Window[] windows = new Window[KEPT];
  private int oldest;

  /** The window on a file, put where {@code position} is the next byte. */
  Window on(FileInput input, long position) {
    int slot = 0;
    while (slot < KEPT && inputs[slot] != input) {
      slot++;
    }
    if (slot == KEPT) {
      slot = oldest;
      oldest = (oldest + 1) % KEPT;
      inputs[slot] = input;
    }
    Window window = windows[slot];
    if (window == null) {
      window = new Window();
      windows[slot] = window;
    }
    window.moveTo(input, position);
    return window;
  }
}
