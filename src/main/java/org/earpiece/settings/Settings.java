package org.earpiece.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the window remembers. Immutable.
 *
 * @param decodeAs what is spoken at which ports, whatever is recognised there
 * @param layout places and sizes by name: columns of lists, dividers, the window; the parts of the
 *     window write and read their own
 */
public record Settings(
    ThemeChoice theme,
    CaptureChoice capture,
    RingChoice ring,
    SecretsChoice secrets,
    Remembered remembered,
    PacketListChoice packets,
    List<PortChoice> decodeAs,
    Map<String, String> layout) {

  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM,
          CaptureChoice.DEFAULT,
          RingChoice.DEFAULT,
          SecretsChoice.NONE,
          Remembered.DEFAULT,
          PacketListChoice.DEFAULT,
          List.of(),
          Map.of());

  public Settings {
    decodeAs = List.copyOf(decodeAs);
    layout = Map.copyOf(layout);
  }

  public Settings with(ThemeChoice next) {
    return new Settings(next, capture, ring, secrets, remembered, packets, decodeAs, layout);
  }

  public Settings with(CaptureChoice next) {
    return new Settings(theme, next, ring, secrets, remembered, packets, decodeAs, layout);
  }

  public Settings with(RingChoice next) {
    return new Settings(theme, capture, next, secrets, remembered, packets, decodeAs, layout);
  }

  public Settings with(SecretsChoice next) {
    return new Settings(theme, capture, ring, next, remembered, packets, decodeAs, layout);
  }

  public Settings with(Remembered next) {
    return new Settings(theme, capture, ring, secrets, next, packets, decodeAs, layout);
  }

  public Settings with(PacketListChoice next) {
    return new Settings(theme, capture, ring, secrets, remembered, next, decodeAs, layout);
  }

  public Settings with(List<PortChoice> next) {
    return new Settings(theme, capture, ring, secrets, remembered, packets, next, layout);
  }

  /** The same settings with one entry of the layout. */
  public Settings withLayout(String name, String value) {
    Map<String, String> next = new TreeMap<>(layout);
    next.put(name, value);
    return new Settings(theme, capture, ring, secrets, remembered, packets, decodeAs, next);
  }
}
