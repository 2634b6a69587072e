package org.earpiece.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.earpiece.capture.Frame;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;

/** A frame that is kept is the frame that was captured, with its options. */
final class KeptFramesTest {
  private static final int LARGE = 200_000;
  private static final int FITTING = KeptFrames.MAX_BYTES / LARGE;

  private final KeptFrames kept = new KeptFrames();
  private final Frame read = new Frame();

  /** A frame whose bytes, and all else, say which it is. */
  private static Frame frame(int number, int captured, int options) {
    Frame frame = new Frame();
    frame.array = new byte[10 + captured + 5 + options];
    Arrays.fill(frame.array, (byte) number);
    frame.offset = 10;
    frame.captured = captured;
    frame.length = captured + number;
    frame.interfaceId = number % 7;
    frame.linkType = LinkType.values()[number % LinkType.values().length];
    frame.fcs = number % 5;
    frame.flags = (long) number << 30;
    frame.optionsOffset = 10 + captured + 5;
    frame.optionsLength = options;
    frame.optionsBigEndian = number % 2 == 0;
    return frame;
  }

  private static String words(Frame f) {
    byte[] bytes = Arrays.copyOfRange(f.array, f.offset, f.offset + f.captured);
    byte[] options =
        Arrays.copyOfRange(f.array, f.optionsOffset, f.optionsOffset + f.optionsLength);
    return "%s %d %d %s %d %x %s %s"
        .formatted(
            Arrays.toString(bytes),
            f.length,
            f.interfaceId,
            f.linkType,
            f.fcs,
            f.flags,
            Arrays.toString(options),
            f.optionsBigEndian);
  }

  @Test
  void whatIsReadIsWhatWasAdded() {
    for (int number = 3; number < 3_000; number += 3) {
      kept.add(number, frame(number, number % 50, number % 4));
    }
    for (int number = 1; number < 3_003; number++) {
      boolean added = number % 3 == 0 && number < 3_000;
      assertThat(kept.read(number, read)).as("frame %d", number).isEqualTo(added);
      if (added) {
        assertThat(words(read)).isEqualTo(words(frame(number, number % 50, number % 4)));
      }
    }
  }

  @Test
  void furtherFramesAreKeptWhenThereIsRoomAgain() {
    for (int number = 1; number <= 2 * FITTING; number++) {
      kept.add(number, frame(number, LARGE, 0));
    }
    assertThat(kept.read(FITTING - 30, read)).isTrue();
    assertThat(kept.read(2 * FITTING, read)).isFalse();
    kept.release(FITTING - 30);
    kept.add(2 * FITTING + 1, frame(1, LARGE, 0));
    assertThat(kept.read(2 * FITTING + 1, read)).isTrue();
    assertThat(words(read)).isEqualTo(words(frame(1, LARGE, 0)));
    assertThat(kept.read(FITTING - 30, read)).isTrue();
  }
}
