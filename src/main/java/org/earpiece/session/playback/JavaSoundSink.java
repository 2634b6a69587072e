package org.earpiece.session.playback;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The sound card. */
final class JavaSoundSink implements AudioSink {
  /** What is written ahead, ms: short, so that a seek is heard at once. */
  private static final int BUFFER_MS = 120;

  private static final int FRAME_BYTES = 4;

  private final SourceDataLine line;
  private long flushedAt;

  /**
   * Opens the default sound card.
   *
   * @throws LineUnavailableException where there is none, or it is taken
   */
  JavaSoundSink(int sampleRate) throws LineUnavailableException {
    AudioFormat format = new AudioFormat(sampleRate, 16, 2, true, false);
    if (AudioSystem.getMixerInfo().length == 0) {
      throw new LineUnavailableException("no sound card");
    }
    try {
      line = AudioSystem.getSourceDataLine(format);
    } catch (IllegalArgumentException e) {
      throw (LineUnavailableException)
          new LineUnavailableException("no sound card plays " + format).initCause(e);
    }
    line.open(format, sampleRate * BUFFER_MS / 1000 * FRAME_BYTES);
    line.start();
  }

  @Override
  public int writable() {
    return line.available() / FRAME_BYTES;
  }

  @Override
  public void write(byte[] pcm, int frames) {
    line.write(pcm, 0, frames * FRAME_BYTES);
  }

  @Override
  public long played() {
    return line.getLongFramePosition() - flushedAt;
  }

  @Override
  public void flush() {
    line.stop();
    line.flush();
    flushedAt = line.getLongFramePosition();
    line.start();
  }

  @Override
  public void close() {
    line.stop();
    line.close();
  }
}
