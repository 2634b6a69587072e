package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Captures in every compression: whole, cut at every byte, and with every byte changed. */
final class CompressionTest {
  @TempDir private Path folder;

  /** A capture of small random frames, so that it does not pack to nothing. */
  private static byte[] capture(int records) {
    Captures pcap = Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1);
    for (int i = 0; i < records; i++) {
      byte[] data = new byte[i % 60];
      for (int at = 0; at < data.length; at++) {
        data[at] = (byte) ((at * 31 + data.length * 17) >> 2);
      }
      pcap.record(i, 0, 60, data);
    }
    return pcap.done();
  }

  private static byte[] packed(Compression compression, byte[] bytes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (compression) {
          case GZIP -> new GZIPOutputStream(to);
          case ZSTANDARD -> new ZstdOutputStream(to).setChecksum(true);
          case LZ4 -> new LZ4FrameOutputStream(to);
        }) {
      out.write(bytes);
    }
    return to.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void isToldAndUnpacked(Compression compression) throws IOException {
    byte[] plain = capture(300);
    byte[] packed = packed(compression, plain);
    Path file = Files.write(folder.resolve("x"), packed);
    assertThat(SourceByMagic.compressed(file)).isTrue();
    assertThat(SourceByMagic.looksLikeCapture(file)).isTrue();
    assertThat(SourceByMagic.unpacked(new ByteArrayInputStream(packed)).readAllBytes())
        .isEqualTo(plain);
    assertThatThrownBy(() -> SourceByMagic.open(file).close())
        .hasMessageContaining("unpack that first");
  }

  /** What several programs packed one after the other, as log rotation does. */
  @ParameterizedTest
  @EnumSource
  void piecesFollowOneAnother(Compression compression) throws IOException {
    byte[] plain = capture(300);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(packed(compression, Arrays.copyOf(plain, 1000)));
    both.write(packed(compression, Arrays.copyOfRange(plain, 1000, plain.length)));
    byte[] packed = both.toByteArray();
    assertThat(SourceByMagic.unpacked(new ByteArrayInputStream(packed)).readAllBytes())
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource
  void everyCutGivesWhatCouldBeUnpacked(Compression compression) throws IOException {
    byte[] plain = capture(60);
    byte[] packed = packed(compression, plain);
    Seen whole = Seen.ofStream(new ByteArrayInputStream(plain));
    for (int cut = Compression.MAGIC; cut < packed.length; cut++) {
      Seen seen = Seen.ofStream(new ByteArrayInputStream(Arrays.copyOf(packed, cut)));
      assertThat(seen.digests).isEqualTo(whole.digests.subList(0, (int) seen.frames));
      if (seen.frames < whole.frames) {
        assertThat(seen.error).as("cut at %d", cut).isNotNull();
      }
    }
    Seen cut = Seen.ofStream(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length / 2)));
    assertThat(cut.error)
        .hasMessageMatching("cut: the \\w+ data ends too early, after " + packed.length / 2 + ".*");
  }

  @ParameterizedTest
  @EnumSource
  void everyByteChanged(Compression compression) throws IOException {
    byte[] packed = packed(compression, capture(60));
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int at = 0; at < packed.length; at++) {
            byte[] changed = packed.clone();
            changed[at] ^= (byte) 0x55;
            Seen seen = Seen.ofStream(new ByteArrayInputStream(changed));
            assertThat(seen.frames).isLessThan(1000);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void emptyPiecesWithoutNumberAreHarmless(Compression compression) throws IOException {
    byte[] empty = packed(compression, new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      many.write(empty);
    }
    many.write(packed(compression, capture(300)));
    Seen seen = Seen.ofStream(new ByteArrayInputStream(many.toByteArray()));
    assertThat(seen.frames == 300 || seen.error != null).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void damageIsTold(Compression compression) throws IOException {
    byte[] plain = capture(600);
    byte[] packed = packed(compression, plain);
    for (int at = packed.length / 2; at < packed.length / 2 + 8; at++) {
      packed[at] ^= (byte) 0x55;
    }
    Seen seen = Seen.ofStream(new ByteArrayInputStream(packed));
    assertThat(seen.frames).isLessThan(600);
    assertThat(seen.error).isNotNull();
  }
}
