package org.earpiece.ui.statistics;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import org.earpiece.report.Cells;
import org.earpiece.report.Column;
import org.earpiece.report.CsvTable;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.filters.FilterMenus;
import org.earpiece.ui.kit.table.Cell;
import org.earpiece.ui.kit.table.ItemColumn;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.ui.kit.table.TableColumn;
import org.jspecify.annotations.Nullable;

/** What the packets are in sum: of the whole capture, or of what the display filter accepts. */
public final class StatisticsView implements View {
  private static final long PACE_NANOS = 500_000_000L;
  private static final double FIRST = 260;
  private static final double WIDE = 180;
  private static final double NARROW = 104;

  /** What the keys of columns begin with that hold no amounts. */
  private static final String PORT = "port";

  /** A row, with its place in the statistic's own order. */
  private record Line(int number, @Nullable Object[] values, String filter) {}

  private final Workspace workspace;
  private final PlotPane picture;
  private final FilterMenus filters;
  private final BorderPane node = new BorderPane();
  private final Button save = new Button("Save as CSV");
  private final Map<List<String>, ItemList<Line>> lists = new HashMap<>();
  private final LiveQuery<Object, Told> query;
  private @Nullable ItemList<Line> list;
  private @Nullable Told told;
  private Topic topic = Topic.FIRST;
  private @Nullable Counting counting;
  private @Nullable Object counted;
  private int shown;

  /**
   * A view of one capture.
   *
   * @param picture shows the same as a picture
   */
  public StatisticsView(Workspace workspace, PlotPane picture) {
    this.workspace = workspace;
    this.picture = picture;
    filters = new FilterMenus(workspace.filter(), workspace::filterNames);
    query =
        new LiveQuery<>(
            workspace.background(),
            PACE_NANOS,
            this::tell,
            e -> workspace.notice().accept("The packets cannot be counted: " + e.getMessage()));
    save.setOnAction(e -> save());
    save.setDisable(true);
    node.setTop(new TopicBar(workspace::filterNames, next -> topic = next, save).node());
    node.getStyleClass().add("statistics");
  }

  @Override
  public String title() {
    return "Statistics";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public int count(Snapshot snapshot) {
    return snapshot.packets();
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public String unit() {
    return "packets";
  }

  @Override
  public int shown() {
    return shown;
  }

  @Override
  public void focus() {
    if (list != null) {
      list.table().requestFocus();
    }
  }

  @Override
  public void show(Selection selection, Snapshot snapshot, @Nullable FilterScan scan) {
    List<Object> subject = new ArrayList<>(List.of(topic));
    if (scan != null) {
      subject.add(scan);
      subject.add(scan.generation());
    }
    if (!subject.equals(counted)) {
      if (counting != null) {
        counting.stop();
      }
      counted = subject;
      counting = new Counting(workspace.session(), scan, topic, workspace.filterNames());
    }
    Counting now = Objects.requireNonNull(counting);
    int there = scan == null ? snapshot.packets() : scan.size();
    shown = there;
    query.want(subject, there, now::told);
    if (list != null) {
      list.table().emptyText(there == 0 ? "There are no packets to count." : "Counting.");
      list.table().refresh();
    }
  }

  private void tell(Told next) {
    told = next;
    save.setDisable(false);
    List<String> keys = next.columns().stream().map(Column::title).toList();
    ItemList<Line> now = lists.computeIfAbsent(keys, k -> list(next));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < next.rows().size(); i++) {
      lines.add(new Line(i + 1, next.rows().get(i), next.filters().get(i)));
    }
    now.show(lines, IntStream.rangeClosed(1, lines.size()).toArray(), "There is nothing to count.");
    if (!now.equals(list)) {
      list = now;
      node.setCenter(now.table());
    }
    picture.show(next);
  }

  private ItemList<Line> list(Told of) {
    List<ItemColumn<Line>> columns = new ArrayList<>();
    for (int i = 0; i < of.columns().size(); i++) {
      columns.add(column(of.columns().get(i), i));
    }
    columns.add(filler());
    ItemList<Line> made =
        new ItemList<>(
            of.topic().title(),
            "statistics." + of.topic().name() + ".columns",
            columns,
            workspace.preferences(),
            numbers -> {});
    made.menu(this::menu);
    return made;
  }

  /** Takes the width that is left, so that the last numbers stay by the others. */
  private static ItemColumn<Line> filler() {
    return new ItemColumn<>(
        TableColumn.left("rest", "", NARROW / 4).unsorted(), (line, out) -> out.text(""), null);
  }

  private static ItemColumn<Line> column(Column column, int at) {
    boolean text = column.kind() == Column.Kind.TEXT;
    Comparator<Line> order = Comparator.comparingDouble(line -> rank(line.values()[at]));
    if (text) {
      order = Comparator.comparing(line -> String.valueOf(line.values()[at]));
    }
    ItemColumn<Line> item =
        text
            ? ItemColumn.left(
                column.key(),
                column.title(),
                at == 0 ? FIRST : WIDE,
                order,
                (line, out) -> cell(column, line, at, out))
            : ItemColumn.right(
                column.key(),
                column.title(),
                NARROW,
                order,
                (line, out) -> cell(column, line, at, out));
    return column.inText() ? item : item.hidden();
  }

  private static double rank(@Nullable Object value) {
    double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
    return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number;
  }

  private static void cell(Column column, Line line, int at, Cell out) {
    Object value = line.values()[at];
    boolean count =
        column.kind() == Column.Kind.NUMBER
            && column.digits() == 0
            && !column.key().startsWith(PORT)
            && value instanceof Number n
            && Double.isFinite(n.doubleValue());
    out.text(
        count
            ? Numbers.count(Math.round(((Number) Objects.requireNonNull(value)).doubleValue()))
            : Cells.text(column, value));
  }

  private List<MenuItem> menu(ItemList.Place<Line> place) {
    List<MenuItem> items = new ArrayList<>(filters.of(place.item().filter()));
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    return items;
  }

  private void save() {
    Told now = told;
    if (now == null) {
      return;
    }
    Path file = workspace.files().save("Save the statistic", now.topic().name(), "csv");
    if (file != null) {
      workspace
          .background()
          .slot()
          .run(
              () -> write(now, file),
              path -> workspace.notice().accept("The statistic is saved in " + path + "."),
              e -> workspace.notice().accept("The statistic is not saved: " + e.getMessage()));
    }
  }

  private static Path write(Told told, Path out) throws IOException {
    try (Writer stream = Files.newBufferedWriter(out)) {
      CsvTable table = new CsvTable(stream, told.columns());
      for (@Nullable Object[] row : told.rows()) {
        table.row(row);
      }
      table.finish();
    }
    return out;
  }
}
