package org.earpiece.ui.capture;

import java.nio.file.Path;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.RingChoice;
import org.earpiece.store.SpoolOptions;
import org.earpiece.ui.kit.Numbers;

/** The ring buffer of the settings, as the spool takes it and as the window says it. */
public final class Rings {
  private static final long MEGABYTE = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private Rings() {}

  /** Where a capture is kept. */
  public static SpoolOptions spool(RingChoice ring) {
    if (!ring.on()) {
      return SpoolOptions.TEMPORARY;
    }
    String folder = ring.folder().isEmpty() ? System.getProperty("user.home") : ring.folder();
    return new SpoolOptions(
        Path.of(folder, "earpiece.pcapng"),
        ring.megabytes() * MEGABYTE,
        ring.seconds() * SECOND,
        0,
        ring.files());
  }

  /** {@code ring 3 of 10 · 240 MB}; empty where there is nothing to say. */
  static String words(Snapshot s, RingChoice ring) {
    if (s.state() != Snapshot.State.CAPTURING || s.spoolBytes() == 0) {
      return "";
    }
    String kept =
        ring.on() && ring.files() > 0
            ? "ring " + Math.max(1, s.spoolFiles()) + " of " + ring.files()
            : "kept";
    return "◔ " + kept + " · " + Numbers.bytes(s.spoolBytes());
  }
}
