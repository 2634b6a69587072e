package org.earpiece.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this process may capture, as far as Linux tells (capabilities(7)). */
final class Rights {
  /** The one command that starts the window with the right to capture, and no other. */
  static final String COMMAND =
      "sudo -E setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups"
          + " --inh-caps=+net_raw,+net_admin --ambient-caps=+net_raw,+net_admin ./earpiece";

  private static final int CAP_NET_RAW = 13;
  private static final String EFFECTIVE = "CapEff:";

  private Rights() {}

  /** False only where it is certain. Blocks a moment. */
  static boolean mayCapture() {
    try {
      return mayCapture(Files.readString(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return true;
    }
  }

  static boolean mayCapture(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(EFFECTIVE))
        .map(line -> line.substring(EFFECTIVE.length()).strip())
        .allMatch(hex -> !hex.matches("[0-9a-f]{1,16}") || bit(hex));
  }

  private static boolean bit(String hex) {
    return (Long.parseUnsignedLong(hex, 16) >>> CAP_NET_RAW & 1) == 1;
  }
}
