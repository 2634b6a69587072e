package org.earpiece.filter.macro;

import java.util.List;

/**
 * A filter without macros.
 *
 * @param pieces what macros gave, from left to right
 */
public record Expanded(String text, List<Piece> pieces) {
  /**
   * What a macro gave.
   *
   * @param from its first character in the text
   * @param to behind its last one
   * @param start of what named the macro, in the filter
   * @param end behind that
   * @param shown how the filter names it
   */
  public record Piece(int from, int to, int start, int end, String shown) {}

  /**
   * A part of the filter as it was written.
   *
   * @param macro what names the macro that has it, or empty
   */
  public record Origin(int start, int end, String macro) {}

  /** Where a part of the text comes from: all of a macro where it begins in one. */
  public Origin origin(int from, int to) {
    int shift = 0;
    int limit = Integer.MAX_VALUE;
    for (Piece piece : pieces) {
      if (from < piece.from) {
        limit = piece.from;
        break;
      }
      if (from < piece.to) {
        return new Origin(piece.start, piece.end, piece.shown);
      }
      shift = piece.end - piece.to;
    }
    return new Origin(from + shift, Math.min(to, limit) + shift, "");
  }
}
