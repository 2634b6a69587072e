package org.earpiece.ui.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.capture.live.Interfaces;
import org.earpiece.capture.live.LocalInterface;
import org.earpiece.packet.Transport;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Preferences;
import org.jspecify.annotations.Nullable;

/** The first row of tools: capture, its interface, its filter; open and save. FX thread. */
public final class CaptureBar {
  private final Captures captures;
  private final Preferences preferences;
  private final Background.Slot listing;
  private final BooleanSupplier mayReplace;
  private final FileDialogs files;
  private final Button start = new Button("▶ Start");
  private final Button restart = new Button("↻ Restart");
  private final MenuButton interfaces = new MenuButton("Interface");
  private final CaptureFilterField filter;
  private final Label ring = new Label();
  private final Button open = new Button("Open");
  private final MenuButton save = new MenuButton("Save");
  private final Button keys = new Button("TLS keys");
  private final HBox node = new HBox();
  private boolean capturing;

  /**
   * @param mayReplace asks whether what is open and not saved may go
   * @param saving the items of the menu that saves
   */
  public CaptureBar(
      Captures captures,
      Background background,
      Preferences preferences,
      FileDialogs files,
      BooleanSupplier mayReplace,
      List<MenuItem> saving) {
    this.captures = captures;
    this.preferences = preferences;
    this.files = files;
    this.mayReplace = mayReplace;
    listing = background.slot();
    filter = new CaptureFilterField(background, preferences);
    HBox.setHgrow(filter.node(), Priority.ALWAYS);
    node.getStyleClass().add("bar");
    ring.getStyleClass().add("chip");
    save.getItems().setAll(saving);
    node.getChildren().addAll(start, restart, interfaces, filter.node(), ring, open, save, keys);
    for (Region each : List.of(start, restart, interfaces, ring, open, save, keys)) {
      each.setMinWidth(Region.USE_PREF_SIZE);
    }
    start.getStyleClass().add("accent");
    start.setTooltip(new Tooltip("Start or stop capturing (Ctrl+E)"));
    restart.setTooltip(new Tooltip("Capture the same anew (Ctrl+R)"));
    open.setTooltip(new Tooltip("Open a capture file (Ctrl+O)"));
    keys.setTooltip(new Tooltip("What TLS is decrypted with (Ctrl+Shift+P)"));
    keys.setOnAction(e -> keys());
    start.setOnAction(e -> startOrStop());
    restart.setOnAction(e -> restart());
    open.setOnAction(e -> open());
    interfaces.setOnShowing(e -> list());
    list();
    show(null);
  }

  public Node node() {
    return node;
  }

  /** Begins to capture, or ends it. */
  public void startOrStop() {
    if (capturing) {
      captures.stop();
    } else if (mayReplace.getAsBoolean()) {
      captures.start();
    }
  }

  /** Captures the same anew. */
  public void restart() {
    if (mayReplace.getAsBoolean()) {
      captures.restart();
    }
  }

  /** Asks for files and opens them. */
  public void open() {
    List<Path> chosen = files.captures();
    if (!chosen.isEmpty() && mayReplace.getAsBoolean()) {
      captures.open(chosen);
    }
  }

  /** Follows the capture; null where none is open. */
  public void show(@Nullable Snapshot s) {
    boolean now = s != null && s.state() == Snapshot.State.CAPTURING;
    if (now != capturing) {
      capturing = now;
      start.setText(now ? "■ Stop" : "▶ Start");
      start.getStyleClass().removeAll("accent", "stop");
      start.getStyleClass().add(now ? "stop" : "accent");
      filter.disable(now);
    }
    String name = capturing ? captures.name() : preferences.get().capture().interfaceName();
    String words = name.isEmpty() ? "Interface" : name;
    interfaces.setText(
        s != null && now ? words + " · " + Numbers.bitRate(s.bitsPerSecond()) : words);
    interfaces.setDisable(now);
    restart.setDisable(!now && preferences.get().capture().interfaceName().isEmpty());
    save.setDisable(s == null);
    keys.setText(preferences.get().secrets().any() ? "TLS keys ✓" : "TLS keys");
    String held = s == null ? "" : Rings.words(s, preferences.get().ring());
    ring.setText(held);
    ring.setVisible(!held.isEmpty());
    ring.setManaged(!held.isEmpty());
  }

  private void list() {
    listing.run(
        Interfaces::list,
        found -> {
          interfaces.getItems().clear();
          if (preferences.get().capture().interfaceName().isEmpty()) {
            found.stream().filter(LocalInterface::up).findFirst().ifPresent(i -> choose(i.name()));
          }
          for (LocalInterface each : found) {
            interfaces.getItems().add(Menus.item(words(each), () -> choose(each.name())));
          }
          interfaces.getItems().add(new SeparatorMenuItem());
          interfaces.getItems().add(Menus.item("Capture options…", this::options));
        },
        e -> interfaces.getItems().setAll(Menus.item(String.valueOf(e.getMessage()), () -> {})));
  }

  private static String words(LocalInterface each) {
    String address = each.addresses().isEmpty() ? "" : " · " + each.addresses().getFirst();
    return each.name() + address;
  }

  private void choose(String name) {
    preferences.update(s -> s.with(s.capture().withInterface(name)));
  }

  /** Asks for the secrets that TLS is decrypted with, and uses them at once. */
  public void keys() {
    boolean changed = new SecretsDialog(preferences, files).show(node.getScene().getWindow());
    if (changed && (!captures.reopens() || mayReplace.getAsBoolean())) {
      captures.decrypt();
    }
  }

  /**
   * Asks which protocols are spoken at which ports, and reads what is open accordingly.
   *
   * @param port the one to begin with, or 0
   */
  public void decodeAs(Transport transport, int port) {
    boolean changed =
        new DecodeAsDialog(preferences).show(node.getScene().getWindow(), transport, port);
    if (changed && (!captures.reopens() || mayReplace.getAsBoolean())) {
      captures.decodeAgain();
    }
  }

  /** Asks for ring buffer, snaplen and the like. */
  public void options() {
    new OptionsDialog(preferences).show(node.getScene().getWindow());
  }
}
