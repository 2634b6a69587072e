package org.earpiece.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings as names and values, and back; what cannot be read has its default. */
final class SettingsText {
  private static final String LAYOUT = "layout.";
  private static final int MAX_LIST = 100;

  private SettingsText() {}

  static Map<String, String> write(Settings s) {
    Map<String, String> out = new TreeMap<>();
    out.put("theme", s.theme().name().toLowerCase(Locale.ROOT));
    CaptureChoice capture = s.capture();
    out.put("capture.interface", capture.interfaceName());
    out.put("capture.filter", capture.filter());
    out.put("capture.snaplen", Integer.toString(capture.snaplen()));
    out.put("capture.promiscuous", Boolean.toString(capture.promiscuous()));
    out.put("capture.buffer_mib", Integer.toString(capture.bufferMebibytes()));
    RingChoice ring = s.ring();
    out.put("ring.on", Boolean.toString(ring.on()));
    out.put("ring.folder", ring.folder());
    out.put("ring.files", Integer.toString(ring.files()));
    out.put("ring.megabytes", Integer.toString(ring.megabytes()));
    out.put("ring.seconds", Integer.toString(ring.seconds()));
    out.put("tls.key_log", s.secrets().keyLog());
    list(out, "tls.rsa_key", s.secrets().rsaKeys());
    Remembered remembered = s.remembered();
    list(out, "recent_file", remembered.recentFiles());
    list(out, "capture_filter", remembered.captureFilters());
    list(out, "display_filter", remembered.displayFilters());
    saved(out, "saved_filter", remembered.savedFilters());
    saved(out, "saved_capture_filter", remembered.savedCaptureFilters());
    out.putAll(PacketListText.write(s.packets()));
    list(out, "decode_as", s.decodeAs().stream().map(SettingsText::words).toList());
    s.layout().forEach((name, value) -> out.put(LAYOUT + name, value));
    return out;
  }

  static Settings read(Map<String, String> in) {
    Settings d = Settings.DEFAULT;
    Map<String, String> layout = new TreeMap<>();
    in.forEach((name, value) -> {
      if (name.startsWith(LAYOUT)) {
        layout.put(name.substring(LAYOUT.length()), value);
      }
    });
    return new Settings(
        theme(in),
        capture(in),
        ring(in),
        new SecretsChoice(in.getOrDefault("tls.key_log", ""), list(in, "tls.rsa_key")),
        remembered(in, d.remembered()),
        PacketListText.read(in),
        ports(list(in, "decode_as")),
        layout);
  }

  /** As {@code udp 5062 sip}. */
  private static String words(PortChoice choice) {
    return choice.transport() + " " + choice.port() + " " + choice.protocol();
  }

  private static List<PortChoice> ports(List<String> lines) {
    List<PortChoice> ports = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && words[1].matches("\\d{1,5}")) {
        ports.add(new PortChoice(words[0], Integer.parseInt(words[1]), words[2]));
      }
    }
    return ports;
  }

  private static ThemeChoice theme(Map<String, String> in) {
    String name = in.getOrDefault("theme", "").toUpperCase(Locale.ROOT);
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return ThemeChoice.SYSTEM;
  }

  private static CaptureChoice capture(Map<String, String> in) {
    CaptureChoice d = CaptureChoice.DEFAULT;
    return new CaptureChoice(
        in.getOrDefault("capture.interface", d.interfaceName()),
        in.getOrDefault("capture.filter", d.filter()),
        number(in, "capture.snaplen", d.snaplen()),
        truth(in, "capture.promiscuous", d.promiscuous()),
        number(in, "capture.buffer_mib", d.bufferMebibytes()));
  }

  private static RingChoice ring(Map<String, String> in) {
    RingChoice d = RingChoice.DEFAULT;
    return new RingChoice(
        truth(in, "ring.on", d.on()),
        in.getOrDefault("ring.folder", d.folder()),
        number(in, "ring.files", d.files()),
        number(in, "ring.megabytes", d.megabytes()),
        number(in, "ring.seconds", d.seconds()));
  }

  private static Remembered remembered(Map<String, String> in, Remembered d) {
    return new Remembered(
        list(in, "recent_file"),
        list(in, "capture_filter"),
        list(in, "display_filter"),
        in.containsKey("saved_filters") ? saved(in, "saved_filter") : d.savedFilters(),
        saved(in, "saved_capture_filter"));
  }

  private static void saved(Map<String, String> out, String name, List<SavedFilter> saved) {
    out.put(name + "s", Integer.toString(saved.size()));
    list(out, name + ".name", saved.stream().map(SavedFilter::name).toList());
    list(out, name + ".filter", saved.stream().map(SavedFilter::filter).toList());
    list(out, name + ".comment", saved.stream().map(SavedFilter::comment).toList());
  }

  private static List<SavedFilter> saved(Map<String, String> in, String name) {
    List<SavedFilter> saved = new ArrayList<>();
    List<String> names = list(in, name + ".name");
    List<String> filters = list(in, name + ".filter");
    List<String> comments = list(in, name + ".comment");
    for (int i = 0; i < Math.min(names.size(), filters.size()); i++) {
      String comment = i < comments.size() ? comments.get(i) : "";
      saved.add(new SavedFilter(names.get(i), filters.get(i), comment));
    }
    return saved;
  }

  static void list(Map<String, String> out, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      out.put(name + "." + (i + 1), values.get(i));
    }
  }

  static List<String> list(Map<String, String> in, String name) {
    List<String> values = new ArrayList<>();
    String value = in.get(name + ".1");
    while (value != null && values.size() < MAX_LIST) {
      values.add(value);
      value = in.get(name + "." + (values.size() + 1));
    }
    return values;
  }

  private static boolean truth(Map<String, String> in, String name, boolean otherwise) {
    return switch (in.getOrDefault(name, "")) {
      case "true" -> true;
      case "false" -> false;
      default -> otherwise;
    };
  }

  private static int number(Map<String, String> in, String name, int otherwise) {
    try {
      return Integer.parseInt(in.getOrDefault(name, "").strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
