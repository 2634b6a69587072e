package org.earpiece.session.listing;

/** Another order of the rows of a list: of its first {@link #size} ones. Immutable. */
public final class PacketOrder {
  private final int[] rows;
  private final int[] places;

  /**
   * @param rows the natural row that is shown at each place; kept
   */
  PacketOrder(int[] rows) {
    this.rows = rows;
    places = new int[rows.length];
    for (int place = 0; place < rows.length; place++) {
      places[rows[place]] = place;
    }
  }

  /** Rows that are ordered; later ones stand where they are. */
  public int size() {
    return rows.length;
  }

  /** The natural row that is shown at a place. */
  public int row(int place) {
    return place < rows.length ? rows[place] : place;
  }

  /** The place where a natural row is shown. */
  public int place(int row) {
    return row < places.length ? places[row] : row;
  }
}
