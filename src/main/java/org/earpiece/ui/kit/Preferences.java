package org.earpiece.ui.kit;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.earpiece.filter.FilterNames;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;

/** The settings in force; what changes is saved soon. FX thread. */
public final class Preferences {
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final SettingsFile file;
  private final Background.Slot saving;
  private final Consumer<String> notice;

  /**
   * @param notice is told a sentence where the file cannot be written
   */
  public Preferences(
      Settings settings, SettingsFile file, Background background, Consumer<String> notice) {
    this.settings = new ReadOnlyObjectWrapper<>(settings);
    this.file = file;
    this.saving = background.slot();
    this.notice = notice;
  }

  public Settings get() {
    return settings.get();
  }

  /** What display filters may name: the saved ones are macros. */
  public FilterNames filterNames(FieldRegistry fields) {
    return new FilterNames(fields, get().remembered().macros(), null);
  }

  public ReadOnlyObjectProperty<Settings> property() {
    return settings.getReadOnlyProperty();
  }

  /** Changes the settings and saves them. */
  public void update(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings.get());
    if (next.equals(settings.get())) {
      return;
    }
    settings.set(next);
    saving.run(
        () -> {
          file.save(next);
          return next;
        },
        saved -> {},
        e -> notice.accept("The settings cannot be saved in " + file.path() + "."));
  }

  /** Saves the settings once more, and waits for it: the program ends. */
  public void close() {
    saving.cancel();
    try {
      file.save(get());
    } catch (IOException e) {
      notice.accept("The settings cannot be saved in " + file.path() + ".");
    }
  }

  /** An entry of the layout, or a default. */
  public String layout(String name, String otherwise) {
    return get().layout().getOrDefault(name, otherwise);
  }

  /** Remembers an entry of the layout. */
  public void keepLayout(String name, Object value) {
    update(s -> s.withLayout(name, value.toString()));
  }
}
