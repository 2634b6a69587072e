package org.earpiece.dissect.relations;

import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.transport.Tcp;
import org.earpiece.dissect.transport.TcpOptions;
import org.earpiece.packet.Packet;

/** The header of the segment that is being judged (RFC 9293). Reused; one thread. */
final class TcpSegment {
  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int PSH = 0x08;
  static final int ACK = 0x10;

  private static final int NUMBERS = 4;
  private static final int FLAGS = 13;
  private static final int WINDOW = 14;

  int frame;
  long nanos;
  int sequence;
  int acknowledgment;
  int flags;
  int window;

  /** Bytes of payload, captured or not. */
  int length;

  /** The sequence number behind it. */
  int next;

  /** The shift count of its window scale option (RFC 7323), or -1. */
  int shift;

  /** Bytes acknowledged selectively (RFC 2018). */
  int selected;

  /** Reads a layer of TCP; false where its header is not whole. */
  boolean read(Packet packet, int layer) {
    int at = packet.offset(layer);
    if (packet.end(layer) - at < Tcp.FIXED) {
      return false;
    }
    ByteView bytes = packet.bytes(layer);
    frame = packet.number();
    nanos = packet.timeNanos();
    sequence = bytes.i32(at + NUMBERS);
    acknowledgment = bytes.i32(at + NUMBERS + 4);
    flags = bytes.u8(at + FLAGS);
    window = bytes.u16(at + WINDOW);
    length = (int) Tcp.length(packet, layer);
    next = sequence + length + (is(SYN) || is(FIN) ? 1 : 0);
    shift = is(SYN) ? TcpOptions.windowShift(packet, layer) : -1;
    selected = is(ACK) ? TcpOptions.selected(packet, layer) : 0;
    return true;
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  boolean none(int ofFlags) {
    return (flags & ofFlags) == 0;
  }
}
