package org.earpiece.dissect.voip.hep;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Transport;

/** What a HEP packet holds, and between whom the agent saw it. Reused; one thread. */
final class HepContents {
  private static final int TCP = 6;
  private static final int NONE = -1;

  private final HepChunks chunks = new HepChunks();
  private ByteView bytes = new ByteView();
  private boolean tcp;
  private int payloadType;
  private int sport;
  private int dport;
  private int source;
  private int destination;
  private int addressSize;
  private int payload;
  private int payloadEnd;

  /** Reads the chunks from {@code from} to {@code to}; false where they do not fill that. */
  boolean read(ByteView view, int from, int to) {
    bytes = view;
    tcp = false;
    payloadType = 0;
    sport = 0;
    dport = 0;
    source = NONE;
    destination = NONE;
    addressSize = 0;
    payload = NONE;
    payloadEnd = NONE;
    chunks.begin(view, from, to);
    while (chunks.next()) {
      chunk(chunks.valueStart(), chunks.size());
    }
    return chunks.filled();
  }

  private void chunk(int at, int size) {
    switch (chunks.type()) {
      case Hep.PROTOCOL -> tcp = size == 1 && bytes.u8(at) == TCP;
      case Hep.SOURCE_V4, Hep.SOURCE_V6 -> {
        source = at;
        addressSize = size;
      }
      case Hep.DESTINATION_V4, Hep.DESTINATION_V6 -> destination = size == addressSize ? at : NONE;
      case Hep.SOURCE_PORT -> sport = size == 2 ? bytes.u16(at) : 0;
      case Hep.DESTINATION_PORT -> dport = size == 2 ? bytes.u16(at) : 0;
      case Hep.PAYLOAD_TYPE -> payloadType = size == 1 ? bytes.u8(at) : 0;
      case Hep.PAYLOAD -> {
        payload = at;
        payloadEnd = chunks.valueEnd();
      }
      default -> {}
    }
  }

  /** Whether there is a payload, and whom it went from and to. */
  boolean isPacket() {
    return payload >= 0 && destination >= 0;
  }

  int payloadType() {
    return payloadType;
  }

  /** Where the payload begins. */
  int payload() {
    return payload;
  }

  int payloadEnd() {
    return payloadEnd;
  }

  /** Gives a packet the addresses and ports that the agent saw. */
  void address(Packet packet) {
    if (addressSize == 4) {
      long src = IpAddress.v4(bytes.u32(source));
      packet.addresses(0, src, 0, IpAddress.v4(bytes.u32(destination)));
    } else if (addressSize == 16) {
      packet.addresses(
          bytes.i64(source),
          bytes.i64(source + 8),
          bytes.i64(destination),
          bytes.i64(destination + 8));
    }
    packet.ports(tcp ? Transport.TCP : Transport.UDP, sport, dport);
  }
}
