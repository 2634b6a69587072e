package org.earpiece.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Fields;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.calls.CallExport;
import org.earpiece.ui.capture.CaptureBar;
import org.earpiece.ui.capture.Captures;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.filterbar.DisplayFilter;
import org.earpiece.ui.filterbar.DisplayFilterBar;
import org.earpiece.ui.find.FindBar;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.FileDialogs;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.SelectionModel;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.welcome.WelcomePage;
import org.earpiece.voip.CallSnapshot;
import org.jspecify.annotations.Nullable;

/** The one window: rows of tools, the page of the open capture or the welcome page, the status. */
final class MainWindow {
  private static final int CALLS = 1;

  private final Background background;
  private final Preferences preferences;
  private final Captures captures;
  private final FileDialogs files;
  private final Exports exports;
  private final CallExport callExport;
  private final FilterModel filterModel = new FilterModel();
  private final DisplayFilter filter;
  private final CaptureBar captureBar;
  private final DisplayFilterBar filterBar;
  private final FindBar findBar;
  private final WelcomePage welcome;
  private final BorderPane root = new BorderPane();
  private final StatusLine status;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Earpiece");
  private @Nullable CapturePage page;
  private @Nullable CaptureSession told;
  private boolean saved;
  private long now;

  /**
   * @param screen shows the dialogs that ask for files
   */
  MainWindow(Background background, Preferences preferences, FileDialogs.Screen screen) {
    this.background = background;
    this.preferences = preferences;
    captures = new Captures(background, preferences, this::refused);
    files = new FileDialogs(preferences, screen);
    exports = new Exports(background, files, this::say);
    callExport = new CallExport(background, files, this::say);
    status = new StatusLine(preferences, exports::stop);
    filter =
        new DisplayFilter(
            filterModel,
            () -> preferences.filterNames(Fields.ALL),
            background,
            this::selectedFrame);
    captureBar =
        new CaptureBar(captures, background, preferences, files, this::mayReplace, saving());
    filterBar = new DisplayFilterBar(filter, background, preferences);
    findBar = new FindBar(background, preferences::filterNames, this::selectedFrame, this::goTo);
    welcome = new WelcomePage(captures, background, preferences);
    root.setTop(new VBox(captureBar.node(), filterBar.node(), findBar.node()));
    root.setBottom(status.node());
    root.setCenter(welcome.node());
    captures.sessionProperty().addListener((o, before, next) -> show(next));
  }

  Parent root() {
    return root;
  }

  Captures captures() {
    return captures;
  }

  Exports exports() {
    return exports;
  }

  CaptureBar captureBar() {
    return captureBar;
  }

  DisplayFilterBar filterBar() {
    return filterBar;
  }

  FindBar findBar() {
    return findBar;
  }

  private int selectedFrame() {
    return page == null ? 0 : page.workspace().selection().get().frame();
  }

  private void goTo(int frame) {
    if (page != null) {
      page.goTo(frame);
    }
  }

  @Nullable CapturePage page() {
    return page;
  }

  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Does what the program was started for. */
  void begin(StartRequest request) {
    if (!request.interfaceName().isEmpty() || !request.captureFilter().isEmpty()) {
      preferences.update(s -> s.with(request.over(s.capture())));
    }
    if (request.demo()) {
      captures.demo();
    } else if (!request.files().isEmpty()) {
      captures.open(request.files());
    } else if (request.startNow()) {
      captures.start();
    }
  }

  /** Tells a sentence in the status line. */
  void say(String sentence) {
    status.say(sentence, now);
  }

  /** Tells why something did not come about: where the eye is. */
  private void refused(String sentence) {
    if (page == null) {
      welcome.problem(sentence);
    } else {
      say(sentence);
    }
  }

  /** Shows what is new. Called with the pulse. */
  void beat(long nanos) {
    now = nanos;
    CaptureSession session = captures.session();
    if (page == null || session == null) {
      welcome.beat(nanos);
      captureBar.show(null);
    } else {
      show(page, session);
    }
    status.work(exports.progress());
    status.beat(nanos);
  }

