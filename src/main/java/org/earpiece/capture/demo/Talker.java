package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.earpiece.capture.demo.sound.Sound;

/** Sends sound into a flow, a packet every 20 ms, and digits in its place when keys are pressed. */
final class Talker {
  private static final String KEYS = "0123456789*#ABCD";
  private static final int PRESSED = 7;
  private static final int ENDS = 3;
  private static final int RELEASED = 5;
  private static final int END_BIT = 0x80;
  private static final int VOLUME = 10;

  private final Timeline timeline;
  private final RtpFlow flow;
  private final Queue<Integer> keys = new ArrayDeque<>();
  private Sound sound;
  private boolean running;
  private boolean held;
  private long nextTime;
  private int keyTick;
  private long keyBegan;

  Talker(Timeline timeline, RtpFlow flow, Sound sound) {
    this.timeline = timeline;
    this.flow = flow;
    this.sound = sound;
  }

  void start() {
    if (!running) {
      running = true;
      nextTime = timeline.now() + RtpFlow.INTERVAL;
      timeline.at(nextTime, this::tick);
    }
  }

  void stop() {
    running = false;
  }

  void hold(boolean held) {
    this.held = held;
  }

  void change(Sound other) {
    sound = other;
  }

  /** Presses the keys of a telephone, one after the other. */
  void press(String digits) {
    digits.chars().forEach(c -> keys.add(KEYS.indexOf(c)));
  }

  private void tick() throws IOException {
    if (!running) {
      return;
    }
    if (!held) {
      short[] pcm = new short[Sound.PACKET];
      sound.next(pcm);
      if (keys.isEmpty() || !key(keys.element())) {
        flow.sound(pcm);
      }
    }
    nextTime += RtpFlow.INTERVAL;
    timeline.at(nextTime, this::tick);
  }

  /** Sends a packet of the key; false while it is released again. */
  private boolean key(int key) throws IOException {
    int tick = keyTick++;
    if (tick >= PRESSED + ENDS) {
      if (tick == PRESSED + ENDS + RELEASED) {
        keys.remove();
        keyTick = 0;
      }
      return false;
    }
    if (tick == 0) {
      keyBegan = flow.timestampNow();
    }
    boolean end = tick >= PRESSED;
    int duration = Math.min(tick + 1, PRESSED) * Sound.PACKET;
    Octets payload = new Octets();
    payload.u8(key).u8((end ? END_BIT : 0) | VOLUME).u16(duration);
    flow.event(payload.toBytes(), keyBegan, tick == 0);
    return true;
  }
}
