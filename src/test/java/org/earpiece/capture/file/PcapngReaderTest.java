package org.earpiece.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PcapngReaderTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

  private static final byte Z = 0;

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.pcapng"), bytes);
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** Two sections of opposite byte orders with three interfaces and every kind of block. */
  private static byte[] manifold() {
    byte[] named =
        join(
            Captures.option(LITTLE, 2, "eth0".getBytes(UTF_8)),
            Captures.option(LITTLE, 3, "büro\u0007".getBytes(UTF_8)),
            Captures.option(LITTLE, 9, (byte) 9),
            Captures.option(LITTLE, 0));
    return Captures.pcapng(LITTLE)
        .block(0xBAD, new byte[8])
        .describe(1, 256, named)
        .enhanced(0, 1_600_000_000_123_456_789L, 60, (byte) 1)
        .describe(101, 0)
        .block(5, new byte[20])
        .enhanced(1, 1_600_000_000_123_456L, 61, (byte) 2, (byte) 2)
        .simple(3, (byte) 3, (byte) 3, (byte) 3)
        .section(BIG)
        .describe(113, 0)
        .obsolete(0, 1_600_000_001_000_001L, 62, (byte) 4, (byte) 4, (byte) 4, (byte) 4)
        .enhanced(0, 1_600_000_002_000_002L, 63, new byte[5])
        .done();
  }

  @Test
  void manifoldFile() throws IOException {
    try (FrameReader reader = SourceByMagic.open(file(manifold()))) {
      List<String> frames = new ArrayList<>();
      List<Long> positions = new ArrayList<>();
      Frame frame = new Frame();
      while (reader.next(frame)) {
        frames.add(line(frame));
        positions.add(frame.position);
      }
      assertThat(frames)
          .containsExactly(
              "0 ETHERNET 1600000000123456789 60 [1]",
              "1 RAW 1600000000123456000 61 [2, 2]",
              "0 ETHERNET 0 3 [3, 3, 3]",
              "2 LINUX_SLL 1600000001000001000 62 [4, 4, 4, 4]",
              "2 LINUX_SLL 1600000002000002000 63 [0, 0, 0, 0, 0]");
      assertThat(reader.tail()).isNull();
      assertThat(reader.interfaces())
          .extracting(CaptureInterface::section)
          .containsExactly(1, 1, 2);
      assertThat(reader.interfaces())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("section")
          .containsExactly(
              new CaptureInterface("eth0", "büro", LinkType.ETHERNET, 9, 256),
              new CaptureInterface("", "", LinkType.RAW, 6, 0),
              new CaptureInterface("", "", LinkType.LINUX_SLL, 6, 0));
      Frame other = new Frame();
      for (int i = frames.size() - 1; i >= 0; i--) {
        reader.read(positions.get(i), other);
        assertThat(line(other)).isEqualTo(frames.get(i));
        assertThat(other.position).isEqualTo(positions.get(i));
      }
    }
  }

  private static String line(Frame frame) {
    byte[] data = Arrays.copyOfRange(frame.array, frame.offset, frame.offset + frame.captured);
    return "%d %s %d %d %s"
        .formatted(
            frame.interfaceId,
            frame.linkType,
            frame.timeNanos,
            frame.length,
            Arrays.toString(data));
  }

  /** Resolution, offset in seconds, ticks, and the nanoseconds that they are. */
  @ParameterizedTest
  @CsvSource({
    "6, 0, 1600000000123456, 1600000000123456000, 6",
    "9, 0, 1600000000123456789, 1600000000123456789, 9",
    "3, 0, 1600000000123, 1600000000123000000, 6",
    "0, 0, 1600000000, 1600000000000000000, 6",
    "12, 0, 1600000000123456789, 1600000000123456, 9",
    "10, 0, -1, 1844674407370955161, 9",
    "9, 0, -1, 9223372036854775807, 9",
    "6, 0, -1, 9223372036854775807, 6",
    "0x80, 0, 1600000000, 1600000000000000000, 6",
    "0x94, 0, 1677721600524288, 1600000000500000000, 6",
    "0xA0, 0, 6871947673600000000, 1600000000000000000, 9",
    "0xA0, 0, 6871947675747483648, 1600000000500000000, 9",
    "0xBF, 0, -1, 1999999999, 9",
    "0x80, 0, -1, 9223372036854775807, 6",
    "19, 0, 1600000000000000000, 160000000, 9",
    "20, 0, -1, 184467440, 9",
    "28, 0, -1, 1, 9",
    "29, 0, -1, 0, 9",
    "127, 0, 1600000000123456, 0, 9",
    "0xC0, 0, -1, 999999999, 9",
    "0xC1, 0, -1, 499999999, 9",
    "0xFF, 0, -1, 0, 9",
    "6, 1600000000, 123456, 1600000000123456000, 6",
    "6, -1600000000, 1600000001000000, 1000000000, 6",
    "6, -1600000000, 1, 0, 6",
    "6, 9223372036854775807, 1600000001000000, 9223372036854775807, 6",
  })
  void timeUnits(String resolution, long offset, long ticks, long nanos, int digits)
      throws IOException {
    byte[] options =
        join(
            Captures.option(BIG, 9, Integer.decode(resolution).byteValue()),
            Captures.option(BIG, 14, ByteBuffer.allocate(8).putLong(offset).array()));
    byte[] bytes =
        Captures.pcapng(BIG).describe(1, 0, options).enhanced(0, ticks, 1, (byte) 1).done();
    try (FrameReader reader = SourceByMagic.open(file(bytes))) {
      Frame frame = new Frame();
      assertThat(reader.next(frame)).isTrue();
      assertThat(frame.timeNanos).isEqualTo(nanos);
      assertThat(reader.interfaces().getFirst().timeDigits()).isEqualTo(digits);
    }
  }

  /** A block after which nothing can be found, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "length   | a block of type 6 claims to be 4294967292 bytes long, which is impossible",
        "trailer  | a block of type 6 begins with length 36 and ends with length 37",
        "order    | a section begins whose byte order is unknown (04030201)",
        "version  | version 2.0 of the pcapng format is unknown; Earpiece reads 1.x",
        "zeros    | a block of type 0 claims to be 0 bytes long, which is impossible",
      })
  void damageThatEndsTheFile(String what, String message) throws IOException {
    Captures whole = Captures.pcapng(LITTLE).describe(1, 0).enhanced(0, 1, 1, (byte) 1);
    int at = whole.done().length;
    Captures damaged =
        switch (what) {
          case "length" -> whole.i32(6).i32(-4).i32(0).bytes(new byte[100]);
          case "trailer" ->
              whole.i32(6).i32(36).bytes(new byte[12]).i32(4).i32(4).bytes(new byte[4]).i32(37);
          case "order" -> whole.i32(0x0A0D_0D0A).i32(28).i32(0x0403_0201).bytes(new byte[16]);
          case "zeros" -> whole.bytes(new byte[64]);
          default ->
              whole.i32(0x0A0D_0D0A).i32(28).i32(0x1A2B_3C4D).u16(2).u16(0).i32(-1).i32(-1).i32(28);
        };
    Seen seen = Seen.ofFile(file(damaged.enhanced(0, 1, 1).done()));
    assertThat(seen.frames).isEqualTo(1);
    assertThat(seen.error).hasMessage("damaged at offset " + at + ": " + message);
  }

  /** A block whose length is right and whose contents are not: what comes after it is read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "captured   | packet 2 claims more bytes than its block of 36 has",
        "id         | packet 2 refers to an interface that is not described",
        "short      | packet 2 has a block of 28 bytes, which is too short",
        "simple     | packet 2 has a block of 12 bytes, which is too short",
        "names      | a block of type 4 claims more bytes than its block of 20 has",
        "secrets    | a block of type 10 claims more bytes than its block of 24 has",
        "statistics | a block of type 5 refers to an interface that is not described",
        "interface  | a block of type 1 has a block of 16 bytes, which is too short",
      })
  void damageThatIsLeftOut(String what, String message) throws IOException {
    Captures whole = Captures.pcapng(LITTLE).describe(1, 0).enhanced(0, 1, 1, (byte) 1);
    int at = whole.done().length;
    Captures damaged =
        switch (what) {
          case "captured" ->
              whole.i32(6).i32(36).bytes(new byte[12]).i32(5).i32(5).bytes(new byte[4]).i32(36);
          case "id" -> whole.enhanced(1, 1, 1, (byte) 1);
          case "short" -> whole.block(6, new byte[16]);
          case "simple" -> whole.block(3);
          case "names" -> whole.block(4, (byte) 1, (byte) 0, (byte) 9, (byte) 0, Z, Z, Z, Z);
          case "secrets" -> whole.block(10, Z, Z, Z, Z, (byte) 5, Z, Z, Z, Z, Z, Z, Z);
          case "statistics" -> whole.block(5, (byte) 1, Z, Z, Z, Z, Z, Z, Z, Z, Z, Z, Z);
          default -> whole.block(1, new byte[4]);
        };
    Seen seen = Seen.ofFile(file(damaged.enhanced(0, 2, 2, (byte) 2).done()));
    assertThat(seen.frames).isEqualTo(2);
    assertThat(seen.lastNanos).isEqualTo(2000);
    assertThat(seen.error)
        .hasMessage("a damaged record was left out at offset " + at + ": " + message);
  }

  @Test
  void allThatWasLeftOutIsCounted() throws IOException {
    Captures damaged = Captures.pcapng(LITTLE).describe(1, 0);
    for (int i = 0; i < 5; i++) {
      damaged.enhanced(i % 2, 1, 1);
    }
    Seen seen = Seen.ofFile(file(damaged.bytes(new byte[64]).done()));
    assertThat(seen.frames).isEqualTo(3);
    assertThat(seen.error)
        .hasMessage(
            "damaged at offset 208: a block of type 0 claims to be 0 bytes long, which is"
                + " impossible; 2 damaged records were left out, the first at offset 80: packet 2"
                + " refers to an interface that is not described");
  }

  /** Interfaces keep their numbers when one of them is damaged. */
  @Test
  void damagedInterfaceKeepsItsNumber() throws IOException {
    Captures capture = Captures.pcapng(LITTLE).block(1, new byte[4]).describe(113, 0);
    Seen seen = Seen.ofFile(file(capture.enhanced(1, 1, 1).enhanced(0, 1, 1).done()));
    assertThat(seen.interfaces)
        .extracting(CaptureInterface::linkType)
        .containsExactly(LinkType.UNKNOWN, LinkType.LINUX_SLL);
    assertThat(seen.frames).isEqualTo(2);
  }

  @Test
  void lengthsThatAreNotRoundedUp() throws IOException {
    Captures capture = Captures.pcapng(LITTLE).describe(1, 0).i32(0x77).i32(15).i32(0).i32(15);
    Seen seen = Seen.ofFile(file(capture.enhanced(0, 1, 1).done()));
    assertThat(seen.error).isNull();
    assertThat(seen.frames).isEqualTo(1);
  }

  @Test
  void cutBlockSaysWhatItNeeds() throws IOException {
    byte[] bytes = Captures.pcapng(LITTLE).describe(1, 0).enhanced(0, 1, 1, new byte[100]).done();
    assertThat(Seen.ofFile(file(Arrays.copyOf(bytes, bytes.length - 1))).error)
        .hasMessage("cut in the middle of packet 1: the block at offset 48 needs 1 more byte");
    assertThat(Seen.ofFile(file(Arrays.copyOf(bytes, 50))).error)
        .hasMessage(
            "cut in the middle of a block: the block at offset 48 needs at least 10 more bytes");
    assertThat(Seen.ofFile(file(Arrays.copyOf(bytes, 20))).error)
        .hasMessage("cut in its first header, of which 20 bytes are there and 28 are needed");
  }

  @Test
  void interfacesWithoutEndAreRefused() throws IOException {
    byte[] section = Captures.pcapng(LITTLE).done();
    byte[] one = Arrays.copyOfRange(Captures.pcapng(LITTLE).describe(1, 0).done(), 28, 48);
    Path file = file(section);
    ByteBuffer many = ByteBuffer.allocate(one.length * 70_000);
    while (many.hasRemaining()) {
      many.put(one);
    }
    Files.write(file, many.array(), StandardOpenOption.APPEND);
    Seen seen = Seen.ofFile(file);
    assertThat(seen.error).hasMessageEndingWith("more than 65536 interfaces");
    assertThat(seen.interfaces).hasSize(65_536);
  }

  @Test
  void voidSectionsCostNothing() throws IOException {
    byte[] section = Captures.pcapng(LITTLE).done();
    ByteBuffer many = ByteBuffer.allocate(section.length * 100_000);
    while (many.hasRemaining()) {
      many.put(section);
    }
    Path file = file(many.array());
    byte[] last = Captures.pcapng(BIG).describe(1, 0).enhanced(0, 1, 1, (byte) 7).done();
    Files.write(file, last, StandardOpenOption.APPEND);
    Seen seen = Seen.ofFile(file);
    assertThat(seen.error).isNull();
    assertThat(seen.frames).isEqualTo(1);
    try (FrameReader reader = SourceByMagic.open(file)) {
      Frame frame = new Frame();
      reader.next(frame);
      Frame again = new Frame();
      reader.read(frame.position, again);
      assertThat(line(again)).isEqualTo(line(frame));
    }
  }
}
