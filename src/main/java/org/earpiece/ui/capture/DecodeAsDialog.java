package org.earpiece.ui.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.earpiece.dissect.PortRule;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.settings.PortChoice;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.jspecify.annotations.Nullable;

/** Which protocol is spoken at which port, whatever is recognised there. FX thread. */
final class DecodeAsDialog {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 180;

  private final Preferences preferences;
  private final ObservableList<PortChoice> rules = FXCollections.observableArrayList();
  private final ListView<PortChoice> list = new ListView<>(rules);
  private final ComboBox<Transport> transport = new ComboBox<>();
  private final TextField port = new TextField();
  private final ComboBox<Protocol> protocol = new ComboBox<>();
  private final Button add = new Button("Add");
  private final Button remove = new Button("Remove");
  private final Dialog<ButtonType> dialog = new Dialog<>();

  DecodeAsDialog(Preferences preferences) {
    this.preferences = preferences;
    list.setPrefHeight(HEIGHT);
    list.setAccessibleText("Ports and their protocols");
    list.setPlaceholder(new Label("Protocols are recognised by themselves."));
    list.setCellFactory(view -> new RuleCell());
    transport.getItems().setAll(Transport.UDP, Transport.TCP);
    transport.valueProperty().addListener((o, was, is) -> choices(is));
    protocol.setCellFactory(view -> new ProtocolCell());
    protocol.setButtonCell(new ProtocolCell());
    port.setPromptText("port");
    port.setPrefColumnCount(6);
    port.textProperty().addListener(o -> check());
    protocol.valueProperty().addListener(o -> check());
    add.setOnAction(e -> add());
    remove.setOnAction(e -> rules.remove(list.getSelectionModel().getSelectedItem()));
    remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    dialog.setTitle("Decode as");
    dialog.getDialogPane().setContent(body());
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
  }

  private Node body() {
    Label words =
        new Label(
            "What is said here counts more than what SDP tells or what is recognised. A file that"
                + " is open is read anew; a running capture goes on as it is, the next one obeys.");
    words.setWrapText(true);
    words.getStyleClass().add("dim");
    HBox entry = new HBox(8, transport, port, new Label("is"), protocol, add, remove);
    entry.setAlignment(Pos.CENTER_LEFT);
    VBox body = new VBox(10, list, entry, words);
    body.setPrefWidth(WIDTH);
    body.getStyleClass().add("dialog-body");
    return body;
  }

  /**
   * Asks, and changes the settings; tells whether they are others now.
   *
   * @param begin the transport and port to begin with
   */
  boolean show(Window owner, Transport begin, int beginPort) {
    dialog.initOwner(owner);
    List<PortChoice> before = preferences.get().decodeAs();
    rules.setAll(before);
    transport.setValue(begin == Transport.TCP ? Transport.TCP : Transport.UDP);
    port.setText(beginPort > 0 ? Integer.toString(beginPort) : "");
    check();
    if (Dialogs.ask(dialog).orElse(ButtonType.CANCEL) != ButtonType.OK) {
      return false;
    }
    List<PortChoice> chosen = List.copyOf(rules);
    preferences.update(s -> s.with(chosen));
    return !chosen.equals(before);
  }

  private void choices(Transport over) {
    protocol.getItems().setAll(PortRule.choices(over));
    protocol.setValue(Protocol.SIP);
  }

  private @Nullable PortChoice entered() {
    String text = port.getText().strip();
    if (!text.matches("\\d{1,5}") || transport.getValue() == null || protocol.getValue() == null) {
      return null;
    }
    String over = transport.getValue().name().toLowerCase(Locale.ROOT);
    int number = Integer.parseInt(text);
    String name = protocol.getValue().filterName();
    return PortRule.of(over, number, name) == null ? null : new PortChoice(over, number, name);
  }

  private void check() {
    add.setDisable(entered() == null);
  }

  /** One rule a port: a new one takes the place of the old one. */
  private void add() {
    PortChoice next = entered();
    if (next != null) {
      List<PortChoice> others = new ArrayList<>(rules);
      others.removeIf(
          each -> each.port() == next.port() && each.transport().equals(next.transport()));
      others.add(next);
      rules.setAll(others);
    }
  }

  private static String words(Protocol protocol) {
    return protocol == Protocol.DATA ? "not decoded" : protocol.shortName();
  }

  private static final class ProtocolCell extends ListCell<Protocol> {
    @Override
    protected void updateItem(@Nullable Protocol item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : words(item));
    }
  }

  private static final class RuleCell extends ListCell<PortChoice> {
    @Override
    protected void updateItem(@Nullable PortChoice item, boolean empty) {
      super.updateItem(item, empty);
      PortRule rule =
          empty || item == null
              ? null
              : PortRule.of(item.transport(), item.port(), item.protocol());
      setText(
          rule == null
              ? null
              : rule.transport() + " port " + rule.port() + " is " + words(rule.protocol()));
    }
  }
}
