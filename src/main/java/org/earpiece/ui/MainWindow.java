package org.earpiece.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.capture.Captures;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.SelectionModel;
import org.earpiece.ui.kit.Workspace;
import org.jspecify.annotations.Nullable;

/** The one window: rows of tools, the page of the open capture or the welcome page, the status. */
final class MainWindow {
  private final Background background;
  private final Preferences preferences;
  private final Captures captures;
  private final Exports exports;
  private final BorderPane root = new BorderPane();
  private final StatusLine status = new StatusLine();
  private @Nullable CapturePage page;
  private long now;

  MainWindow(Background background, Preferences preferences) {
    this.background = background;
    this.preferences = preferences;
    captures = new Captures(background, preferences, this::say);
    exports = new Exports(background, preferences, this::say);
    root.setTop(new VBox());
    root.setBottom(status.node());
    captures.sessionProperty().addListener((o, before, next) -> show(next));
  }

  Parent root() {
    return root;
  }

  Captures captures() {
    return captures;
  }

  /** Tells a sentence in the status line. */
  void say(String sentence) {
    status.say(sentence, now);
  }

  /** Shows what is new. Called with the pulse. */
  void beat(long nanos) {
    now = nanos;
    CaptureSession session = captures.session();
    if (page != null && session != null) {
      Snapshot snapshot = session.snapshot();
      page.show(snapshot, null);
      status.show(snapshot, page.view().shown(), page.view().count(snapshot));
    }
    status.beat(nanos);
  }

  private void show(@Nullable CaptureSession session) {
    if (page != null) {
      page.close();
      page = null;
    }
    Node centre = null;
    if (session == null) {
      status.idle();
    } else {
      page = new CapturePage(workspace(session), exports);
      page.open(1);
      centre = page.node();
    }
    root.setCenter(centre);
  }

  private Workspace workspace(CaptureSession session) {
    return new Workspace(
        session, new SelectionModel(), new FilterModel(), background, preferences, this::say);
  }
}
