package org.earpiece.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.Frame;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files opened as one: order, interfaces, what is packed, damaged, still being written. */
final class OpenFilesTest {
  private static final CaptureInterface WIRE =
      new CaptureInterface("wire", "", LinkType.ETHERNET, 9, 0);
  private static final CaptureInterface ANY =
      new CaptureInterface("any", "", LinkType.LINUX_SLL, 9, 0);

  @TempDir private Path folder;

  /** Writes a frame for each time; its one byte says which file it is in. */
  private Path file(String name, CaptureInterface on, int mark, long... times) throws IOException {
    Path file = folder.resolve(name);
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      writer.addInterface(on);
      for (long time : times) {
        writer.frame(0, time, 1, new byte[] {(byte) mark}, 0, 1);
      }
    }
    return file;
  }

  /** All there is now as "time:mark:interface", indexed, and read again by number. */
  private static List<String> read(PacketStore store) throws IOException {
    List<String> seen = new ArrayList<>();
    Frame frame = new Frame();
    Packet packet = new Packet();
    while (store.next(frame)) {
      seen.add(line(frame));
      packet.begin(
          seen.size(),
          frame.timeNanos,
          frame.length,
          frame.interfaceId,
          frame.linkType,
          frame.array,
          frame.offset,
          frame.captured,
          Packet.NONE);
      store.index(frame, packet);
    }
    store.publish();
    Frame again = new Frame();
    for (int i = 0; i < seen.size(); i++) {
      int number = store.index().size() - seen.size() + i + 1;
      assertThat(store.read(number, again)).isTrue();
      assertThat(line(again)).isEqualTo(seen.get(i));
    }
    return seen;
  }

  private static String line(Frame frame) {
    return frame.timeNanos + ":" + frame.array[frame.offset] + ":" + frame.interfaceId;
  }

  @Test
  void framesComeInOrderOfTimeAndEachFilesInItsOwn() throws IOException {
    Path a = file("a", WIRE, 1, 10, 30, 30, 70);
    Path b = file("b", ANY, 2, 20, 30, 25, 80);
    Path c = file("c", WIRE, 3, 5, 90);
    try (OpenFiles files = OpenFiles.of(List.of(a, b, c), false)) {
      assertThat(read(files.store()))
          .containsExactly(
              "5:3:0", "10:1:0", "20:2:1", "30:1:0", "30:1:0", "30:2:1", "25:2:1", "70:1:0",
              "80:2:1", "90:3:0");
      assertThat(files.store().interfaces())
          .as("equal ones are one")
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("section")
          .containsExactly(WIRE, ANY);
      assertThat(files.store().problems()).isEmpty();
      assertThat(files.store().bytesRead()).isEqualTo(files.store().bytesTotal());
    }
  }

  /** Many files of random times, sorted within each file: the merge is a stable sort. */
  @Test
  void manyFilesAreMergedAsASortWould() throws IOException {
    Random random = new Random(1);
    List<Path> paths = new ArrayList<>();
    List<long[]> all = new ArrayList<>();
    for (int f = 0; f < 60; f++) {
      long[] times = random.longs(random.nextInt(40), 1, 500).sorted().toArray();
      paths.add(file("f" + f, WIRE, f, times));
      for (long time : times) {
        all.add(new long[] {time, f});
      }
    }
    all.sort((x, y) -> Long.compare(x[0] * 100 + x[1], y[0] * 100 + y[1]));
    try (OpenFiles files = OpenFiles.of(paths, false)) {
      assertThat(read(files.store()))
          .isEqualTo(all.stream().map(x -> x[0] + ":" + x[1] + ":0").toList());
    }
  }

  @Test
  void frameWithoutTimeStaysBehindTheOneBefore() throws IOException {
    Path a = file("a", WIRE, 1, 10, 0, 40);
    Path b = file("b", WIRE, 2, 5, 20);
    try (OpenFiles files = OpenFiles.of(List.of(a, b), false)) {
      assertThat(read(files.store()))
          .containsExactly("5:2:0", "10:1:0", "0:1:0", "20:2:0", "40:1:0");
    }
  }

  @Test
  void folderIsItsCaptures() throws IOException {
    file("b.pcapng", WIRE, 2, 2);
    file("a.pcapng", WIRE, 1, 1, 3);
    Files.writeString(folder.resolve("notes.txt"), "no capture");
    try (OpenFiles files = OpenFiles.of(List.of(folder), false)) {
      assertThat(read(files.store())).containsExactly("1:1:0", "2:2:0", "3:1:0");
    }
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> OpenFiles.of(List.of(empty), false).close())
        .hasMessage("is a folder without a capture in it");
  }

  @Test
  void whatCannotBeOpenedIsLeftOut() throws IOException {
    Path a = file("a", WIRE, 1, 1);
    Path none = folder.resolve("none");
    Path text = Files.writeString(folder.resolve("text"), "no capture");
    try (OpenFiles files = OpenFiles.of(List.of(none, a, text), false)) {
      assertThat(read(files.store())).containsExactly("1:1:0");
      assertThat(files.refused())
          .extracting(CaptureException::getMessage)
          .containsExactly(
              none + ": does not exist",
              text
                  + ": is not a capture: begins with the text \"no capture\"; Earpiece reads pcap"
                  + " and pcapng");
    }
    assertThatThrownBy(() -> OpenFiles.of(List.of(none), false).close())
        .isInstanceOf(CaptureException.class)
        .hasMessage("does not exist");
  }

  @Test
  void damagedFileEndsAndTheOthersGoOn() throws IOException {
    Path a = file("a", WIRE, 1, 1, 2, 3);
    Path b = file("b", WIRE, 2, 1, 2, 3);
    byte[] bytes = Files.readAllBytes(b);
    Files.write(b, Arrays.copyOf(bytes, bytes.length - 10));
    try (OpenFiles files = OpenFiles.of(List.of(a, b), false)) {
      assertThat(read(files.store())).containsExactly("1:1:0", "1:2:0", "2:1:0", "2:2:0", "3:1:0");
      assertThat(files.store().problems())
          .extracting(CaptureException::getMessage)
          .containsExactly(
              b
                  + ": cut in the middle of packet 3: the block at offset "
                  + (bytes.length - 36)
                  + " needs 10 more bytes");
    }
  }

  private Path packed(Path plain) throws IOException {
    Path file = plain.resolveSibling(plain.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(plain, out);
    }
    return file;
  }

  @Test
  void packedFilesAreMergedOnceTheyAreUnpacked() throws IOException {
    Path a = file("a", WIRE, 1, 10, 30);
    Path b = packed(file("b", ANY, 2, 20, 40));
    try (OpenFiles files = OpenFiles.of(List.of(a, b), false)) {
      assertThat(files.store().next(new Frame())).as("b might be earlier").isFalse();
      files.unpack();
      assertThat(read(files.store())).containsExactly("10:1:0", "20:2:1", "30:1:0", "40:2:1");
      assertThat(files.store().files()).containsExactly(a, b);
      assertThat(files.store().problems()).isEmpty();
    }
  }

  @Test
  void streamThatUnpacksToTooMuchEndsWithAWord() throws IOException {
    Path plain = file("a", WIRE, 1, new long[20_000]);
    try (InputStream in = Files.newInputStream(packed(plain))) {
      StreamSpool spool = new StreamSpool(100_000, 0);
      Segment segment = spool.add(null, in);
      spool.run();
      PacketStore store = new PacketStore(List.of(segment));
      assertThat(read(store)).hasSizeGreaterThan(1000);
      assertThat(store.problems())
          .singleElement()
          .satisfies(e ->
              assertThat(e)
                  .hasMessageStartingWith(
                      "unpacks to more than the 100000 bytes that Earpiece takes; cut in the"));
      store.close();
      spool.close();
    }
  }

  @Test
  void fullDiskIsTold() throws IOException {
    byte[] bytes = Files.readAllBytes(file("a", WIRE, 1, 1, 2));
    StreamSpool spool = new StreamSpool(StreamSpool.MAX_BYTES, Long.MAX_VALUE);
    Segment segment = spool.add(null, new ByteArrayInputStream(bytes));
    spool.run();
    PacketStore store = new PacketStore(List.of(segment));
    assertThat(read(store)).isEmpty();
    assertThat(store.problems().getFirst())
        .hasMessageContaining("MiB are left on the disk; -Djava.io.tmpdir names another");
    store.close();
    spool.close();
  }

  @Test
  void streamIsReadLikeAFileAndLeavesNothing() throws IOException {
    byte[] bytes = Files.readAllBytes(file("a", WIRE, 1, 1, 2));
    OpenFiles files = OpenFiles.of(new ByteArrayInputStream(bytes));
    files.unpack();
    assertThat(read(files.store())).containsExactly("1:1:0", "2:1:0");
    Path kept = files.store().files().getFirst();
    assertThat(kept).exists();
    files.close();
    assertThat(kept).doesNotExist();
    assertThat(kept.getParent()).doesNotExist();
  }

  @Test
  void emptyStreamIsTold() throws IOException {
    try (OpenFiles files = OpenFiles.of(new ByteArrayInputStream(new byte[0]))) {
      files.unpack();
      assertThat(read(files.store())).isEmpty();
      assertThat(files.store().problems().getFirst()).hasMessage("is empty");
    }
  }

  /** A file that is followed from before its first byte, growing by a byte each time. */
  @Test
  void followedFromItsFirstByte() throws IOException {
    byte[] bytes = Files.readAllBytes(file("a", WIRE, 1, 1, 2, 3));
    Path growing = Files.createFile(folder.resolve("growing"));
    List<String> seen = new ArrayList<>();
    try (OpenFiles files = OpenFiles.of(List.of(growing), true);
        OutputStream out = Files.newOutputStream(growing, StandardOpenOption.APPEND)) {
      for (byte each : bytes) {
        assertThat(files.follow()).isTrue();
        seen.addAll(read(files.store()));
        out.write(each);
      }
      seen.addAll(read(files.store()));
      assertThat(seen).containsExactly("1:1:0", "2:1:0", "3:1:0");
      out.write(1);
      assertThat(read(files.store())).isEmpty();
      files.stop();
      assertThat(files.follow()).isFalse();
      assertThat(files.store().problems()).as("more was to come").isEmpty();
    }
  }

  @Test
  void severalFilesAreFollowed() throws IOException {
    Path a = file("a", WIRE, 1, 10);
    Path b = file("b", WIRE, 2);
    byte[] more = Files.readAllBytes(file("c", WIRE, 2, 5, 20));
    try (OpenFiles files = OpenFiles.of(List.of(a, b), true)) {
      assertThat(read(files.store())).containsExactly("10:1:0");
      int known = (int) Files.size(b);
      Files.write(b, Arrays.copyOfRange(more, known, more.length), StandardOpenOption.APPEND);
      assertThat(read(files.store())).as("late, and shown").containsExactly("5:2:0", "20:2:0");
    }
  }

  @Test
  void followedFileThatIsCutReplacedOrDeletedEnds() throws IOException {
    Path a = file("a", WIRE, 1, 1, 2);
    Path other = file("b", WIRE, 2, 1);
    try (OpenFiles files = OpenFiles.of(List.of(a), true)) {
      assertThat(read(files.store())).hasSize(2);
      Files.move(other, a, StandardCopyOption.REPLACE_EXISTING);
      assertThat(files.follow()).isFalse();
      assertThat(files.store().problems().getFirst())
          .hasMessage("another file took its place while it was followed");
    }
    try (OpenFiles files = OpenFiles.of(List.of(a), true)) {
      assertThat(read(files.store())).hasSize(1);
      Files.write(a, new byte[10]);
      assertThat(files.follow()).isFalse();
      assertThat(files.store().problems().getFirst())
          .hasMessageStartingWith("cut while it was read: ");
    }
    Path c = file("c", WIRE, 3, 1);
    try (OpenFiles files = OpenFiles.of(List.of(c), true)) {
      Files.delete(c);
      assertThat(files.follow()).isFalse();
      assertThat(read(files.store())).as("what was there is read").hasSize(1);
      assertThat(files.store().problems().getFirst())
          .hasMessage("was deleted or renamed while it was followed");
    }
  }

  @Test
  void nothingIsLostWhereTheFilesSayNothing() throws IOException {
    try (OpenFiles files = OpenFiles.of(List.of(file("a", WIRE, 1, 1)), false)) {
      assertThat(read(files.store())).hasSize(1);
      assertThat(files.store().stats()).isEqualTo(CaptureStats.NONE);
    }
  }
}
