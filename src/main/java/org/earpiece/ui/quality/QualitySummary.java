package org.earpiece.ui.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.voip.StreamSnapshot;

/** The line of figures below the graphs: one row a stream. FX thread. */
final class QualitySummary {
  private static final List<String> TITLES =
      List.of(
          "Stream",
          "SSRC",
          "Codec",
          "Packets",
          "Lost",
          "Jitter max / mean",
          "Reordered",
          "Doubled",
          "R / MOS");

  /** Columns that go where there is little room: the view's legend tells them, too. */
  private static final Set<Integer> SPARE = Set.of(1, 6, 7);

  private static final double WIDE = 940;

  private final GridPane grid = new GridPane();
  private final List<Label[]> rows = new ArrayList<>();
  private boolean narrow;

  QualitySummary() {
    grid.getStyleClass().add("summary");
    grid.setMinWidth(0);
    grid.widthProperty().addListener((o, was, is) -> narrow(is.doubleValue() < WIDE));
    for (int i = 0; i < TITLES.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(HPos.LEFT);
      if (i == 0) {
        column.setHgrow(Priority.SOMETIMES);
        column.setMinWidth(60);
      }
      grid.getColumnConstraints().add(column);
      Label title = new Label(TITLES.get(i));
      title.getStyleClass().addAll("small", "dim");
      title.setMinWidth(i == 0 ? 0 : Label.USE_PREF_SIZE);
      grid.add(title, i, 0);
    }
  }

  private void narrow(boolean now) {
    if (now != narrow) {
      narrow = now;
      for (Node cell : grid.getChildren()) {
        Integer row = GridPane.getRowIndex(cell);
        boolean used = row == 0 || row <= used();
        show(cell, GridPane.getColumnIndex(cell), used);
      }
    }
  }

  private int used() {
    return (int) rows.stream().filter(row -> row[0].isManaged()).count();
  }

  private void show(Node cell, int column, boolean used) {
    boolean seen = used && !(narrow && SPARE.contains(column));
    cell.setVisible(seen);
    cell.setManaged(seen);
  }

  Node node() {
    return grid;
  }

  void show(List<StreamColumns> streams) {
    while (rows.size() < streams.size()) {
      add();
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean used = i < streams.size();
      for (int column = 0; column < TITLES.size(); column++) {
        show(rows.get(i)[column], column, used);
      }
      if (used) {
        fill(rows.get(i), streams.get(i));
      }
    }
  }

  private void add() {
    Label[] row = new Label[TITLES.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = new Label();
      row[i].getStyleClass().add("semibold");
      row[i].setMinWidth(i == 0 ? 0 : Label.USE_PREF_SIZE);
      grid.add(row[i], i, rows.size() + 1);
    }
    row[0].setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    rows.add(row);
  }

  private static void fill(Label[] row, StreamColumns columns) {
    StreamSnapshot s = columns.stream();
    row[0].setText(s.src() + " → " + s.dst());
    row[1].setText(s.ssrcText());
    row[2].setText(codec(columns));
    row[3].setText(Numbers.count(s.packets()) + " of " + Numbers.count(s.expected()));
    row[4].setText(lost(columns));
    row[5].setText(StreamWords.jitter(s));
    row[6].setText(Numbers.count(s.outOfOrder()));
    row[7].setText(Numbers.count(s.duplicates()));
    row[8].setText(StreamWords.mos(s));
    row[8].getStyleClass().setAll("label", "semibold", MosWords.styleClass(s.mos()));
  }

  private static String codec(StreamColumns columns) {
    String codec = StreamWords.codec(columns.stream());
    double ms = columns.packetMs();
    return Double.isNaN(ms) ? codec : codec + ", " + GraphPainter.number(ms) + " ms";
  }

  private static String lost(StreamColumns columns) {
    String lost = StreamWords.lost(columns.stream());
    int gaps = columns.gaps();
    return gaps == 0 ? lost : lost + " in " + gaps + (gaps == 1 ? " gap" : " gaps");
  }
}
