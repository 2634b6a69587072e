package org.earpiece.ui.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.StreamSnapshot;

/** How good the selected call's or stream's media is, packet by packet. FX thread. */
public final class QualityPane implements Pane {
  private static final long LEAST_NANOS = 50_000_000;
  private static final int BOTH = 0;
  private static final int ALL = -1;
  private static final String PACKETS = "quality.packets";

  /** The part of the width that the graphs take beside the packets. */
  private static final double GRAPHS = 0.51;

  private final Workspace workspace;
  private final BorderPane node = new BorderPane();
  private final QualityGraph graph;
  private final ScrollPane scroll;
  private final StreamPackets packets;
  private final SplitPane body = new SplitPane();
  private final ToggleButton packetsShown = new ToggleButton("Packets");
  private final QualitySummary summary = new QualitySummary();
  private final EmptyNote empty = new EmptyNote();
  private final MenuButton streamMenu = new MenuButton();
  private final MenuButton exportMenu = new MenuButton("Export");
  private final List<Node> tools;
  private final Set<Metric> metrics = EnumSet.of(Metric.JITTER, Metric.DELTA);
  private final LiveQuery<List<Integer>, List<StreamColumns>> query;

  private Selection selection = Selection.NONE;
  private List<StreamSnapshot> candidates = List.of();
  private List<StreamColumns> streams = List.of();
  private List<Integer> asked = List.of();
  private List<Integer> shown = List.of();
  private long labelStart;
  private int choice = BOTH;

  /**
   * A pane for one capture.
   *
   * @param go opens the list of packets at a frame
   */
  public QualityPane(Workspace workspace, IntConsumer go) {
    this.workspace = workspace;
    graph = new QualityGraph(workspace.selection()::frame);
    node.setMinSize(0, 0);
    scroll = new ScrollPane(graph);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain");
    scroll.viewportBoundsProperty().addListener((o, was, is) -> graph.offer(is.getHeight()));
    query =
        new LiveQuery<>(
            workspace.background(),
            LEAST_NANOS,
            this::answer,
            e -> empty.say(node, "The packets of this stream cannot be read: " + e.getMessage()));
    packets = new StreamPackets(workspace.preferences(), workspace.selection()::frame, go);
    packetsShown.setTooltip(new Tooltip("The packets of the stream in a table beside the graphs"));
    packetsShown.setSelected(workspace.preferences().layout(PACKETS, "").isEmpty());
    packetsShown.setOnAction(e -> arrange());
    body.setMinSize(0, 0);
    body.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    arrange();
    tools = List.of(streamMenu, graphMenu(), packetsShown, exportMenu);
  }

  private void arrange() {
    boolean both = packetsShown.isSelected();
    workspace.preferences().keepLayout(PACKETS, both ? "" : "hidden");
    body.getItems().setAll(both ? List.of(scroll, packets.node()) : List.of(scroll));
    if (both) {
      body.setDividerPosition(0, GRAPHS);
    }
  }

