package org.earpiece.ui.sdp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.negotiation.Negotiation;
import org.earpiece.voip.negotiation.SdpExchange;
import org.earpiece.voip.negotiation.SdpStep;

/**
 * The offers and answers of the selected calls in order, side by side: who sent them, what was
 * agreed, what changed. FX thread.
 */
public final class SdpPane implements Pane {
  private static final long LEAST_NANOS = 500_000_000;
  private static final double SECOND = 1e9;

  /** What is shown of one call. */
  private record Leg(int call, String title, List<SdpExchange> exchanges) {}

  private final Workspace workspace;
  private final BorderPane node = new BorderPane();
  private final EmptyNote empty = new EmptyNote();
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final Button copy = new Button("Copy");
  private final LiveQuery<List<Integer>, List<Leg>> query;
  private List<Leg> shown = List.of();
  private int frame;

  /** A pane for one capture. */
  public SdpPane(Workspace workspace) {
    this.workspace = workspace;
    query =
        new LiveQuery<>(
            workspace.background(),
            LEAST_NANOS,
            this::answer,
            e -> empty.say(node, "The messages cannot be read: " + e.getMessage()));
    list.getStyleClass().add("negotiation");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain");
    copy.setOnAction(e -> Clip.put(text()));
    copy.setDisable(true);
  }

  @Override
  public String title() {
    return "SDP";
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
  public void close() {
    query.drop();
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    List<CallSnapshot> calls =
        selection.calls().stream()
            .filter(number -> number <= snapshot.calls().size())
            .map(number -> snapshot.calls().get(number - 1))
            .toList();
    if (calls.isEmpty()) {
      query.drop();
      shown = List.of();
      copy.setDisable(true);
      empty.say(node, "Select a call: what both sides offered and answered appears here.");
      return;
    }
    if (frame != selection.frame()) {
      frame = selection.frame();
      mark();
    }
    query.want(
        selection.calls(), calls.stream().map(CallSnapshot::frames).toList(), () -> read(calls));
  }

  private List<Leg> read(List<CallSnapshot> calls) throws IOException {
    Map<Integer, Negotiation> each = new LinkedHashMap<>();
    calls.forEach(call -> each.put(call.number(), new Negotiation()));
    workspace
        .session()
        .messages(
            List.copyOf(each.keySet()),
            m -> {
              Negotiation negotiation = each.get(m.call());
              if (negotiation != null) {
                negotiation.message(m.frame(), m.timeNanos(), m.src(), m.dst(), m.text());
              }
            });
    List<Leg> legs = new ArrayList<>();
    for (CallSnapshot call : calls) {
      Negotiation negotiation = each.get(call.number());
      if (negotiation != null) {
        String title = "Call " + call.number() + ": " + call.fromUser() + " → " + call.toUser();
        legs.add(new Leg(call.number(), title, negotiation.exchanges()));
      }
    }
    return legs;
  }

  private void answer(List<Leg> legs) {
    boolean nothing = legs.stream().allMatch(leg -> leg.exchanges().isEmpty());
    copy.setDisable(nothing);
    if (nothing) {
      shown = List.of();
      empty.say(node, "No message of this call carries SDP: no media was offered.");
      return;
    }
    node.setCenter(scroll);
    if (!legs.equals(shown)) {
      shown = legs;
      list.getChildren().clear();
      for (Leg leg : legs) {
        if (legs.size() > 1) {
          list.getChildren().add(label(leg.title(), "semibold"));
        }
        leg.exchanges().forEach(exchange -> list.getChildren().add(row(exchange)));
      }
    }
    mark();
  }

  private Node row(SdpExchange exchange) {
    GridPane row = new GridPane();
    row.getStyleClass().add("exchange");
    row.getColumnConstraints().setAll(half(), half());
    row.add(step(exchange.offer()), 0, 0);
    VBox answers = new VBox(8);
    exchange.answers().forEach(answer -> answers.getChildren().add(step(answer)));
    if (exchange.answers().isEmpty()) {
      answers.getChildren().add(label("no answer to this offer", "dim"));
    }
    row.add(answers, 1, 0);
    GridPane.setValignment(answers, VPos.TOP);
    VBox agreed = new VBox(2);
    for (String sentence : exchange.agreed()) {
      agreed.getChildren().add(label("✓ agreed " + sentence, "good"));
    }
    if (!exchange.agreed().isEmpty()) {
      row.add(agreed, 0, 1, 2, 1);
    }
    return row;
  }

  private static ColumnConstraints half() {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(50);
    return column;
  }

  private Node step(SdpStep step) {
    VBox box = new VBox(2);
    box.getStyleClass().add("sdp-step");
    box.setUserData(step.frame());
    box.setOnMouseClicked(e -> workspace.selection().frame(step.frame()));
    box.getChildren().add(label(heading(step), "semibold"));
    box.getChildren().add(label(step.src() + " → " + step.dst(), "dim"));
    for (String media : step.media()) {
      box.getChildren().add(label(media, "mono"));
    }
    for (String change : step.changes()) {
      box.getChildren().add(label("≠ " + change, "fair"));
    }
    if (!step.first() && step.changes().isEmpty()) {
      box.getChildren().add(label("as its last one", "dim"));
    }
    Hyperlink link = new Hyperlink("Frame " + Numbers.count(step.frame()));
    link.setOnAction(e -> workspace.selection().frame(step.frame()));
    box.getChildren().add(link);
    return box;
  }

  private String heading(SdpStep step) {
    long since = step.timeNanos() - workspace.session().snapshot().firstNanos();
    String words = step.words().isEmpty() ? "sends SDP" : step.words();
    return Numbers.decimal(since / SECOND, 3)
        + " s · the "
        + step.side().word()
        + " "
        + words
        + " · "
        + step.message();
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** Marks the description that the selected frame carries. */
  private void mark() {
    for (Node box : list.lookupAll(".sdp-step")) {
      box.getStyleClass().remove("on");
      if (Integer.valueOf(frame).equals(box.getUserData())) {
        box.getStyleClass().add("on");
      }
    }
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    for (Leg leg : shown) {
      out.append(leg.title()).append('\n');
      for (SdpExchange exchange : leg.exchanges()) {
        text(exchange.offer(), out);
        exchange.answers().forEach(answer -> text(answer, out));
        exchange.agreed().forEach(line -> out.append("  agreed ").append(line).append('\n'));
      }
    }
    return out.toString();
  }

  private void text(SdpStep step, StringBuilder out) {
    out.append("  ").append(heading(step)).append(", frame ").append(step.frame()).append('\n');
    step.media().forEach(media -> out.append("    ").append(media).append('\n'));
    step.changes().forEach(change -> out.append("    ≠ ").append(change).append('\n'));
  }
}
