package org.earpiece.settings;

/**
 * Gives packets colours: the first rule that accepts a packet does.
 *
 * @param name what such packets are
 * @param filter a display filter
 * @param ink of the text, {@code #rrggbb}, as in the light window; the dark one derives its own
 * @param ground behind the text, likewise
 * @param on whether it is asked
 * @param told whether its name stands before the packet's info, so that the colour is not alone in
 *     saying it
 */
public record ColouringRule(
    String name, String filter, String ink, String ground, boolean on, boolean told) {
  /** The same rule for other packets. */
  public ColouringRule accepting(String next) {
    return new ColouringRule(name, next, ink, ground, on, told);
  }

  /** The same rule, asked or not. */
  public ColouringRule on(boolean next) {
    return new ColouringRule(name, filter, ink, ground, next, told);
  }
}