  /** N goes to the next packet with something wrong, Shift+N to the one before. */
  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.N && !e.isShortcutDown()) {
      graph.problem(!e.isShiftDown());
      e.consume();
    }
  }

  @Override
  public String title() {
    return "Quality";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public boolean wide() {
    return true;
  }

  @Override
  public List<Node> tools() {
    return tools;
  }

  @Override
  public void show(Selection now, Snapshot snapshot) {
    if (!now.calls().equals(selection.calls()) || now.stream() != selection.stream()) {
      choice = BOTH;
    }
    selection = now;
    candidates = StreamChoice.candidates(now, snapshot);
    int call = now.calls().isEmpty() ? 0 : now.calls().getFirst();
    boolean known = call >= 1 && call <= snapshot.calls().size();
    labelStart = known ? snapshot.calls().get(call - 1).start() : 0;
    offerStreams();
    ask();
    graph.selectFrame(now.frame());
    packets.selectFrame(now.frame());
  }

  @Override
  public void close() {
    query.drop();
  }

  private void ask() {
    List<StreamSnapshot> wanted = wanted();
    if (wanted.isEmpty()) {
      query.drop();
      streams = List.of();
      shown = List.of();
      empty.say(node, whyEmpty());
      return;
    }
    asked = wanted.stream().map(StreamSnapshot::number).toList();
    List<Long> version = wanted.stream().map(StreamSnapshot::packets).toList();
    List<Integer> numbers = asked;
    query.want(
        numbers,
        version,
        () -> {
          List<StreamColumns> columns = new ArrayList<>();
          for (int number : numbers) {
            columns.add(new StreamColumns(workspace.session().quality(number)));
          }
          return columns;
        });
    if (!asked.equals(shown) && streams.isEmpty()) {
      empty.say(node, "Reading the packets…");
    }
  }

  private List<StreamSnapshot> wanted() {
    return switch (choice) {
      case BOTH -> StreamChoice.bothDirections(candidates, selection.stream());
      case ALL -> StreamChoice.all(candidates);
      default -> candidates.stream().filter(s -> s.number() == choice).toList();
    };
  }

  private String whyEmpty() {
    return selection.calls().isEmpty() && selection.stream() == 0
        ? "Select a call or a stream: how its packets came appears here."
        : "No RTP was seen for this call, so there is no quality to show.";
  }

  private void answer(List<StreamColumns> columns) {
    streams = columns;
    graph.show(columns, labelStart, asked.equals(shown));
    shown = asked;
    summary.show(columns);
    offerExports();
    packets.show(columns, selection.frame());
    node.setCenter(body);
    node.setBottom(summary.node());
    graph.selectFrame(selection.frame());
  }

  private MenuButton graphMenu() {
    MenuButton menu = new MenuButton("Graphs");
    for (Metric metric : Metric.values()) {
      CheckMenuItem item = new CheckMenuItem(metric.title());
      item.setSelected(metrics.contains(metric));
      item.setOnAction(e -> {
        if (item.isSelected()) {
          metrics.add(metric);
        } else {
          metrics.remove(metric);
        }
        graph.metrics(List.copyOf(metrics));
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  private void offerStreams() {
    streamMenu.setText(
        switch (choice) {
          case BOTH -> "both directions";
          case ALL -> "all streams";
          default -> "stream " + choice;
        });
    streamMenu.setDisable(candidates.isEmpty());
    List<String> titles = new ArrayList<>(List.of("Both directions", "All streams"));
    candidates.forEach(s -> titles.add(StreamWords.title(s)));
    List<String> offered = streamMenu.getItems().stream().map(MenuItem::getText).toList();
    if (!titles.equals(offered)) {
      streamMenu.getItems().setAll(item(titles.get(0), BOTH), item(titles.get(1), ALL));
      candidates.forEach(s -> streamMenu.getItems().add(item(StreamWords.title(s), s.number())));
    }
  }

  private MenuItem item(String title, int choose) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(e -> {
      choice = choose;
      offerStreams();
      ask();
    });
    return item;
  }

  private void offerExports() {
    exportMenu.getItems().clear();
    for (StreamColumns stream : streams) {
      MenuItem item = new MenuItem("Packets of " + StreamWords.title(stream.stream()) + " as CSV…");
      item.setOnAction(e -> export(stream));
      exportMenu.getItems().add(item);
    }
  }

  private void export(StreamColumns stream) {
    String proposed = "stream-" + stream.stream().number();
    Path file = workspace.files().save("Save the packets of a stream", proposed, "csv");
    if (file != null) {
      int digits = workspace.session().timeDigits();
      workspace
          .background()
          .slot()
          .run(
              () -> {
                QualityCsv.write(file, stream, digits);
                return file.getFileName();
              },
              name -> workspace.notice().accept(name + " is saved."),
              e -> workspace.notice().accept("Not saved: " + e.getMessage()));
    }
  }
}
