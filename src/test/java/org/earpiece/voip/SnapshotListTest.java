package org.earpiece.voip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotListTest {
  @Test
  void viewsNeverChange() {
    SnapshotList<String> list = new SnapshotList<>();
    List<String> model = new ArrayList<>();
    List<List<String>> views = new ArrayList<>();
    List<List<String>> copies = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      if (model.isEmpty() || random.nextInt(3) > 0) {
        list.add("a" + i);
        model.add("a" + i);
      } else {
        int at = random.nextInt(model.size());
        list.set(at, "s" + i);
        model.set(at, "s" + i);
      }
      if (random.nextInt(50) == 0) {
        views.add(list.view());
        copies.add(List.copyOf(model));
      }
    }
    assertThat(views).hasSizeGreaterThan(50);
    for (int i = 0; i < views.size(); i++) {
      assertThat(views.get(i)).isEqualTo(copies.get(i));
    }
    assertThat(list.size()).isEqualTo(model.size());
    assertThat(list.get(17)).isEqualTo(model.get(17));
  }

  @Test
  void nothingNewIsTheSameView() {
    SnapshotList<String> list = new SnapshotList<>();
    assertThat(list.view()).isEmpty();
    list.add("x");
    List<String> view = list.view();
    assertThat(list.view()).isSameAs(view);
    assertThatThrownBy(() -> view.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.set(1, "y")).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void changesAreTold() {
    SnapshotList<String> list = new SnapshotList<>();
    for (int i = 0; i < 2_000; i++) {
      list.add("v" + i);
    }
    List<String> before = list.view();
    list.set(3, "three");
    list.set(1_999, "last");
    list.add("new");
    List<String> told = new ArrayList<>();
    SnapshotList.changes(before, list.view(), told::add);
    assertThat(told).containsExactly("three", "last", "new");
    told.clear();
    SnapshotList.changes(List.of(), before, told::add);
    assertThat(told).hasSize(2_000);
    told.clear();
    SnapshotList.changes(before, before, told::add);
    assertThat(told).isEmpty();
  }
}
