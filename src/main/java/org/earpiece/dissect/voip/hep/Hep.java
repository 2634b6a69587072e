package org.earpiece.dissect.voip.hep;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * HEP version 3, also called EEP (the HEP3 network protocol specification, revision 32): what a
 * capture agent saw, with the addresses and ports that it saw it between. Those win over the
 * agent's own, and what it saw is walked as a datagram between them.
 */
public final class Hep implements Dissector {
  static final int HEADER = 6;
  static final int FAMILY = 1;
  static final int PROTOCOL = 2;
  static final int SOURCE_V4 = 3;
  static final int DESTINATION_V4 = 4;
  static final int SOURCE_V6 = 5;
  static final int DESTINATION_V6 = 6;
  static final int SOURCE_PORT = 7;
  static final int DESTINATION_PORT = 8;
  static final int SECONDS = 9;
  static final int MICROSECONDS = 10;
  static final int PAYLOAD_TYPE = 11;
  static final int AGENT = 12;
  static final int KEEP_ALIVE = 13;
  static final int AUTHENTICATION = 14;
  static final int PAYLOAD = 15;
  static final int COMPRESSED_PAYLOAD = 16;
  static final int CORRELATION = 17;
  static final int VLAN = 18;
  static final int NODE = 19;

  private static final Protocol P = Protocol.HEP;
  private static final int PORT = 9060;
  private static final int MAGIC = 0x48455033; // HEP3
  private static final int MAGIC_SIZE = 4;
  private static final int SIP = 1;
  private static final int RTP = 4;

  /** A cursor a thread: nothing is allocated while walking. */
  private static final ThreadLocal<HepContents> CONTENTS =
      ThreadLocal.withInitial(HepContents::new);

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return HepFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
    table.tcpPort(PORT, this);
    table.udpHeuristic(this);
    table.tcpHeuristic(this);
  }

  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    return packet.has(offset, MAGIC_SIZE) && packet.bytes().i32(offset) == MAGIC;
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    if (!packet.has(offset, HEADER) || bytes.i32(offset) != MAGIC) {
      return NOT_MINE;
    }
    int size = bytes.u16(offset + 4);
    if (size < HEADER) {
      packet.markMalformed();
      return packet.limit() - offset;
    }
    if (!packet.has(offset, size)) {
      packet.markTruncated();
    }
    packet.limit(offset + size);
    return contents(packet, offset, bytes);
  }

  private static int contents(Packet packet, int offset, ByteView bytes) {
    HepContents contents = CONTENTS.get();
    boolean filled = contents.read(bytes, offset + HEADER, packet.limit());
    if (!filled && !packet.truncated()) {
      packet.markMalformed();
    }
    boolean stream = isInStream(packet);
    boolean known = contents.payloadType() == SIP || (contents.payloadType() == RTP && !stream);
    if (!known || !contents.isPacket()) {
      return packet.limit() - offset;
    }
    contents.address(packet);
    packet.limitInside(contents.payloadEnd());
    if (stream) {
      packet.next(NextHeader.PROTOCOL, Protocol.SIP.ordinal());
    } else {
      packet.next(NextHeader.UDP_PAYLOAD, 0);
    }
    return contents.payload() - offset;
  }

  /**
   * Whether the packet is a message of a stream: its frame then has the stream's flow, and what is
   * inside gets none of its own. RTP is not sent that way.
   */
  private static boolean isInStream(Packet packet) {
    for (int layer = packet.layers() - 1; layer >= 0; layer--) {
      switch (packet.protocol(layer)) {
        case TCP, TLS -> {
          return true;
        }
        case UDP -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * Where a layer is what a HEP packet holds, gives the packet the addresses that the agent saw it
   * between: a segment may have several, each between others.
   */
  public static void address(Packet packet, int layer) {
    int hep = layer - 1;
    if (hep >= 0 && packet.protocol(hep) == Protocol.HEP) {
      HepContents contents = CONTENTS.get();
      contents.read(packet.bytes(hep), packet.offset(hep) + HEADER, packet.end(hep));
      if (contents.isPacket()) {
        contents.address(packet);
      }
    }
  }

  /** The magic is as strict as can be; a length follows it. */
  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (!mayBegin(bytes, from, to)) {
      return NOT_MINE;
    }
    if (to - from < HEADER) {
      return TRUNCATED;
    }
    int size = bytes.u16(from + MAGIC_SIZE);
    return size < HEADER ? NOT_MINE : size;
  }

  @Override
  public int resynchronise(ByteView bytes, int from, int to) {
    int at = from;
    while (at < to && !mayBegin(bytes, at, to)) {
      at++;
    }
    return at;
  }

  /** Whether the magic is here, as far as there are bytes. */
  private static boolean mayBegin(ByteView bytes, int from, int to) {
    int rest = MAGIC;
    for (int i = from; i < to && i < from + MAGIC_SIZE; i++) {
      if (bytes.u8(i) != rest >>> (Integer.SIZE - Byte.SIZE)) {
        return false;
      }
      rest <<= Byte.SIZE;
    }
    return true;
  }

  /** The name of a payload type, or null. */
  static @Nullable String payloadName(long type) {
    return switch ((int) type) {
      case 1 -> "SIP";
      case 2 -> "XMPP";
      case 3 -> "SDP";
      case 4 -> "RTP";
      case 5 -> "RTCP JSON";
      case 6 -> "MGCP";
      case 7 -> "MEGACO";
      case 8 -> "M2UA";
      case 9 -> "M3UA";
      case 10 -> "IAX";
      case 11 -> "H.322";
      case 12 -> "H.321";
      case 13 -> "M2PA";
      case 34 -> "MOS full report";
      case 35 -> "MOS short report";
      case 50 -> "SIP JSON";
      case 53 -> "DNS JSON";
      case 100 -> "log";
      default -> null;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer) + HEADER;
    HepChunks chunks = new HepChunks().begin(packet.bytes(layer), at, packet.end(layer));
    out.append("HEP3");
    while (chunks.next()) {
      if (chunks.type() == PAYLOAD_TYPE && chunks.size() == 1) {
        String name = payloadName(packet.bytes(layer).u8(chunks.valueStart()));
        out.append(", ").append(name == null ? "other payload" : name);
      }
    }
  }
}
