package org.earpiece.capture.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureException.Kind;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureNotes;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.jspecify.annotations.Nullable;

/**
 * A capture file of any format, read in place: in large chunks when in order, and single records
 * through a small window that each frame keeps. It may grow meanwhile. After {@link #close} reading
 * throws {@link java.nio.channels.ClosedChannelException}.
 */
final class CaptureFile implements FrameReader {
  private final FileInput inOrder;
  private final FileInput anywhere;
  private final Window window;
  private final CaptureNotes notes = new CaptureNotes();

  /** Null until the header of a file that grows is there. */
  private volatile @Nullable RecordReader records;

  private CaptureFile(FileInput inOrder, FileInput anywhere, boolean growing) throws IOException {
    this.inOrder = inOrder;
    this.anywhere = anywhere;
    window = Window.over(inOrder);
    if (!growing || SourceByMagic.headed(window)) {
      begin();
    }
  }

  /**
   * Opens a file.
   *
   * @param growing whether its header may still be missing
   */
  @SuppressWarnings("resource") // closed by the reader, or here where there is none
  static CaptureFile open(Path path, boolean growing) throws IOException {
    FileInput inOrder = new FileInput(path);
    FileInput anywhere = null;
    try {
      anywhere = new FileInput(path);
      return new CaptureFile(inOrder, anywhere, growing);
    } catch (IOException | RuntimeException e) {
      inOrder.close();
      if (anywhere != null) {
        anywhere.close();
      }
      throw e;
    }
  }

  private RecordReader begin() throws IOException {
    RecordReader begun = SourceByMagic.recordsIn(window, notes);
    records = begun;
    window.publish();
    return begun;
  }

  @Override
  public boolean next(Frame frame) throws IOException {
    RecordReader reader = records;
    if (reader == null) {
      if (!SourceByMagic.headed(window)) {
        return false;
      }
      reader = begin();
    }
    return reader.next(window, frame);
  }

  @Override
  public void read(long position, Frame frame) throws IOException {
    anywhere.requireOpen();
    RecordReader reader = records;
    if (reader == null) {
      throw new CaptureException(Kind.DATA, "nothing was read of it yet");
    }
    Windows kept = frame.held instanceof Windows held ? held : new Windows();
    frame.held = kept;
    reader.parseAt(kept.on(anywhere, position), frame);
  }

  @Override
  public @Nullable CaptureException tail() throws IOException {
    try {
      RecordReader reader = records;
      if (reader == null) {
        reader = SourceByMagic.recordsIn(at(0), new CaptureNotes());
      }
      return reader.withPassedOver(end(reader));
    } catch (CaptureException damaged) {
      return damaged;
    }
  }

  private @Nullable CaptureException end(RecordReader reader) throws IOException {
    long position = window.position();
    long rest = size() - position;
    if (rest == 0) {
      return null;
    }
    if (rest < 0) {
      return new CaptureException(
          Kind.DATA,
          "cut while it was read: %d bytes were there, %d are left".formatted(position, size()));
    }
    String cut = reader.describeCut(at(position), rest);
    return cut == null ? null : new CaptureException(Kind.DATA, cut);
  }

  private Window at(long position) {
    Window window = new Window();
    window.moveTo(anywhere, position);
    return window;
  }

  @Override
  public void endOfOrder() throws IOException {
    window.release();
    inOrder.close();
  }

  @Override
  public List<CaptureInterface> interfaces() {
    RecordReader reader = records;
    return reader == null ? List.of() : reader.interfaces();
  }

  @Override
  public CaptureNotes notes() {
    return notes;
  }

  @Override
  public long position() {
    return window.position();
  }

  @Override
  public long size() throws IOException {
    return anywhere.size();
  }

  @Override
  public void close() throws IOException {
    try (inOrder) {
      anywhere.close();
    }
  }
}
