package org.earpiece.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.session.Workers;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Preferences;

/**
 * Opens a capture from the welcome page and says when its first rows and all of its calls were drawn: after
 * the file was asked for, and after the process began. Bench/window calls it.
 */
public final class WindowOpen extends Application {
  /** Beats after which the welcome page stands, and a file may be chosen. */
  private static final int WELCOMED = 20;

  private static Path file;

  private final Workers workers = new Workers();
  private MainWindow window;
  private int beats;
  private long asked;
  private boolean rows;
  private long rowsAt;
  private boolean all;

  /** The launcher: a class that is the application itself may not lie on the class path. */
  static final class Start {
    public static void main(String[] args) {
      file = Path.of(args[0]);
      Application.launch(WindowOpen.class);
    }
  }

  @Override
  public void start(Stage stage) throws IOException {
    Fonts.load();
    Background background = new Background(workers, FxThread::run);
    SettingsFile none = new SettingsFile(Files.createTempDirectory("earpiece-bench"));
    Preferences preferences = new Preferences(Settings.DEFAULT, none, background, s -> {});
    window = new MainWindow(background, preferences, (dialog, save) -> List.of());
    WindowFrame frame = new WindowFrame(stage, window, "1440 900");
    new ThemeSwitch(frame.scene()).choose(Settings.DEFAULT.theme());
    stage.show();
    new FramePulse(this::beat).start();
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        drawn();
      }
    }.start();
  }

  /** What the window was given at one frame is drawn by the next. */
  private void drawn() {
    if (rows && rowsAt == 0) {
      rowsAt = System.nanoTime();
    }
    if (all) {
      say();
    }
  }

  private void beat(long nanos) {
    beats++;
    if (beats == WELCOMED) {
      asked = System.nanoTime();
      window.begin(new StartRequest(List.of(file), "", "", false, false));
    }
    window.beat(nanos);
    CaptureSession session = window.captures().session();
    CapturePage page = window.page();
    if (session != null && page != null) {
      Snapshot snapshot = session.snapshot();
      rows |= page.view().shown() > 0;
      all = snapshot.state() == Snapshot.State.DONE && page.view().shown() == snapshot.calls().size();
    }
  }

  private void say() {
    long now = System.nanoTime();
    long process = ManagementFactory.getRuntimeMXBean().getUptime();
    System.out.printf(
        Locale.ROOT,
        "first rows %d ms, all calls %d ms after opening (%d ms after the process began)%n",
        (rowsAt - asked) / 1_000_000,
        (now - asked) / 1_000_000,
        process);
    System.exit(0);
  }
}
