package org.earpiece.ui.quality;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.table.VirtualTable;
import org.jspecify.annotations.Nullable;

/** The packets of one of the streams that the graphs show, as a table beside them. FX thread. */
final class StreamPackets {
  private static final String COLUMNS = "quality.columns";

  private final StreamPacketRows rows = new StreamPacketRows();
  private final VirtualTable table =
      new VirtualTable("Packets of the stream", StreamPacketRows.COLUMNS, rows);
  private final MenuButton choice = new MenuButton();
  private final BorderPane node = new BorderPane(table);
  private final IntConsumer onFrame;
  private List<StreamColumns> streams = List.of();
  private @Nullable StreamColumns shown;

  /**
   * @param onFrame is told the frame of a packet that was chosen
   * @param onOpen is told the frame of one that was double clicked, or Enter pressed on
   */
  StreamPackets(Preferences preferences, IntConsumer onFrame, IntConsumer onOpen) {
    this.onFrame = onFrame;
    table.remember(preferences, COLUMNS);
    table.onOpen(onOpen::accept);
    table.onSelect(frames -> onFrame.accept(frames.getLast()));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getStyleClass().add("stream-choice");
    choice.setAccessibleText("The stream whose packets are listed");
    node.setTop(choice);
    node.getStyleClass().add("stream-packets");
    node.setMinSize(0, 0);
  }

  Node node() {
    return node;
  }

  /** Shows the streams as they are now: the one of before, grown, or the one most worth it. */
  void show(List<StreamColumns> now, int frame) {
    streams = now;
    choice.getItems().clear();
    for (StreamColumns stream : now) {
      choice.getItems().add(Menus.item(StreamWords.title(stream.stream()), () -> choose(stream)));
    }
    StreamColumns before = shown;
    shown = null;
    for (StreamColumns stream : now) {
      if (before != null && stream.stream().number() == before.stream().number()) {
        shown = stream;
      }
    }
    if (shown == null && !now.isEmpty()) {
      shown = now.stream().filter(s -> s.problems().length > 0).findFirst().orElse(now.getFirst());
    }
    take();
    selectFrame(frame);
  }

  /** Chooses the stream's first packet with something wrong, else its first. */
  private void choose(StreamColumns stream) {
    if (stream.size() > 0) {
      int[] problems = stream.problems();
      onFrame.accept(stream.frame(problems.length > 0 ? problems[0] : 0));
    }
  }

  private void take() {
    rows.show(shown);
    choice.setText(shown == null ? "" : StreamWords.title(shown.stream()));
    table.refresh();
  }

  /** Marks the packet of a frame, in the stream that it belongs to. */
  void selectFrame(int frame) {
    for (StreamColumns stream : streams) {
      if (stream.rowOf(frame) >= 0 && !Objects.equals(shown, stream)) {
        shown = stream;
        take();
      }
    }
    table.select(rows.row(frame) >= 0 ? List.of(frame) : List.of());
  }
}
