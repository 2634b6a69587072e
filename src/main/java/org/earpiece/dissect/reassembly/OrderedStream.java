package org.earpiece.dissect.reassembly;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.StreamFraming;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes that are in order already, such as decrypted ones, into the messages of a protocol.
 */
public final class OrderedStream {
  private final TcpStream stream;

  /**
   * A stream of this protocol's messages.
   *
   * @param back the other direction, or null where that is not known yet
   */
  public OrderedStream(Dissector protocol, @Nullable OrderedStream back) {
    StreamFraming framing = protocol.framing(back == null ? null : back.stream.framing());
    stream = new TcpStream(0, framing, 0);
  }

  /** The protocol that whoever reads the bytes again finds the messages by. */
  public Protocol protocol() {
    return stream.framing().protocol();
  }

  /** Takes the next bytes; gives the whole messages that end in them, one or several an array. */
  public List<byte[]> take(byte[] array, int offset, int length) {
    return bytes(stream.takeNext(array, offset, length));
  }

  /** Bytes of memory for a message that is not whole. */
  public int bytes() {
    return stream.bytes();
  }

  /** Bytes are missing here: gives what is there of a message that has begun. */
  public List<byte[]> missing() {
    stream.ready().clear();
    stream.finish(0);
    return bytes(stream.ready());
  }

  private static List<byte[]> bytes(List<Joined> ready) {
    return ready.stream().map(Joined::bytes).toList();
  }
}
