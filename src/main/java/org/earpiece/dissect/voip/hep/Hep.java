package org.earpiece.dissect.voip.hep;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
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
  private static final int SIP = 1;
  private static final int RTP = 4;
  private static final int TCP = 6;

  /** A cursor a thread: nothing is allocated while walking. */
  private static final ThreadLocal<HepChunks> CHUNKS = ThreadLocal.withInitial(HepChunks::new);

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
    return chunks(packet, offset, bytes);
  }

  private static int chunks(Packet packet, int offset, ByteView bytes) {
    HepChunks chunks = CHUNKS.get().begin(bytes, offset + HEADER, packet.limit());
    boolean tcp = false;
    int payloadType = 0;
    int sport = 0;
    int dport = 0;
    int payload = -1;
    int payloadEnd = -1;
    int source = -1;
    int destination = -1;
    int addressSize = 0;
    while (chunks.next()) {
      int at = chunks.valueStart();
      int size = chunks.size();
      switch (chunks.type()) {
        case PROTOCOL -> tcp = size == 1 && bytes.u8(at) == TCP;
        case SOURCE_V4, SOURCE_V6 -> {
          source = at;
          addressSize = size;
        }
        case DESTINATION_V4, DESTINATION_V6 -> destination = size == addressSize ? at : -1;
        case SOURCE_PORT -> sport = size == 2 ? bytes.u16(at) : 0;
        case DESTINATION_PORT -> dport = size == 2 ? bytes.u16(at) : 0;
        case PAYLOAD_TYPE -> payloadType = size == 1 ? bytes.u8(at) : 0;
        case PAYLOAD -> {
          payload = at;
          payloadEnd = chunks.valueEnd();
        }
        default -> {}
      }
    }
    if (!chunks.filled() && !packet.truncated()) {
      packet.markMalformed();
    }
    boolean packetInside = payloadType == SIP || payloadType == RTP;
    if (payload < 0 || !packetInside || destination < 0) {
      return packet.limit() - offset;
    }
    addresses(packet, bytes, source, destination, addressSize);
    packet.ports(tcp ? Transport.TCP : Transport.UDP, sport, dport);
    packet.limitInside(payloadEnd);
    packet.next(NextHeader.UDP_PAYLOAD, 0);
    return payload - offset;
  }

  private static void addresses(Packet packet, ByteView bytes, int source, int destination, int n) {
    if (n == 4) {
      long src = IpAddress.v4(bytes.u32(source));
      packet.addresses(0, src, 0, IpAddress.v4(bytes.u32(destination)));
    } else if (n == 16) {
      packet.addresses(
          bytes.i64(source),
          bytes.i64(source + 8),
          bytes.i64(destination),
          bytes.i64(destination + 8));
    }
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
