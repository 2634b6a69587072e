package org.earpiece.dissect.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/** SCTP (RFC 9260). Each data chunk is walked as a message; those in parts are not put together. */
public final class Sctp implements Dissector {
  private static final Protocol P = Protocol.SCTP;
  private static final int NUMBER = 132;

  /** Bytes before the first chunk. */
  static final int HEADER = 12;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        Field.protocol(P),
        Field.uint(P, "sctp.srcport", "Source port", Display.DECIMAL, 0, 2),
        Field.uint(P, "sctp.dstport", "Destination port", Display.DECIMAL, 2, 2),
        Ports.either(P, "sctp.port"),
        Field.uint(P, "sctp.verification_tag", "Verification tag", Display.HEX, 4, 4),
        Field.uint(P, "sctp.checksum", "Checksum", Display.HEX, 8, 4));
    fields.addAll(SctpFields.all());
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.ipProtocol(NUMBER, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, HEADER)) {
      return TRUNCATED;
    }
    ByteView bytes = packet.bytes();
    packet.ports(Transport.SCTP, bytes.u16(offset), bytes.u16(offset + 2));
    packet.next(NextHeader.SCTP_CHUNKS, 0);
    return HEADER;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    int at = packet.offset(layer);
    int end = packet.end(layer);
    if (end - at < HEADER) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    Ports.info(bytes, at, out);
    int chunk = at + HEADER;
    for (int n = 0; n < SctpChunks.MAX_CHUNKS && SctpChunks.isWhole(bytes, chunk, end); n++) {
      String name = SctpChunks.name(bytes.u8(chunk));
      out.append(' ').append(name == null ? "Chunk " + bytes.u8(chunk) : name);
      chunk = SctpChunks.next(bytes, chunk);
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    return P.title() + Ports.title(packet, layer);
  }
}
