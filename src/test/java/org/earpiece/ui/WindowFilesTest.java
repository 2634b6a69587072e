package org.earpiece.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;
import org.earpiece.settings.RingChoice;
import org.junit.jupiter.api.Test;

/** Files: opening, dropping, saving, exporting, rings, and files that are no captures. */
class WindowFilesTest extends DrivenWindow {
  private static Snapshot read(Path file) throws IOException, InterruptedException {
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      return session.snapshot();
    }
  }

  @Test
  void theFilesThatAPersonChoosesAreOpened() throws Exception {
    chosen.add(capture.toFile());
    push(KeyCode.CONTROL, KeyCode.O);
    until(() -> window.page() != null && calls() > 0);
    assertThat(((javafx.stage.Stage) scene.getWindow()).getTitle())
        .isEqualTo("demo.pcapng – Earpiece");
    assertThat(preferences.get().remembered().recentFiles()).containsExactly(capture.toString());
    push(KeyCode.CONTROL, KeyCode.W);
    until(() -> window.page() == null);
    until(() -> says("demo.pcapng"));
  }

  @Test
  void aFileThatIsDroppedIsOpened() throws Exception {
    robot.interact(() -> window.drop(List.of(capture)));
    until(() -> window.page() != null && calls() > 0);
  }

  @Test
  void aFileThatIsNoCaptureLeavesTheWelcomePageThatSaysSo() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello, this is no capture");
    robot.interact(() -> window.drop(List.of(text)));
    until(() -> says("notes.txt"));
    robot.interact(() -> window.drop(List.of(folder.resolve("gone.pcap"))));
    until(() -> says("gone.pcap"));
    assertThat(window.page()).isNull();
    assertThat(preferences.get().remembered().recentFiles()).isEmpty();
  }

  @Test
  void ofADamagedFileShowsWhatCouldBeReadAndSaysWhatIsWrong() throws Exception {
    byte[] bytes = Files.readAllBytes(capture);
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2 + 1));
    robot.interact(() -> window.drop(List.of(cut)));
    until(() -> window.page() != null && snapshot().state() == Snapshot.State.DONE);
    until(() -> says("! 1 notice"));
    assertThat(snapshot().packets()).isPositive();
    robot.clickOn("! 1 notice");
    other();
    push(KeyCode.ESCAPE);
    alone();
  }

  @Test
  void theCaptureIsSaved() throws Exception {
    openCapture();
    Path out = folder.resolve("saved.pcapng");
    chosen.add(out.toFile());
    push(KeyCode.CONTROL, KeyCode.S);
    until(() -> says("Saved the capture as saved.pcapng"));
    assertThat(read(out).packets()).isEqualTo(snapshot().packets());
    assertThat(read(out).calls()).hasSize(calls());
  }

  @Test
  void theSelectedConversationIsExportedWithItsMedia() throws Exception {
    openCapture();
    int answered =
        snapshot().calls().stream()
            .filter(call -> call.streams().size() > 1)
            .findFirst()
            .orElseThrow()
            .number();
    robot.interact(() -> window.page().workspace().selection().calls(List.of(answered), 0));
    Path out = folder.resolve("call.pcapng");
    chosen.add(folder.resolve("call").toFile());
    robot.clickOn("Save");
    robot.clickOn("Export the selected calls with media…");
    until(() -> Files.exists(out) && says("Saved call " + answered));
    assertThat(read(out).calls())
        .singleElement()
        .satisfies(call -> assertThat(call.streams()).hasSizeGreaterThan(1));
  }

  @Test
  void aRingOfFilesKeepsWhatIsCaptured() throws Exception {
    Path ring = Files.createDirectory(folder.resolve("ring"));
    robot.interact(
        () -> preferences.update(s -> s.with(new RingChoice(true, ring.toString(), 3, 1, 0))));
    robot.interact(() ->
        window
            .captures()
            .watch(
                org.earpiece.capture.demo.DemoNetwork::new,
                org.earpiece.ui.capture.Rings.spool(preferences.get().ring()),
                false));
    until(() -> window.page() != null && snapshot().packets() > 0 && says("ring 1 of 3"));
    push(KeyCode.CONTROL, KeyCode.E);
    until(() -> !window.captures().capturing());
    int packets = snapshot().packets();
    List<Path> files = window.captures().session().files();
    assertThat(files).allMatch(file -> file.getParent().equals(ring));
    robot.interact(() -> window.captures().close());
    until(() -> window.page() == null);
    assertThat(read(files.getFirst()).packets()).isEqualTo(packets);
  }
}
