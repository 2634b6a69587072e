package org.earpiece.capture.demo.sound;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/** Two people who take turns: one speaks, the other listens and says "uh huh" at times. */
public final class Conversation {
  private static final double GOES_ON = 0.3;
  private static final double NODS = 0.35;

  private final SplittableRandom random;
  private final Side[] sides;
  private final Queue<String> opening = new ArrayDeque<>();
  private int speaker = 1;
  private int pause;
  private boolean spoken;
  private int lastPhrase = -1;

  public Conversation(SplittableRandom random, Voice caller, Voice callee, List<String> opening) {
    this.random = random;
    this.sides = new Side[] {new Side(caller, 0), new Side(callee, 1)};
    this.opening.addAll(opening);
    this.pause = packets(0.4);
  }

  public Sound caller() {
    return sides[0];
  }

  public Sound callee() {
    return sides[1];
  }

  /** One side of it; the side whose turn it is counts the pauses. */
  private final class Side implements Sound {
    private final Voice voice;
    private final int index;

    Side(Voice voice, int index) {
      this.voice = voice;
      this.index = index;
    }

    @Override
    public void next(short[] pcm) {
      if (index == speaker && !voice.isSpeaking()) {
        if (spoken) {
          spoken = false;
          turn();
        } else if (--pause < 0) {
          spoken = true;
          voice.say(phrase());
        }
      }
      voice.next(pcm);
    }
  }

  /** A sentence is over: whose turn is it, and after how long? */
  private void turn() {
    if (!opening.isEmpty()) {
      pause = packets(2.6);
      return;
    }
    pause = packets(random.nextDouble(0.2, 0.9));
    if (random.nextDouble() >= GOES_ON) {
      speaker = 1 - speaker;
    } else if (random.nextDouble() < NODS) {
      sides[1 - speaker].voice.say(Phrases.NODS.get(random.nextInt(Phrases.NODS.size())));
    }
  }

  private String phrase() {
    String first = opening.poll();
    if (first != null) {
      return first;
    }
    int i = random.nextInt(Phrases.TALK.size());
    lastPhrase = i == lastPhrase ? (i + 1) % Phrases.TALK.size() : i;
    return Phrases.TALK.get(lastPhrase);
  }

  private static int packets(double seconds) {
    return (int) (seconds * Sound.RATE / Sound.PACKET);
  }
}
