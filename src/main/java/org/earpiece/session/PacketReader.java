package org.earpiece.session;

import java.io.IOException;
import java.util.List;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.Frame;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.packet.Packet;
import org.earpiece.store.PacketStore;
import org.jspecify.annotations.Nullable;

/** Reads single frames again and walks their layers. One a thread. */
public final class PacketReader {
  private final PacketStore store;
  private final LayerWalk walk;
  private final Frame frame = new Frame();
  private final Packet packet = new Packet();
  private List<CaptureInterface> interfaces = List.of();

  PacketReader(PacketStore store, LayerWalk walk) {
    this.store = store;
    this.walk = walk;
  }

  /**
   * The frame with this number, from 1, its layers walked; valid until the next call. Null where
   * the spool no longer holds it.
   */
  public @Nullable Packet read(int number) throws IOException {
    if (number < 1 || number > store.index().size() || !store.read(number, frame)) {
      return null;
    }
    packet.begin(
        number,
        frame.timeNanos,
        frame.length,
        frame.interfaceId,
        frame.linkType,
        frame.array,
        frame.offset,
        frame.captured,
        store.index().flow(number));
    packet.referenceNanos(store.index().timeNanos(1));
    if (number > 1) {
      packet.previousNanos(store.index().timeNanos(number - 1));
    }
    packet.interfaceName(interfaceName(frame.interfaceId));
    walk.walk(packet);
    packet.call(store.index().call(number));
    packet.stream(store.index().stream(number));
    return packet;
  }

  private String interfaceName(int id) {
    if (id >= interfaces.size()) {
      interfaces = store.interfaces();
    }
    return id < interfaces.size() ? interfaces.get(id).name() : "";
  }
}