  private void show(CapturePage open, CaptureSession session) {
    Snapshot snapshot = session.snapshot();
    FilterScan scan = filter.scan();
    open.show(snapshot, scan, now);
    View view = open.view();
    captureBar.show(snapshot);
    filterBar.show(view.shown(), view.count(snapshot), view.unit(), snapshot.packets());
    status.show(snapshot, view.shown(), view.count(snapshot));
    IOException failure = session.failure();
    if (failure != null && !Objects.equals(told, session)) {
      told = session;
      failed(snapshot, String.valueOf(failure.getMessage()));
    }
  }

  /** A capture that never began leads back to the welcome page, which says why. */
  private void failed(Snapshot snapshot, String reason) {
    String sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    if (snapshot.packets() == 0) {
      captures.close();
      welcome.problem(sentence);
    } else {
      say(sentence);
    }
  }

  private void show(@Nullable CaptureSession session) {
    if (page != null) {
      page.close();
      page = null;
    }
    saved = false;
    filter.session(session);
    filterBar.captureChanged();
    findBar.session(session);
    if (session == null) {
      status.idle();
      welcome.shown();
      root.setCenter(welcome.node());
      title.set("Earpiece");
    } else {
      welcome.problem("");
      CapturePage next = new CapturePage(workspace(session), exports, captureBar::decodeAs);
      page = next;
      root.setCenter(next.node());
      next.open(CALLS);
      title.set(session.name() + " – Earpiece");
    }
  }

  private Workspace workspace(CaptureSession session) {
    return new Workspace(
        session, new SelectionModel(), filterModel, background, preferences, files, this::say);
  }

  /** Asks where frames would be lost that are being saved, or were captured and not saved. */
  boolean mayReplace() {
    CaptureSession session = captures.session();
    boolean saving = !exports.progress().isEmpty();
    if (saving && !new SavingDialog(root.getScene().getWindow()).mayStop(exports::stop)) {
      return false;
    }
    if (session == null || session.snapshot().packets() == 0) {
      return true;
    }
    boolean captured = !saved && captures.temporary();
    boolean unsaved = captured || session.marks().unsaved();
    return !unsaved
        || new UnsavedDialog(root.getScene().getWindow(), captured).maySwitch(this::save);
  }

  /** Opens files that were dropped on the window. */
  void drop(List<Path> dropped) {
    if (mayReplace()) {
      captures.open(dropped);
    }
  }

  /** Saves the whole capture. */
  void save() {
    CaptureSession session = captures.session();
    if (session != null) {
      exports.all(
          session,
          () -> {
            saved = true;
            session.marks().saved();
          });
    }
  }

  /** Closes the capture: the welcome page. */
  void closeCapture() {
    if (mayReplace()) {
      captures.close();
    }
  }

  private List<MenuItem> saving() {
    return List.of(
        Menus.item("Save the capture…", this::save),
        Menus.item("Save the packets shown…", this::saveShown),
        Menus.item("Export the selected calls with media…", this::exportCall),
        Menus.item("Save the calls shown as CSV…", () -> saveCalls("csv")),
        Menus.item("Save the calls shown as JSON…", () -> saveCalls("json")));
  }

  private void saveCalls(String ending) {
    CaptureSession session = captures.session();
    if (session == null || session.snapshot().calls().isEmpty()) {
      say("There are no calls to save.");
      return;
    }
    FilterScan scan = filter.scan();
    List<CallSnapshot> calls =
        session.snapshot().calls().stream()
            .filter(call -> scan == null || scan.hasCall(call.number()))
            .toList();
    callExport.save(calls, session.timeDigits(), ending);
  }

  private void saveShown() {
    CaptureSession session = captures.session();
    FilterScan scan = filter.scan();
    if (session == null) {
      return;
    }
    if (scan == null) {
      save();
      return;
    }
    int[] frames = new int[scan.size()];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = scan.frame(i);
    }
    exports.frames(session, frames);
  }

  private void exportCall() {
    CaptureSession session = captures.session();
    List<Integer> calls = page == null ? List.of() : page.workspace().selection().get().calls();
    if (session == null || calls.isEmpty()) {
      say("Select a call first.");
    } else {
      exports.calls(session, calls, true);
    }
  }
}
