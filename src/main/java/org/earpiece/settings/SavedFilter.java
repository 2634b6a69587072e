package org.earpiece.settings;

/**
 * A filter with a name: a display filter with a button of its own, a capture filter in the menu.
 *
 * @param comment what it is for, or empty
 */
public record SavedFilter(String name, String filter, String comment) {
  /** A filter that needs no comment. */
  public SavedFilter(String name, String filter) {
    this(name, filter, "");
  }
}
