package org.earpiece.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.ResolvedName;
import org.earpiece.packet.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pcapng files tell beside their frames, read in both byte orders and written again. */
final class PcapngNotesTest {
  private static final String KEY = "CLIENT_RANDOM 00 11\n";

  @TempDir private Path folder;

  private static ByteOrder order(boolean bigEndian) {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] u64(ByteOrder order, long value) {
    return ByteBuffer.allocate(8).order(order).putLong(value).array();
  }

  private static byte[] u32(ByteOrder order, int value) {
    return ByteBuffer.allocate(4).order(order).putInt(value).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  /** A section with comments everywhere, two interfaces, names, secrets and statistics. */
  private static byte[] capture(ByteOrder order) {
    byte[] section = join(Captures.option(order, 1, text("of the section")), new byte[4]);
    int length = 28 + section.length;
    Captures capture =
        Captures.file(order)
            .i32(0x0A0D_0D0A)
            .i32(length)
            .i32(0x1A2B_3C4D)
            .u16(1)
            .u16(0)
            .i32(-1)
            .i32(-1)
            .bytes(section)
            .i32(length);
    capture.describe(
        1,
        0,
        join(
            Captures.option(order, 1, text("of the interface")),
            Captures.option(order, 2, text("eth0")),
            Captures.option(order, 13, (byte) 4)));
    capture.describe(101, 0);
    capture.block(
        4,
        join(
            Captures.option(order, 1, join(new byte[] {10, 0, 0, 1}, text("a\0b\0"))),
            Captures.option(order, 3, new byte[7]),
            Captures.option(order, 2, join(IpAddress.parse("2001:db8::1").bytes(), text("six\0"))),
            new byte[4]));
    byte[] key = Arrays.copyOf(text(KEY), 20);
    capture.block(10, join(u32(order, 0x544C_534B), u32(order, key.length), key));
    capture.enhanced(
        0,
        1,
        new byte[] {1, 2, 3},
        join(
            Captures.option(order, 1, text("one")),
            Captures.option(order, 2, u32(order, 0x0000_0002)),
            Captures.option(order, 4, u64(order, 3)),
            Captures.option(order, 1, text("two ä\nlines")),
            Captures.option(order, 2988, join(u32(order, 32_473), text("ours"))),
            new byte[4]));
    capture.enhanced(1, 2, 2, (byte) 9);
    return capture.done();
  }

  private static byte[] statistics(
      ByteOrder order, int id, long received, long byInterface, long bySystem) {
    return join(
        u32(order, id),
        new byte[8],
        Captures.option(order, 4, u64(order, received)),
        Captures.option(order, 5, u64(order, byInterface)),
        Captures.option(order, 7, u64(order, bySystem)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everythingIsRead(boolean bigEndian) throws IOException {
    ByteOrder order = order(bigEndian);
    Path file = Files.write(folder.resolve("x.pcapng"), capture(order));
    try (FrameReader reader = SourceByMagic.open(file)) {
      List<String> keys = new ArrayList<>();
      CaptureNotes notes = reader.notes();
      notes.secretsTo(secrets -> keys.add(secrets.text()));
      Frame frame = new Frame();
      assertThat(reader.next(frame)).isTrue();
      assertThat(keys).as("before the frame that needs them").containsExactly(KEY);
      assertThat(Options.comments(frame)).containsExactly("one", "two ä\nlines");
      Frame again = new Frame();
      reader.read(frame.position, again);
      assertThat(Options.comments(again)).containsExactly("one", "two ä\nlines");
      assertThat(reader.next(frame)).isTrue();
      assertThat(Options.comments(frame)).isEmpty();
      assertThat(reader.next(frame)).isFalse();
      assertThat(reader.tail()).isNull();
      assertThat(notes.names())
          .containsExactly(
              new ResolvedName(IpAddress.parse("10.0.0.1"), "a"),
              new ResolvedName(IpAddress.parse("10.0.0.1"), "b"),
              new ResolvedName(IpAddress.parse("2001:db8::1"), "six"));
      assertThat(notes.secrets()).extracting(DecryptionSecrets::isTlsKeyLog).containsExactly(true);
      assertThat(notes.stats()).as("lost before a packet").isEqualTo(new CaptureStats(0, 3, 0, 0));
      CaptureInterface first = reader.interfaces().getFirst();
      assertThat(first.comments()).containsExactly("of the interface");
      assertThat(first.sectionComments()).containsExactly("of the section");
      assertThat(first.fcsBytes()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lastStatisticsOfEachInterfaceAreAddedUp(boolean bigEndian) throws IOException {
    ByteOrder order = order(bigEndian);
    Captures capture = Captures.pcapng(order).describe(1, 0).describe(1, 0);
    capture.block(5, statistics(order, 0, 10, 1, 2));
    capture.block(5, statistics(order, 1, 100, 3, 4));
    capture.block(5, statistics(order, 0, 20, 5, 6));
    capture.section(order).describe(1, 0).block(5, statistics(order, 0, 1000, -1, 0));
    Path file = Files.write(folder.resolve("x.pcapng"), capture.done());
    try (FrameReader reader = SourceByMagic.open(file)) {
      assertThat(reader.next(new Frame())).isFalse();
      assertThat(reader.notes().stats()).isEqualTo(new CaptureStats(1120, 10, 8, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everythingIsWrittenAgain(boolean bigEndian) throws IOException {
    Path file = Files.write(folder.resolve("x.pcapng"), capture(order(bigEndian)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> options = new ArrayList<>();
    List<CaptureInterface> interfaces;
    CaptureNotes notes;
    try (FrameReader reader = SourceByMagic.open(file);
        PcapngWriter writer = new PcapngWriter(out, List.of("of the section"))) {
      Frame frame = new Frame();
      List<Long> positions = new ArrayList<>();
      while (reader.next(frame)) {
        positions.add(frame.position);
      }
      interfaces = reader.interfaces();
      notes = reader.notes();
      for (CaptureInterface known : interfaces) {
        writer.addInterface(known);
      }
      for (DecryptionSecrets secrets : notes.secrets()) {
        writer.secrets(secrets);
      }
      writer.names(notes.names());
      for (long position : positions) {
        reader.read(position, frame);
        writer.frame(frame.interfaceId, frame);
      }
    }
    try (FrameReader little =
            SourceByMagic.open(Files.write(folder.resolve("l"), capture(ByteOrder.LITTLE_ENDIAN)));
        FrameReader written =
            SourceByMagic.open(Files.write(folder.resolve("y"), out.toByteArray()))) {
      Frame expected = new Frame();
      Frame frame = new Frame();
      while (little.next(expected)) {
        assertThat(written.next(frame)).isTrue();
        assertThat(Seen.digest(frame)).isEqualTo(Seen.digest(expected));
        assertThat(optionsOf(frame)).isEqualTo(optionsOf(expected));
        options.add(optionsOf(frame));
      }
      assertThat(written.next(frame)).isFalse();
      assertThat(written.tail()).isNull();
      assertThat(written.interfaces()).isEqualTo(interfaces);
      assertThat(written.notes().names()).isEqualTo(notes.names());
      assertThat(written.notes().secrets().getFirst().text()).isEqualTo(KEY);
    }
    assertThat(options.getFirst()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyCutAndEveryByteChanged(boolean bigEndian) throws IOException {
    ByteOrder order = order(bigEndian);
    byte[] whole = join(capture(order), Captures.pcapng(order).describe(1, 0).done());
    Path file = folder.resolve("x.pcapng");
    for (int at = 0; at < whole.length; at++) {
      readAll(Files.write(file, Arrays.copyOf(whole, at)));
      for (int mask : new int[] {0xFF, 0x01, 0x80}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) mask;
        readAll(Files.write(file, changed));
      }
    }
  }

  /** Reads what can be read, comments and all; what cannot is told by an exception of ours. */
  private static void readAll(Path file) throws IOException {
    try (FrameReader reader = SourceByMagic.openGrowing(file);
        PcapngWriter writer = new PcapngWriter(new ByteArrayOutputStream())) {
      reader.notes().secretsTo(secrets -> assertThat(secrets.text()).isNotNull());
      Frame frame = new Frame();
      int frames = 0;
      while (reader.next(frame)) {
        assertThat(Options.comments(frame)).hasSizeLessThanOrEqualTo(Options.MAX_COMMENTS);
        writer.addInterface(reader.interfaces().get(frame.interfaceId));
        writer.frame(frames++, frame);
      }
      assertThat(frames).isLessThanOrEqualTo(2);
      reader.tail();
    } catch (CaptureException e) {
      assertThat(e.kind()).isEqualTo(CaptureException.Kind.DATA);
    }
  }

  private static byte[] optionsOf(Frame frame) {
    return Arrays.copyOfRange(
        frame.array, frame.optionsOffset, frame.optionsOffset + frame.optionsLength);
  }

  @Test
  void namesAndSecretsHaveLimits() throws IOException {
    CaptureNotes notes = new CaptureNotes();
    ResolvedName name = new ResolvedName(IpAddress.parse("10.0.0.1"), "x");
    int added = 0;
    while (notes.add(name)) {
      added++;
    }
    assertThat(added).isEqualTo(CaptureNotes.MAX_NAMES);
    byte[] much = new byte[CaptureNotes.MAX_SECRETS / 2 + 1];
    assertThat(notes.add(new DecryptionSecrets(1, much))).isTrue();
    assertThat(notes.add(new DecryptionSecrets(1, much))).isFalse();
    assertThat(notes.secrets()).hasSize(1);
  }
}
