package org.earpiece.ui.packets;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.TimeStyle;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.Follow;
import org.earpiece.ui.kit.table.VirtualTable;
import org.jspecify.annotations.Nullable;

/** The list of packets. */
public final class PacketsView implements View {
  private static final long FRESH_NANOS = 2_000_000_000L;
  private static final String TIME = "packets.time";
  private static final String COLUMNS = "packets.columns";

  private final Workspace workspace;
  private final PacketActions actions;
  private final PacketLines lines;
  private final PacketRows rows;
  private final VirtualTable table;
  private long forgot;
  private int wanted;

  public PacketsView(Workspace workspace, PacketActions actions) {
    this.workspace = workspace;
    this.actions = actions;
    lines = new PacketLines(workspace.session().reader());
    TimeStyle style = TimeStyle.named(workspace.preferences().layout(TIME, ""));
    rows = new PacketRows(lines, style, workspace.session().timeDigits());
    table = new VirtualTable("Packets", PacketRows.COLUMNS, rows).follow(Follow.TAIL);
    table.remember(workspace.preferences(), COLUMNS);
    table.onSelect(keys -> workspace.selection().frame(table.lead()));
    table.menu(this::menu);
    table.drag((row, column) -> PacketFilters.ofCell(rows.line(row), rows.key(row), column));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  @Override
  public String title() {
    return "Packets";
  }

  @Override
  public Node node() {
    return table;
  }

  @Override
  public int count(Snapshot snapshot) {
    return snapshot.packets();
  }

  @Override
  public int shown() {
    return rows.size();
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  /** Selects a packet and scrolls to it, or to the next one that the filter shows. */
  public void go(int frame) {
    wanted = frame;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot, @Nullable FilterScan scan) {
    if (snapshot.state() != Snapshot.State.DONE && System.nanoTime() - forgot > FRESH_NANOS) {
      forgot = System.nanoTime();
      lines.forget();
    }
    rows.show(snapshot.packets(), snapshot.firstNanos(), scan);
    table.emptyText(empty(snapshot, scan));
    table.refresh();
    int row = rows.rowAtOrAfter(wanted);
    if (wanted > 0 && row < rows.size()) {
      workspace.selection().frame(rows.key(row));
      wanted = 0;
    }
    int frame = workspace.selection().get().frame();
    boolean there = frame > 0 && rows.row(frame) >= 0;
    table.select(there ? List.of(frame) : List.of());
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.C && !e.isShortcutDown() && !e.isAltDown()) {
      actions.comparison().key(table.lead());
      e.consume();
    }
  }

  private static String empty(Snapshot snapshot, @Nullable FilterScan scan) {
    if (snapshot.packets() > 0 && scan != null) {
      return scan.judged() < snapshot.packets()
          ? "Looking for packets that the display filter accepts."
          : "The display filter accepts none of the packets. Clear it with Esc in its field.";
    }
    return switch (snapshot.state()) {
      case CAPTURING -> "No packet yet. They appear here as they come.";
      case LOADING -> "Reading the file.";
      case DONE -> "There are no packets in this capture.";
    };
  }

  private List<MenuItem> menu(int row, int column) {
    List<MenuItem> items = new ArrayList<>();
    if (row >= 0) {
      PacketLine line = rows.line(row);
      items.addAll(actions.of(rows.key(row), PacketFilters.ofCell(line, rows.key(row), column)));
      items.add(new SeparatorMenuItem());
      items.add(Menus.item("Copy the row", () -> Clip.put(table.rowText(row))));
      items.add(new SeparatorMenuItem());
    }
    items.add(times());
    return items;
  }

  private Menu times() {
    Menu menu = new Menu("Time");
    for (TimeStyle style : TimeStyle.values()) {
      RadioMenuItem item = new RadioMenuItem(style.title());
      item.setSelected(style == rows.style());
      item.setOnAction(e -> {
        rows.style(style);
        workspace.preferences().keepLayout(TIME, style.settingsName());
        table.refresh();
      });
      menu.getItems().add(item);
    }
    return menu;
  }
}
