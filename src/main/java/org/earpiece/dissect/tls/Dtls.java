package org.earpiece.dissect.tls;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * DTLS 1.0 and 1.2 (RFC 4347, RFC 6347), as WebRTC makes the keys of its media with it: the records
 * of a datagram. Nothing is decrypted.
 */
public final class Dtls implements Dissector {
  private static final RecordFormat FORMAT = RecordFormat.DTLS;

  @Override
  public Protocol protocol() {
    return Protocol.DTLS;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(Protocol.DTLS));
    fields.add(
        FORMAT.recordNumber(
            ".record.content_type", "Content Type", Display.DECIMAL, 0, 1, TlsNames::contentType));
    fields.add(
        FORMAT.recordNumber(".record.version", "Version", Display.HEX, 1, 2, TlsVersion::name));
    fields.add(FORMAT.recordNumber(".record.epoch", "Epoch", Display.DECIMAL, 3, 2, null));
    fields.add(
        FORMAT.recordNumber(
            ".record.sequence_number", "Sequence Number", Display.DECIMAL, 5, 6, null));
    fields.add(FORMAT.recordNumber(".record.length", "Length", Display.DECIMAL, 11, 2, null));
    fields.add(FORMAT.alertNumber(".alert_message.level", "Level", 0, TlsNames::alertLevel));
    fields.add(FORMAT.alertNumber(".alert_message.desc", "Description", 1, TlsNames::alert));
    fields.add(
        FORMAT.messageNumber(".handshake.type", "Handshake Type", 0, 1, TlsNames::handshake));
    fields.add(FORMAT.messageNumber(".handshake.length", "Length", 1, 3, null));
    fields.add(FORMAT.messageNumber(".handshake.message_seq", "Message Sequence", 4, 2, null));
    fields.add(FORMAT.messageNumber(".handshake.fragment_offset", "Fragment Offset", 6, 3, null));
    fields.add(FORMAT.messageNumber(".handshake.fragment_length", "Fragment Length", 9, 3, null));
    fields.addAll(FORMAT.handshakeFields());
    fields.add(FORMAT.applicationData(".app_data"));
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.udpHeuristic(this);
  }

  /** Records fill the datagram; where it was cut in capturing, the last goes beyond. */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int limit = packet.limit();
    int at = offset;
    while (at + FORMAT.header <= limit && FORMAT.plausible(bytes, at)) {
      at += FORMAT.header + FORMAT.length(bytes, at);
    }
    return at > offset
        && (at == limit || (at > limit && packet.length() > packet.capturedLength()));
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FORMAT.header)) {
      return TRUNCATED;
    }
    if (!FORMAT.plausible(packet.bytes(), offset)) {
      return NOT_MINE;
    }
    int end = FORMAT.end(packet.bytes(), offset, packet.limit());
    return end > packet.limit() ? TRUNCATED : end - offset;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    FORMAT.info(packet, layer, out);
  }
}
