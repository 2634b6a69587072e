package org.earpiece.ui.packets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.earpiece.filter.phrase.Conversation;
import org.earpiece.packet.Packet;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.session.listing.FieldColumn;
import org.earpiece.session.listing.Neighbours.Bond;
import org.earpiece.settings.PacketColumn;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.Follow;
import org.earpiece.ui.kit.table.VirtualTable;
import org.earpiece.ui.packets.colour.ColourStrip;
import org.earpiece.ui.packets.colour.Colours;
import org.earpiece.ui.packets.columns.PacketColumns;
import org.earpiece.ui.packets.names.NameChoice;
import org.earpiece.ui.packets.names.PacketNames;
import org.earpiece.ui.packets.time.PacketTimes;
import org.jspecify.annotations.Nullable;

/** The list of packets. */
public final class PacketsView implements View {
  private static final long FRESH_NANOS = 2_000_000_000L;
  private static final String COLUMNS = "packets.columns";
  private static final Object UNFILTERED = new Object();

  private final Workspace workspace;
  private final PacketActions actions;
  private final Colours colours;
  private final PacketLines lines;
  private final PacketTimes times;
  private final PacketRows rows;
  private final PacketColumns columns;
  private final VirtualTable table;
  private final Sorting sorting;
  private final ColourStrip strip;
  private final PacketNotes notes;
  private final PacketWays ways;
  private final PacketMenu menus;
  private final PacketCopies copies;
  private final PacketPrint printing;
  private final NameChoice names;
  private List<PacketColumn> shown = List.of();
  private long forgot;
  private int wanted;

  public PacketsView(Workspace workspace, PacketActions actions) {
    this.workspace = workspace;
    this.actions = actions;
    CaptureSession session = workspace.session();
    colours = new Colours(workspace, this::colouring);
    lines = new PacketLines(session.reader(), colours.colouring());
    times = new PacketTimes(workspace.preferences(), this::redraw);
    columns = new PacketColumns(workspace.preferences(), session.fields(), times);
    rows = new PacketRows(session, lines, times, colours.shades());
    declare();
    table = new VirtualTable("Packets", columns.declared(), rows).follow(Follow.TAIL);
    table.remember(workspace.preferences(), COLUMNS);
    table.onSelect(keys -> workspace.selection().frame(table.lead()));
    table.menu(this::menu);
    table.drag(rows::filter);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    table.headMenu(column -> columns.menu(table, column));
    table.onReset(columns::reset);
    strip = new ColourStrip(workspace, colours.shades(), table::center);
    table.strip(strip);
    sorting = new Sorting(workspace, table, rows);
    notes = new PacketNotes(workspace, this::reread);
    ways = new PacketWays(workspace, rows);
    menus = new PacketMenu(this, notes, ways, times);
    copies = new PacketCopies(workspace, table, rows);
    printing = new PacketPrint(workspace, table, rows);
    names = new NameChoice(workspace, this::names);
  }

  @Override
  public String title() {
    return "Packets";
  }

  @Override
  public Node node() {
    return sorting.node();
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
    follow();
    rows.show(snapshot.packets(), scan);
    sorting.show(scan);
    names.show(snapshot);
    table.emptyText(empty(snapshot, scan));
    table.refresh();
    Object subject = scan == null ? UNFILTERED : scan;
    Object ordered = rows.order() == null ? UNFILTERED : rows.order();
    strip.show(List.of(subject, ordered), rows.size(), rows.frameAt(), colours.colouring());
    int row = rows.rowAtOrAfter(wanted);
    if (wanted > 0 && row < rows.size()) {
      workspace.selection().frame(rows.natural(row));
      wanted = 0;
    }
    int frame = workspace.selection().get().frame();
    if (table.lead() != frame) {
      boolean there = frame > 0 && rows.row(frame) >= 0;
      table.select(there ? List.of(frame) : List.of());
    }
  }

  /** Takes columns and rules that were changed somewhere. */
  private void follow() {
    colours.follow();
    if (!shown.equals(columns.all())) {
      declare();
      table.declare(columns.declared());
    }
  }

  private void declare() {
    shown = columns.all();
    rows.columns(shown);
    lines.columns(
        shown.stream()
            .filter(column -> column.kind() == PacketColumn.Kind.FIELDS)
            .map(column -> FieldColumn.of(column.content(), workspace.session().fields()))
            .toList());
  }

  private void colouring(org.earpiece.session.listing.Colouring next) {
    lines.colouring(next);
    redraw();
  }

  private void names(PacketNames next) {
    rows.names(next);
    redraw();
  }

  private void reread() {
    lines.forget();
    redraw();
  }

  private void redraw() {
    table.refresh();
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

  /** The packets that are selected, or the one that is in another list. */
  private List<Integer> frames() {
    int frame = workspace.selection().get().frame();
    List<Integer> selected = table.selected();
    return selected.contains(frame) ? selected : frame > 0 ? List.of(frame) : List.of();
  }

  private @Nullable Window window() {
    return table.getScene() == null ? null : table.getScene().getWindow();
  }

  void markShown() {
    notes.markShown(rows.size(), rows.frames());
  }

  /** What may be done with the packets that are selected; each by a key of the window. */
  public void toggleMarks() {
    notes.toggleMarks(frames());
  }

  public void goToMark(boolean forward) {
    ways.mark(forward);
  }

  public void toggleIgnored() {
    notes.toggleIgnored(frames());
  }

  public void comment() {
    frames().stream().reduce((a, b) -> b).ifPresent(frame -> notes.comment(frame, window()));
  }

  public void toggleTimeReference() {
    frames().stream().reduce((a, b) -> b).ifPresent(notes::toggleReference);
  }

  public void goToTimeReference(boolean forward) {
    ways.reference(forward);
  }

  public void shiftTimes() {
    frames().stream().reduce((a, b) -> b).ifPresent(frame -> notes.shift(frame, window()));
  }

  public void goToNeighbour(Bond bond, boolean forward) {
    ways.neighbour(bond, forward);
  }

  public void step(boolean forward) {
    ways.step(forward);
  }

  /** Gives the conversation of the selected packet colour 1 to 10. */
  public void colourConversation(int number) {
    String conversation = conversation(workspace.selection().get().frame());
    if (conversation.isEmpty()) {
      workspace.notice().accept("Select a packet with addresses first.");
    } else {
      colours.colour(number, conversation);
    }
  }

  /** A filter on what the two ends of a packet say to one another, or empty. */
  private String conversation(int frame) {
    try {
      Packet packet = workspace.session().reader().read(frame);
      List<Conversation> all = packet == null ? List.of() : Conversation.of(packet);
      return all.isEmpty() ? "" : all.getLast().filter();
    } catch (IOException e) {
      return "";
    }
  }

  public void resetConversationColours() {
    colours.resetConversations();
  }

  private List<MenuItem> menu(int row, int column) {
    List<MenuItem> items = new ArrayList<>();
    if (row >= 0) {
      items.addAll(actions.of(rows.key(row), rows.filter(row, column)));
      items.add(new SeparatorMenuItem());
      items.add(copies.menu(frames()));
      items.add(printing.menu(frames()));
    }
    items.add(menus.marks(frames(), window()));
    items.add(menus.go());
    items.add(colours.menu(row < 0 ? null : this::colourConversation, window()));
    items.add(names.menu());
    items.add(menus.time(row < 0 ? 0 : rows.key(row), window()));
    return items;
  }
}
