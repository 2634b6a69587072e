package org.earpiece.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.Frame;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.store.PacketStore;
import org.jspecify.annotations.Nullable;

/**
 * Saves frames of a store as pcapng, with all that the capture tells beside them. The file gets its
 * name when it is whole, so that the capture that is open may be saved over, and what was stopped
 * leaves nothing behind.
 */
final class Saving {
  private static final int FRAMES_BETWEEN_LOOKS = 4096;

  private final PacketStore store;
  private final int @Nullable [] frames;
  private final int count;

  /**
   * @param frames which, or null for all that are there now
   */
  Saving(PacketStore store, int @Nullable [] frames) {
    this.store = store;
    this.frames = frames;
    count = frames == null ? store.index().size() : frames.length;
  }

  /** Tells how many frames were still held and are saved; empty where {@code progress} ended it. */
  OptionalInt to(Path out, SaveProgress progress) throws IOException {
    boolean special = Files.exists(out) && !Files.isRegularFile(out);
    Path part = special ? out : out.resolveSibling(out.getFileName() + ".part");
    OptionalInt written = OptionalInt.empty();
    try {
      written = write(part, progress);
      if (written.isPresent() && !special) {
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      if (!special) {
        Files.deleteIfExists(part);
      }
    }
    return written;
  }

  private OptionalInt write(Path part, SaveProgress progress) throws IOException {
    int written = 0;
    List<CaptureInterface> interfaces = store.interfaces();
    List<String> comments =
        interfaces.stream().flatMap(known -> known.sectionComments().stream()).distinct().toList();
    try (PcapngWriter writer = PcapngWriter.create(part, comments)) {
      for (CaptureInterface known : interfaces) {
        writer.addInterface(known);
      }
      for (DecryptionSecrets secrets : store.secrets()) {
        writer.secrets(secrets);
      }
      writer.names(store.names());
      Frame frame = new Frame();
      for (int i = 0; i < count; i++) {
        if (i % FRAMES_BETWEEN_LOOKS == 0 && !progress.at(i, count)) {
          return OptionalInt.empty();
        }
        int number = frames == null ? i + 1 : frames[i];
        if (store.read(number, frame)) {
          frame.timeNanos += store.marks().shiftNanos();
          List<String> noted = store.marks().comments(number);
          if (noted == null) {
            writer.frame(frame.interfaceId, frame);
          } else {
            writer.frame(frame.interfaceId, frame, noted);
          }
          written++;
        }
      }
    }
    return OptionalInt.of(written);
  }
}
