package org.earpiece.dissect.voip.rtp;

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
 * RTCP (RFC 3550 section 6). Every packet of a compound one is a layer; each layer ends where the
 * datagram does, so the first one has all of it for {@link RtcpReader}.
 */
public final class Rtcp implements Dissector {
  private static final Protocol P = Protocol.RTCP;
  private static final int HEADER = 4;
  private static final int LEAST_TYPE = 192;
  private static final int LAST_TYPE = 223;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return RtcpFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpHeuristic(this);
  }

  /** Whether packets of known types fill the payload to the last byte. */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int at = offset;
    if (!packet.has(at, 2 * HEADER)) {
      return false;
    }
    while (packet.has(at, HEADER)) {
      int type = bytes.u8(at + 1);
      if (bytes.u8(at) >> 6 != 2 || type < RtcpReader.SR || type > RtcpReader.XR) {
        return false;
      }
      at += HEADER + 4 * bytes.u16(at + 2);
    }
    return at == packet.limit();
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    int type = bytes.u8(offset + 1);
    if (bytes.u8(offset) >> 6 != 2 || type < LEAST_TYPE || type > LAST_TYPE) {
      return NOT_MINE;
    }
    if (packet.secure() && Srtcp.isEncrypted(bytes, offset, packet.limit())) {
      return packet.limit() - offset;
    }
    int size = HEADER + 4 * bytes.u16(offset + 2);
    if (!packet.has(offset, size)) {
      return TRUNCATED;
    }
    int further = packet.secure() ? Srtcp.index(bytes, offset, packet.limit()) : packet.limit();
    if (offset + size + HEADER <= further && packet.layers() < Packet.MAX_LAYERS) {
      packet.next(NextHeader.PROTOCOL, P.ordinal());
    }
    return size;
  }

  /** The packet in a layer; false where it is not whole. Of an encrypted one the header is told. */
  static boolean packet(Packet packet, int layer, RtcpReader reader) {
    ByteView bytes = packet.bytes(layer);
    int offset = packet.offset(layer);
    int end = packet.end(layer);
    reader.begin(bytes, offset, end);
    if (packet.secure() && Srtcp.isEncrypted(bytes, offset, end)) {
      return reader.header();
    }
    return reader.next();
  }

  /** The name of a packet type, Wireshark's, or null. */
  static @Nullable String type(long type) {
    return switch ((int) type) {
      case RtcpReader.SR -> "Sender Report";
      case RtcpReader.RR -> "Receiver Report";
      case RtcpReader.SDES -> "Source description";
      case RtcpReader.BYE -> "Goodbye";
      case RtcpReader.APP -> "Application specific";
      case RtcpReader.RTPFB -> "Generic RTP Feedback";
      case RtcpReader.PSFB -> "Payload-specific Feedback";
      case RtcpReader.XR -> "Extended report (RFC 3611)";
      case 208 -> "AVB RTCP packet (IEEE1733)";
      case 209 -> "Receiver Summary Information";
      case 210 -> "Port Mapping";
      default -> null;
    };
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    if (at + 2 > packet.end(layer)) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int type = bytes.u8(at + 1);
    String name = type(type);
    out.append(name == null ? "Type " + type : name);
    if (type == RtcpReader.APP && at + 12 <= packet.end(layer)) {
      out.append(" (").append(bytes.ascii(at + 8, 4)).append(") subtype=");
      out.append(bytes.u8(at) & 0x1F);
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    StringBuilder title = new StringBuilder(P.title()).append(" (");
    info(packet, layer, title);
    return title.append(')').toString();
  }
}
