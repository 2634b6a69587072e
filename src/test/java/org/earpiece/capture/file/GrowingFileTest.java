package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.Shared;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are read while they are being written. */
final class GrowingFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public/pcapng-le-test202-difficult.pcapng",
        "public/pcap-bigendian-arkime.pcap",
        "lab/02-busy.pcap",
        "lab/06-cancel.pcapng"
      })
  void growsByOddPieces(String name) throws IOException {
    Path original = Shared.captures().resolve(name);
    byte[] bytes = Files.readAllBytes(original);
    List<Integer> expected = Seen.ofFile(original).digests;
    int header = Math.min(400, bytes.length);
    Path file = Files.write(folder.resolve("x"), Arrays.copyOf(bytes, header));
    List<Integer> digests = new ArrayList<>();
    try (FrameReader reader = SourceByMagic.open(file);
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      Frame frame = new Frame();
      for (int at = header; at < bytes.length; at += 77) {
        while (reader.next(frame)) {
          digests.add(Seen.digest(frame));
        }
        out.write(bytes, at, Math.min(77, bytes.length - at));
      }
      while (reader.next(frame)) {
        digests.add(Seen.digest(frame));
      }
      assertThat(reader.tail()).isNull();
      assertThat(reader.position()).isEqualTo(bytes.length);
    }
    assertThat(digests).isEqualTo(expected);
  }

  @Test
  void writerIsFollowed() throws IOException {
    Path file = folder.resolve("x.pcapng");
    byte[] data = new byte[1500];
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      writer.flush();
      try (FrameReader reader = SourceByMagic.open(file)) {
        Frame frame = new Frame();
        assertThat(reader.next(frame)).isFalse();
        int id = writer.addInterface(new CaptureInterface("a", "", LinkType.ETHERNET, 9, 0));
        int seen = 0;
        for (int i = 0; i < 2000; i++) {
          writer.frame(id, i, 2000, data, i % 7, data.length - 7 - i % 1000);
          if (i % 13 == 0) {
            writer.flush();
          }
          while (reader.next(frame)) {
            assertThat(frame.timeNanos).isEqualTo(seen++);
          }
        }
        writer.flush();
        while (reader.next(frame)) {
          assertThat(frame.timeNanos).isEqualTo(seen++);
        }
        assertThat(seen).isEqualTo(2000).isEqualTo((int) writer.packets());
        assertThat(reader.tail()).isNull();
        assertThat(reader.size()).isEqualTo(writer.position());
        assertThat(reader.interfaces()).hasSize(1);
      }
    }
  }

  @Test
  void fileThatShrinksIsTold() throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.captures().resolve("lab/02-busy.pcap"));
    Path file = Files.write(folder.resolve("x.pcap"), bytes);
    try (FrameReader reader = SourceByMagic.open(file)) {
      Frame frame = new Frame();
      while (reader.next(frame)) {}
      long last = frame.position;
      Files.write(file, Arrays.copyOf(bytes, 1000));
      assertThat(reader.tail()).hasMessageStartingWith("cut while it was read: ");
      assertThatThrownBy(() -> reader.read(last, new Frame()))
          .hasMessage("damaged at offset %d: the record that was here is gone".formatted(last));
    }
  }

  @Test
  void closedReaderSaysSo() throws IOException {
    Path file = Shared.captures().resolve("lab/02-busy.pcap");
    FrameReader reader = SourceByMagic.open(file);
    Frame frame = new Frame();
    reader.next(frame);
    reader.read(frame.position, frame);
    reader.close();
    assertThatThrownBy(() -> reader.read(24, frame)).isInstanceOf(ClosedChannelException.class);
  }

  /** The interrupt of one thread must not take the file from the others. */
  @Test
  void interruptDoesNotClose() throws IOException {
    Path file = Shared.captures().resolve("lab/02-busy.pcap");
    try (FrameReader reader = SourceByMagic.open(file)) {
      Thread.currentThread().interrupt();
      Frame frame = new Frame();
      assertThat(reader.next(frame)).isTrue();
      reader.read(frame.position, frame);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
