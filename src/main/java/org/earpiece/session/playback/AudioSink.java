package org.earpiece.session.playback;

/**
 * Where sound goes: 16-bit stereo, little-endian, at the sample rate it was opened with. A frame is
 * one sample of both sides. One thread.
 */
public interface AudioSink extends AutoCloseable {
  /** Frames that can be written now without waiting. */
  int writable();

  /** Takes frames, at most {@link #writable()} of them. */
  void write(byte[] pcm, int frames);

  /** Frames that were heard since the sink was opened or last flushed. */
  long played();

  /** Forgets what was written and not heard yet; {@link #played()} begins at 0 again. */
  void flush();

  @Override
  void close();
}
