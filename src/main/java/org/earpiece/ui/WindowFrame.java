package org.earpiece.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.earpiece.packet.Transport;
import org.earpiece.ui.Shortcuts.Shortcut;
import org.earpiece.ui.find.FindBar;
import org.earpiece.ui.kit.dialogs.Dialogs;

/** The stage around the window: title, size, keys, files dropped on it, closing. FX thread. */
final class WindowFrame {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 860;
  private static final double MIN_HEIGHT = 560;
  private static final double BORDER = 8;
  private static final double TITLE_BAR = 40;
  private static final String SIZE = "window.size";

  private final Stage stage;
  private final MainWindow window;
  private final Scene scene;
  private final Shortcuts shortcuts;

  WindowFrame(Stage stage, MainWindow window, String size) {
    this.stage = stage;
    this.window = window;
    double[] wanted = onScreen(parse(size));
    scene = new Scene(window.root(), wanted[0], wanted[1]);
    shortcuts = new Shortcuts(keys());
    shortcuts.listen(scene);
    scene.addEventFilter(DragEvent.DRAG_OVER, this::over);
    scene.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.titleProperty().bind(window.titleProperty());
    stage.setScene(scene);
    stage.setOnCloseRequest(e -> {
      if (!window.mayReplace()) {
        e.consume();
      }
    });
  }

  Scene scene() {
    return scene;
  }

  /** The name under which {@link #size} is remembered. */
  static String sizeName() {
    return SIZE;
  }

  /** Width and height, for the settings. */
  String size() {
    return Math.round(scene.getWidth()) + " " + Math.round(scene.getHeight());
  }

  private static double[] parse(String size) {
    if (size.matches("\\d{3,4} \\d{3,4}")) {
      String[] parts = size.split(" ", 2);
      return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }
    return new double[] {WIDTH, HEIGHT};
  }

  /** No larger than the screen leaves room for beside a title bar. */
  private static double[] onScreen(double[] wanted) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    return new double[] {
      Math.max(MIN_WIDTH, Math.min(wanted[0], screen.getWidth() - BORDER)),
      Math.max(MIN_HEIGHT, Math.min(wanted[1], screen.getHeight() - TITLE_BAR))
    };
  }

  private List<Shortcut> keys() {
    List<Shortcut> keys = new ArrayList<>();
    keys.add(
        Shortcut.ctrl(
            KeyCode.E, "start or stop capturing", () -> window.captureBar().startOrStop()));
    keys.add(
        Shortcut.ctrl(KeyCode.R, "capture the same anew", () -> window.captureBar().restart()));
    keys.add(Shortcut.ctrl(KeyCode.K, "capture options", () -> window.captureBar().options()));
    keys.add(
        Shortcut.ctrlShift(
            KeyCode.U, "decode ports as", () -> window.captureBar().decodeAs(Transport.UDP, 0)));
    keys.add(Shortcut.ctrlShift(KeyCode.P, "TLS keys", () -> window.captureBar().keys()));
    keys.add(Shortcut.ctrl(KeyCode.O, "open a capture file", () -> window.captureBar().open()));
    keys.add(Shortcut.ctrl(KeyCode.S, "save the capture", window::save));
    keys.add(Shortcut.ctrl(KeyCode.W, "close the capture", window::closeCapture));
    keys.add(
        Shortcut.ctrl(KeyCode.SLASH, "write a display filter", () -> window.filterBar().focus()));
    keys.add(Shortcut.ctrl(KeyCode.F, "find packets", this::find));
    keys.add(Shortcut.ctrl(KeyCode.N, "find the next", () -> window.findBar().find(true)));
    keys.add(Shortcut.ctrl(KeyCode.B, "find the one before", () -> window.findBar().find(false)));
    keys.add(Shortcut.ctrl(KeyCode.G, "go to a packet", this::goTo));
    keys.addAll(PacketKeys.of(window));
    keys.add(Shortcut.plain(KeyCode.DIGIT1, "packets", () -> open(0)));
    keys.add(Shortcut.plain(KeyCode.DIGIT2, "calls", () -> open(1)));
    keys.add(Shortcut.plain(KeyCode.DIGIT3, "streams", () -> open(2)));
    keys.add(Shortcut.plain(KeyCode.DIGIT4, "registrations", () -> open(3)));
    keys.add(Shortcut.plain(KeyCode.DIGIT5, "subscriptions", () -> open(4)));
    keys.add(
        Shortcut.plain(KeyCode.F1, "this list", () -> KeysDialog.show(stage, shortcutsShown())));
    keys.add(Shortcut.ctrl(KeyCode.Q, "quit", this::quit));
    return keys;
  }

  private void find() {
    if (!FindBar.openOwn(scene.getFocusOwner())) {
      window.findBar().open();
    }
  }

  private List<Shortcut> shortcutsShown() {
    return shortcuts.all();
  }

  private void open(int view) {
    CapturePage page = window.page();
    if (page != null) {
      page.open(view);
    }
  }

  private void quit() {
    if (window.mayReplace()) {
      stage.close();
    }
  }

  private void goTo() {
    CapturePage page = window.page();
    if (page == null) {
      return;
    }
    TextInputDialog dialog = new TextInputDialog();
    dialog.initOwner(stage);
    dialog.setTitle("Go to packet");
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText("Number of the packet");
    Optional<String> number =
        Dialogs.ask(dialog).map(n -> n.replaceAll("\\s", "")).filter(n -> n.matches("\\d{1,9}"));
    number.ifPresent(n -> page.goTo(Integer.parseInt(n)));
  }

  private void over(DragEvent e) {
    if (e.getDragboard().hasFiles()) {
      e.acceptTransferModes(TransferMode.COPY);
      e.consume();
    }
  }

  private void dropped(DragEvent e) {
    List<File> files = e.getDragboard().getFiles();
    if (files != null && !files.isEmpty()) {
      e.setDropCompleted(true);
      e.consume();
      window.drop(files.stream().map(File::toPath).toList());
    }
  }
}
