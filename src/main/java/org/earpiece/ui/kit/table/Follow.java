package org.earpiece.ui.kit.table;

/** The end of a list where new rows come, and that is kept on screen until someone scrolls away. */
public enum Follow {
  NONE,
  TAIL,
  HEAD
}
