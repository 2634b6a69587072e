package org.earpiece.ui.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earpiece.session.CallAudio;
import org.earpiece.session.CallAudio.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTest {
  private static final int HEADER = 44;

  @Test
  void eachSideIsAChannelOfTheFile(@TempDir Path folder) throws IOException {
    CallAudio audio =
        new CallAudio(
            0,
            8000,
            List.of(
                new Track(1, "", false, new short[] {0x0102, 0x0304}, new int[0]),
                new Track(2, "", true, new short[] {0x0506}, new int[0])),
            List.of());
    Path file = Sound.of(audio).write(folder.resolve("call.wav"));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(HEADER + 8);
    assertThat(bytes).endsWith(0x06, 0x05, 0x02, 0x01, 0, 0, 0x04, 0x03);
  }

  @Test
  void samplesAndTimesAreTheSame() {
    Track track = new Track(1, "", true, new short[4000], new int[0]);
    Sound sound = Sound.of(new CallAudio(0, 8000, List.of(track), List.of()));
    assertThat(sound.nanos(sound.length())).isEqualTo(5e8);
    assertThat(sound.samples(2.5e8)).isEqualTo(2000);
  }
}
