package org.earpiece.ui.capture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.earpiece.session.CaptureSession;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Preferences;
import org.jspecify.annotations.Nullable;

/** Saves captures and parts of them, asking where to. FX thread; writing is done elsewhere. */
public final class Exports {
  private static final String FOLDER = "save.folder";

  private final Background background;
  private final Preferences preferences;
  private final Consumer<String> notice;
  private @Nullable Window owner;
  private int running;

  public Exports(Background background, Preferences preferences, Consumer<String> notice) {
    this.background = background;
    this.preferences = preferences;
    this.notice = notice;
  }

  /** The window that dialogs belong to. */
  public void owner(Window window) {
    owner = window;
  }

  /** Whether something is being written. */
  public boolean busy() {
    return running > 0;
  }

  /** Saves all frames that are held. */
  public void all(CaptureSession session, Runnable done) {
    Path out = ask("Save the capture", base(session));
    if (out != null) {
      write(out, () -> session.save(out, null), "the capture", done);
    }
  }

  /** Saves frames that a filter accepts. */
  public void frames(CaptureSession session, int[] frames) {
    Path out = ask("Save the packets shown", base(session) + "-shown");
    if (out != null) {
      write(
          out,
          () -> session.save(out, frames),
          Numbers.of(frames.length, "packet", "packets"),
          () -> {});
    }
  }

  /** Saves a call, with its RTP and RTCP where wanted. */
  public void call(CaptureSession session, int call, boolean media) {
    Path out = ask("Export call " + call, base(session) + "-call-" + call);
    if (out != null) {
      write(
          out,
          () -> session.save(out, session.framesOfCall(call, media)),
          "call " + call + (media ? " with its media" : ""),
          () -> {});
    }
  }

  /** Work that writes a file. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private void write(Path out, Writing writing, String what, Runnable done) {
    running++;
    notice.accept("Saving " + what + " …");
    background
        .slot()
        .run(
            () -> {
              writing.write();
              return out;
            },
            saved -> {
              running--;
              notice.accept("Saved " + what + " as " + saved.getFileName() + ".");
              done.run();
            },
            e -> {
              running--;
              notice.accept(out.getFileName() + " cannot be written: " + e.getMessage() + ".");
            });
  }

  private static String base(CaptureSession session) {
    return session.name().replaceFirst("\\.(pcapng|pcap|cap)(\\.gz)?$", "");
  }

  private @Nullable Path ask(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name + ".pcapng");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Captures (pcapng)", "*.pcapng"));
    File folder = new File(preferences.layout(FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showSaveDialog(owner);
    if (chosen == null) {
      return null;
    }
    preferences.layout(FOLDER, chosen.getAbsoluteFile().getParent());
    boolean named = chosen.getName().contains(".");
    return named ? chosen.toPath() : chosen.toPath().resolveSibling(chosen.getName() + ".pcapng");
  }
}
