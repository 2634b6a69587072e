package org.earpiece.ui.ladder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderFile;
import org.earpiece.report.LadderLook;
import org.earpiece.report.LadderTime;
import org.earpiece.report.Theme;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.jspecify.annotations.Nullable;

/** The ladder of the selected calls; it grows while they run. FX thread. */
public final class LadderPane implements Pane {
  private static final String TIME = "ladder.time";
  private static final long LEAST_NANOS = 250_000_000;

  private final Workspace workspace;
  private final BorderPane node = new BorderPane();
  private final EmptyNote empty = new EmptyNote();
  private final LadderView view = new LadderView(this::select);
  private final MenuButton export = new MenuButton("Export");
  private final LiveQuery<List<Integer>, LadderModel> query;
  private Selection selection = Selection.NONE;
  private Snapshot snapshot = Snapshot.EMPTY;
  private List<Integer> shown = List.of();
  private @Nullable LadderModel model;
  private LadderLook look;
  private final MenuButton times;

  /** A pane for one capture. */
  public LadderPane(Workspace workspace) {
    this.workspace = workspace;
    look = new LadderLook(LadderTime.of(workspace.preferences().layout(TIME, "")), Set.of());
    times = times();
    query =
        new LiveQuery<>(
            workspace.background(),
            LEAST_NANOS,
            this::answer,
            e -> empty.say(node, "The messages of this call cannot be read: " + e.getMessage()));
    for (LadderFile format : LadderFile.values()) {
      MenuItem item = new MenuItem(format == LadderFile.TXT ? "As text…" : "As " + format + "…");
      item.setOnAction(e -> export(format));
      export.getItems().add(item);
    }
    export.setDisable(true);
  }

  @Override
  public String title() {
    return "Ladder";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public List<Node> tools() {
    return List.of(times, export);
  }

  @Override
  public void show(Selection now, Snapshot latest) {
    selection = now;
    snapshot = latest;
    if (now.calls().isEmpty()) {
      query.drop();
      model = null;
      shown = List.of();
      export.setDisable(true);
      empty.say(node, "Select a call: its messages and media appear here as a ladder.");
      return;
    }
    List<Integer> calls = now.calls();
    query.want(calls, version(calls, latest), () -> workspace.session().ladder(calls));
    if (calls.equals(shown)) {
      view.select(now.frame(), now.stream());
    }
  }

  @Override
  public void close() {
    query.drop();
  }

  /** Changes when the ladder may have: with the calls' frames and their streams' packets. */
  private static List<Long> version(List<Integer> calls, Snapshot snapshot) {
    List<Long> version = new ArrayList<>();
    for (int number : calls) {
      if (number >= 1 && number <= snapshot.calls().size()) {
        CallSnapshot call = snapshot.calls().get(number - 1);
        version.add((long) call.frames());
        version.add(call.packets());
        version.add(call.state().up() ? 1L : 0L);
      }
    }
    return version;
  }

  private void answer(LadderModel next) {
    boolean grown = selection.calls().equals(shown);
    shown = selection.calls();
    model = next;
    export.setDisable(false);
    if (next.entries().isEmpty()) {
      empty.say(node, "None of this call's messages are held any more.");
      return;
    }
    node.setCenter(view);
    view.show(next, look, grown);
    view.select(selection.frame(), selection.stream());
  }

  private void select(Row row) {
    switch (row.entry()) {
      case Message message -> workspace.selection().frame(next(message.frames()));
      case Digits digits -> workspace.selection().frame(next(digits.frames()));
      case Quiet quiet -> toggle(quiet);
      case Hold hold -> {}
      case Media media -> {
        int first =
            media.stream() <= snapshot.streams().size() && media.stream() > 0
                ? snapshot.streams().get(media.stream() - 1).firstFrame()
                : 0;
        workspace.selection().stream(media.stream(), selection.calls(), first);
      }
    }
  }

  /** Draws a quiet stretch to scale, or folds it again. */
  private void toggle(Quiet quiet) {
    Set<Long> opened = new HashSet<>(look.opened());
    if (!opened.remove(quiet.timeNanos())) {
      opened.add(quiet.timeNanos());
    }
    look(new LadderLook(look.time(), opened));
  }

  private void look(LadderLook next) {
    look = next;
    LadderModel drawn = model;
    if (drawn != null) {
      view.show(drawn, look, true);
    }
  }

  private MenuButton times() {
    MenuButton menu = new MenuButton("Time");
    ToggleGroup group = new ToggleGroup();
    for (LadderTime time : LadderTime.values()) {
      RadioMenuItem item = new RadioMenuItem(time.title());
      item.setToggleGroup(group);
      item.setSelected(time == look.time());
      item.setOnAction(e -> {
        workspace.preferences().layout(TIME, time.word());
        look(new LadderLook(time, look.opened()));
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  /** A message that was sent several times shows the next of them each time. */
  private int next(List<Integer> frames) {
    int at = frames.indexOf(workspace.selection().get().frame());
    return frames.get((at + 1) % frames.size());
  }

  private void export(LadderFile format) {
    LadderModel drawn = model;
    if (drawn == null) {
      return;
    }
    String ending = format.name().toLowerCase(Locale.ROOT);
    Path file = workspace.files().save("Save the ladder", "call-" + shown.getFirst(), ending);
    if (file != null) {
      LadderLook shownLook = look;
      String title = workspace.session().name() + ", call " + shown.getFirst();
      workspace
          .background()
          .slot()
          .run(
              () -> write(drawn, shownLook, title, format, file),
              path -> workspace.notice().accept("The ladder is saved in " + path + "."),
              e -> workspace.notice().accept("The ladder is not saved: " + e.getMessage()));
    }
  }

  private static Path write(
      LadderModel model, LadderLook look, String title, LadderFile format, Path out)
      throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      format.write(model, look, title, Theme.LIGHT, stream);
    }
    return out;
  }
}
