package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.junit.jupiter.api.DynamicTest;
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
