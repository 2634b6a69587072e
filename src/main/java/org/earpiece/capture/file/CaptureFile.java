package org.earpiece.capture.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.capture.CaptureException;
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
  private final RecordReader records;

  private CaptureFile(FileInput inOrder, FileInput anywhere) throws IOException {
    this.inOrder = inOrder;
    this.anywhere = anywhere;
    window = Window.over(inOrder);
    records = SourceByMagic.recordsIn(window);
    window.publish();
  }

  @SuppressWarnings("resource") // closed by the reader, or here where there is none
  static CaptureFile open(Path path) throws IOException {
    FileInput inOrder = new FileInput(path);
    FileInput anywhere = null;
    try {
      anywhere = new FileInput(path);
      return new CaptureFile(inOrder, anywhere);
    } catch (IOException | RuntimeException e) {
      inOrder.close();
      if (anywhere != null) {
        anywhere.close();
      }
      throw e;
    }
  }

  @Override
  public boolean next(Frame frame) throws IOException {
    return records.next(window, frame);
  }

  @Override
  public void read(long position, Frame frame) throws IOException {
    anywhere.requireOpen();
    Window kept = frame.held instanceof Window held ? held : new Window();
    frame.held = kept;
    kept.moveTo(anywhere, position);
    records.parseAt(kept, frame);
  }

  @Override
  public @Nullable CaptureException tail() throws IOException {
    return records.withPassedOver(end());
  }

  private @Nullable CaptureException end() throws IOException {
    long position = window.position();
    long rest = size() - position;
    if (rest == 0) {
      return null;
    }
    if (rest < 0) {
      return new CaptureException(
          CaptureException.Kind.DATA,
          "cut while it was read: %d bytes were there, %d are left".formatted(position, size()));
    }
    Window last = new Window();
    last.moveTo(anywhere, position);
    try {
      String cut = records.describeCut(last, rest);
      return cut == null ? null : new CaptureException(CaptureException.Kind.DATA, cut);
    } catch (CaptureException damaged) {
      return damaged;
    }
  }

  @Override
  public List<CaptureInterface> interfaces() {
    return records.interfaces();
  }

  @Override
  public CaptureNotes notes() {
    return records.notes();
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
