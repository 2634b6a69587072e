package org.earpiece.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexGridTest {
  private static HexGrid grid(int perRow) {
    return new HexGrid(37, perRow, 7.2, 18, 12);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void everyByteIsFoundWhereItIsDrawn(int perRow) {
    HexGrid grid = grid(perRow);
    for (int i = 0; i < 37; i++) {
      double y = grid.rowY(i / perRow) + 9;
      assertThat(grid.byteAt(grid.hexX(i % perRow) + 7, y)).isEqualTo(i);
      assertThat(grid.byteAt(grid.textX(i % perRow) + 3, y)).isEqualTo(i);
    }
  }

  @Test
  void beyondTheBytesIsNothing() {
    HexGrid grid = grid(16);
    double lastRow = grid.rowY(2) + 9;
    assertThat(grid.byteAt(grid.hexX(5) + 1, lastRow)).isEqualTo(-1);
    assertThat(grid.byteAt(grid.hexX(0) + 1, 3)).isEqualTo(-1);
    assertThat(grid.byteAt(grid.hexX(0) + 1, grid.height())).isEqualTo(-1);
    assertThat(grid.byteAt(3, grid.rowY(0) + 9)).isEqualTo(-1);
    assertThat(grid.byteAt(5000, grid.rowY(0) + 9)).isEqualTo(-1);
    assertThat(grid.byteAt(grid.textX(0) - 5, grid.rowY(0) + 9)).isEqualTo(-1);
  }

  @Test
  void columnsNeverOverlap() {
    HexGrid grid = grid(16);
    for (int i = 1; i < 16; i++) {
      assertThat(grid.hexX(i) - grid.hexX(i - 1)).isGreaterThanOrEqualTo(2.5 * 7.2);
    }
    assertThat(grid.textX(0)).isGreaterThan(grid.hexX(15) + 2 * 7.2);
  }

  @Test
  void aNarrowPaneHoldsEightBytesARow() {
    assertThat(HexGrid.fitting(100, 520, 7.2, 18, 12).perRow()).isEqualTo(16);
    assertThat(HexGrid.fitting(100, 440, 7.2, 18, 12).perRow()).isEqualTo(8);
    assertThat(HexGrid.fitting(100, 200, 7.2, 18, 12).perRow()).isEqualTo(4);
    assertThat(HexGrid.fitting(100, 40, 7.2, 18, 12).perRow()).isEqualTo(4);
  }

  @Test
  void aWidePaneHoldsMoreInEights() {
    assertThat(HexGrid.fitting(100, 800, 7.2, 18, 12).perRow()).isEqualTo(24);
    assertThat(HexGrid.fitting(100, 3000, 7.2, 18, 12).perRow()).isEqualTo(HexGrid.MOST);
  }
}
