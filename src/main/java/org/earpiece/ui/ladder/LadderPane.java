package org.earpiece.ui.ladder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.earpiece.capture.ResolvedName;
import org.earpiece.report.LadderDrawing.Row;
import org.earpiece.report.LadderFile;
import org.earpiece.report.LadderLook;
import org.earpiece.report.LadderTime;
import org.earpiece.report.Theme;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.find.FindBar;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.ladder.HostNames;
import org.earpiece.voip.ladder.LadderModel;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of the selected calls, registration or subscription; it grows while they run. FX
 * thread.
 */
public final class LadderPane implements Pane {
  private static final String TIME = "ladder.time";
  private static final String HOSTS = "ladder.hosts";
  private static final long LEAST_NANOS = 250_000_000;

  /**
   * What a ladder is asked for.
   *
   * @param softState identity of a registration, subscription or publication, or 0 for calls
   */
  private record Wanted(List<Integer> calls, int softState, boolean split) {
    static final Wanted NOTHING = new Wanted(List.of(), 0, false);

    static Wanted of(Selection selection, boolean split) {
      int softState = selection.softState();
      return new Wanted(softState > 0 ? List.of() : selection.calls(), softState, split);
    }

    boolean nothing() {
      return calls.isEmpty() && softState == 0;
    }

    /** For names of files: {@code call-3}. */
    String name() {
      return softState > 0 ? "messages-" + softState : "call-" + calls.getFirst();
    }
  }

  private final Workspace workspace;
  private final BorderPane node = new BorderPane();
  private final EmptyNote empty = new EmptyNote();
  private final LadderView view = new LadderView(new Gestures());
  private final Participants participants = new Participants(this::rearranged);
  private final LadderSearch search;
  private final PacketActions actions;
  private final LadderMenus menus;
  private final LiveQuery<Wanted, LadderModel> query;
  private LadderLook look;
  private boolean split;
  private Selection selection = Selection.NONE;
  private Snapshot snapshot = Snapshot.EMPTY;
  private Wanted shown = Wanted.NOTHING;
  private @Nullable LadderModel found;
  private @Nullable LadderModel model;

  /** The participants that stay where they are while the ladder grows; empty where none need to. */
  private List<String> kept = List.of();

  /** A pane for one capture. */
  public LadderPane(Workspace workspace, PacketActions actions) {
    this.workspace = workspace;
    this.actions = actions;
    look = new LadderLook(LadderTime.of(workspace.preferences().layout(TIME, "")), Set.of());
    query =
        new LiveQuery<>(
            workspace.background(),
            LEAST_NANOS,
            this::answer,
            e -> empty.say(node, "The messages cannot be read: " + e.getMessage()));
    search =
        new LadderSearch(
            workspace.session(),
            workspace.background(),
            view::matches,
            view::step,
            view::requestFocus);
    menus =
        new LadderMenus(
            look.time(), this::time, this::split, participants, this::hosts, this::export);
    node.setTop(search.node());
    FindBar.offers(node, search::open);
    String hosts = workspace.preferences().layout(HOSTS, "");
    if (!hosts.isEmpty()) {
      hosts(Path.of(hosts));
    }
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
    return menus.all();
  }

  @Override
  public void show(Selection now, Snapshot latest) {
    selection = now;
    snapshot = latest;
    if (Wanted.of(now, split).nothing()) {
      query.drop();
      found = null;
      model = null;
      shown = Wanted.NOTHING;
      menus.exportable(false);
      empty.say(node, "Select a call or a registration: its messages appear here as a ladder.");
      return;
    }
    ask();
    if (Wanted.of(now, split).equals(shown)) {
      view.select(now.frame(), now.stream());
    }
  }

  private void ask() {
    Wanted wanted = Wanted.of(selection, split);
    query.want(wanted, version(wanted, snapshot), () -> ladder(wanted));
  }

  private LadderModel ladder(Wanted wanted) throws IOException {
    return wanted.softState() > 0
        ? workspace.session().ladderOf(wanted.softState(), wanted.split())
        : workspace.session().ladder(wanted.calls(), wanted.split());
  }

  @Override
  public void close() {
    query.drop();
  }

