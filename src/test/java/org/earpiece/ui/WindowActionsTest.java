package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.Test;

/** Filters made of what is on show: by menus, and by dragging. */
class WindowActionsTest extends DrivenWindow {
  private static final double IN_SOURCE = 250;
  private static final double HEAD = 28;
  private static final double ROW = 24;

  /** The first frame that is UDP, and where its row is. */
  private int udp = 1;

  private double y;

  private String applied() {
    return window.page().workspace().filter().appliedProperty().get();
  }

  private String text() {
    return window.page().workspace().filter().textProperty().get();
  }

  private void openPackets() throws Exception {
    openCapture();
    openView(PACKETS);
    until(() -> shown() == snapshot().packets());
    push(KeyCode.HOME);
    until(() -> frame() == 1);
    while (!packet(udp).hasAddresses() || packet(udp).find(Protocol.UDP) < 0) {
      udp++;
    }
    y = HEAD + (udp - 0.5) * ROW;
  }

  private Packet packet(int frame) throws Exception {
    return window.captures().session().reader().read(frame);
  }

  private void menuOn(double x, double y) throws Exception {
    Bounds bounds = list().localToScreen(list().getBoundsInLocal());
    robot.clickOn(bounds.getMinX() + x, bounds.getMinY() + y, MouseButton.SECONDARY);
    other();
  }

  private void choose(String... path) throws Exception {
    chooseItem(path);
    alone();
  }

  private String source(int frame) throws Exception {
    Packet packet = packet(frame);
    return org.earpiece.packet.IpAddress.text(packet.srcHi(), packet.srcLo());
  }

  @Test
  void aCellIsAppliedAndJoinedWithWhatIsThere() throws Exception {
    openPackets();
    String filter = "ip.src == " + source(udp);
    menuOn(IN_SOURCE, y);
    choose("Apply as filter", "Selected");
    until(() -> applied().equals(filter) && shown() < snapshot().packets() && shown() > 0);
    menuOn(IN_SOURCE, HEAD + ROW / 2);
    choose("Prepare as filter", "… or not selected");
    until(() -> text().equals(filter + " || !(" + filter + ")"));
    assertThat(applied()).as("prepared only").isEqualTo(filter);
    menuOn(IN_SOURCE, HEAD + ROW / 2);
    choose("Copy as filter");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("ip.src == ");
    menuOn(IN_SOURCE, HEAD + ROW / 2);
    choose("Apply as filter", "Not selected");
    until(() -> applied().equals("!(" + filter + ")"));
  }

  @Test
  void aPacketLeadsToItsConversationAndItsStream() throws Exception {
    openPackets();
    menuOn(IN_SOURCE, y);
    choose("This conversation", "UDP");
    until(() -> applied().contains("udp.") && shown() > 0 && shown() < snapshot().packets());
    robot.interact(() -> window.page().workspace().filter().apply("rtp"));
    until(() -> shown() > 0 && applied().equals("rtp"));
    push(KeyCode.HOME);
    menuOn(IN_SOURCE, HEAD + ROW / 2);
    choose("This stream");
    until(() -> applied().startsWith("rtp.ssrc == 0x"));
  }

  @Test
  void aValueIsDraggedToTheBar() throws Exception {
    openPackets();
    TextInputControl field = filterField();
    drag(IN_SOURCE, y, field);
    String filter = "ip.src == " + source(udp);
    until(() -> applied().equals(filter));
    drag(IN_SOURCE + 160, y, field);
    other();
    choose("… and selected");
    until(() -> !applied().equals(filter));
    assertThat(applied()).startsWith(filter + " && ip.dst == ");
  }

  private void drag(double x, double y, Node to) {
    Bounds bounds = list().localToScreen(list().getBoundsInLocal());
    robot.moveTo(bounds.getMinX() + x, bounds.getMinY() + y);
    robot.press(MouseButton.PRIMARY);
    robot.moveBy(10, -10);
    robot.moveTo(to);
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void messagesAreComparedFromTheListOfPackets() throws Exception {
    openPackets();
    robot.interact(() -> window.page().workspace().filter().apply("sip.Method == \"INVITE\""));
    until(() -> shown() > 1 && applied().contains("INVITE"));
    clickFirstRow();
    push(KeyCode.C);
    until(() -> says("Compare frame "));
    push(KeyCode.DOWN);
    push(KeyCode.C);
    other();
    until(() ->
        others().getFirst().getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node ->
                node instanceof javafx.scene.control.Label label
                    && label.getText().contains("against frame")));
    robot.interact(() -> others().forEach(javafx.stage.Window::hide));
  }
}
