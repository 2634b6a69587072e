package org.earpiece.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.ResolvedName;
import org.earpiece.capture.file.Options;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.capture.file.SourceByMagic;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about several files, about what files tell beside their frames, and about pipes. */
final class FilesTest {
  private static final byte[] FRAME = new byte[60];

  @TempDir private Path folder;

  private static Shell.Result run(String... arguments) {
    return new Shell().run(arguments);
  }

  /** Deals the frames of a capture to files: {@code each} to one, then as many to the next. */
  private List<Path> dealt(Path capture, int files, int each) throws IOException {
    List<Path> paths = new ArrayList<>();
    List<PcapngWriter> writers = new ArrayList<>();
    try (FrameReader reader = SourceByMagic.open(capture)) {
      for (int i = 0; i < files; i++) {
        paths.add(folder.resolve("ring_" + i + ".pcapng"));
        writers.add(PcapngWriter.create(paths.get(i)));
        writers.get(i).addInterface(new CaptureInterface("demo", "", LinkType.ETHERNET, 6, 0));
      }
      Frame frame = new Frame();
      for (int n = 0; reader.next(frame); n++) {
        writers.get(n / each % files).frame(0, frame);
      }
    } finally {
      for (PcapngWriter writer : writers) {
        writer.close();
      }
    }
    return paths;
  }

  private static String[] calls(List<Path> files) {
    List<String> words = new ArrayList<>(List.of("calls", "--format", "csv"));
    files.forEach(file -> words.add(file.toString()));
    return words.toArray(String[]::new);
  }

  /** Calls that span files, files that overlap in time: all the same as in one file. */
  @Test
  void severalFilesAreOneCapture() throws IOException {
    Path whole = Shell.demo(folder.resolve("whole.pcapng"), Duration.ofSeconds(40));
    String expected = run(calls(List.of(whole))).out();
    assertThat(expected.lines().count()).isGreaterThan(5);
    for (int each : new int[] {1, 7, 1500}) {
      List<Path> parts = dealt(whole, 4, each);
      Shell.Result merged = run(calls(parts.reversed()));
      assertThat(merged.out()).as("%d frames a file in turn", each).isEqualTo(expected);
      assertThat(merged.code()).isZero();
      assertThat(merged.err()).isEmpty();
    }
    Files.delete(whole);
    assertThat(run(calls(List.of(folder))).out()).as("a folder of them").isEqualTo(expected);
  }

