package org.earpiece.media;

/** Adds sounds. */
public final class Mixer {
  private Mixer() {}

  /**
   * Adds {@code sound} to {@code target} from sample {@code at} on; what would overflow 16 bits is
   * clipped, what lies beyond the target is left out.
   */
  public static void add(short[] target, short[] sound, int at) {
    int count = Math.min(sound.length, target.length - at);
    for (int i = 0; i < count; i++) {
      int sum = target[at + i] + sound[i];
      target[at + i] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }
}
