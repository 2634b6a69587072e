package org.earpiece.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.session.Snapshot;
import org.earpiece.session.Workers;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.table.VirtualTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window, driven as a person would, on a minute of the demonstration network. The dialogs that
 * ask for files are answered with {@link #chosen}.
 */
abstract class DrivenWindow {
  static final int PACKETS = 0;
  static final int CALLS = 1;
  static final int STREAMS = 2;
  static final int REGISTRATIONS = 3;
  static final int SUBSCRIPTIONS = 4;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir static Path folder;
  static Path capture;

  final FxRobot robot = new FxRobot();
  final List<File> chosen = new ArrayList<>();
  MainWindow window;
  Preferences preferences;
  SettingsFile settings;
  Scene scene;
  private final Workers workers = new Workers();
  private FramePulse pulse;

  @BeforeAll
  static void begin() throws IOException, TimeoutException {
    FxToolkit.registerPrimaryStage();
    capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(3, Duration.ofMinutes(1), writer);
    }
  }

  @BeforeEach
  void open() throws TimeoutException {
    FxToolkit.setupStage(stage -> {
      Fonts.load();
      Background background = new Background(workers, FxThread::run);
      settings = new SettingsFile(folder.resolve("settings"));
      preferences = new Preferences(Settings.DEFAULT, settings, background, s -> {});
      window = new MainWindow(background, preferences, (dialog, save) -> List.copyOf(chosen));
      scene = new WindowFrame(stage, window, "1440 900").scene();
      ThemeSwitch theme = new ThemeSwitch(scene);
      theme.choose(Settings.DEFAULT.theme());
      preferences.property().addListener((o, was, is) -> theme.choose(is.theme()));
      stage.show();
      pulse = new FramePulse(window::beat);
      pulse.start();
    });
    FxToolkit.showStage();
    robot.interact(() -> scene.getWindow().requestFocus());
  }

  @AfterEach
  void close() throws TimeoutException {
    robot.interact(() -> {
      pulse.stop();
      window.captures().closeNow();
    });
    FxToolkit.cleanupStages();
    workers.close();
  }

  void openCapture() throws Exception {
    robot.interact(() -> window.captures().open(List.of(capture)));
    until(() -> window.page() != null && snapshot().state() == Snapshot.State.DONE);
    until(() -> shown() == calls() && calls() > 0);
  }

  void openView(int view) {
    robot.interact(() -> window.page().open(view));
  }

  /** The display filter's field, with the caret in it. */
  TextInputControl filterField() throws Exception {
    robot.interact(() -> window.filterBar().focus());
    until(() -> scene.getFocusOwner() instanceof TextInputControl);
    return (TextInputControl) scene.getFocusOwner();
  }

  /** The list on show. */
  VirtualTable list() {
    return scene.getRoot().lookupAll("*").stream()
        .filter(node -> node instanceof VirtualTable && visible(node))
        .map(VirtualTable.class::cast)
        .findFirst()
        .orElseThrow();
  }

  void clickFirstRow() throws Exception {
    until(() -> shown() > 0);
    Bounds bounds = list().localToScreen(list().getBoundsInLocal());
    robot.clickOn(bounds.getMinX() + 60, bounds.getMinY() + 40, MouseButton.PRIMARY);
  }

  private static boolean visible(Node node) {
    return node.getScene() != null && node.isVisible() && node.getBoundsInLocal().getWidth() > 0;
  }

  /** Windows on show beside the main one: dialogs, menus, pop-ups. */
  List<Window> others() {
    return Window.getWindows().stream()
        .filter(each -> each.isShowing() && !each.equals(scene.getWindow()))
        .toList();
  }

  /** Waits for a dialog or pop-up. */
  Window other() throws Exception {
    until(() -> !others().isEmpty());
    return others().getLast();
  }

  /**
   * Chooses an item of the menu that is open, by the titles that lead to it, and shuts the menu.
   */
  void chooseItem(String... path) throws Exception {
    MenuItem item = item(path);
    robot.interact(() -> {
      if (item instanceof CheckMenuItem check) {
        check.setSelected(!check.isSelected());
      }
      item.fire();
    });
  }

  /** The same for an item that opens a dialog, which keeps the FX thread until it is shut. */
  void chooseDialog(String... path) throws Exception {
    MenuItem item = item(path);
    Platform.runLater(item::fire);
  }

  private MenuItem item(String... path) throws Exception {
    ContextMenu menu = (ContextMenu) other();
    MenuItem[] found = new MenuItem[1];
    robot.interact(() -> {
      List<MenuItem> items = menu.getItems();
      for (String title : path) {
        MenuItem next =
            items.stream().filter(item -> title.equals(item.getText())).findFirst().orElseThrow();
        items = next instanceof Menu inner ? inner.getItems() : List.of();
        found[0] = next;
      }
      menu.hide();
    });
    return found[0];
  }

  /** Waits until a dialog or pop-up has gone. */
  void alone() throws Exception {
    until(() -> others().isEmpty());
  }

  void push(KeyCode... keys) {
    robot.push(keys);
  }

  /** Whether words are on show somewhere in the window. */
  boolean says(String words) {
    return scene.getRoot().lookupAll("*").stream()
        .anyMatch(node ->
            node instanceof Labeled label
                && label.isVisible()
                && label.getText() != null
                && label.getText().contains(words));
  }

  List<Integer> selection() {
    return window.page().workspace().selection().get().calls();
  }

  int frame() {
    return window.page().workspace().selection().get().frame();
  }

  Snapshot snapshot() {
    return window.captures().session().snapshot();
  }

  int calls() {
    return snapshot().calls().size();
  }

  int shown() {
    return window.page().view().shown();
  }

  /** Waits for something of the window, which only its own thread may look at. */
  static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
