package org.earpiece.ui.ladder;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.SipRecord;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;

/** Has two messages chosen, one after the other, and shows them side by side. FX thread. */
final class LadderComparison {
  private final Workspace workspace;
  private final Node owner;
  private final Background.Slot reading;
  private int first;

  LadderComparison(Workspace workspace, Node owner) {
    this.workspace = workspace;
    this.owner = owner;
    reading = workspace.background().slot();
  }

  ContextMenu menu(int frame) {
    ContextMenu menu =
        new ContextMenu(Menus.item("Compare with… (the next message chosen)", () -> begin(frame)));
    if (first > 0 && first != frame) {
      menu.getItems()
          .add(Menus.item("Compare with frame " + Numbers.count(first), () -> with(frame)));
    }
    return menu;
  }

  /** Chooses the first message. */
  void begin(int frame) {
    first = frame;
    workspace
        .notice()
        .accept(
            "Compare frame " + Numbers.count(frame) + " with: click a message, or press C on it.");
  }

  /** The key chooses the first message, then the other; on the first again it forgets it. */
  void key(int frame) {
    if (frame <= 0) {
      return;
    }
    if (first == frame) {
      first = 0;
      workspace.notice().accept("Nothing is compared.");
    } else if (first > 0) {
      with(frame);
    } else {
      begin(frame);
    }
  }

  /** Compares with another message where a first one was chosen. */
  void with(int frame) {
    if (first == 0 || first == frame) {
      return;
    }
    int before = first;
    first = 0;
    CaptureSession session = workspace.session();
    reading.run(
        () -> List.of(session.messagesOf(before), session.messagesOf(frame)),
        this::show,
        e -> workspace.notice().accept("The messages cannot be read: " + e.getMessage()));
  }

  private void show(List<List<SipRecord>> messages) {
    List<SipRecord> one = messages.get(0);
    List<SipRecord> other = messages.get(1);
    if (one.isEmpty() || other.isEmpty()) {
      workspace.notice().accept("One of the messages is no longer held.");
    } else {
      ComparisonDialog.show(owner.getScene().getWindow(), one.getFirst(), other.getFirst());
    }
  }
}
