package org.earpiece.ui.packets;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.earpiece.session.FilterScan;
import org.earpiece.session.listing.PacketOrder;
import org.earpiece.session.listing.PacketSort;
import org.earpiece.settings.PacketColumn;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.Follow;
import org.earpiece.ui.kit.table.SortOrder;
import org.earpiece.ui.kit.table.VirtualTable;
import org.jspecify.annotations.Nullable;

/**
 * Has the rows sorted on a worker, and says so above the list while that goes on. What comes later
 * stands behind what is sorted, until all is sorted anew. FX thread.
 */
final class Sorting {
  /** Sorting anew may take this part of the time. */
  private static final int REST = 5;

  private static final long LEAST_REST_NANOS = 1_000_000_000L;

  private final Workspace workspace;
  private final VirtualTable table;
  private final PacketRows rows;
  private final Background.Slot worker;
  private final Label said = new Label();
  private final Button stop = new Button("Stop");
  private final HBox note = new HBox(said, stop);
  private final StackPane node;
  private @Nullable PacketSort running;
  private @Nullable FilterScan scan;
  private int sorted;
  private long began;
  private long restUntil;
  private boolean gaveUp;
  private boolean followed;

  Sorting(Workspace workspace, VirtualTable table, PacketRows rows) {
    this.workspace = workspace;
    this.table = table;
    this.rows = rows;
    worker = workspace.background().slot();
    note.getStyleClass().add("pill");
    note.setAlignment(Pos.CENTER);
    note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    note.setVisible(false);
    stop.getStyleClass().add("chip");
    stop.setOnAction(e -> stop());
    node = new StackPane(table, note);
    table.onSort(this::sort);
  }

  StackPane node() {
    return node;
  }

  /** A person chose what to sort by. */
  private void sort(SortOrder order) {
    halt();
    gaveUp = false;
    if (order.column() < 0) {
      natural();
      return;
    }
    if (table.follows() == Follow.TAIL) {
      followed = table.following();
      table.follow(Follow.NONE);
    }
    begin(order);
  }

  private void natural() {
    boolean was = table.follows() == Follow.NONE;
    rows.order(null);
    sorted = 0;
    table.follow(Follow.TAIL);
    table.rearranged();
    if (was && followed) {
      table.followAgain();
    }
  }

  private void begin(SortOrder order) {
    PacketColumn column = rows.columns().get(order.column());
    int count = rows.size();
    PacketSort sort =
        new PacketSort(workspace.session(), column, order.descending(), count, rows.frames());
    running = sort;
    began = System.nanoTime();
    boolean again = sorted > 0;
    worker.run(
        sort, found -> done(found, count, again), e -> failed(column.title(), e.getMessage()));
    progress();
  }

  private void done(Optional<PacketOrder> order, int count, boolean again) {
    running = null;
    note.setVisible(false);
    if (order.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    restUntil = now + Math.max(LEAST_REST_NANOS, REST * (now - began));
    rows.order(order.get());
    sorted = count;
    if (again) {
      table.refresh();
    } else {
      table.rearranged();
    }
  }

  private void failed(String title, @Nullable String why) {
    running = null;
    gaveUp = true;
    workspace.notice().accept("Not sorted: " + title + " " + why + ".");
    stop();
  }

  /** Follows the list: sorts anew what has grown or is filtered otherwise. With each pulse. */
  void show(@Nullable FilterScan filter) {
    boolean other = !Objects.equals(filter, scan);
    scan = filter;
    SortOrder order = table.sort();
    if (other && order.column() >= 0) {
      halt();
      rows.order(null);
      sorted = 0;
    }
    boolean free = running == null && !gaveUp;
    boolean more = order.column() >= 0 && free && rows.size() > sorted;
    if (more && (sorted == 0 || System.nanoTime() - restUntil > 0)) {
      begin(order);
    }
    progress();
  }

  private void progress() {
    PacketSort sort = running;
    boolean told = sort != null && sorted == 0;
    note.setVisible(told);
    if (sort != null && told) {
      said.setText(
          "Sorting " + Numbers.of(rows.size(), "packet", "packets") + percent(sort.progress()));
    }
  }

  private static String percent(double done) {
    return ": " + Math.round(100 * done) + " %";
  }

  /** Stops sorting and shows the rows as they came. */
  void stop() {
    halt();
    if (sorted == 0 && table.sort().column() >= 0) {
      table.sort(SortOrder.NATURAL);
    }
  }

  boolean busy() {
    return running != null && sorted == 0;
  }

  private void halt() {
    if (running != null) {
      running.stop();
      worker.cancel();
      running = null;
    }
    note.setVisible(false);
  }
}
