package org.earpiece.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of the settings: names and values, UTF-8, in {@code $XDG_CONFIG_HOME/earpiece} (XDG Base
 * Directory Specification). Blocks its thread.
 */
public final class SettingsFile {
  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * What reading gave.
   *
   * @param notice a sentence for the user where the file was there and could not be read, or null
   */
  public record Loaded(Settings settings, @Nullable String notice) {}

  /** The file of this user. */
  public static SettingsFile ofUser(Map<String, String> environment, String home) {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = config.startsWith("/") ? Path.of(config) : Path.of(home).resolve(".config");
    return new SettingsFile(folder.resolve("earpiece").resolve("settings.properties"));
  }

  public Path path() {
    return file;
  }

  /** The settings, or the default ones where there is no file or none that can be read. */
  public Loaded load() {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      return new Loaded(Settings.DEFAULT, null);
    } catch (IOException | IllegalArgumentException e) {
      return new Loaded(
          Settings.DEFAULT,
          "The settings in " + file + " cannot be read, so the default ones are in force.");
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return new Loaded(SettingsText.read(values), null);
  }

  /** Replaces the file as a whole: it is never half written. */
  public void save(Settings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, text(SettingsText.write(settings)));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(Map<String, String> values) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Properties one = new Properties();
      one.setProperty(entry.getKey(), entry.getValue());
      StringWriter line = new StringWriter();
      one.store(line, null);
      line.toString()
          .lines()
          .filter(l -> !l.startsWith("#"))
          .forEach(l -> out.append(l).append('\n'));
    }
    return out.toString();
  }
}
