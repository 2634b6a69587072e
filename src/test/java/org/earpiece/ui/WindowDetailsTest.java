package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.earpiece.dissect.DetailNode;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.PortChoice;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/** The packet below the lists: tree, bytes, message. */
class WindowDetailsTest extends DrivenWindow {
  private int sip = 1;

  private void openSip() throws Exception {
    openCapture();
    openView(PACKETS);
    var reader = window.captures().session().reader();
    while (reader.read(sip).find(Protocol.SIP) < 0) {
      sip++;
    }
    robot.interact(() -> window.page().goTo(sip));
    until(() -> frame() == sip && tree() != null && node("sip.CSeq") != null);
  }

  @SuppressWarnings("unchecked")
  private TreeView<DetailNode> tree() {
    return (TreeView<DetailNode>) scene.getRoot().lookup(".details");
  }

  private TreeItem<DetailNode> node(String field) {
    return tree().getRoot() == null ? null : find(tree().getRoot(), field);
  }

  private static TreeItem<DetailNode> find(TreeItem<DetailNode> from, String field) {
    if (from.getValue() != null && from.getValue().field().equals(field)) {
      return from;
    }
    for (TreeItem<DetailNode> child : from.getChildren()) {
      TreeItem<DetailNode> found = find(child, field);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void select(String field) {
    robot.interact(() -> {
      tree().requestFocus();
      tree().getSelectionModel().select(node(field));
    });
  }

  private String copied() {
    String[] text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return text[0];
  }

  private Node bytes() {
    return scene.getRoot().lookupAll("*").stream()
        .filter(each -> "Bytes of the packet".equals(each.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTreeOpensShutsAndRemembersByKeys() throws Exception {
    openSip();
    assertThat(node("ip").isExpanded()).isFalse();
    select("ip");
    push(KeyCode.RIGHT);
    until(() -> node("ip").isExpanded() && !node("ip.flags").isExpanded());
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    until(() -> node("ip.flags").isExpanded());
    assertThat(node("ip.flags.df").getValue().label())
        .matches("[01. ]+= Don't fragment: (Not s|S)et");
    push(KeyCode.LEFT);
    until(() -> !node("ip").isExpanded());
    push(KeyCode.CONTROL, KeyCode.RIGHT);
    until(() -> node("eth").isExpanded() && node("ip").isExpanded());
    push(KeyCode.CONTROL, KeyCode.LEFT);
    until(() -> !node("eth").isExpanded() && !node("sip").isExpanded());
    select("udp");
    push(KeyCode.RIGHT);
    robot.interact(() -> window.page().goTo(sip + 1));
    until(() -> frame() == sip + 1 && node("udp") != null && node("udp").isExpanded());
    robot.interact(() -> preferences.close());
    assertThat(settings.load().settings().layout().get("details.open")).isEqualTo("rtp,rtcp,udp");
  }

  @Test
  void aFieldIsNamedAndItsPlaceTold() throws Exception {
    openSip();
    select("sip.CSeq");
    until(() -> says("sip.CSeq · CSeq") && says(" bytes at "));
    push(KeyCode.CONTROL, KeyCode.C);
    assertThat(copied()).startsWith("CSeq: ");
  }

  @Test
  void aRequestLeadsToItsResponses() throws Exception {
    openSip();
    int response = sip;
    while (request(response) == Field.ABSENT) {
      response++;
    }
    int request = (int) request(response);
    int later = response;
    robot.interact(() -> window.page().goTo(request));
    until(() -> frame() == request && node("sip.Method") != null && answer(later) != null);
    TreeItem<DetailNode> answer = answer(later);
    assertThat(answer.getValue().label())
        .matches("\\[Answered by frame %d after [0-9.]+ ms: Status: .*]".formatted(later));
    robot.interact(() -> {
      tree().requestFocus();
      tree().getSelectionModel().select(answer);
    });
    push(KeyCode.ENTER);
    until(() -> frame() == later);
  }

  /** The frame that a frame's SIP message answers. */
  private long request(int frame) throws IOException {
    Packet packet = window.captures().session().reader().read(frame);
    int layer = packet.find(Protocol.SIP);
    return layer < 0 ? Field.ABSENT : packet.facts().of(Fact.REQUEST_FRAME, packet, layer);
  }

  private TreeItem<DetailNode> answer(int frame) {
    return tree().getRoot().getChildren().stream()
        .filter(item -> item.getValue().frame() == frame)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aLinkLeadsToTheCall() throws Exception {
    openSip();
    robot.interact(() -> window.page().workspace().filter().apply("sip.Method == \"INVITE\""));
    until(() -> shown() > 0 && shown() < snapshot().packets());
    clickFirstRow();
    until(() -> node("call.id") != null);
    assertThat(node("call.id").getValue().label()).startsWith("[Call: ");
    select("call.id");
    push(KeyCode.ENTER);
    until(() -> window.page().view().title().equals("Calls") && !selection().isEmpty());
  }

  @Test
  void bytesAndTreeSelectOneAnother() throws Exception {
    openSip();
    select("ip.src");
    until(() -> says("ip.src"));
    robot.interact(() -> bytes().requestFocus());
    push(KeyCode.HOME);
    until(() -> tree().getSelectionModel().getSelectedItem().getValue().field().startsWith("eth"));
    for (int i = 0; i < 3; i++) {
      push(KeyCode.SHIFT, KeyCode.RIGHT);
    }
    until(() -> says("4 bytes selected"));
    push(KeyCode.CONTROL, KeyCode.C);
    assertThat(copied()).startsWith("0000  ").hasLineCount(1);
    menuOf(bytes());
    chooseItem("Copy as hex stream");
    assertThat(copied()).matches("[0-9a-f]{8}");
  }

  @Test
  void aLineOfTheMessageSelectsItsBytes() throws Exception {
    openSip();
    robot.interact(() -> window.page().openPane("Message"));
    until(() -> message().getText().contains("CSeq:"));
    int at = message().getText().indexOf("CSeq:") + 8;
    Bounds[] place = new Bounds[1];
    robot.interact(() -> place[0] = message().getCharacterBoundsOnScreen(at, at + 1).orElseThrow());
    robot.clickOn(place[0].getCenterX(), place[0].getCenterY(), MouseButton.PRIMARY);
    until(() -> says("sip.CSeq · CSeq"));
    robot.interact(() -> message().requestFocus());
    push(KeyCode.CONTROL, KeyCode.F);
    until(() -> scene.getFocusOwner() instanceof TextField);
    robot.write("call-id");
    until(() -> message().getSelectedText().equalsIgnoreCase("call-id") && says("1 of "));
    push(KeyCode.ESCAPE);
  }

  @Test
  void aFieldBecomesAColumnAndAPortIsDecodedAsSaid() throws Exception {
    openSip();
    select("sip.CSeq");
    menuOf(tree());
    chooseItem("Show as column");
    until(() ->
        preferences.get().packets().columns().stream()
            .anyMatch(column -> column.content().equals("sip.CSeq")));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
    DialogPane dialog = (DialogPane) other().getScene().getRoot();
    TextField port = (TextField) dialog.lookup(".text-field");
    robot.interact(() -> {
      port.setText("5060");
      @SuppressWarnings("unchecked")
      ComboBox<Protocol> protocol =
          (ComboBox<Protocol>)
              dialog.lookupAll(".combo-box").stream().skip(1).findFirst().orElseThrow();
      protocol.setValue(Protocol.DATA);
      dialog.lookupAll(".button").stream()
          .filter(each -> each instanceof Button button && "Add".equals(button.getText()))
          .forEach(each -> ((Button) each).fire());
      ((Button) dialog.lookupButton(ButtonType.OK)).fire();
    });
    alone();
    until(() -> snapshot().state() == Snapshot.State.DONE && calls() == 0);
    assertThat(preferences.get().decodeAs()).containsExactly(new PortChoice("udp", 5060, "data"));
  }

  /** Opens a menu where all of it finds room on the screen. */
  private void menuOf(Node of) {
    robot.interact(() ->
        of.fireEvent(
            new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 300, 60, true, null)));
  }

  private StyleClassedTextArea message() {
    return (StyleClassedTextArea) scene.getRoot().lookup(".message");
  }
}
