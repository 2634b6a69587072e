package org.earpiece;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the captures that lie beside a checkout; tests that need them are skipped elsewhere. */
public final class Shared {
  private Shared() {}

  /** The folder of captures; skips the test where there is none. */
  public static Path captures() {
    String told = System.getenv("EARPIECE_SHARED");
    Path shared = told != null ? Path.of(told) : Path.of("..", "shared");
    Path captures = shared.resolve("captures");
    Assumptions.assumeTrue(Files.isDirectory(captures), "the shared captures are not here");
    return captures;
  }
}
