package org.earpiece.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares every stream of the lab captures with what tshark prints of it, digit by digit. */
final class TsharkStreamsTest {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @TestFactory
  Stream<DynamicTest> labCaptures() throws IOException {
    Path lab = Shared.captures().resolve("lab");
    Assumptions.assumeTrue(tsharkIsHere(), "tshark is not installed");
    List<Path> files;
    try (Stream<Path> all = Files.list(lab)) {
      files = all.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).sorted().toList();
    }
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)));
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    Map<String, String> theirs = tshark(file);
    Map<String, String> ours = new TreeMap<>();
    for (StreamSnapshot s : TrackedCapture.of(file).streams()) {
      String key = key(s);
      String told = theirs.get(key);
      if (told == null && hiddenSignalling(file)) {
        continue;
      }
      ours.put(key, figures(s));
      if (s.outOfOrder() > 0 && told != null) {
        ours.put(key, ofAnyVersion(figures(s)));
        theirs.put(key, ofAnyVersion(told));
      }
    }
    assertThat(ours).isEqualTo(theirs);
  }

  /**
   * What packets out of order leave alone: up to Wireshark 4.2 a timestamp is wrong only where it
   * is below the first packet's, later, as here, where it is below the one before.
   */
  private static String ofAnyVersion(String figures) {
    return figures.replaceAll("^(\\S+ \\S+ \\S+) \\S+ (\\S+) .*", "$1 $2");
  }

  /** Without the keys tshark sees no SDP here, and so no RTP; we recognise the media itself. */
  private static boolean hiddenSignalling(Path file) {
    return file.toString().contains("17-sip-");
  }

  private static String key(StreamSnapshot s) {
    Endpoint src = s.src();
    Endpoint dst = s.dst();
    return src.address()
        + " "
        + src.port()
        + " "
        + dst.address()
        + " "
        + dst.port()
        + " "
        + s.ssrcText();
  }

  private static String figures(StreamSnapshot s) {
    return Stream.of(
            s.minDelta(), s.meanDelta(), s.maxDelta(), s.minJitter(), s.meanJitter(), s.maxJitter())
        .map(ms -> new BigDecimal(ms).setScale(3, RoundingMode.HALF_EVEN).toPlainString())
        .collect(Collectors.joining(" ", s.packets() + " " + s.lost() + " ", ""));
  }

  private static Map<String, String> tshark(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("tshark", "-q", "-z", "rtp,streams", "-r", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    Map<String, String> streams = new TreeMap<>();
    for (String line : lines) {
      List<String> w = SPACES.splitAsStream(line.strip()).toList();
      int ssrc = w.size() > 6 ? 6 : -1;
      if (ssrc > 0 && w.get(ssrc).startsWith("0x")) {
        int lost = ssrc + 1;
        while (lost + 1 < w.size() && !w.get(lost + 1).startsWith("(")) {
          lost++;
        }
        List<String> figures = new ArrayList<>();
        figures.add(w.get(lost - 1));
        figures.add(w.get(lost));
        figures.addAll(w.subList(lost + 2, lost + 8));
        String told = String.join(" ", figures).replace("-1.000", "0.000");
        streams.put(String.join(" ", w.subList(2, 7)), told);
      }
    }
    return streams;
  }

  private static boolean tsharkIsHere() {
    return Pattern.compile(":")
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
  }
}
