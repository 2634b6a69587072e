package org.earpiece.ui.packets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.CsvTable;
import org.earpiece.report.JsonLines;
import org.earpiece.report.TableWriter;
import org.earpiece.report.bytes.ByteForm;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.VirtualTable;

/** Copies rows and bytes of packets to the clipboard. FX thread. */
final class PacketCopies {
  private final Workspace workspace;
  private final VirtualTable table;
  private final PacketRows rows;

  PacketCopies(Workspace workspace, VirtualTable table, PacketRows rows) {
    this.workspace = workspace;
    this.table = table;
    this.rows = rows;
  }

  /** What may be copied of packets. */
  Menu menu(List<Integer> frames) {
    Menu menu = new Menu("Copy");
    menu.setDisable(frames.isEmpty());
    menu.getItems()
        .setAll(
            Menus.item("Rows as text", () -> Clip.put(text(frames))),
            Menus.item("Rows as CSV", () -> Clip.put(written(frames, CsvTable::new))),
            Menus.item("Rows as JSON", () -> Clip.put(json(frames))),
            new SeparatorMenuItem());
    for (ByteForm form : ByteForm.values()) {
      menu.getItems().add(Menus.item("Bytes: " + form.title(), () -> bytes(frames, form)));
    }
    return menu;
  }

  private List<List<String>> cells(List<Integer> frames) {
    return frames.stream()
        .map(rows::row)
        .filter(row -> row >= 0)
        .sorted()
        .map(row -> List.of(table.rowText(row).replace("" + Numbers.THIN, "").split("\t", -1)))
        .toList();
  }

  String text(List<Integer> frames) {
    return cells(frames).stream()
        .map(cells -> String.join("\t", cells))
        .collect(Collectors.joining("\n"));
  }

  String written(List<Integer> frames, BiFunction<Appendable, List<Column>, TableWriter> format) {
    List<Column> columns =
        table.shown().stream().map(c -> Column.text(c.title(), c.title())).toList();
    StringBuilder out = new StringBuilder();
    TableWriter writer = format.apply(out, columns);
    try {
      for (List<String> cells : cells(frames)) {
        writer.row(cells.toArray());
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** An array of objects. */
  String json(List<Integer> frames) {
    String lines = written(frames, JsonLines::new).strip();
    return "[\n" + lines.replace("\n", ",\n") + "\n]\n";
  }

  private void bytes(List<Integer> frames, ByteForm form) {
    List<String> texts = new ArrayList<>();
    try {
      for (int frame : frames) {
        Packet packet = workspace.session().reader().read(frame);
        if (packet != null) {
          texts.add(form.text(packet.sources().bytes(0).copy(0, packet.capturedLength())));
        }
      }
      Clip.put(String.join("\n", texts));
    } catch (IOException e) {
      workspace.notice().accept("The packet cannot be read: " + e.getMessage());
    }
  }
}
