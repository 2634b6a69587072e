package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.junit.jupiter.api.Test;

/** Offers and answers of a call side by side; the menu of capture filters. */
class WindowSdpTest extends DrivenWindow {
  @Test
  void offersAndAnswersOfACallStandSideBySide() throws Exception {
    openCapture();
    CallSnapshot call =
        snapshot().calls().stream()
            .filter(each -> each.state() == CallState.COMPLETED && !each.streams().isEmpty())
            .findFirst()
            .orElseThrow();
    robot.interact(() -> {
      window.page().workspace().selection().calls(List.of(call.number()), call.firstFrame());
      window.page().openPane("SDP");
    });
    until(() -> says("the caller offers ") && says("the callee answers "));
    until(() -> says("✓ agreed audio: ") && says("both ways"));
    until(() ->
        scene.getRoot().lookupAll(".sdp-step").stream()
            .findFirst()
            .filter(first -> Integer.valueOf(call.firstFrame()).equals(first.getUserData()))
            .filter(first -> first.getStyleClass().contains("on"))
            .isPresent());
    Object frame = step(1).getUserData();
    robot.interact(() -> Event.fireEvent(step(1), clicked()));
    until(() -> step(1).getStyleClass().contains("on"));
    assertThat(frame()).isEqualTo(frame);
  }

  private static MouseEvent clicked() {
    PickResult nowhere = new PickResult(null, 0, 0);
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        nowhere);
  }

  /** A step as it stands now: the pane is made anew with each answer. */
  private Node step(int number) {
    return scene.getRoot().lookupAll(".sdp-step").stream().skip(number).findFirst().orElseThrow();
  }

  @Test
  void captureFiltersAreChosenFromAMenu() throws Exception {
    Node field =
        scene.getRoot().lookupAll(".text-field").stream()
            .filter(node -> "Capture filter".equals(node.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    robot.interact(field::requestFocus);
    push(KeyCode.DOWN);
    ContextMenu menu = (ContextMenu) other();
    assertThat(menu.getItems()).extracting(MenuItem::getText).contains("SIP with VLAN");
    chooseItem("SIP with IP fragments");
    alone();
    until(() -> says("✓ valid"));
    until(() -> preferences.get().capture().filter().contains("0x1fff"));
  }
}
