package org.earpiece.cli;

import java.util.Objects;

/** Which Earpiece this is, and what it runs on: the first thing that a bug report needs. */
final class Version {
  private Version() {}

  /** As packed into the archive by the build; run from class folders there is none. */
  static String line() {
    String version =
        Objects.requireNonNullElse(
            Version.class.getPackage().getImplementationVersion(), "(unpacked)");
    return "Earpiece "
        + version
        + ", Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }
}
