package org.earpiece.ui.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * The capture that is open, and what opens another. FX thread; opening itself is not done there.
 */
public final class Captures {
  private final ReadOnlyObjectWrapper<@Nullable CaptureSession> session =
      new ReadOnlyObjectWrapper<>();
  private final Background.Slot opening;
  private final Background background;
  private final Preferences preferences;
  private final Consumer<String> notice;

  public Captures(Background background, Preferences preferences, Consumer<String> notice) {
    this.background = background;
    this.opening = background.slot();
    this.preferences = preferences;
    this.notice = notice;
  }

  /** The open capture, or null on the welcome page. */
  public ReadOnlyObjectProperty<@Nullable CaptureSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  public @Nullable CaptureSession session() {
    return session.get();
  }

  /** Whether frames come. */
  public boolean capturing() {
    CaptureSession open = session.get();
    return open != null && open.snapshot().state() == Snapshot.State.CAPTURING;
  }

  /** Opens a capture file in place of what is open. */
  public void open(Path file) {
    String path = file.toAbsolutePath().toString();
    begin(
        () -> CaptureSession.open(file),
        opened -> preferences.update(s -> s.with(s.remembered().withFile(path))),
        e -> {
          preferences.update(s -> s.with(s.remembered().withoutFile(path)));
          notice.accept(reason(file.getFileName().toString(), e));
        });
  }

  /** Ends a live capture; what was captured stays. */
  public void stop() {
    CaptureSession open = session.get();
    if (open != null) {
      open.stop();
    }
  }

  /** Closes what is open: the welcome page. */
  public void close() {
    opening.cancel();
    replace(null);
  }

  private void begin(
      Callable<CaptureSession> opener,
      Consumer<CaptureSession> opened,
      Consumer<Exception> failed) {
    opening.run(
        opener,
        next -> {
          opened.accept(next);
          replace(next);
        },
        failed);
  }

  private void replace(@Nullable CaptureSession next) {
    CaptureSession before = session.get();
    session.set(next);
    if (before != null) {
      background
          .slot()
          .run(
              () -> {
                before.close();
                return before;
              },
              closed -> {},
              e -> notice.accept(reason(before.name(), e)));
    }
  }

  private static String reason(String name, Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof IOException && message.contains(name) ? message : name + ": " + message;
  }
}
