package org.earpiece.session;

import java.io.IOException;
import org.earpiece.packet.Packet;

/** Reads single frames again and walks their layers. One a thread. */
public final class PacketReader {
  /**
   * The frame with this number, its layers walked; valid until the next call. Null where the spool
   * no longer holds it.
   */
  public @org.jspecify.annotations.Nullable Packet read(int frame) throws IOException {
    throw new IllegalStateException();
  }
}