  @Test
  void whatIsWrongWithOneOfThemIsToldAfterAll() throws IOException {
    Path whole = Shell.demo(folder.resolve("whole.pcapng"), Duration.ofSeconds(10));
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), 5000));
    Path none = folder.resolve("none.pcapng");
    Shell.Result result =
        run("packets", whole.toString(), none.toString(), cut.toString(), "--format", "csv");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines().count()).isGreaterThan(100);
    assertThat(result.err().lines())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("earpiece: " + none + ": does not exist"),
            second ->
                assertThat(second)
                    .startsWith("earpiece: " + cut + ": cut in the middle of packet "));
  }

  @Test
  void standardInputIsACaptureByItself() throws IOException {
    Path whole = Shell.demo(folder.resolve("whole.pcapng"), Duration.ofSeconds(10));
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(whole, out);
    }
    Shell.Result piped =
        new Shell().given(Files.readAllBytes(packed)).run("calls", "-", "--format", "csv");
    assertThat(piped.out()).isEqualTo(run(calls(List.of(whole))).out());
    assertThat(piped.code()).isZero();
    Shell.Result mixed = run("calls", "-", whole.toString());
    assertThat(mixed.code()).isEqualTo(2);
    assertThat(mixed.err()).contains("standard input (-) is a capture by itself");
  }

  @Test
  void whatAPipeSendsIsCapturedIntoFiles() throws IOException {
    Path whole = Shell.demo(folder.resolve("whole.pcapng"), Duration.ofSeconds(10));
    Path out = folder.resolve("out.pcapng");
    Shell.Result result =
        new Shell()
            .given(Files.readAllBytes(whole))
            .run("capture", "-i", "-", "-w", out.toString());
    assertThat(result.code()).isZero();
    assertThat(run(calls(List.of(out))).out()).isEqualTo(run(calls(List.of(whole))).out());
    Shell.Result filtered = run("capture", "-i", "-", "-f", "udp", "-w", out.toString());
    assertThat(filtered.code()).isEqualTo(2);
    assertThat(filtered.err()).contains("standard input takes no capture filter");
  }

  /** A capture with everything that may be noted, the second packet with comments. */
  private Path noted() throws IOException {
    Path file = folder.resolve("noted.pcapng");
    CaptureInterface on =
        new CaptureInterface(
            "eth0", "", LinkType.ETHERNET, 6, 0, 1, 4, 1, List.of("of the port"), List.of());
    try (PcapngWriter writer = PcapngWriter.create(file, List.of("of the file"))) {
      writer.addInterface(on);
      writer.secrets(
          new DecryptionSecrets(
              DecryptionSecrets.TLS_KEY_LOG, "CLIENT_RANDOM 1 2".getBytes(StandardCharsets.UTF_8)));
      writer.names(List.of(new ResolvedName(IpAddress.parse("192.0.2.1"), "phone")));
      writer.frame(0, 1000, 60, FRAME, 0, 60);
      Frame commented = new Frame();
      commented.array =
          ByteBuffer.allocate(160)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putShort(60, (short) 1)
              .putShort(62, (short) 5)
              .put(64, "hello".getBytes(StandardCharsets.UTF_8))
              .array();
      commented.captured = 60;
      commented.length = 60;
      commented.timeNanos = 2000;
      commented.optionsOffset = 60;
      commented.optionsLength = 12;
      writer.frame(0, commented);
    }
    return file;
  }

  @Test
  void commentsAreFilteredAndKept() throws IOException {
    Path file = noted();
    Path out = folder.resolve("out.pcapng");
    Shell.Result found =
        run("packets", file.toString(), "-Y", "frame.comment == \"hello\"", "--format", "csv");
    assertThat(found.out().lines()).hasSize(2).last().asString().startsWith("2,");
    String section = "frame.section_comment && frame.interface_comment == \"of the port\"";
    assertThat(run("packets", file.toString(), "-Y", section, "--format", "csv").out().lines())
        .hasSize(3);
    assertThat(run("export", file.toString(), "-Y", "frame", "-w", out.toString()).code()).isZero();
    try (FrameReader reader = SourceByMagic.open(out)) {
      Frame frame = new Frame();
      assertThat(reader.next(frame)).isTrue();
      assertThat(Options.comments(frame)).isEmpty();
      assertThat(reader.next(frame)).isTrue();
      assertThat(Options.comments(frame)).containsExactly("hello");
      assertThat(reader.next(frame)).isFalse();
      assertThat(reader.notes().secrets().getFirst().text()).isEqualTo("CLIENT_RANDOM 1 2");
      assertThat(reader.notes().names())
          .containsExactly(new ResolvedName(IpAddress.parse("192.0.2.1"), "phone"));
      CaptureInterface on = reader.interfaces().getFirst();
      assertThat(on.comments()).containsExactly("of the port");
      assertThat(on.sectionComments()).containsExactly("of the file");
      assertThat(on.fcsBytes()).isEqualTo(4);
    }
  }

  @Test
  void whatWasDroppedIsTold() throws IOException {
    Path file = noted();
    ByteBuffer statistics = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    statistics.putInt(5).putInt(48).putInt(0).putLong(0);
    statistics.putShort((short) 5).putShort((short) 8).putLong(3);
    statistics.putShort((short) 7).putShort((short) 8).putLong(4).putInt(48);
    Files.write(file, statistics.array(), StandardOpenOption.APPEND);
    Shell.Result result = run("packets", file.toString(), "--stats");
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("\"dropped\":7,")
        .contains(
            "earpiece: "
                + file
                + ": 7 packets were dropped while capturing (by kernel 4, by interface 3, by us"
                + " 0)");
  }
}
