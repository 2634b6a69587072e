package org.earpiece.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for files, in the folder of the last time. FX thread. */
public final class FileDialogs {
  private static final String OPENED = "open.folder";
  private static final String SAVED = "save.folder";
  private static final String KEYS = "keys.folder";

  private static final List<ExtensionFilter> CAPTURES =
      List.of(
          new ExtensionFilter(
              "Captures", "*.pcap", "*.pcapng", "*.cap", "*.dmp", "*.gz", "*.zst", "*.lz4"),
          new ExtensionFilter("All files", "*"));

  /** Shows a dialog and waits for the answer: the files chosen, or none. */
  @FunctionalInterface
  public interface Screen {
    List<File> ask(FileChooser dialog, boolean save);
  }

  private final Preferences preferences;
  private final Screen screen;

  public FileDialogs(Preferences preferences, Screen screen) {
    this.preferences = preferences;
    this.screen = screen;
  }

  /** The system's dialogs, before a window. */
  public static Screen before(Supplier<@Nullable Window> owner) {
    return (dialog, save) -> {
      Window window = owner.get();
      if (!save) {
        List<File> files = dialog.showOpenMultipleDialog(window);
        return files == null ? List.of() : files;
      }
      File file = dialog.showSaveDialog(window);
      return file == null ? List.of() : List.of(file);
    };
  }

  /** Captures to open; none where the person thought better of it. */
  public List<Path> captures() {
    FileChooser dialog = dialog("Open captures", OPENED);
    dialog.getExtensionFilters().setAll(CAPTURES);
    List<File> chosen = screen.ask(dialog, false);
    if (!chosen.isEmpty()) {
      remember(OPENED, chosen.getFirst());
    }
    return chosen.stream().map(File::toPath).toList();
  }

  /** Files of any kind, such as keys; none where the person thought better of it. */
  public List<Path> any(String title) {
    List<File> chosen = screen.ask(dialog(title, KEYS), false);
    if (!chosen.isEmpty()) {
      remember(KEYS, chosen.getFirst());
    }
    return chosen.stream().map(File::toPath).toList();
  }

  /**
   * A file to write; null where the person thought better of it.
   *
   * @param name proposed, without ending
   * @param ending {@code pcapng}; added where the person gave none
   */
  public @Nullable Path save(String title, String name, String ending) {
    FileChooser dialog = dialog(title, SAVED);
    dialog.setInitialFileName(name + "." + ending);
    String kind = ending.toUpperCase(Locale.ROOT) + " files";
    dialog.getExtensionFilters().setAll(List.of(new ExtensionFilter(kind, "*." + ending)));
    List<File> chosen = screen.ask(dialog, true);
    if (chosen.isEmpty()) {
      return null;
    }
    Path file = chosen.getFirst().toPath();
    remember(SAVED, chosen.getFirst());
    boolean named = chosen.getFirst().getName().contains(".");
    return named ? file : file.resolveSibling(chosen.getFirst().getName() + "." + ending);
  }

  private FileChooser dialog(String title, String setting) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(title);
    File folder = new File(preferences.layout(setting, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      dialog.setInitialDirectory(folder);
    }
    return dialog;
  }

  private void remember(String setting, File chosen) {
    String folder = chosen.getAbsoluteFile().getParent();
    if (folder != null) {
      preferences.keepLayout(setting, folder);
    }
  }
}
