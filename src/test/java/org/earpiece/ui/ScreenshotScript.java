package org.earpiece.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.earpiece.session.Workers;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;
import org.earpiece.settings.ThemeChoice;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.voip.CallSnapshot;

/**
 * Opens the demonstration network and writes pictures of each view, light and dark: {@code
 * ScreenshotScript FOLDER [WIDTH HEIGHT [SECONDS]]}. Runs without a display.
 */
public final class ScreenshotScript {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Path folder;
  private final double width;
  private final double height;
  private final double seconds;
  private final Workers workers = new Workers();
  private Preferences preferences;
  private MainWindow window;
  private Scene scene;

  private ScreenshotScript(Path folder, double width, double height, double seconds) {
    this.folder = folder;
    this.width = width;
    this.height = height;
    this.seconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    double width = args.length > 2 ? Double.parseDouble(args[1]) : 1440;
    double height = args.length > 2 ? Double.parseDouble(args[2]) : 900;
    double seconds = args.length > 3 ? Double.parseDouble(args[3]) : 40;
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    new ScreenshotScript(folder, width, height, seconds).run();
    System.exit(0);
  }

  private void run() throws Exception {
    fx(this::open);
    pause(2.5);
    both("welcome");
    fx(() -> window.captures().demo());
    until(() -> window.page() != null);
    pause(seconds);
    fx(this::chooseWorst);
    pause(1);
    both("calls");
    List<String> tabs = tabs();
    for (String tab : List.of("SDP", "Quality", "Audio")) {
      if (tabs.contains(tab)) {
        fx(() -> window.page().openPane(tab));
        pause(3);
        both(tab.toLowerCase(java.util.Locale.ROOT));
      }
    }
    fx(() -> window.page().open(0));
    fx(() -> window.page().goTo(60));
    pause(2);
    both("packets");
    fx(() -> window.page().open(2));
    pause(2);
    both("streams");
    fx(() -> window.page().open(3));
    pause(2);
    both("registrations");
    fx(() -> window.page().open(5));
    pause(3);
    both("statistics");
    fx(() -> choose("Over time"));
    pause(3);
    both("graph");
    fx(() -> window.captures().closeNow());
    pause(0.5);
    Files.deleteIfExists(folder.resolve("settings.tmp"));
  }

  private void choose(String title) {
    scene.getRoot().lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(button -> title.equals(button.getText()))
        .forEach(ToggleButton::fire);
  }

  /** Selects the answered call that sounds worst: it has the most to show. */
  private void chooseWorst() {
    window.captures().session().snapshot().calls().stream()
        .filter(call -> !Double.isNaN(call.mos()))
        .min(Comparator.comparingDouble(CallSnapshot::mos))
        .ifPresent(call ->
            window.page().workspace().selection().calls(List.of(call.number()), call.firstFrame()));
  }

  private void open() {
    Fonts.load();
    Path settings = folder.resolve("settings.tmp");
    Background background = new Background(workers, FxThread::run);
    preferences =
        new Preferences(Settings.DEFAULT, new SettingsFile(settings), background, s -> {});
    window = new MainWindow(background, preferences, (dialog, save) -> java.util.List.of());
    Stage stage = new Stage();
    WindowFrame frame =
        new WindowFrame(stage, window, Math.round(width) + " " + Math.round(height));
    scene = frame.scene();
    ThemeSwitch theme = new ThemeSwitch(scene);
    theme.choose(ThemeChoice.LIGHT);
    preferences.property().addListener((o, was, is) -> theme.choose(is.theme()));
    stage.show();
    stage.setWidth(width);
    stage.setHeight(height);
    new FramePulse(window::beat).start();
  }

  private List<String> tabs() throws Exception {
    List<String> titles = new java.util.concurrent.CopyOnWriteArrayList<>();
    fx(() -> titles.addAll(window.page().paneTitles()));
    return titles;
  }

  private void both(String name) throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      fx(() -> preferences.update(s -> s.with(choice)));
      pause(0.7);
      String file = name + "-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png";
      fx(() -> write(scene.snapshot(null), folder.resolve(file)));
    }
    fx(() -> preferences.update(s -> s.with(ThemeChoice.LIGHT)));
  }

  private static void write(WritableImage image, Path file) {
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        out.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      ImageIO.write(out, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fx(Runnable task) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        task.run();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }

  private static void until(BooleanSupplier holds) throws Exception {
    long end = InstantSource.system().millis() * 1_000_000 + PATIENCE_NANOS;
    boolean[] now = new boolean[1];
    while (!now[0] && InstantSource.system().millis() * 1_000_000 < end) {
      fx(() -> now[0] = holds.getAsBoolean());
      pause(0.1);
    }
  }

  private static void pause(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
  }
}
