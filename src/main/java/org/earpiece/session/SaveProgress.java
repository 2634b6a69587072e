package org.earpiece.session;

/** Watches frames being saved. Called on the thread that saves. */
@FunctionalInterface
public interface SaveProgress {
  /** Sees how many of all frames are done; false ends it, and no file is left. */
  boolean at(int done, int all);
}
