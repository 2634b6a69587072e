package org.earpiece.ui.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.report.statistics.Measure;
import org.earpiece.report.statistics.StatisticKind;
import org.earpiece.report.statistics.TalkLayer;
import org.earpiece.ui.kit.choice.Words;
import org.jspecify.annotations.Nullable;

/** Chooses what the statistics are about. FX thread. */
final class TopicBar {
  /** Lines of a graph that can be told apart. */
  private static final int MAX_SERIES = 6;

  private static final List<String> MEASURES =
      List.of("packets", "bytes", "bits", "avg(frame.len)", "max(frame.len)");
  private static final long MS = 1_000_000L;
  private static final double SERIES_WIDTH = 330;

  /** Lengths of intervals, ns. */
  private static final List<Long> INTERVALS =
      List.of(1 * MS, 10 * MS, 100 * MS, 1_000 * MS, 10_000 * MS, 60_000 * MS, 600_000 * MS);

  private final Supplier<FilterNames> names;
  private final Consumer<Topic> chosen;
  private final Button save;
  private final FlowPane node = new FlowPane();
  private final ToggleGroup kinds = new ToggleGroup();
  private final List<ToggleButton> kindButtons = new ArrayList<>();
  private final ComboBox<TalkLayer> layer = new ComboBox<>();
  private final ComboBox<Long> interval = new ComboBox<>();
  private final ComboBox<String> measure = new ComboBox<>();
  private final List<TextField> series = new ArrayList<>();
  private final Button more = new Button("+ series");
  private final Label fault = new Label();
  private Topic topic = Topic.FIRST;

  /**
   * A bar.
   *
   * @param chosen is given what is to be shown now
   * @param save stands at the end
   */
  TopicBar(Supplier<FilterNames> names, Consumer<Topic> chosen, Button save) {
    this.names = names;
    this.chosen = chosen;
    this.save = save;
    node.getStyleClass().add("topic-bar");
    for (StatisticKind kind : StatisticKind.values()) {
      kind(kind.title(), kind);
    }
    kind("Over time", null);
    kindButtons.getFirst().setSelected(true);
    Words.offer(layer, List.of(TalkLayer.values()), TalkLayer::title);
    layer.setValue(topic.layer());
    layer.setAccessibleText("Layer");
    layer.setOnAction(e -> choose(topic.layer(layer.getValue())));
    Words.offer(interval, INTERVALS, TopicBar::span);
    interval.setValue(topic.intervalNanos());
    interval.setAccessibleText("Interval");
    interval.setOnAction(e -> choose(topic.interval(interval.getValue())));
    measure.getItems().setAll(MEASURES);
    measure.setEditable(true);
    measure.setValue(topic.measure().text());
    measure.setAccessibleText("What is counted");
    measure.setOnAction(e -> measured());
    more.setOnAction(e -> {
      add("").requestFocus();
      arrange();
    });
    fault.getStyleClass().add("poor");
    add("");
    arrange();
  }

  Node node() {
    return node;
  }

  private static String span(long nanos) {
    long ms = nanos / MS;
    return ms < 1_000 ? ms + " ms" : ms < 60_000 ? ms / 1_000 + " s" : ms / 60_000 + " min";
  }

  private void kind(String title, @Nullable StatisticKind kind) {
    ToggleButton button = new ToggleButton(title);
    button.setToggleGroup(kinds);
    button.setOnAction(e -> {
      button.setSelected(true);
      choose(topic.kind(kind));
    });
    kindButtons.add(button);
  }

  private TextField add(String filter) {
    TextField field = new TextField(filter);
    field.setPromptText("display filter of a series: all packets");
    field.getStyleClass().add("mono");
    field.setPrefWidth(SERIES_WIDTH);
    field.setOnAction(e -> choose(topic));
    field
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            choose(topic);
          }
        });
    series.add(field);
    return field;
  }

  private void measured() {
    Measure next = Measure.parse(String.valueOf(measure.getValue()), names.get().fields());
    if (next == null) {
      fault.setText(
          measure.getValue()
              + ": packets, bytes, bits, or sum, avg, min, max of a field with numbers");
    } else {
      choose(topic.measure(next));
    }
  }

  private void choose(Topic next) {
    List<String> filters = new ArrayList<>();
    fault.setText("");
    for (TextField field : series) {
      String filter = field.getText().strip();
      if (filter.isEmpty()) {
        continue;
      }
      if (FilterCompiler.compile(filter, names.get()) instanceof FilterResult.Refused refused) {
        fault.setText(refused.error().message());
      } else {
        filters.add(filter);
      }
    }
    Topic now = next.series(filters);
    boolean other = !Objects.equals(now.kind(), topic.kind());
    if (!now.equals(topic)) {
      topic = now;
      chosen.accept(now);
    }
    if (other) {
      arrange();
    }
  }

  private void arrange() {
    List<Node> shown = new ArrayList<>(kindButtons);
    StatisticKind kind = topic.kind();
    if (kind == null) {
      shown.add(measure);
      shown.add(new Label("every"));
      shown.add(interval);
      shown.addAll(series);
      if (series.size() < MAX_SERIES) {
        shown.add(more);
      }
      shown.add(fault);
    } else if (kind.layered()) {
      shown.add(layer);
    }
    shown.add(save);
    node.getChildren().setAll(shown);
  }
}
