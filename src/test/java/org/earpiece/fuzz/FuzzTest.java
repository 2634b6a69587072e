package org.earpiece.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The short run: every input of the corpus, what once crashed among them, then mutations of them by
 * a fixed seed. The long run is {@code bench/fuzz}.
 */
final class FuzzTest {
  private static final int MUTATIONS = 100;
  private static final long SEED = 20261125;

  @ParameterizedTest
  @EnumSource
  void corpus(Target target) throws IOException {
    List<Path> files = Seeds.of(target.folder());
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      run(target, Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void mutations(Target target) throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    for (Path file : Seeds.of(target.folder())) {
      corpus.add(Files.readAllBytes(file));
    }
    Mutator mutator = new Mutator(SEED, corpus);
    for (int i = 0; i < MUTATIONS; i++) {
      run(target, mutator.next(), "mutation " + i);
    }
  }

  private static void run(Target target, byte[] data, String name) {
    try {
      target.run(data);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      String hex = HexFormat.of().formatHex(data);
      throw new AssertionError(target + " fails on " + name + ": " + hex, e);
    }
  }
}
