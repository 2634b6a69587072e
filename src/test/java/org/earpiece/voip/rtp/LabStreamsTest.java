package org.earpiece.voip.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earpiece.Shared;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamPacket;
import org.earpiece.voip.StreamPacket.Event;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of the lab against what the relay that impaired them wrote down. */
final class LabStreamsTest {
  private static final Pattern STREAM =
      Pattern.compile(
          "\"ssrc\": \"(0x\\w+)\"[^}]*?\"packets_on_the_wire\": (\\d+),\\s*"
              + "\"dropped\": (\\d+),\\s*\"duplicated\": (\\d+)");

  private static final Pattern DROPPED = Pattern.compile("\"dropped\": \\[([\\d,\\s]+)]");

  private static TrackedCapture lab(String name) throws IOException {
    return TrackedCapture.of(Shared.captures().resolve("lab").resolve(name + ".pcap"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22-clean",
        "22-duplicates",
        "22-delay-spike",
        "22-jitter-30",
        "22-loss-01-random",
        "22-loss-05-burst",
        "22-loss-20-random",
        "22-reorder",
        "22-clock-skew"
      })
  void countsWhatTheRelayDid(String name) throws IOException {
    Path truth = Shared.captures().resolve("lab").resolve(name + ".json");
    String told = Files.readString(truth);
    List<QualitySeries> all = lab(name).series();
    Matcher one = STREAM.matcher(told);
    int compared = 0;
    while (one.find()) {
      String ssrc = one.group(1).toLowerCase(Locale.ROOT);
      QualitySeries series =
          all.stream()
              .filter(s -> s.stream().ssrcText().toLowerCase(Locale.ROOT).equals(ssrc))
              .findFirst()
              .orElseThrow();
      StreamSnapshot stream = series.stream();
      assertThat(stream.packets()).isEqualTo(Long.parseLong(one.group(2)));
      assertThat(stream.duplicates()).isEqualTo(Long.parseLong(one.group(4)));
      long dropped = one.group(3).equals("0") ? 0 : droppedWithin(series.packets(), told);
      assertThat(stream.reallyLost()).isEqualTo(dropped);
      compared++;
    }
    assertThat(compared).isPositive();
  }

  /** What the relay dropped after the first packet that came and before the last. */
  private static long droppedWithin(List<StreamPacket> packets, String told) {
    int first = packets.getFirst().sequence();
    int last = packets.getLast().sequence();
    Matcher list = DROPPED.matcher(told);
    assertThat(list.find()).isTrue();
    return Pattern.compile("\\d+")
        .matcher(list.group(1))
        .results()
        .mapToInt(r -> Integer.parseInt(r.group()))
        .filter(n -> n > first && n < last)
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "22-clean, ''",
    "22-duplicates, duplicates 9.1 %",
    "22-delay-spike, stall",
    "22-loss-20-random, loss 19.4 %",
    "22-reorder, out of order",
    "22-clock-skew, clock drift -0.5 %"
  })
  void saysWhatIsWrong(String name, String words) throws IOException {
    List<String> problems = lab(name).streams().stream().map(StreamSnapshot::problems).toList();
    if (words.isEmpty()) {
      assertThat(problems).containsOnly("");
    } else {
      assertThat(problems).anyMatch(p -> p.contains(words));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "21-codec-pcmu, PCMU, 8000, 4.41",
    "21-codec-g722, G722, 8000, 4.34",
    "21-codec-opus, opus, 48000, 4.41",
    "21-codec-amr-wb, AMR-WB, 16000, 4.34",
    "21-codec-g729, G729, 8000, 4.10"
  })
  void namesTheCodecAndJudgesIt(String name, String codec, int clock, double mos)
      throws IOException {
    List<StreamSnapshot> streams = lab(name).streams();
    assertThat(streams).hasSize(2);
    assertThat(streams)
        .allSatisfy(s -> {
          assertThat(s.codec()).isEqualTo(codec);
          assertThat(s.clockRate()).isEqualTo(clock);
          assertThat(s.call()).isEqualTo(1);
          assertThat(s.mos()).isCloseTo(mos, within(0.02));
        });
    assertThat(streams)
        .extracting(StreamSnapshot::direction)
        .containsExactlyInAnyOrder("forward", "backward");
  }

  @Test
  void everyStreamOfALoadTestFindsItsOwnCall() throws IOException {
    TrackedCapture load = lab("25-load-600-calls");
    List<StreamSnapshot> streams = load.streams();
    assertThat(streams).allMatch(s -> s.call() > 0);
    for (String direction : List.of("forward", "backward")) {
      assertThat(
              streams.stream()
                  .filter(s -> s.direction().equals(direction))
                  .map(StreamSnapshot::call))
          .doesNotHaveDuplicates()
          .hasSize(streams.size() / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"22-loss-05-burst", "22-reorder", "22-jitter-30", "15-dtmf-rfc4733"})
  void packetByPacketGivesTheSameFigures(String name) throws IOException {
    for (QualitySeries series : lab(name).series()) {
      StreamSnapshot stream = series.stream();
      List<StreamPacket> packets = series.packets();
      assertThat((long) packets.size()).isEqualTo(stream.packets());
      assertThat(packets.stream().filter(p -> p.event() == Event.DUPLICATE).count())
          .isEqualTo(stream.duplicates());
      assertThat(packets.stream().filter(p -> p.event() == Event.OUT_OF_ORDER).count())
          .isEqualTo(stream.outOfOrder());
      assertThat(packets.stream().mapToInt(StreamPacket::lostBefore).sum())
          .isEqualTo((int) (stream.reallyLost() + stream.outOfOrder()));
      double maxSkew = packets.stream().mapToDouble(p -> Math.abs(p.skewMs())).max().orElseThrow();
      assertThat(maxSkew).isCloseTo(Math.abs(stream.maxSkew()), within(1e-6));
      assertThat(series.mosPerSecond())
          .hasSize((int) ((stream.end() - stream.start()) / 1_000_000_000L) + 1);
    }
  }

  @Test
  void aBurstOfLossIsSeenInTheSecondsAroundIt() throws IOException {
    QualitySeries worst =
        lab("22-loss-05-burst").series().stream()
            .min((a, b) -> Double.compare(a.stream().mos(), b.stream().mos()))
            .orElseThrow();
    double lowest = Arrays.stream(worst.mosPerSecond()).min().orElseThrow();
    assertThat(lowest).isLessThan(worst.stream().mos());
    assertThat(worst.packets().get(200).bandwidthKbps()).isBetween(70.0, 82.0);
  }
}
