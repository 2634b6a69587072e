package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures cut at every byte, and with every byte changed. */
final class DamageTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  static Stream<String> small() {
    return Stream.of(
        "fuzz-tiny-c6c72a0a56.pcap",
        "rtcp-single-packet.pcap",
        "mgcp-single-packet.pcap",
        "pcap-bigendian-arkime.pcap",
        "arp-resolution.pcapng",
        "pcapng-be-test102-advanced.pcapng",
        "pcapng-le-test202-difficult.pcapng",
        "pcapng-be-obsolete-packet-block-raw.pcapng",
        "pcapng-two-interfaces-us-ns.pcapng");
  }

  private static byte[] bytes(String name) throws IOException {
    byte[] all = Files.readAllBytes(Shared.captures().resolve("public").resolve(name));
    return Arrays.copyOf(all, Math.min(all.length, 3000));
  }

  @ParameterizedTest
  @MethodSource("small")
  void everyCutGivesTheWholeRecordsBefore(String name) throws IOException {
    byte[] bytes = bytes(name);
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Seen whole = Seen.ofFile(file);
    assertThat(whole.frames).isPositive();
    for (int cut = 0; cut <= bytes.length; cut++) {
      byte[] part = Arrays.copyOf(bytes, cut);
      Files.write(file, part);
      Seen seen = Seen.ofFile(file);
      int frames = (int) seen.frames;
      assertThat(seen.digests).isEqualTo(whole.digests.subList(0, frames));
      int end = cut;
      long before =
          whole.positions.stream().filter(p -> end(whole, p, bytes.length) <= end).count();
      assertThat(seen.frames).as("cut at %d", cut).isGreaterThanOrEqualTo(before);
      if (frames < whole.frames) {
        assertThat(whole.positions.get(frames) < cut ? seen.error : "").isNotNull();
      }
      Seen streamed = Seen.ofStream(new ByteArrayInputStream(part));
      assertThat(streamed.digests).isEqualTo(seen.digests);
      assertThat(message(streamed)).as("cut at %d", cut).isEqualTo(message(seen));
    }
  }

  /** The place where the next frame begins, by which this one has surely ended. */
  private static long end(Seen whole, long position, long size) {
    int next = whole.positions.indexOf(position) + 1;
    return next < whole.positions.size() ? whole.positions.get(next) : size;
  }

  private static String message(Seen seen) {
    return seen.error == null ? "" : seen.error.getMessage();
  }

  @ParameterizedTest
  @MethodSource("small")
  void everyByteChanged(String name) throws IOException {
    byte[] bytes = bytes(name);
    assertTimeoutPreemptively(
        LONG,
        () -> {
          for (int at = 0; at < bytes.length; at++) {
            for (int mask : new int[] {0xFF, 0x01, 0x80}) {
              byte[] changed = bytes.clone();
              changed[at] ^= (byte) mask;
              Seen seen = Seen.ofStream(new ByteArrayInputStream(changed));
              assertThat(seen.frames).isLessThan(1000);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("small")
  void changedFilesAreReadTheSameInPlace(String name) throws IOException {
    byte[] bytes = bytes(name);
    Path file = folder.resolve(name);
    for (int at = 0; at < Math.min(bytes.length, 400); at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) 0xFF;
      Files.write(file, changed);
      Seen inPlace = Seen.ofFile(file);
      Seen streamed = Seen.ofStream(new ByteArrayInputStream(changed));
      assertThat(inPlace.digests).isEqualTo(streamed.digests);
      assertThat(message(inPlace)).isEqualTo(message(streamed));
    }
  }

  /** Whatever position one asks for, there is a frame or an exception of ours. */
  @ParameterizedTest
  @ValueSource(strings = {"arp-resolution.pcapng", "rtcp-single-packet.pcap"})
  void readAtEveryPosition(String name) throws IOException {
    byte[] bytes = bytes(name);
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    try (FrameReader reader = SourceByMagic.open(file)) {
      Frame frame = new Frame();
      while (reader.next(frame)) {}
      for (long position = 0; position <= bytes.length + 10; position++) {
        try {
          reader.read(position, frame);
          assertThat(frame.position).isEqualTo(position);
        } catch (CaptureException e) {
          assertThat(e.kind()).isEqualTo(CaptureException.Kind.DATA);
        }
      }
    }
  }
}
