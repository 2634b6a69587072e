package org.earpiece.ui.packets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import org.earpiece.dissect.DetailNode;
import org.earpiece.dissect.DetailTree;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.Packet;
import org.earpiece.report.list.ListPages;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.VirtualTable;

/** Writes the list, or packets with their details, as pages of paper. FX thread. */
final class PacketPrint {
  /** Rows of one document: some 40 stand on a page. */
  private static final int MOST_ROWS = 2_000;

  private static final String INDENT = "    ";

  private final Workspace workspace;
  private final VirtualTable table;
  private final PacketRows rows;
  private final Background.Slot writing;

  PacketPrint(Workspace workspace, VirtualTable table, PacketRows rows) {
    this.workspace = workspace;
    this.table = table;
    this.rows = rows;
    writing = workspace.background().slot();
  }

  Menu menu(List<Integer> frames) {
    Menu menu = new Menu("Print to PDF");
    menu.getItems()
        .setAll(
            Menus.item("The rows that are shown…", this::shown),
            Menus.item("The selected packets with details…", () -> selected(frames)));
    menu.getItems().get(1).setDisable(frames.isEmpty());
    return menu;
  }

  private void shown() {
    int count = Math.min(MOST_ROWS, rows.size());
    if (count < rows.size()) {
      workspace
          .notice()
          .accept("The first " + Numbers.count(count) + " rows are printed; filter for others.");
    }
    print(IntStream.range(0, count).boxed().toList(), false);
  }

  private void selected(List<Integer> frames) {
    print(
        frames.stream().map(rows::row).filter(row -> row >= 0).sorted().limit(MOST_ROWS).toList(),
        true);
  }

  private void print(List<Integer> which, boolean details) {
    CaptureSession session = workspace.session();
    Path file = workspace.files().save("Print to PDF", session.name() + " packets", "pdf");
    if (file == null) {
      return;
    }
    List<Integer> frames = which.stream().map(rows::key).toList();
    List<List<String>> cells =
        which.stream().map(row -> List.of(table.rowText(row).split("\t", -1))).toList();
    ListPages pages = new ListPages(session.name(), columns());
    writing.run(
        () -> {
          List<ListPages.Row> all = new ArrayList<>();
          DetailTree tree = new DetailTree(session.fields(), new DissectorTable(Dissectors.ALL));
          PacketReader reader = session.reader();
          for (int i = 0; i < frames.size(); i++) {
            List<String> lines = new ArrayList<>();
            Packet packet = details ? reader.read(frames.get(i)) : null;
            if (packet != null) {
              lines(tree.of(packet), "", lines);
            }
            all.add(new ListPages.Row(cells.get(i), lines));
          }
          return write(pages, all, file);
        },
        done -> workspace.notice().accept("Printed to " + done + "."),
        e -> workspace.notice().accept("Not printed: " + e.getMessage()));
  }

  private List<ListPages.Column> columns() {
    return table.shown().stream()
        .map(c -> new ListPages.Column(c.title(), c.width(), c.right()))
        .toList();
  }

  private static Path write(ListPages pages, List<ListPages.Row> all, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      pages.write(all, out);
    }
    return file;
  }

  private static void lines(List<DetailNode> nodes, String indent, List<String> out) {
    for (DetailNode node : nodes) {
      out.add(indent + node.label());
      lines(node.children(), indent + INDENT, out);
    }
  }
}
