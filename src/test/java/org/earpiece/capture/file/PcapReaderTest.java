package org.earpiece.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PcapReaderTest {
  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.pcap"), bytes);
  }

  static Stream<Arguments> variants() {
    return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
        .flatMap(order ->
            Stream.of(
                Arguments.of(order, Captures.MICROS, 1_600_000_000_123_456_000L, 6),
                Arguments.of(order, Captures.NANOS, 1_600_000_000_000_123_456L, 9)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariant(ByteOrder order, int magic, long nanos, int digits) throws IOException {
    byte[] bytes =
        Captures.pcap(order, magic, 113)
            .record(1_600_000_000L, 123_456, 100, (byte) 1, (byte) 2, (byte) 3)
            .record(0xFFFF_FFFFL, 0, 0)
            .done();
    try (FrameReader reader = SourceByMagic.open(file(bytes))) {
      assertThat(reader.interfaces())
          .containsExactly(new CaptureInterface("", "", LinkType.LINUX_SLL, digits, 65_535));
      Frame frame = new Frame();
      assertThat(reader.next(frame)).isTrue();
      assertThat(frame.timeNanos).isEqualTo(nanos);
      assertThat(frame.captured).isEqualTo(3);
      assertThat(frame.length).isEqualTo(100);
      assertThat(frame.linkType).isEqualTo(LinkType.LINUX_SLL);
      assertThat(frame.position).isEqualTo(24);
      assertThat(frame.array[frame.offset + 2]).isEqualTo((byte) 3);
      assertThat(reader.next(frame)).isTrue();
      assertThat(frame.timeNanos).as("until 2106").isEqualTo(4_294_967_295_000_000_000L);
      assertThat(frame.captured).isZero();
      assertThat(reader.next(frame)).isFalse();
      assertThat(reader.tail()).isNull();
      assertThat(reader.position()).isEqualTo(reader.size()).isEqualTo(bytes.length);
    }
  }

  /**
   * Variants and what Wireshark makes of them: magic number, version, bytes more in the file's and
   * in each record's header, the two lengths as they stand; captured bytes, bytes on the wire and
   * the time of 123,456 ticks.
   */
  @ParameterizedTest
  @CsvSource({
    "A1B2C3D4, 2, 4, 0,  0, 60, 90, 60, 90, 123456000",
    "A1B23C4D, 2, 4, 0,  0, 60, 90, 60, 90, 123456",
    "A1B2CD34, 2, 4, 0,  8, 60, 90, 60, 90, 123456000",
    "A1B2CD34, 2, 4, 0, 12, 60, 90, 60, 90, 123456000",
    "A1B2C3D4, 2, 4, 0,  4, 60, 90, 60, 90, 123456000",
    "1C0001AC, 2, 4, 4,  0, 60, 90, 60, 90, 123456000",
    "1C0001AB, 2, 4, 4,  0, 60, 90, 60, 90, 123456000",
    "A1B2C3D4, 2, 5, 0,  0, 60, 90, 60, 90, 123456000",
    "A1B2C3D4, 2, 3, 0,  0, 60, 90, 60, 90, 123456000",
    "A1B2C3D4, 2, 3, 0,  0, 90, 60, 60, 90, 123456000",
    "A1B2C3D4, 2, 2, 0,  0, 90, 60, 60, 90, 123456000",
    "A1B2C3D4, 2, 0, 0,  0, 90, 60, 60, 90, 123456000",
    "A1B2C3D4, 543, 0, 0, 0, 90, 60, 60, 90, 123456000",
  })
  void everyHeader(
      String magic,
      int major,
      int minor,
      int fileMore,
      int recordMore,
      int first,
      int second,
      int captured,
      int length,
      long nanos)
      throws IOException {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      Captures capture =
          Captures.file(order)
              .i32(Integer.parseUnsignedInt(magic, 16))
              .u16(major)
              .u16(minor)
              .bytes(new byte[8])
              .i32(0)
              .i32(1)
              .bytes(new byte[fileMore]);
      for (int i = 0; i < 5; i++) {
        capture.i32(i).i32(123_456).i32(first).i32(second).bytes(new byte[recordMore]);
        capture.bytes(frame(i));
      }
      try (FrameReader reader = SourceByMagic.open(file(capture.done()))) {
        Frame frame = new Frame();
        for (int i = 0; i < 5; i++) {
          assertThat(reader.next(frame)).isTrue();
          assertThat(frame.captured).isEqualTo(captured);
          assertThat(frame.length).isEqualTo(length);
          assertThat(frame.timeNanos).isEqualTo(i * 1_000_000_000L + nanos);
          assertThat(frame.array[frame.offset]).isEqualTo((byte) (0x11 * i));
        }
        assertThat(reader.next(frame)).isFalse();
        assertThat(reader.tail()).isNull();
        assertThat(reader.interfaces().getFirst().linkType()).isEqualTo(LinkType.ETHERNET);
      }
    }
  }

  private static byte[] frame(int i) {
    byte[] data = new byte[60];
    Arrays.fill(data, (byte) (0x11 * i));
    return data;
  }

  @Test
  void aixCountsNanosecondsAndLinksItsOwnWay() throws IOException {
    Captures capture =
        Captures.file(ByteOrder.BIG_ENDIAN)
            .i32(Captures.MICROS)
            .u16(2)
            .u16(2)
            .bytes(new byte[12])
            .i32(6)
            .record(1_600_000_000L, 123_456_789, 1, (byte) 7);
    Seen seen = Seen.ofFile(file(capture.done()));
    assertThat(seen.lastNanos).isEqualTo(1_600_000_000_123_456_789L);
    assertThat(seen.interfaces)
        .containsExactly(new CaptureInterface("", "", LinkType.ETHERNET, 9, 0));
  }

  @Test
  void frameCheckSequenceBitsAreNoLinkType() throws IOException {
    byte[] bytes = Captures.pcap(ByteOrder.BIG_ENDIAN, Captures.MICROS, 0x2400_0001).done();
    try (FrameReader reader = SourceByMagic.open(file(bytes))) {
      assertThat(reader.interfaces().getFirst().linkType()).isEqualTo(LinkType.ETHERNET);
      assertThat(reader.interfaces().getFirst().fcsBytes()).isEqualTo(4);
    }
  }

  @Test
  void unknownVersion() throws IOException {
    byte[] bytes = Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1).done();
    bytes[4] = 3;
    assertThat(Seen.ofFile(file(bytes)).error)
        .hasMessage(
            "damaged at offset 0: version 3.4 of the pcap format is unknown; Earpiece reads 2.x");
  }

  @Test
  void impossibleLengthComesAfterWhatCouldBeRead() throws IOException {
    byte[] bytes =
        Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1)
            .record(1, 0, 4, new byte[4])
            .i32(2)
            .i32(0)
            .i32(587_333_632)
            .i32(60)
            .bytes(new byte[100])
            .done();
    String message =
        "damaged at offset 44: packet 2 claims 587333632 captured bytes, more than the 262144 that"
            + " are possible";
    Seen inPlace = Seen.ofFile(file(bytes));
    Seen streamed = Seen.ofStream(new ByteArrayInputStream(bytes));
    assertThat(inPlace.frames).isEqualTo(streamed.frames).isEqualTo(1);
    assertThat(inPlace.error).hasMessage(message);
    assertThat(streamed.error).hasMessage(message);
  }

  @Test
  void largeSnaplenAllowsLargeFrames() throws IOException {
    byte[] data = new byte[300_000];
    byte[] head = Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1).done();
    byte[] record =
        Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1)
            .i32(1)
            .i32(0)
            .i32(data.length)
            .i32(data.length)
            .done();
    head[18] = 8; // 524,287
    Path file = file(head);
    try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 5; i++) {
        out.write(record, 24, 16);
        out.write(data);
      }
    }
    Seen seen = Seen.ofFile(file);
    assertThat(seen.error).isNull();
    assertThat(seen.frames).isEqualTo(5);
  }

  @Test
  void cutRecordSaysWhatItNeeds() throws IOException {
    byte[] bytes =
        Captures.pcap(ByteOrder.LITTLE_ENDIAN, Captures.MICROS, 1)
            .record(1, 0, 4, new byte[4])
            .record(1, 0, 100, new byte[100])
            .done();
    byte[] inData = Arrays.copyOf(bytes, bytes.length - 60);
    assertThat(Seen.ofFile(file(inData)).error)
        .hasMessage("cut in the middle of packet 2: the record at offset 44 needs 60 more bytes");
    byte[] inHeader = Arrays.copyOf(bytes, 45);
    assertThat(Seen.ofFile(file(inHeader)).error)
        .hasMessage(
            "cut in the middle of packet 2: the record at offset 44 needs at least 15 more bytes");
  }
}
