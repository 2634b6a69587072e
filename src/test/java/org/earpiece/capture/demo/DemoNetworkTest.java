package org.earpiece.capture.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earpiece.capture.demo.Captured.Taken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoNetworkTest {
  private static final long SEED = 1;
  private static Captured fiveMinutes = new Captured();

  @BeforeAll
  static void capture() throws IOException {
    fiveMinutes = Captured.of(SEED, Duration.ofMinutes(5));
  }

  @Test
  void theSeedDecidesEverything() throws IOException {
    Duration minute = Duration.ofMinutes(1);
    List<Taken> once = Captured.of(7, minute).frames;
    List<Taken> again = Captured.of(7, minute).frames;
    List<Taken> other = Captured.of(8, minute).frames;
    assertThat(digest(again)).isEqualTo(digest(once));
    assertThat(digest(other)).isNotEqualTo(digest(once));
  }

  private static long digest(List<Taken> frames) {
    long digest = 0;
    for (Taken f : frames) {
      digest = digest * 31 + f.time();
      digest = digest * 31 + Arrays.hashCode(f.bytes());
    }
    return digest;
  }

  @Test
  void timeNeverGoesBack() {
    long last = 0;
    for (Taken f : fiveMinutes.frames) {
      assertThat(f.time()).isGreaterThanOrEqualTo(last);
      last = f.time();
    }
  }

  @Test
  void lengthsAndChecksumsAreRight() {
    for (Taken f : fiveMinutes.frames) {
      if (f.isIp()) {
        int ip = f.u16(16);
        assertThat(f.bytes()).hasSize(Math.max(60, 14 + ip));
        assertThat(f.u16(38)).as("UDP length").isEqualTo(ip - 20);
        assertThat(sum(f, 14, 34, 0)).as("IP checksum").isEqualTo(0xFFFF);
        assertThat(sum(f, 26, 14 + ip, 17 + ip - 20)).as("UDP checksum").isEqualTo(0xFFFF);
      }
    }
  }

  /** The sum of 16-bit words in one's complement; right checksums make it all ones. */
  private static int sum(Taken f, int from, int to, int start) {
    int sum = start;
    for (int i = from; i < to; i++) {
      sum += (i - from) % 2 == 0 ? f.u8(i) << 8 : f.u8(i);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return sum;
  }

  @Test
  void addressesAreForDocumentation() {
    assertThat(
            fiveMinutes.frames.stream()
                .filter(Taken::isIp)
                .flatMap(f -> List.of(f.source(), f.destination()).stream())
                .distinct())
        .allMatch(a -> a.startsWith("192.0.2.") || a.startsWith("198.51.100."));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 99})
  void somethingHappensAtOnce(long seed) throws IOException {
    List<String> sip = Captured.of(seed, Duration.ofSeconds(5)).sip();
    assertThat(callIds(sip, "INVITE sip:")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(Captured.of(seed, Duration.ofSeconds(5)).frames.stream().filter(Taken::isRtp))
        .hasSizeGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 99})
  void everyKindOfCallComesInTheFirstMinuteAndAHalf(long seed) throws IOException {
    Captured captured = Captured.of(seed, Duration.ofSeconds(90));
    List<String> sip = captured.sip();
    assertThat(sip.stream().map(DemoNetworkTest::startAndMethod).collect(Collectors.toSet()))
        .contains(
            "401 REGISTER",
            "200 REGISTER",
            "403 REGISTER",
            "200 OPTIONS",
            "401 INVITE",
            "180 INVITE",
            "183 INVITE",
            "200 INVITE",
            "486 INVITE",
            "487 INVITE",
            "480 INVITE",
            "603 INVITE",
            "404 INVITE",
            "200 CANCEL",
            "200 BYE");
    assertThat(sip).anyMatch(m -> m.startsWith("INVITE") && m.contains("a=sendonly"));
    assertThat(sip).anyMatch(m -> m.startsWith("SIP/2.0 200") && m.contains("a=recvonly"));
    assertThat(captured.frames).anyMatch(f -> f.isRtp() && (f.u8(43) & 0x7F) == 101);
    assertThat(captured.frames).anyMatch(f -> f.u16(12) == 0x0806);
  }

  private static String startAndMethod(String message) {
    String first = message.lines().findFirst().orElse("");
    String cseq = header(message, "CSeq");
    String method = cseq.substring(cseq.indexOf(' ') + 1);
    return first.startsWith("SIP/2.0 ") ? first.substring(8, 11) + " " + method : method;
  }

  private static String header(String message, String name) {
    return message
        .lines()
        .filter(l -> l.startsWith(name + ": "))
        .map(l -> l.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  private static Set<String> callIds(List<String> sip, String start) {
    return sip.stream()
        .filter(m -> m.startsWith(start))
        .map(m -> header(m, "Call-ID"))
        .collect(Collectors.toSet());
  }

  @Test
  void callsKeepComingAndNeverTooMany() {
    Map<Long, Set<String>> begunInMinute = new TreeMap<>();
    Set<String> up = new HashSet<>();
    long start = fiveMinutes.frames.getFirst().time();
    int most = 0;
    for (Taken f : fiveMinutes.frames) {
      if (f.isSip()) {
        String what = startAndMethod(f.text());
        String id = header(f.text(), "Call-ID");
        if (what.equals("INVITE")) {
          long minute = (f.time() - start) / (60 * Timeline.SECOND);
          begunInMinute.computeIfAbsent(minute, m -> new HashSet<>()).add(id);
          up.add(id);
        } else if (what.equals("BYE") || what.matches("[4-6]\\d\\d INVITE")) {
          up.remove(id);
        }
      }
      most = Math.max(most, up.size());
    }
    assertThat(begunInMinute).hasSize(5);
    assertThat(begunInMinute.values()).allMatch(ids -> ids.size() >= 5);
    assertThat(most).isBetween(8, 20);
  }

  @Test
  void contentLengthsAreTrue() {
    for (String message : fiveMinutes.sip()) {
      int body = message.length() - message.indexOf("\r\n\r\n") - 4;
      assertThat(header(message, "Content-Length")).isEqualTo(Integer.toString(body));
    }
  }

  @Test
  void receptionReportsSayWhatWasSeen() {
    Map<Integer, Set<Integer>> seen = new HashMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    String exchange = "192.0.2.10";
    int reports = 0;
    int lossy = 0;
    for (Taken f : fiveMinutes.frames) {
      if (f.isRtp() && f.destination().equals(exchange)) {
        int ssrc = f.i32(50);
        first.putIfAbsent(ssrc, f.u16(44));
        seen.computeIfAbsent(ssrc, s -> new HashSet<>()).add(f.u16(44));
      } else if (f.isRtcp() && f.source().equals(exchange) && (f.u8(42) & 0x1F) == 1) {
        int block = f.u8(43) == 200 ? 42 + 28 : 42 + 8;
        int ssrc = f.i32(block);
        int expected = f.i32(block + 8) - first.getOrDefault(ssrc, 0) + 1;
        int lost = f.i32(block + 4) & 0xFF_FFFF;
        assertThat(lost).isEqualTo(expected - seen.getOrDefault(ssrc, Set.of()).size());
        reports++;
        lossy += lost > 0 ? 1 : 0;
      }
    }
    assertThat(reports).isGreaterThan(100);
    assertThat(lossy).as("reports of loss").isGreaterThan(3);
  }

  @Test
  void oneWayAudioIsMissingOneDirection() {
    Set<String> senders = new HashSet<>();
    Set<String> receivers = new HashSet<>();
    for (Taken f : fiveMinutes.frames) {
      if (f.isRtp() && f.destination().equals("192.0.2.10")) {
        senders.add(f.source() + ":" + f.sport());
      } else if (f.isRtp()) {
        receivers.add(f.destination() + ":" + f.dport());
      }
    }
    Set<String> deaf = new HashSet<>(receivers);
    deaf.removeAll(senders);
    Set<String> unheard = new HashSet<>(senders);
    unheard.removeAll(receivers);
    assertThat(deaf).as("who never says anything").isNotEmpty().hasSizeLessThan(6);
    assertThat(unheard).as("who never hears anything").hasSameSizeAs(deaf);
  }

  @Test
  void liveItKeepsPaceWithTheClockAndStops() throws IOException {
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    long[] millis = {0};
    InstantSource clock = () -> start.plusMillis(millis[0] += 40);
    DemoNetwork network = new DemoNetwork(SEED, clock);
    Captured live =
        new Captured() {
          @Override
          public void frame(int id, long time, int length, byte[] array, int offset, int captured)
              throws IOException {
            super.frame(id, time, length, array, offset, captured);
            if (frames.size() == 1000) {
              network.stop();
            }
          }
        };
    network.run(live);
    assertThat(live.frames.size()).isBetween(1000, 1100);
    long last = live.frames.getLast().time();
    assertThat(last).isBetween(nanos(start), nanos(start.plusMillis(millis[0])));
    assertThat(network.stats().received()).isEqualTo(live.frames.size());
  }

  @Test
  void timeSleptThroughIsSkipped() throws IOException {
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    long[] calls = {0};
    InstantSource clock =
        () -> start.plusMillis(calls[0]++ < 100 ? 40 * calls[0] : 3_600_000 + 40 * calls[0]);
    DemoNetwork network = new DemoNetwork(SEED, clock);
    Captured live =
        new Captured() {
          @Override
          public void frame(int id, long time, int length, byte[] array, int offset, int captured)
              throws IOException {
            super.frame(id, time, length, array, offset, captured);
            if (calls[0] == 150) {
              network.stop();
            }
          }
        };
    network.run(live);
    assertThat(live.frames.size()).as("no hour of frames at once").isLessThan(3000);
    assertThat(live.frames.getLast().time()).isGreaterThan(nanos(start.plusSeconds(3600)));
  }

  @Test
  void stoppedBeforeItBeginsItEndsAtOnce() throws IOException {
    DemoNetwork network = new DemoNetwork();
    network.stop();
    network.stop();
    Captured live = new Captured();
    network.run(live);
    assertThat(live.frames).isEmpty();
    assertThat(live.interfaces).hasSize(1);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * Timeline.SECOND + instant.getNano();
  }
}
