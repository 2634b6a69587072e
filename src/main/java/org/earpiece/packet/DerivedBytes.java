package org.earpiece.packet;

import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes that frames gave rise to without holding them as they stand: put together from
 * fragments or segments, decrypted, unmasked. The pipeline adds them as it finds them; whoever
 * reads a single frame again asks for them, in the order they were added for that frame.
 */
public interface DerivedBytes {
  /** Keeps nothing and finds nothing: for a walk that is done once. */
  DerivedBytes NONE =
      new DerivedBytes() {
        @Override
        public void add(int frame, DataSource source, byte[] array, int offset, int length) {}

        @Override
        public byte @Nullable [] find(int frame, int place, DataSource source) {
          return null;
        }
      };

  /** Keeps a copy of bytes of a frame; frames come in order. The pipeline's thread. */
  void add(int frame, DataSource source, byte[] array, int offset, int length);

  /**
   * The bytes that were added for a frame in this place (from 0), or null where there are none, not
   * of this source, or no longer. Any thread.
   */
  byte @Nullable [] find(int frame, int place, DataSource source);
}
