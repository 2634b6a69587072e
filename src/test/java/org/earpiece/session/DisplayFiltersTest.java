package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Display filters against tshark 4.0.17: how many frames of public captures each finds, and which
 * are refused. Where they differ, {@code display-filter-differences.tsv} says so line by line, and
 * {@code docs/differences.md} why.
 */
final class DisplayFiltersTest {
  private static final Path DIFFERENCES =
      Path.of(
          "src",
          "test",
          "resources",
          "org",
          "earpiece",
          "session",
          "display-filter-differences.tsv");
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());
  private static final int FIRST_CAPTURE = 2;

  /** The numbers of the captures' columns. */
  static Stream<Integer> captures() throws IOException {
    int columns = rows("display-filters.open.tsv").getFirst().length;
    return Stream.iterate(FIRST_CAPTURE, i -> i < columns, i -> i + 1);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void findsWhatTsharkFinds(int column) throws Exception {
    List<String[]> rows = rows("display-filters.open.tsv");
    String capture = rows.getFirst()[column];
    List<String> different = new ArrayList<>();
    Path file = Shared.captures().resolve("public").resolve(capture);
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      for (String[] row : rows.subList(1, rows.size())) {
        String ours = found(session, row[1]);
        if (!ours.equals(row[column])) {
          different.add(String.join("\t", row[1], capture, ours, row[column]));
        }
      }
    }
    assertThat(different).containsExactlyInAnyOrderElementsOf(known(capture));
  }

  /** How many frames a filter accepts, or that it is refused. */
  private static String found(CaptureSession session, String filter) throws Exception {
    if (!(FilterCompiler.compile(filter, FIELDS) instanceof FilterResult.Accepted accepted)) {
      return "refused";
    }
    try (FilterScan scan = session.scan(accepted.filter())) {
      scan.await();
      return Integer.toString(scan.size());
    }
  }

  @Test
  void refusesWhatTsharkRefuses() throws IOException {
    List<String> taken = new ArrayList<>();
    List<String[]> rows = rows("display-filters.invalid.tsv");
    for (String[] row : rows.subList(1, rows.size())) {
      if (FilterCompiler.compile(row[2], FIELDS) instanceof FilterResult.Accepted) {
        taken.add(String.join("\t", row[2], "*", "accepted", "refused"));
      }
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(known("*"));
  }

  private static List<String[]> rows(String table) throws IOException {
    return Files.readAllLines(Shared.captures().resolve(table)).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** The differences that are explained, without their reasons. */
  private static List<String> known(String capture) throws IOException {
    return Files.readAllLines(DIFFERENCES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(row -> row[1].equals(capture))
        .map(row -> String.join("\t", row[0], row[1], row[2], row[3]))
        .toList();
  }
}
