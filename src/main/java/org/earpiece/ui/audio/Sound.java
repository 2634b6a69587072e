package org.earpiece.ui.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.media.Mixer;
import org.earpiece.media.WavWriter;
import org.earpiece.session.CallAudio;

/**
 * The sound of a call made ready to draw. Made on a worker, then immutable.
 *
 * @param peaks of each track, in their order
 */
record Sound(CallAudio audio, List<Peaks> peaks) {
  static Sound of(CallAudio audio) {
    return new Sound(
        audio, audio.tracks().stream().map(track -> new Peaks(track.samples())).toList());
  }

  /** Samples of the longest track. */
  int length() {
    return peaks.stream().mapToInt(Peaks::size).max().orElse(0);
  }

  double nanos(double samples) {
    return samples * 1e9 / audio.sampleRate();
  }

  long samples(double nanos) {
    return (long) (nanos * 1e-9 * audio.sampleRate());
  }

  /** Writes both sides as the two channels of a WAV file. Blocks. */
  Path write(Path out) throws IOException {
    List<short[]> sides = new ArrayList<>();
    for (boolean forward : new boolean[] {true, false}) {
      short[] side = new short[length()];
      for (CallAudio.Track track : audio.tracks()) {
        if (track.forward() == forward) {
          Mixer.add(side, track.samples(), 0);
        }
      }
      sides.add(side);
    }
    WavWriter.write(out, audio.sampleRate(), sides);
    return out;
  }
}
