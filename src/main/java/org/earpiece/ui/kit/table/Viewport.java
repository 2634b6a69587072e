package org.earpiece.ui.kit.table;

/** Which rows are on screen. Heights are px; row 0 begins at 0. FX thread. */
final class Viewport {
  static final double ROW = 24;

  private int rows;
  private double height;
  private double offset;
  private Follow follow = Follow.NONE;
  private boolean following = true;

  void follow(Follow end) {
    follow = end;
  }

  Follow follows() {
    return follow;
  }

  /** Whether the newest rows are kept on screen. */
  boolean following() {
    return follow != Follow.NONE && following;
  }

  void resumeFollowing() {
    following = true;
    settle();
  }

  void stopFollowing() {
    following = false;
  }

  void size(int newRows, double newHeight) {
    rows = newRows;
    height = newHeight;
    settle();
  }

  double max() {
    return Math.max(0, rows * ROW - height);
  }

  double offset() {
    return offset;
  }

  double height() {
    return height;
  }

  int first() {
    return (int) (offset / ROW);
  }

  /** Behind the last row that is at least partly on screen. */
  int end() {
    return (int) Math.min(rows, Math.ceil((offset + height) / ROW));
  }

  int page() {
    return Math.max(1, (int) (height / ROW) - 1);
  }

  /** Scrolls as a person does: at the end that grows, following goes on; elsewhere it stops. */
  void scrollTo(double to) {
    offset = Math.clamp(to, 0, max());
    following =
        switch (follow) {
          case NONE -> false;
          case TAIL -> offset >= max() - 1;
          case HEAD -> offset < 1;
        };
  }

  /** Keeps a row where it was on screen although others came before it. */
  void shift(int byRows) {
    offset = Math.clamp(offset + byRows * ROW, 0, max());
  }

  /** Scrolls as little as shows the row. */
  void reveal(int row) {
    double top = row * ROW;
    if (top < offset) {
      scrollTo(top);
    } else if (top + ROW > offset + height) {
      scrollTo(top + ROW - height);
    } else if (follow == Follow.TAIL && row < rows - 1) {
      following = false;
    }
  }

  private void settle() {
    if (following && follow == Follow.TAIL) {
      offset = max();
    } else if (following && follow == Follow.HEAD) {
      offset = 0;
    } else {
      offset = Math.clamp(offset, 0, max());
    }
  }
}
