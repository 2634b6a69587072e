package org.earpiece.ui.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.voip.CallSnapshot;

/** What is known of the selected call; of a conversation, its legs side by side. FX thread. */
public final class SummaryPane implements Pane {
  /** Legs shown side by side; further ones are in the list. */
  private static final int MAX_LEGS = 6;

  private static final double NAMES = 130;
  private static final double LEG = 240;

  private final BorderPane node = new BorderPane();
  private final EmptyNote empty = new EmptyNote();
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = new ScrollPane(grid);
  private final Button copy = new Button("Copy");
  private List<List<String>> shown = List.of();

  public SummaryPane() {
    grid.getStyleClass().add("call-summary");
    scroll.setFitToWidth(true);
    copy.setOnAction(e -> Clip.put(text()));
    copy.setDisable(true);
  }

  @Override
  public String title() {
    return "Summary";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public List<Node> tools() {
    return List.of(copy);
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    List<CallSnapshot> calls =
        selection.calls().stream()
            .filter(number -> number <= snapshot.calls().size())
            .limit(MAX_LEGS)
            .map(number -> snapshot.calls().get(number - 1))
            .toList();
    copy.setDisable(calls.isEmpty());
    if (calls.isEmpty()) {
      shown = List.of();
      empty.say(node, "Select a call: who takes part, when what happened and why appear here.");
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    if (calls.size() > 1) {
      List<String> heads = new ArrayList<>(List.of(""));
      calls.forEach(call -> heads.add("Call " + call.number()));
      lines.add(heads);
    }
    lines.addAll(CallSummary.of(calls));
    if (!lines.equals(shown)) {
      shown = lines;
      fill(calls.size());
      node.setCenter(scroll);
    }
  }

  private void fill(int legs) {
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(column(NAMES, NAMES));
    for (int i = 0; i < legs; i++) {
      grid.getColumnConstraints().add(column(legs == 1 ? 0 : LEG / 2, LEG));
    }
    grid.getRowConstraints().clear();
    for (int row = 0; row < shown.size(); row++) {
      RowConstraints top = new RowConstraints();
      top.setValignment(VPos.TOP);
      grid.getRowConstraints().add(top);
      List<String> cells = shown.get(row);
      for (int i = 0; i < cells.size(); i++) {
        Label label = new Label(cells.get(i));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        if (i == 0) {
          label.getStyleClass().add("dim");
        } else if (cells.getFirst().isEmpty()) {
          label.getStyleClass().add("medium");
        }
        grid.add(label, i, row);
      }
    }
  }

  private static ColumnConstraints column(double least, double wanted) {
    ColumnConstraints column = new ColumnConstraints(least, wanted, Double.MAX_VALUE);
    column.setHgrow(least == NAMES ? Priority.NEVER : Priority.ALWAYS);
    return column;
  }

  private String text() {
    return shown.stream()
        .map(line -> String.join("\t", line))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
