package org.earpiece.voip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.session.CaptureSession;
import org.earpiece.voip.SipScript;
import org.earpiece.voip.ladder.LadderModel.Digits;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Hold;
import org.earpiece.voip.ladder.LadderModel.Media;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ladders of the lab captures have the rows that lab-ladders.tsv tells. */
class LabLaddersTest {
  @TestFactory
  Stream<DynamicTest> ladders() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(SipScript.class.getResourceAsStream("lab-ladders.tsv"))) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      assertThat(lines).hasSizeGreaterThan(5);
      return lines.stream()
          .map(line -> line.split("\t", -1))
          .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> check(row)));
    }
  }

  private static void check(String[] row) throws Exception {
    try (CaptureSession session =
        CaptureSession.open(Shared.captures().resolve("lab").resolve(row[0]))) {
      session.await();
      List<Integer> calls = Arrays.stream(row[1].split(",", -1)).map(Integer::valueOf).toList();
      List<String> told =
          session.ladder(calls).entries().stream().map(LabLaddersTest::told).toList();
      assertThat(told).containsSubsequence(row[2].split(" \\| ", -1));
    }
  }

  private static String told(Entry entry) {
    return switch (entry) {
      case Message m ->
          m.from()
              + ">"
              + m.to()
              + " "
              + (m.label() + " " + m.detail()).strip()
              + (m.frames().size() > 1 ? " x" + m.frames().size() : "")
              + " ["
              + m.dialog()
              + "]";
      case Media m ->
          m.from()
              + "="
              + m.to()
              + (m.early() ? " early " : " ")
              + m.codec()
              + (m.reports() > 0 ? " reported" : "");
      case Digits d -> d.from() + "~" + d.to() + " " + d.digits();
      case Hold h ->
          String.format(
              Locale.ROOT,
              "%d holds %d %.1f",
              h.from(),
              h.to(),
              (h.endNanos() - h.timeNanos()) / 1e9);
      case Quiet q -> "quiet " + q.nanos() / 1_000_000_000L;
    };
  }
}
