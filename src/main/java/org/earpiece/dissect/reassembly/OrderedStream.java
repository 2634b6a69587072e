package org.earpiece.dissect.reassembly;

import java.util.List;
import org.earpiece.dissect.Dissector;

/**
 * Cuts bytes that are in order already, such as decrypted ones, into the messages of a protocol.
 */
public final class OrderedStream {
  private final TcpStream stream;

  public OrderedStream(Dissector protocol) {
    stream = new TcpStream(0, protocol, 0);
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
    stream.finish();
    return bytes(stream.ready());
  }

  private static List<byte[]> bytes(List<Joined> ready) {
    return ready.stream().map(Joined::bytes).toList();
  }
}
