package org.earpiece.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.file.SourceByMagic;

/** Capture files of every format, compressed or not, as they come through a pipe. */
public final class CaptureFileFuzz {
  private CaptureFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Checked sink = new Checked();
    try {
      SourceByMagic.copy(new ByteArrayInputStream(data), sink);
    } catch (CaptureException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("damage without a word", e);
      }
    } catch (IOException e) {
      throw new AssertionError("damage that is told as a failure to read", e);
    } catch (Full e) {
      // A few bytes may unpack to very many.
    }
  }

  private static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Frames must lie in their array, and belong to an interface that was told. */
  private static final class Checked implements FrameSink {
    private static final int MAX_FRAMES = 10_000;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private int frames;

    @Override
    public int addInterface(CaptureInterface added) {
      interfaces.add(added);
      return interfaces.size() - 1;
    }

    @Override
    public void frame(
        int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured) {
      boolean inside = offset >= 0 && captured >= 0 && captured <= array.length - offset;
      if (!inside || captured > length || interfaceId < 0 || interfaceId >= interfaces.size()) {
        throw new AssertionError("a frame outside its bytes");
      }
      if (++frames > MAX_FRAMES) {
        throw new Full();
      }
    }
  }
}
