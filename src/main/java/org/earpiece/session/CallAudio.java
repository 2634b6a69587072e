package org.earpiece.session;

import java.util.List;

/**
 * Decoded sound of some streams on one time axis.
 *
 * @param startNanos the time of sample 0 of every track, ns since 1970
 * @param sampleRate of all tracks, Hz
 * @param tracks in the order the streams were given
 * @param notes what could not be decoded and why, a sentence each
 */
public record CallAudio(long startNanos, int sampleRate, List<Track> tracks, List<String> notes) {
  /**
   * The sound of one stream; gaps are silence.
   *
   * @param gaps [first sample, last sample) pairs where packets were lost
   */
  public record Track(int stream, String label, boolean forward, short[] samples, int[] gaps) {}
}
