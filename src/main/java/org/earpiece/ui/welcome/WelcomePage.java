package org.earpiece.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.earpiece.capture.live.Interfaces;
import org.earpiece.capture.live.LocalInterface;
import org.earpiece.ui.capture.Captures;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Preferences;

/** The page before a capture is open: interfaces with their traffic, recent files, the demo. */
public final class WelcomePage {
  private static final long TRAFFIC_NANOS = 1_000_000_000L;
  private static final long LIST_NANOS = 5_000_000_000L;
  private static final double WIDTH = 860;

  private final Captures captures;
  private final Preferences preferences;
  private final Background.Slot listing;
  private final Background.Slot measuring;
  private final Background.Slot looking;
  private final VBox interfaces = new VBox();
  private final VBox recent = new VBox(4);
  private final Label problem = new Label();
  private final HBox permission;
  private final ScrollPane node;
  private final List<InterfaceRow> rows = new ArrayList<>();
  private List<LocalInterface> listed = List.of();
  private long trafficDue;
  private long listDue;

  public WelcomePage(Captures captures, Background background, Preferences preferences) {
    this.captures = captures;
    this.preferences = preferences;
    listing = background.slot();
    measuring = background.slot();
    looking = background.slot();
    permission = permission();
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.setMaxWidth(Double.MAX_VALUE);
    show(problem, false);
    VBox column =
        new VBox(
            16,
            heading(),
            problem,
            interfaceCard(),
            new HBox(16, recentCard(), demoCard()),
            permission);
    column.setMaxWidth(WIDTH);
    VBox page = new VBox(column);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().add("welcome");
    node = new ScrollPane(page);
    node.setFitToWidth(true);
    node.getStyleClass().add("welcome-scroll");
    shown();
  }

  public Node node() {
    return node;
  }

  /** The page comes on show: looks again at files and rights. */
  public void shown() {
    List<String> paths = preferences.get().remembered().recentFiles();
    looking.run(
        () -> Map.entry(RecentFile.of(paths), Rights.mayCapture()),
        seen -> {
          files(seen.getKey());
          show(permission, !seen.getValue());
        },
        e -> files(List.of()));
  }

  /** Says why the last capture did not come about; empty for nothing. */
  public void problem(String sentence) {
    problem.setText(sentence);
    show(problem, !sentence.isEmpty());
  }

  /** Keeps the traffic moving while the page is on show. */
  public void beat(long now) {
    if (now >= listDue) {
      listDue = now + LIST_NANOS;
      listing.run(Interfaces::list, this::list, e -> unavailable(String.valueOf(e.getMessage())));
    }
    if (now >= trafficDue) {
      trafficDue = now + TRAFFIC_NANOS;
      measuring.run(
          Interfaces::traffic,
          bytes -> {
            long nanos = System.nanoTime();
            for (InterfaceRow row : rows) {
              Long seen = bytes.get(row.name());
              if (seen != null) {
                row.traffic(seen, nanos);
              }
            }
          },
          e -> {});
    }
  }

  private void list(List<LocalInterface> found) {
    if (found.equals(listed)) {
      return;
    }
    listed = found;
    rows.clear();
    for (LocalInterface each : found) {
      rows.add(new InterfaceRow(each, () -> captures.start(each.name())));
    }
    if (rows.isEmpty()) {
      unavailable("There are no interfaces to capture on.");
    } else {
      interfaces.getChildren().setAll(rows.stream().map(InterfaceRow::node).toList());
    }
  }

  private void unavailable(String why) {
    listed = List.of();
    rows.clear();
    Label label = new Label(why);
    label.getStyleClass().addAll("dim", "card-line");
    label.setWrapText(true);
    interfaces.getChildren().setAll(label);
  }

  private static Node heading() {
    Label title = new Label("Watch and hear the calls on your network");
    title.getStyleClass().add("headline");
    Label more =
        new Label("Pick an interface, open a capture, or look at the demonstration network first.");
    more.getStyleClass().add("dim");
    return new VBox(4, title, more);
  }

  private Node interfaceCard() {
    Label head = new Label("INTERFACES · double click or Enter captures");
    head.getStyleClass().addAll("dim", "small", "card-head");
    VBox card = new VBox(head, interfaces);
    card.getStyleClass().addAll("card", "interface-card");
    return card;
  }

  private Node recentCard() {
    Label head = new Label("RECENT");
    head.getStyleClass().addAll("dim", "small");
    VBox card = new VBox(8, head, recent);
    card.getStyleClass().addAll("card", "padded");
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void files(List<RecentFile> files) {
    recent.getChildren().clear();
    for (RecentFile file : files) {
      Hyperlink link = new Hyperlink(file.name());
      link.setOnAction(e -> captures.open(List.of(file.path())));
      link.setTooltip(new javafx.scene.control.Tooltip(file.path().toString()));
      Label about = new Label("· " + file.about());
      about.getStyleClass().add("dim");
      about.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(4, link, about);
      row.setAlignment(Pos.CENTER_LEFT);
      recent.getChildren().add(row);
    }
    if (files.isEmpty()) {
      Label none = new Label("Files you open appear here. Drop one anywhere on the window.");
      none.getStyleClass().add("dim");
      none.setWrapText(true);
      recent.getChildren().add(none);
    }
  }

  private Node demoCard() {
    Label head = new Label("No traffic at hand?");
    head.getStyleClass().add("semibold");
    Label about =
        new Label(
            "The demonstration network makes real calls: answered, busy, on hold, with loss, with"
                + " one-way audio. No rights needed.");
    about.getStyleClass().add("dim");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    Button watch = new Button("Watch the demo");
    watch.getStyleClass().add("accent");
    watch.setOnAction(e -> captures.demo());
    VBox.setMargin(watch, new javafx.geometry.Insets(8, 0, 0, 0));
    VBox card = new VBox(4, head, about, watch);
    card.getStyleClass().addAll("card", "padded");
    card.setPrefWidth(330);
    card.setMinWidth(330);
    return card;
  }

  private static HBox permission() {
    Label mark = new Label("!");
    mark.getStyleClass().addAll("fair", "semibold");
    TextFlow words =
        new TextFlow(
            new Text(
                "Capturing needs a right that this account lacks. One command starts Earpiece"
                    + " with that right alone:"));
    Label command = new Label(Rights.COMMAND);
    command.getStyleClass().add("mono");
    command.setWrapText(true);
    VBox text = new VBox(4, words, command);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button copy = new Button("Copy");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(e -> Clip.put(Rights.COMMAND));
    HBox card = new HBox(12, mark, text, copy);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().addAll("card", "permission");
    show(card, false);
    return card;
  }

  private static void show(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }
}
