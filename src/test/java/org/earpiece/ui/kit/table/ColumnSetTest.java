package org.earpiece.ui.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSetTest {
  private static ColumnSet set() {
    return new ColumnSet(
        List.of(
            TableColumn.left("a", "A", 50),
            TableColumn.right("b", "B", 60),
            TableColumn.left("c", "C", 70),
            TableColumn.left("d", "D", 80).hidden()));
  }

  @Test
  void comesBackAsItWasWritten() {
    ColumnSet set = set();
    set.move(2, 0);
    set.resize(1, 99);
    set.show(3, true);
    set.show(0, false);
    ColumnSet again = set();
    again.read(set.write());
    assertThat(again.write()).isEqualTo(set.write()).isEqualTo("c:70,-a:50,b:99,d:80");
    assertThat(again.visible()).containsExactly(2, 1, 3);
  }

  @Test
  void aFurtherColumnStandsWhereItIsDeclaredAndTheOthersStay() {
    ColumnSet set = set();
    set.move(2, 0);
    set.resize(1, 99);
    set.declare(
        List.of(
            TableColumn.left("a", "A", 50),
            TableColumn.left("new", "New", 40),
            TableColumn.right("b", "B", 60),
            TableColumn.left("c", "C", 70)));
    assertThat(set.write()).isEqualTo("c:70,a:50,new:40,b:99");
    set.declare(List.of(TableColumn.left("b", "B", 60), TableColumn.left("a", "A", 50)));
    assertThat(set.write()).isEqualTo("a:50,b:99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x:5", "a", "a:,b:-5", ",,,:", "-a:1,-b:1,-c:1", "a:99999999999"})
  void nonsenseLeavesAUsableTable(String text) {
    ColumnSet set = set();
    set.read(text);
    assertThat(set.visible()).isNotEmpty();
    assertThat(set.visible().stream().mapToDouble(set::width))
        .allMatch(w -> w >= ColumnSet.MIN_WIDTH);
  }

  @Test
  void theLastColumnTakesWhatIsLeft() {
    ColumnSet set = set();
    assertThat(set.width(2, 300)).isEqualTo(190);
    assertThat(set.width(2, 100)).isEqualTo(70);
    assertThat(set.width(0, 300)).isEqualTo(50);
  }

  @Test
  void theLastVisibleColumnCannotBeHidden() {
    ColumnSet set = set();
    set.show(0, false);
    set.show(1, false);
    set.show(2, false);
    assertThat(set.visible()).containsExactly(2);
  }

  @Test
  void findsColumnsAndTheirEdges() {
    ColumnSet set = set();
    assertThat(set.at(49)).isEqualTo(0);
    assertThat(set.at(51)).isEqualTo(1);
    assertThat(set.at(5000)).isEqualTo(2);
    assertThat(set.gripAt(112)).isEqualTo(1);
    assertThat(set.gripAt(80)).isEqualTo(-1);
  }
}
