package org.earpiece.ui.audio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.earpiece.session.CallAudio;
import org.earpiece.session.Snapshot;
import org.earpiece.session.playback.AudioPlayer;
import org.earpiece.session.playback.AudioPlayer.Level;
import org.earpiece.ui.kit.EmptyNote;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Hearing the selected call or stream, while it runs, too. Space plays and pauses. FX thread; the
 * sound itself is on the player's.
 */
public final class AudioPane implements Pane {
  private static final long LEAST_NANOS = 1_000_000_000;
  private static final double VOLUME = 0.8;

  private final Workspace workspace;
  private final AudioPlayer player = new AudioPlayer();
  private final BorderPane node = new BorderPane();
  private final EmptyNote empty = new EmptyNote();
  private final WaveformView waves = new WaveformView(this::seek);
  private final VBox controls = new VBox();
  private final Button play = new Button("Play");
  private final Button stop = new Button("Stop");
  private final Button save = new Button("Save as WAV…");
  private final Label clock = new Label();
  private final Label note = new Label();
  private final Slider volume = new Slider(0, 1, VOLUME);
  private final HBox bar;
  private final LiveQuery<List<Integer>, Sound> query;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          follow();
        }
      };

  private List<Integer> wanted = List.of();
  private List<Integer> shown = List.of();
  private boolean running;
  private boolean playWhenThere;
  private long labelStart;
  private @Nullable Sound sound;

  /** A pane for one capture. */
  public AudioPane(Workspace workspace) {
    this.workspace = workspace;
    query =
        new LiveQuery<>(
            workspace.background(),
            LEAST_NANOS,
            this::answer,
            e -> clear("The sound cannot be read: " + e.getMessage()));
    play.getStyleClass().add("accent");
    play.setMinWidth(72);
    play.setOnAction(e -> toggle());
    stop.setMinWidth(Button.USE_PREF_SIZE);
    stop.setOnAction(e -> halt());
    save.setOnAction(e -> save());
    clock.setMinWidth(Label.USE_PREF_SIZE);
    note.getStyleClass().addAll("small", "dim");
    note.setMinWidth(0);
    volume.setPrefWidth(110);
    volume.setMinWidth(60);
    volume.setAccessibleText("Volume");
    volume.valueProperty().addListener(o -> levels());
    Label loud = new Label("Volume");
    loud.getStyleClass().addAll("small", "dim");
    loud.setMinWidth(Label.USE_PREF_SIZE);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    bar = new HBox(play, stop, clock, note, loud, volume);
    bar.getStyleClass().add("audio-bar");
    controls.getStyleClass().add("tracks");
    controls.setSpacing(0);
    controls.setPadding(new Insets(0, 0, WaveformView.AXIS, 0));
    node.setMinSize(0, 0);
    node.setFocusTraversable(true);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    node.setOnMousePressed(e -> node.requestFocus());
    clear(why(Selection.NONE));
  }

  @Override
  public String title() {
    return "Audio";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public List<Node> tools() {
    return List.of(save);
  }

  @Override
  public boolean wide() {
    return true;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    List<StreamSnapshot> streams = streams(selection, snapshot);
    List<Integer> numbers = streams.stream().map(StreamSnapshot::number).toList();
    if (!numbers.equals(wanted)) {
      player.stop();
      wanted = numbers;
    }
    if (numbers.isEmpty()) {
      query.drop();
      clear(why(selection));
      return;
    }
    running = streams.stream().anyMatch(StreamSnapshot::running) && live(snapshot);
    CallSnapshot call = call(selection, snapshot);
    labelStart = call == null ? 0 : call.start();
    List<Long> version = new ArrayList<>(streams.stream().map(StreamSnapshot::packets).toList());
    version.add(running ? 1L : 0L);
    query.want(numbers, version, () -> Sound.of(workspace.session().audio(numbers)));
    if (sound == null) {
      empty.say(node, "Decoding the sound…");
    }
  }

  private static boolean live(Snapshot snapshot) {
    return snapshot.state() == Snapshot.State.CAPTURING;
  }

  /** The streams of the first selected call (its other legs say the same), else the stream. */
  private static List<StreamSnapshot> streams(Selection selection, Snapshot snapshot) {
    CallSnapshot call = call(selection, snapshot);
    List<Integer> numbers = call == null ? List.of() : call.streams();
    if (selection.stream() > 0 && !numbers.contains(selection.stream())) {
      numbers = List.of(selection.stream());
    }
    return numbers.stream()
        .filter(n -> n >= 1 && n <= snapshot.streams().size())
        .map(n -> snapshot.streams().get(n - 1))
        .sorted(Comparator.comparing(s -> !s.direction().equals("forward")))
        .toList();
  }

  private static @Nullable CallSnapshot call(Selection selection, Snapshot snapshot) {
    int number = selection.calls().isEmpty() ? 0 : selection.calls().getFirst();
    return number >= 1 && number <= snapshot.calls().size()
        ? snapshot.calls().get(number - 1)
        : null;
  }

  private static String why(Selection selection) {
    return selection.calls().isEmpty() && selection.stream() == 0
        ? "Select a call or a stream to hear it."
        : "No RTP was seen for this call, so there is nothing to hear.";
  }

  private void clear(String sentence) {
    sound = null;
    shown = List.of();
    player.audio(new CallAudio(0, 8000, List.of(), List.of()), false);
    node.setTop(null);
    node.setLeft(null);
    save.setDisable(true);
    empty.say(node, sentence);
  }

  private void answer(Sound next) {
    CallAudio audio = next.audio();
    if (audio.tracks().isEmpty()) {
      String reason = String.join(" ", audio.notes());
      clear(reason.isEmpty() ? "This media cannot be decoded." : reason);
      return;
    }
    boolean same = wanted.equals(shown);
    shown = wanted;
    sound = next;
    if (!same || controls.getChildren().size() != audio.tracks().size()) {
      controls(audio);
    }
    player.audio(audio, running);
    waves.show(next, labelStart == 0 ? 0 : (double) (audio.startNanos() - labelStart), same);
    save.setDisable(false);
    node.setTop(bar);
    node.setLeft(controls);
    node.setCenter(waves);
    follow();
    if (playWhenThere) {
      playWhenThere = false;
      start();
    }
  }

  private void controls(CallAudio audio) {
    controls.getChildren().clear();
    for (CallAudio.Track track : audio.tracks()) {
      TrackControl control = new TrackControl(track, audio.tracks().size() == 1, this::levels);
      VBox.setVgrow(control, Priority.ALWAYS);
      control.setMinHeight(0);
      control.setPrefHeight(10);
      control.setMaxHeight(Double.MAX_VALUE);
      controls.getChildren().add(control);
    }
    levels();
  }

  private List<TrackControl> tracks() {
    return controls.getChildren().stream().map(TrackControl.class::cast).toList();
  }

  private void levels() {
    boolean anySolo = tracks().stream().anyMatch(TrackControl::solo);
    Map<Integer, Level> levels = new HashMap<>();
    for (TrackControl track : tracks()) {
      levels.put(track.stream(), track.level((float) volume.getValue(), anySolo));
    }
    player.levels(levels);
  }

  /** Plays what is selected, as soon as its sound is there. */
  public void play() {
    if (sound != null && wanted.equals(shown)) {
      start();
    } else {
      playWhenThere = true;
    }
  }

  private void start() {
    player.start();
    player.play();
    timer.start();
    follow();
  }

  private void toggle() {
    if (player.playing()) {
      player.pause();
      follow();
    } else {
      start();
    }
  }

  private void halt() {
    player.stop();
    follow();
  }

  private void seek(long sample) {
    player.seek(sample);
    follow();
  }

  /** Has the window follow the player. */
  private void follow() {
    Sound now = sound;
    boolean playing = player.playing();
    if (!playing) {
      timer.stop();
    }
    play.setText(playing ? "Pause" : "Play");
    if (now != null) {
      waves.head(player.position(), playing);
      clock.setText(
          seconds(now.nanos((double) player.position()))
              + " of "
              + seconds(now.nanos(now.length())));
      note.setText(sentence(now));
    }
  }

  private String sentence(Sound now) {
    String silent = player.notice();
    return silent != null ? silent : String.join(" ", now.audio().notes());
  }

  private static String seconds(double nanos) {
    long tenths = (long) (nanos / 1e8);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }

  private void key(KeyEvent e) {
    Sound now = sound;
    boolean theirs = e.getTarget() instanceof ButtonBase || e.getTarget() instanceof Slider;
    if (now == null || e.isShortcutDown() || theirs) {
      return;
    }
    long step = now.samples(2e9);
    boolean used = true;
    switch (e.getCode()) {
      case SPACE -> toggle();
      case HOME -> seek(0);
      case END -> seek(now.length());
      case PAGE_UP -> seek(player.position() - step);
      case PAGE_DOWN -> seek(player.position() + step);
      default -> used = false;
    }
    if (used) {
      e.consume();
    }
  }

  private void save() {
    Sound saved = sound;
    if (saved == null) {
      return;
    }
    Path file = workspace.files().save("Save the sound", "streams-" + shown.getFirst(), "wav");
    if (file != null) {
      workspace
          .background()
          .slot()
          .run(
              () -> saved.write(file),
              path -> workspace.notice().accept("The sound is saved in " + path + "."),
              e -> workspace.notice().accept("The sound is not saved: " + e.getMessage()));
    }
  }

  @Override
  public void close() {
    query.drop();
    timer.stop();
    player.close();
  }
}
