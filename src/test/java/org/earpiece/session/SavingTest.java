package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
  @TempDir Path folder;
  private Path capture;

  @BeforeEach
  void write() throws IOException {
    capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(1, Duration.ofSeconds(40), writer);
    }
  }

  private CaptureSession opened() throws IOException, InterruptedException {
    CaptureSession session = CaptureSession.open(capture);
    session.await();
    return session;
  }

  @Test
  void saysHowFarItIs() throws Exception {
    Path out = folder.resolve("out.pcapng");
    List<Integer> seen = new ArrayList<>();
    try (CaptureSession session = opened()) {
      int packets = session.snapshot().packets();
      assertThat(packets).isGreaterThan(3 * 4096);
      session.save(
          out,
          null,
          (done, all) -> {
            assertThat(all).isEqualTo(packets);
            return seen.add(done);
          });
      assertThat(seen).startsWith(0, 4096, 8192).isSorted();
    }
  }

  @Test
  void stoppedItLeavesNothingAndWhatWasThereStays() throws Exception {
    Path out = folder.resolve("out.pcapng");
    Files.writeString(out, "what was there");
    try (CaptureSession session = opened()) {
      assertThat(session.save(out, null, (done, all) -> done == 0)).isEmpty();
    }
    assertThat(out).hasContent("what was there");
    assertThat(names()).containsExactlyInAnyOrder("demo.pcapng", "out.pcapng");
  }

  @Test
  void commentsAndTheTimeShiftAreSaved() throws Exception {
    Path out = folder.resolve("out.pcapng");
    long first;
    try (CaptureSession session = opened()) {
      first = session.index().timeNanos(1);
      session.marks().comment(2, "here it begins");
      session.marks().comment(3, "");
      session.marks().shift(1_500_000_000L);
      assertThat(session.reader().read(2).context().comments()).containsExactly("here it begins");
      session.save(out, null, (done, all) -> true);
    }
    try (CaptureSession again = CaptureSession.open(out)) {
      again.await();
      assertThat(again.index().timeNanos(1)).isEqualTo(first + 1_500_000_000L);
      PacketReader reader = again.reader();
      assertThat(reader.read(1).context().comments()).isEmpty();
      assertThat(reader.read(2).context().comments()).containsExactly("here it begins");
      again.marks().comment(2, "");
      again.save(out, null, (done, all) -> true);
    }
    try (CaptureSession bare = CaptureSession.open(out)) {
      bare.await();
      assertThat(bare.reader().read(2).context().comments()).isEmpty();
    }
  }

  @Test
  void theFileThatIsOpenMayBeSavedOver() throws Exception {
    int packets;
    try (CaptureSession session = opened()) {
      packets = session.snapshot().packets();
      assertThat(session.save(capture, null, (done, all) -> true)).hasValue(packets);
      assertThat(session.reader().read(packets)).as("still readable").isNotNull();
    }
    try (CaptureSession again = opened()) {
      assertThat(again.snapshot().packets()).isEqualTo(packets);
    }
    assertThat(names()).containsExactly("demo.pcapng");
  }

  @Test
  void aFolderThatIsGoneIsAnError() throws Exception {
    try (CaptureSession session = opened()) {
      Path out = folder.resolve("gone").resolve("out.pcapng");
      assertThatThrownBy(() -> session.save(out, null, (done, all) -> true))
          .isInstanceOf(IOException.class);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
