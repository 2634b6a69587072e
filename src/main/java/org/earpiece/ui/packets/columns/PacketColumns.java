package org.earpiece.ui.packets.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.PacketColumn;
import org.earpiece.settings.PacketColumn.Kind;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.table.SortOrder;
import org.earpiece.ui.kit.table.TableColumn;
import org.earpiece.ui.kit.table.VirtualTable;
import org.earpiece.ui.packets.time.PacketTimes;

/** The columns of the packet list as the settings have them, and the menu that changes them. */
public final class PacketColumns {
  private static final double FIELD_WIDTH = 130;

  private static final Map<Kind, Double> WIDTHS =
      Map.of(
          Kind.NUMBER, 66.0,
          Kind.TIME, 110.0,
          Kind.SOURCE, 140.0,
          Kind.DESTINATION, 140.0,
          Kind.PROTOCOL, 84.0,
          Kind.LENGTH, 64.0,
          Kind.INFO, 180.0,
          Kind.SOURCE_PORT, 110.0,
          Kind.DESTINATION_PORT, 110.0);

  private final Preferences preferences;
  private final FieldRegistry fields;
  private final PacketTimes times;

  public PacketColumns(Preferences preferences, FieldRegistry fields, PacketTimes times) {
    this.preferences = preferences;
    this.fields = fields;
    this.times = times;
  }

  public List<PacketColumn> all() {
    return preferences.get().packets().columns();
  }

  /** The columns as a table declares them. */
  public List<TableColumn> declared() {
    return all().stream().map(PacketColumns::declared).toList();
  }

  private static TableColumn declared(PacketColumn column) {
    double width = WIDTHS.getOrDefault(column.kind(), FIELD_WIDTH);
    TableColumn declared =
        column.right()
            ? TableColumn.right(column.id(), column.title(), width)
            : TableColumn.left(column.id(), column.title(), width);
    return PacketColumn.HIDDEN.contains(column.id()) ? declared.hidden() : declared;
  }

  /** The columns that come with the program and no others. */
  public void reset() {
    keep(PacketColumn.DEFAULT);
  }

  /** The menu on the head of a column, by its place among {@link #all}. */
  public List<MenuItem> menu(VirtualTable table, int place) {
    PacketColumn column = all().get(place);
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Sort upwards", () -> table.sort(new SortOrder(place, false))));
    items.add(Menus.item("Sort downwards", () -> table.sort(new SortOrder(place, true))));
    MenuItem natural = Menus.item("As captured", () -> table.sort(SortOrder.NATURAL));
    natural.setDisable(table.sort().column() < 0);
    items.add(natural);
    items.add(new SeparatorMenuItem());
    if (column.kind() == Kind.TIME) {
      Menu time = new Menu("Time");
      time.getItems().setAll(times.items());
      items.add(time);
    }
    CheckMenuItem right = new CheckMenuItem("At the right");
    right.setSelected(column.right());
    right.setOnAction(e -> change(column.id(), c -> c.aligned(right.isSelected())));
    items.add(right);
    items.add(Menus.item("As wide as its text", () -> table.optimalWidth(place)));
    Window window = table.getScene().getWindow();
    items.add(Menus.item("Edit this column…", () -> edit(window, column)));
    items.add(Menus.item("Hide this column", () -> table.hide(place)));
    if (column.kind() == Kind.FIELDS) {
      items.add(Menus.item("Remove this column", () -> remove(column)));
    }
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Add a column…", () -> add(window)));
    return items;
  }

  /** Asks for a further column. */
  public void add(Window owner) {
    PacketColumn fresh = new PacketColumn("", "", "", false);
    ask(owner, fresh)
        .ifPresent(c ->
            preferences.update(
                s -> s.with(s.packets().withColumn(c.title(), c.content(), c.right()))));
  }

  private void edit(Window owner, PacketColumn column) {
    ask(owner, column).ifPresent(next -> change(column.id(), c -> next));
  }

  private Optional<PacketColumn> ask(Window owner, PacketColumn column) {
    return new ColumnDialog(owner, fields, column).show();
  }

  private void change(String id, UnaryOperator<PacketColumn> change) {
    keep(all().stream().map(c -> c.id().equals(id) ? change.apply(c) : c).toList());
  }

  private void remove(PacketColumn column) {
    keep(all().stream().filter(c -> !c.id().equals(column.id())).toList());
  }

  private void keep(List<PacketColumn> columns) {
    preferences.update(s -> s.with(s.packets().withColumns(columns)));
  }
}