  /** Changes when the ladder may have: with the calls' frames and their streams' packets. */
  private static List<Long> version(Wanted wanted, Snapshot snapshot) {
    List<Long> version = new ArrayList<>();
    if (wanted.softState() > 0) {
      version.add((long) snapshot.framesOf(wanted.softState()));
    }
    for (int number : wanted.calls()) {
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
    Wanted now = Wanted.of(selection, split);
    boolean grown = now.equals(shown);
    boolean read = grown && !view.whole();
    LadderModel before = model;
    kept =
        read && before != null
            ? before.participants().stream().map(Participant::key).toList()
            : List.of();
    shown = now;
    found = next;
    menus.exportable(true);
    if (next.entries().isEmpty()) {
      model = null;
      empty.say(node, "None of the messages are held any more.");
      return;
    }
    Map<String, String> names = new HashMap<>();
    for (ResolvedName name : workspace.session().names()) {
      names.putIfAbsent(name.address().toString(), name.name());
    }
    participants.captured(names);
    node.setCenter(view);
    arrange(grown, read);
    view.select(selection.frame(), selection.stream());
  }

  private void rearranged() {
    kept = List.of();
    arrange(true, false);
  }

  /**
   * Shows what was found.
   *
   * @param grown whether it is the ladder of before: the view stays where it is
   * @param steady whether the columns do, too
   */
  private void arrange(boolean grown, boolean steady) {
    LadderModel natural = found;
    if (natural != null && !natural.entries().isEmpty()) {
      LadderModel arranged = participants.arrangement().keeping(kept).apply(natural);
      model = arranged;
      view.show(arranged, look, grown, steady);
      search.about(shown.calls(), arranged);
    }
  }

  private void time(LadderTime time) {
    workspace.preferences().keepLayout(TIME, time.word());
    look = new LadderLook(time, look.opened());
    arrange(true, false);
  }

  private void split(boolean on) {
    split = on;
    if (!Wanted.of(selection, on).nothing()) {
      ask();
    }
  }

  private void hosts() {
    for (Path file : workspace.files().any("Names of hosts, as /etc/hosts has them")) {
      workspace.preferences().keepLayout(HOSTS, file);
      hosts(file);
    }
  }

  private void hosts(Path file) {
    workspace
        .background()
        .slot()
        .run(
            () -> HostNames.parse(Files.readString(file)),
            participants::hosts,
            e -> workspace.notice().accept("No names of hosts can be read from " + file + "."));
  }

  /** Draws a quiet stretch to scale, or folds it again. */
  private void toggle(Quiet quiet) {
    Set<Long> opened = new HashSet<>(look.opened());
    if (!opened.remove(quiet.timeNanos())) {
      opened.add(quiet.timeNanos());
    }
    look = new LadderLook(look.time(), opened);
    arrange(true, true);
  }

  /** A message that was sent several times shows the next of them each time. */
  private int next(List<Integer> frames) {
    int at = frames.indexOf(workspace.selection().get().frame());
    return frames.get((at + 1) % frames.size());
  }

  /** The first frame of what a row tells; 0 where it has none. */
  private int frameOf(Row row) {
    return switch (row.entry()) {
      case Message message -> message.frames().getFirst();
      case Digits digits -> digits.frames().getFirst();
      case Media media ->
          media.stream() <= snapshot.streams().size() && media.stream() > 0
              ? snapshot.streams().get(media.stream() - 1).firstFrame()
              : 0;
      case Quiet quiet -> 0;
      case Hold hold -> 0;
    };
  }

  private final class Gestures implements LadderView.Listener {
    @Override
    public void select(Row row, boolean opened) {
      switch (row.entry()) {
        case Message message -> {
          int frame = next(message.frames());
          if (opened) {
            actions.comparison().with(frame);
          }
          workspace.selection().frame(frame);
        }
        case Digits digits -> workspace.selection().frame(next(digits.frames()));
        case Quiet quiet -> toggle(quiet);
        case Hold hold -> {}
        case Media media ->
            workspace.selection().stream(media.stream(), selection.calls(), frameOf(row));
      }
    }

    @Override
    public void rowMenu(Row row, double x, double y) {
      int frame = frameOf(row);
      if (frame > 0) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(actions.of(frame, RowWords.filter(row.entry())));
        menu.show(view, x, y);
      }
    }

    @Override
    public void participantMenu(int participant, double x, double y) {
      LadderModel now = model;
      if (now != null) {
        participants.menu(now.participants(), participant, view).show(view, x, y);
      }
    }

    @Override
    public void move(int participant, int to) {
      LadderModel now = model;
      if (now != null) {
        participants.move(now.participants(), participant, to);
      }
    }

    @Override
    public boolean key(KeyEvent e, int participant) {
      LadderModel now = model;
      boolean chosen = now != null && participant >= 0 && participant < now.participants().size();
      if (now == null || e.isShortcutDown() || e.isAltDown()) {
        return false;
      }
      switch (e.getCode()) {
        case C -> actions.comparison().key(workspace.selection().get().frame());
        case INSERT -> participants.reset();
        case DELETE -> {
          if (chosen) {
            participants.hide(now.participants(), participant);
          }
        }
        case F2 -> {
          if (chosen) {
            participants.rename(now.participants().get(participant), view);
          }
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    /** Not as a key: on many keyboards the character is not on one of its own. */
    @Override
    public void typed(KeyEvent e) {
      if (e.getCharacter().equals("/") && !e.isShortcutDown()) {
        search.open();
        e.consume();
      }
    }
  }

  private void export(LadderFile format) {
    LadderModel drawn = model;
    if (drawn == null) {
      return;
    }
    String ending = format.name().toLowerCase(Locale.ROOT);
    Path file = workspace.files().save("Save the ladder", shown.name(), ending);
    if (file != null) {
      LadderLook now = look;
      String title = workspace.session().name() + ", " + shown.name().replace('-', ' ');
      workspace
          .background()
          .slot()
          .run(
              () -> write(drawn, now, title, format, file),
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
