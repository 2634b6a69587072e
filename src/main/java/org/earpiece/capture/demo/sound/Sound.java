package org.earpiece.capture.demo.sound;

/** Sound as it goes on. */
@FunctionalInterface
public interface Sound {
  /** Samples a second. */
  int RATE = 8000;

  /** Samples of a packet: 20 ms. */
  int PACKET = RATE / 50;

  /** Fills the array with the next samples, 16 bits linear. */
  void next(short[] pcm);
}
