package org.earpiece.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.earpiece.capture.CaptureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceByMagicTest {
  @TempDir private Path folder;

  private static byte[] capture(int records) {
    Captures pcap = Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1);
    for (int i = 0; i < records; i++) {
      pcap.record(i, 0, 60, new byte[i % 60]);
    }
    return pcap.done();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | is empty",
        "48656c6c6f2c0a576f   | is not a capture: begins with the text \"Hello,\"; Earpiece reads"
            + " pcap and pcapng",
        "fd377a585a00         | is not a capture: begins with fd 37 7a 58 5a as xz; unpack it"
            + " first; Earpiece reads pcap and pcapng",
        "00010203             | is not a capture: begins with 00 01 02 03; Earpiece reads pcap and"
            + " pcapng",
        "d4                   | is not a capture: begins with d4; Earpiece reads pcap and pcapng",
        "d4c3b2a1020004       | cut in its first header, of which 7 bytes are there and 24 are"
            + " needed",
        "0a0d0d0a1c00         | cut in its first header, of which 6 bytes are there and 28 are"
            + " needed",
        "0a0d0d0a1c0000000102030401000000ffffffffffffffff1c000000 | damaged at offset 0: a section"
            + " begins whose byte order is unknown (04030201)",
      })
  void noCapture(String hex, String message) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Path file = Files.write(folder.resolve("x"), bytes);
    assertThatThrownBy(() -> SourceByMagic.open(file).close())
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.DATA))
        .hasMessage(message);
    assertThat(Seen.ofStream(new ByteArrayInputStream(bytes)).error).hasMessage(message);
  }

  @Test
  void noFile() {
    assertThatThrownBy(() -> SourceByMagic.open(folder).close())
        .isInstanceOf(CaptureException.class)
        .hasMessage("is a directory");
    assertThatThrownBy(() -> SourceByMagic.open(folder.resolve("none")).close())
        .isInstanceOf(CaptureException.class)
        .hasMessage("does not exist");
  }

  /** A pipe that gives one byte at a time. */
  @Test
  void streamOfSingleBytes() throws IOException {
    byte[] bytes = capture(200);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    Seen seen = Seen.ofStream(slow);
    assertThat(seen.error).isNull();
    assertThat(seen.frames).isEqualTo(200);
  }

  @Test
  void textOnAPipe() throws IOException {
    byte[] text = "tcpdump: eth9: No such device exists\n".getBytes(UTF_8);
    assertThat(Seen.ofStream(new ByteArrayInputStream(text)).error)
        .hasMessage(
            "is not a capture: begins with the text \"tcpdump: eth9: No such device exists\";"
                + " Earpiece reads pcap and pcapng");
  }
}
