package org.earpiece.report;

import java.util.Set;

/**
 * How a person wants a ladder to look; on screen and in files alike.
 *
 * @param opened the quiet stretches that are drawn to scale, by the time they begin
 */
public record LadderLook(LadderTime time, Set<Long> opened) {
  /** Relative times, all quiet stretches folded. */
  public static final LadderLook PLAIN = new LadderLook(LadderTime.RELATIVE, Set.of());

  public LadderLook {
    opened = Set.copyOf(opened);
  }
}
