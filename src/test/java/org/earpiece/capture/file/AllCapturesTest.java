package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Frames, first and last time of every public capture, against Wireshark's capinfos. */
final class AllCapturesTest {
  /** Files made by fuzzing have times that capinfos writes as no clock does. */
  private static final Pattern SANE_TIME = Pattern.compile("\\d{4}-[-:. 0-9]+\\d");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]", Locale.ROOT);

  @TestFactory
  Stream<DynamicTest> publicCaptures() throws IOException {
    Path folder = Shared.captures().resolve("public");
    try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
      return files.sorted().toList().stream()
          .map(json -> dynamicTest(json.getFileName().toString(), () -> check(folder, json)));
    }
  }

  /** Frames of every capture of the lab, where capinfos is installed to ask. */
  @Test
  void labCaptures() throws IOException {
    List<Path> captures;
    try (Stream<Path> files = Files.list(Shared.captures().resolve("lab"))) {
      captures = files.filter(SourceByMagic::looksLikeCapture).sorted().toList();
    }
    Map<Path, Long> told = capinfos(captures);
    assertThat(captures).isNotEmpty();
    for (Path capture : captures) {
      Seen seen = Seen.of(capture);
      assertThat(seen.error).as("%s", capture).isNull();
      assertThat(seen.frames).as("%s", capture).isEqualTo(told.get(capture));
    }
  }

  private static Map<Path, Long> capinfos(List<Path> captures) throws IOException {
    List<String> words = new ArrayList<>(List.of("capinfos", "-T", "-r", "-M", "-c"));
    captures.forEach(capture -> words.add(capture.toString()));
    Process process;
    try {
      process = new ProcessBuilder(words).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      return Assumptions.abort("capinfos is not installed");
    }
    Map<Path, Long> told = new HashMap<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        told.put(Path.of(cells[0]), Long.valueOf(cells[1]));
      }
    }
    return told;
  }

  private static void check(Path folder, Path json) throws IOException {
    JsonNode expected = new ObjectMapper().readTree(json.toFile());
    Seen seen = Seen.of(folder.resolve(expected.get("file").asText()));
    JsonNode info = expected.get("file_info");
    // tshark counts custom blocks as frames, capinfos does not.
    long packets =
        info.has("Number of packets")
            ? info.get("Number of packets").asLong()
            : expected.get("packets").asLong();
    assertThat(seen.frames).isEqualTo(packets);
    assertThat(seen.error != null)
        .as("error %s", seen.error)
        .isEqualTo(expected.get("tshark_exit").asInt() != 0);
    checkTime(info.path("First packet time").asText(), seen.earliestNanos, seen.firstNanos);
    checkTime(info.path("Last packet time").asText(), seen.latestNanos, seen.lastNanos);
    if (info.has("Number of interfaces in file")) {
      assertThat(seen.interfaces).hasSize(info.get("Number of interfaces in file").asInt());
    }
  }

  /** Simple packets have no time, given as 0, which capinfos leaves out. */
  private static void checkTime(String expected, long seen, long seenFirst) {
    if (SANE_TIME.matcher(expected).matches() && !expected.contains(".-")) {
      assertThat(nanos(expected)).isIn(seen, seenFirst);
    }
  }

  private static long nanos(String text) {
    Instant time = LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    return ChronoUnit.NANOS.between(Instant.EPOCH, time);
  }
}
