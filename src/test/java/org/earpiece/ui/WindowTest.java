package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window, driven as a person would, on a minute of the demonstration network. */
class WindowTest {
  private static final int PATIENCE_SECONDS = 60;
  private static final int PACKETS = 0;
  private static final int STREAMS = 2;

  @TempDir static Path folder;
  private static Path capture;

  private final FxRobot robot = new FxRobot();
  private final Workers workers = new Workers();
  private MainWindow window;
  private FramePulse pulse;
  private Scene scene;

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
      SettingsFile file = new SettingsFile(folder.resolve("settings"));
      Preferences preferences = new Preferences(Settings.DEFAULT, file, background, s -> {});
      window = new MainWindow(background, preferences);
      scene = new WindowFrame(stage, window, "1440 900").scene();
      new ThemeSwitch(scene).choose(Settings.DEFAULT.theme());
      stage.show();
      pulse = new FramePulse(window::beat);
      pulse.start();
    });
    FxToolkit.showStage();
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

  @Test
  void theWelcomePageOffersTheDemonstration() throws Exception {
    robot.clickOn("Watch the demo");
    until(() -> window.page() != null && calls() > 0);
    assertThat(window.captures().capturing()).isTrue();
    robot.clickOn("■ Stop");
    until(() -> !window.captures().capturing());
  }

  @Test
  void aCallThatIsClickedShowsItsMessagesAndTheTabsAreAboutIt() throws Exception {
    openCapture();
    clickFirstRow();
    until(() -> !selection().isEmpty());
    List<Integer> conversation = selection();
    assertThat(conversation).allMatch(call -> call >= 1 && call <= calls());
    assertThat(window.page().paneTitles()).contains("Ladder", "Quality", "Audio");
    until(() -> scene.getRoot().lookupAll(".message").stream().anyMatch(this::showsSip));
    robot.clickOn("Quality");
    robot.clickOn("Audio");
    robot.clickOn("Ladder");
    assertThat(selection()).isEqualTo(conversation);
  }

  @Test
  void aFilterIsJudgedAsItIsTypedAndAppliesToEveryList() throws Exception {
    openCapture();
    until(() -> scene.getWindow().isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.SLASH);
    until(() -> scene.getFocusOwner() instanceof TextInputControl);
    TextInputControl field = (TextInputControl) scene.getFocusOwner();
    robot.interact(() -> field.setText("sip.Method =="));
    robot.push(KeyCode.ENTER);
    assertThat(shown()).as("an invalid filter changes nothing").isEqualTo(calls());
    robot.interact(() -> field.setText("sip.Status-Code == 486"));
    robot.push(KeyCode.ENTER);
    int busy = (int) snapshot().calls().stream().filter(call -> call.finalStatus() == 486).count();
    assertThat(busy).isBetween(1, calls() - 1);
    until(() -> shown() == busy);
    robot.interact(() -> window.page().open(PACKETS));
    until(() -> shown() >= busy && shown() < snapshot().packets());
    robot.interact(field::requestFocus);
    robot.push(KeyCode.ESCAPE);
    until(() -> shown() == snapshot().packets());
  }

  @Test
  void theCaptureFilterOfTheCommandLineStandsInItsField() {
    StartRequest request = new StartRequest(List.of(), "lo", "udp port 5060", false, false);
    robot.interact(() -> window.begin(request));
    assertThat(scene.getRoot().lookupAll("*"))
        .anyMatch(
            node -> node instanceof TextInputControl f && f.getText().equals("udp port 5060"));
  }

  @Test
  void selectingAStreamDrawsItsQuality() throws Exception {
    openCapture();
    robot.interact(() -> window.page().open(STREAMS));
    clickFirstRow();
    until(() -> window.page().workspace().selection().get().stream() > 0);
    assertThat(window.page().paneTitles()).contains("Quality", "Audio");
  }

  private void openCapture() throws Exception {
    robot.interact(() -> window.captures().open(capture));
    until(() -> window.page() != null && snapshot().state() == Snapshot.State.DONE);
    until(() -> shown() == calls() && calls() > 0);
  }

  private void clickFirstRow() throws Exception {
    VirtualTable table =
        scene.getRoot().lookupAll("*").stream()
            .filter(node -> node instanceof VirtualTable && visible(node))
            .map(VirtualTable.class::cast)
            .findFirst()
            .orElseThrow();
    until(() -> shown() > 0);
    Bounds bounds = table.localToScreen(table.getBoundsInLocal());
    robot.clickOn(bounds.getMinX() + 60, bounds.getMinY() + 40, MouseButton.PRIMARY);
  }

  private static boolean visible(Node node) {
    return node.getScene() != null && node.isVisible() && node.getBoundsInLocal().getWidth() > 0;
  }

  private boolean showsSip(Node node) {
    return node instanceof StyleClassedTextArea area && area.getText().contains("SIP/2.0");
  }

  private List<Integer> selection() {
    return window.page().workspace().selection().get().calls();
  }

  private Snapshot snapshot() {
    return window.captures().session().snapshot();
  }

  private int calls() {
    return snapshot().calls().size();
  }

  private int shown() {
    return window.page().view().shown();
  }

  /** Waits for something of the window, which only its own thread may look at. */
  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
