package org.earpiece.ui;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.earpiece.session.Interruption;
import org.earpiece.session.Workers;
import org.earpiece.settings.SettingsFile;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Preferences;
import org.jspecify.annotations.Nullable;

/** The window as a program. */
public final class App extends Application {
  /** Warns that it lies on the class path, where Earpiece wants it; kept, as loggers are not. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static StartRequest request = StartRequest.WELCOME;

  private final Workers workers = new Workers();
  private @Nullable MainWindow window;
  private @Nullable Preferences settings;
  private @Nullable FramePulse pulse;
  private @Nullable Interruption interruption;

  /** Opens the window and returns when it was closed. Once in the life of the program. */
  public static void launch(StartRequest start) {
    request = start;
    System.setProperty("prism.subpixeltext", "on");
    JAVAFX.setLevel(Level.SEVERE);
    Application.launch(App.class);
  }

  @Override
  public void start(Stage stage) {
    Fonts.load();
    SettingsFile file = SettingsFile.ofUser(System.getenv(), System.getProperty("user.home"));
    SettingsFile.Loaded loaded = file.load();
    Background background = new Background(workers, FxThread::run);
    Preferences preferences = new Preferences(loaded.settings(), file, background, this::say);
    settings = preferences;
    MainWindow main = new MainWindow(background, preferences, FileDialogs.before(() -> stage));
    window = main;
    WindowFrame frame =
        new WindowFrame(stage, main, preferences.layout(WindowFrame.sizeName(), ""));
    ThemeSwitch theme = new ThemeSwitch(frame.scene());
    theme.choose(preferences.get().theme());
    preferences.property().addListener((o, was, is) -> theme.choose(is.theme()));
    stage.setOnHiding(e -> preferences.keepLayout(WindowFrame.sizeName(), frame.size()));
    stage.show();
    FramePulse beats = new FramePulse(main::beat);
    pulse = beats;
    beats.start();
    if (loaded.notice() != null) {
      main.say(loaded.notice());
    }
    interruption = new Interruption(this::interrupted);
    main.begin(request);
  }

  @Override
  public void stop() {
    if (window != null && pulse != null) {
      pulse.stop();
      window.captures().closeNow();
    }
    if (settings != null) {
      settings.close();
    }
    workers.close();
    if (interruption != null) {
      interruption.close();
    }
  }

  /** The process is told to end, and JavaFX has ended by itself: not on the FX thread. */
  private void interrupted() {
    if (window != null && interruption != null) {
      window.captures().abandon();
      interruption.close();
    }
  }

  private void say(String sentence) {
    if (window != null) {
      window.say(sentence);
    }
  }
}
