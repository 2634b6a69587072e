package org.earpiece.dissect.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/** SCTP (RFC 9260). Each data chunk is walked as a message; those in parts are not put together. */
public final class Sctp implements Dissector {
  private static final Protocol P = Protocol.SCTP;
  private static final int NUMBER = 132;
  private static final int HEADER = 12;

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
        Field.uint(P, "sctp.checksum", "Checksum", Display.HEX, 8, 4),
        chunk("sctp.chunk_type", "Chunk type", Display.DECIMAL, 0, 1).named(SctpChunks::name),
        chunk("sctp.chunk_flags", "Chunk flags", Display.HEX, 1, 1),
        chunk("sctp.chunk_length", "Chunk length", Display.DECIMAL, 2, 2),
        data("sctp.data_tsn_raw", "Transmission sequence number (absolute)", Display.DECIMAL, 4, 4),
        data("sctp.data_sid", "Stream identifier", Display.HEX, 8, 2),
        data("sctp.data_ssn", "Stream sequence number", Display.DECIMAL, 10, 2),
        data("sctp.data_payload_proto_id", "Payload protocol identifier", Display.DECIMAL, 12, 4));
    return fields;
  }

  private static Field chunk(String name, String label, Display display, int at, int size) {
    return field(name, label, display, at, size, false);
  }

  private static Field data(String name, String label, Display display, int at, int size) {
    return field(name, label, display, at, size, true);
  }

  /** A number of every chunk, or of every data chunk. */
  private static Field field(
      String name, String label, Display display, int at, int size, boolean dataOnly) {
    return Field.of(
            P,
            name,
            label,
            FieldType.UINT,
            (p, layer, out) -> {
              ByteView bytes = p.bytes(layer);
              int end = p.end(layer);
              int chunk = p.offset(layer) + HEADER;
              for (int n = 0; n < SctpChunks.MAX_CHUNKS; n++) {
                if (!SctpChunks.isWhole(bytes, chunk, end)) {
                  return;
                }
                if (!dataOnly || SctpChunks.isData(bytes, chunk)) {
                  out.addNumber(bytes.unsigned(chunk + at, size), chunk + at, size);
                }
                chunk = SctpChunks.next(bytes, chunk);
              }
            })
        .shown(display)
        .bits(8 * size);
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
