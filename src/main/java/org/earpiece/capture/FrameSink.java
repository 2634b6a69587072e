package org.earpiece.capture;

import java.io.IOException;

/** Takes the frames of a live source. On the thread that runs the source. */
public interface FrameSink {
  /** Announces an interface; its number is given to {@link #frame}. */
  int addInterface(CaptureInterface captureInterface) throws IOException;

  /**
   * Takes a frame; the bytes are copied before this returns.
   *
   * @param timeNanos arrival, ns since 1970
   * @param length bytes on the wire, {@code captured} of them at {@code array[offset]}
   */
  void frame(int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured)
      throws IOException;

  /** Takes secrets that frames after them can be decrypted with; forgets them where it need not. */
  default void secrets(DecryptionSecrets secrets) throws IOException {}
}
