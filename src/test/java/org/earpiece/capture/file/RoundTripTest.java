package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read; what is read again is what was read first. */
final class RoundTripTest {
  static Stream<Path> lab() throws IOException {
    try (Stream<Path> files = Files.list(Shared.captures().resolve("lab"))) {
      return files.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lab")
  void writerAndReaderAgree(Path file) throws IOException {
    Seen original = Seen.ofFile(file);
    assertThat(original.error).isNull();
    assertThat(original.frames).isPositive();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = new PcapngWriter(out)) {
      try (InputStream in = Files.newInputStream(file)) {
        SourceByMagic.copy(in, writer);
      }
      writer.flush();
      assertThat(writer.packets()).isEqualTo(original.frames);
      assertThat(writer.position()).isEqualTo(out.size());
    }
    Seen copy = Seen.ofStream(new ByteArrayInputStream(out.toByteArray()));
    assertThat(copy.error).isNull();
    assertThat(copy.digests).isEqualTo(original.digests);
    assertThat(copy.interfaces)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("section") // the copy has one
        .isEqualTo(original.interfaces);
  }

  @ParameterizedTest
  @MethodSource("lab")
  void everyFrameIsReadAgain(Path file) throws IOException {
    Seen seen = Seen.ofFile(file);
    try (FrameReader reader = SourceByMagic.open(file)) {
      Frame frame = new Frame();
      while (reader.next(frame)) {}
      for (int i = 0; i < seen.frames; i++) {
        reader.read(seen.positions.get(i), frame);
        assertThat(Seen.digest(frame)).isEqualTo(seen.digests.get(i));
      }
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
      for (int i = 0; i < 500; i++) {
        int row = random.nextInt((int) seen.frames);
        reader.read(seen.positions.get(row), frame);
        assertThat(Seen.digest(frame)).isEqualTo(seen.digests.get(row));
      }
    }
  }

  @Test
  void manyThreadsReadWhileOneGoesOn() throws Exception {
    Path file = Shared.captures().resolve("lab/25-load-600-calls.pcap");
    Seen seen = Seen.ofFile(file);
    try (FrameReader reader = SourceByMagic.open(file);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> work =
          IntStream.range(0, 4)
              .mapToObj(i -> (Callable<Long>) () -> same(reader, seen, i))
              .toList();
      List<Future<Long>> running = work.stream().map(threads::submit).toList();
      Frame frame = new Frame();
      long inOrder = 0;
      while (reader.next(frame)) {
        assertThat(Seen.digest(frame)).isEqualTo(seen.digests.get((int) inOrder++));
      }
      assertThat(inOrder).isEqualTo(seen.frames);
      for (Future<Long> each : running) {
        assertThat(each.get()).isEqualTo(5000);
      }
    }
  }

  private static long same(FrameReader reader, Seen seen, int seed) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Frame frame = new Frame();
    long same = 0;
    for (int i = 0; i < 5000; i++) {
      int row = random.nextInt((int) seen.frames);
      reader.read(seen.positions.get(row), frame);
      same += Seen.digest(frame) == seen.digests.get(row) ? 1 : 0;
    }
    return same;
  }

  @Test
  void unknownLinkTypeKeepsItsNumber() throws IOException {
    byte[] header = HexFormat.of().parseHex("d4c3b2a102000400000000000000000000000400930000");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PcapngWriter writer = new PcapngWriter(out);
        InputStream in = new ByteArrayInputStream(Arrays.copyOf(header, 24))) {
      SourceByMagic.copy(in, writer);
    }
    Seen copy = Seen.ofStream(new ByteArrayInputStream(out.toByteArray()));
    assertThat(copy.interfaces.getFirst().linkType()).isEqualTo(LinkType.UNKNOWN);
    assertThat(copy.interfaces.getFirst().linkNumber()).isEqualTo(147);
  }

  @Test
  void edges() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] large = new byte[262_144];
    Arrays.fill(large, (byte) 0xAB);
    try (PcapngWriter writer = new PcapngWriter(out)) {
      for (int i = 0; i < 10; i++) {
        writer.addInterface(
            new CaptureInterface("i" + i, "ü".repeat(2000), LinkType.ETHERNET, 6 + i % 2 * 3, i));
      }
      writer.frame(0, 1_000, 0, large, 0, 0);
      for (int i = 0; i < 9; i++) {
        writer.frame(i, Long.MAX_VALUE / 1000 * 1000, 70_000 + i, large, 5, i);
      }
      writer.frame(9, 7, large.length, large, 0, large.length);
    }
    Seen seen = Seen.ofStream(new ByteArrayInputStream(out.toByteArray()));
    assertThat(seen.error).isNull();
    assertThat(seen.frames).isEqualTo(11);
    assertThat(seen.firstNanos).isEqualTo(1_000);
    assertThat(seen.latestNanos).isEqualTo(Long.MAX_VALUE / 1000 * 1000);
    assertThat(seen.lastNanos).isEqualTo(7);
    assertThat(seen.interfaces.get(9).name()).isEqualTo("i9");
    assertThat(seen.interfaces.get(9).description()).isEqualTo("ü".repeat(512));
  }
}
