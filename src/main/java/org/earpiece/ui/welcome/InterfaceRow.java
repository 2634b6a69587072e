package org.earpiece.ui.welcome;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.earpiece.capture.live.LocalInterface;
import org.earpiece.ui.kit.Numbers;

/** An interface on the welcome page: name, address, traffic. FX thread. */
final class InterfaceRow {
  private static final double BITS = 8e9;

  private final String name;
  private final HBox node = new HBox();
  private final Sparkline line = new Sparkline();
  private final Label rate = new Label();
  private long lastBytes = -1;
  private long lastNanos;

  InterfaceRow(LocalInterface of, Runnable capture) {
    name = of.name();
    Label title = new Label(name);
    title.getStyleClass().addAll("semibold", "name");
    Label about = new Label(about(of));
    about.getStyleClass().add("dim");
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    rate.getStyleClass().addAll("dim", "rate");
    rate.setMinWidth(Region.USE_PREF_SIZE);
    node.getStyleClass().add("interface-row");
    node.getChildren().addAll(title, about, line, rate);
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.LIST_ITEM);
    node.setAccessibleText(name + ", " + about.getText() + ". Enter captures.");
    node.setOnMousePressed(e -> node.requestFocus());
    node.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
        capture.run();
      }
    });
    node.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        capture.run();
        e.consume();
      }
    });
  }

  Node node() {
    return node;
  }

  String name() {
    return name;
  }

  /** Takes the bytes the interface has seen so far. */
  void traffic(long bytes, long nanos) {
    if (lastBytes >= 0 && nanos > lastNanos) {
      double bits = Math.max(0, bytes - lastBytes) * BITS / (nanos - lastNanos);
      line.add(bits);
      rate.setText(Numbers.bitRate(Math.round(bits)));
    }
    lastBytes = bytes;
    lastNanos = nanos;
  }

  private static String about(LocalInterface of) {
    String address = of.addresses().isEmpty() ? "" : of.addresses().getFirst();
    String kind = of.loopback() ? "loopback" : of.name().equals("any") ? "all interfaces" : "";
    if (kind.isEmpty()) {
      kind = of.description();
    }
    String state = of.up() ? "" : "down";
    return String.join(
        " · ",
        java.util.stream.Stream.of(address, kind, state).filter(part -> !part.isEmpty()).toList());
  }
}
