package org.earpiece.filter;

/** What compiling a display filter gives: the filter, or where and why it is wrong. */
public sealed interface FilterResult {
  /** The text is a valid filter. */
  record Accepted(PacketFilter filter) implements FilterResult {}

  /** The text is not. */
  record Refused(FilterError error) implements FilterResult {}
}
