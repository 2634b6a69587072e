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

        @Override
        public void supersede(int frame) {}

        @Override
        public boolean superseded(int frame) {
          return false;
        }
      };

  /** Keeps a copy of bytes of a frame; frames come in order. The pipeline's thread. */
  void add(int frame, DataSource source, byte[] array, int offset, int length);

  /**
   * The bytes that were added for a frame in this place (from 0), or null where there are none, not
   * of this source, or no longer. Any thread.
   */
  byte @Nullable [] find(int frame, int place, DataSource source);

  /**
   * Says that the fragment in a frame tells nothing by itself: a later frame completes its
   * datagram, or an earlier one began it. {@link Packet#NONE} is no frame. The pipeline's thread.
   */
  void supersede(int frame);

  /** Whether that was said of a frame. Any thread. */
  boolean superseded(int frame);
}
