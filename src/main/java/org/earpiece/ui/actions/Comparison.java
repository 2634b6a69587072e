package org.earpiece.ui.actions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.SipRecord;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;

/** Has two messages chosen, one after the other, and shows them side by side. FX thread. */
public final class Comparison {
  private final Workspace workspace;
  private final Places places;
  private final Background.Slot reading;
  private int first;

  Comparison(Workspace workspace, Places places) {
    this.workspace = workspace;
    this.places = places;
    reading = workspace.background().slot();
  }

  /** The items of a menu on a message. */
  public List<MenuItem> items(int frame) {
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Compare with… (the next message chosen)", () -> begin(frame)));
    if (first > 0 && first != frame) {
      items.add(Menus.item("Compare with frame " + Numbers.count(first), () -> with(frame)));
    }
    return items;
  }

  private void begin(int frame) {
    first = frame;
    workspace
        .notice()
        .accept(
            "Compare frame "
                + Numbers.count(frame)
                + " with: press C on another message, or choose it in its menu.");
  }

  /** The key chooses the first message, then the other; on the first again it forgets it. */
  public void key(int frame) {
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
  public void with(int frame) {
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
      workspace.notice().accept("One of the two is no SIP message, or is no longer held.");
    } else {
      ComparisonDialog.show(places.window(), one.getFirst(), other.getFirst());
    }
  }
}
