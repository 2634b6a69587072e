package org.earpiece.dissect.tls;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * TLS (RFC 8446, RFC 5246): the records that follow one another are one layer. What they hold is
 * decrypted by {@link TlsConnection}.
 */
public final class Tls implements Dissector {
  private static final RecordFormat FORMAT = RecordFormat.TLS;
  private static final int HTTPS = 443;
  private static final int SIPS = 5061;

  @Override
  public Protocol protocol() {
    return Protocol.TLS;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(Protocol.TLS));
    fields.add(
        FORMAT.recordNumber(
            ".record.content_type", "Content Type", Display.DECIMAL, 0, 1, TlsNames::contentType));
    fields.add(
        FORMAT.recordNumber(".record.version", "Version", Display.HEX, 1, 2, TlsVersion::name));
    fields.add(FORMAT.recordNumber(".record.length", "Length", Display.DECIMAL, 3, 2, null));
    fields.add(FORMAT.alertNumber(".alert_message.level", "Level", 0, TlsNames::alertLevel));
    fields.add(FORMAT.alertNumber(".alert_message.desc", "Description", 1, TlsNames::alert));
    fields.add(
        FORMAT.messageNumber(".handshake.type", "Handshake Type", 0, 1, TlsNames::handshake));
    fields.add(FORMAT.messageNumber(".handshake.length", "Length", 1, 3, null));
    fields.addAll(FORMAT.handshakeFields());
    fields.add(FORMAT.applicationData(".app_data"));
    fields.add(
        Field.of(Protocol.TLS, "tls.not_decrypted", "Not decrypted", FieldType.STRING, Tls::sealed)
            .asGenerated());
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.tcpPort(HTTPS, this);
    table.tcpPort(SIPS, this);
    table.tcpHeuristic(this);
  }

  /** Why data of this layer is not shown in clear; nothing where it is, or holds none. */
  private static void sealed(Packet packet, int layer, FieldValues out) {
    String why = packet.sources().sealed().words();
    if (!why.isEmpty() && FORMAT.holdsData(packet, layer)) {
      out.addText(why, packet.offset(layer), packet.end(layer) - packet.offset(layer));
    }
  }

  /** On any port, a stream is recognised by a hello at its beginning. */
  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int message = offset + TlsRecord.HEADER;
    if (!packet.has(offset, TlsRecord.HEADER + HandshakeMessages.HEADER)
        || !FORMAT.plausible(bytes, offset)
        || bytes.u8(offset) != TlsRecord.HANDSHAKE) {
      return false;
    }
    int type = bytes.u8(message);
    return (type == Handshake.CLIENT_HELLO || type == Handshake.SERVER_HELLO)
        && bytes.u24(message + 1) > 2 + Hello.RANDOM
        && bytes.u24(message + 1) < HandshakeMessages.MAX_MESSAGE;
  }

  @Override
  public int dissect(Packet packet, int offset) {
    ByteView bytes = packet.bytes();
    int limit = packet.limit();
    if (!packet.has(offset, TlsRecord.HEADER)) {
      return TRUNCATED;
    }
    if (!FORMAT.plausible(bytes, offset)) {
      return NOT_MINE;
    }
    int end = FORMAT.end(bytes, offset, limit);
    if (end > limit) {
      return TRUNCATED;
    }
    packet.limit(end);
    packet.next(NextHeader.TLS_CONTENT, 0);
    return end - offset;
  }

  /** The whole records that follow one another, or the one that begins. */
  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    if (to - from < TlsRecord.HEADER) {
      return TRUNCATED;
    }
    int end = FORMAT.end(bytes, from, to);
    return end > from ? end - from : NOT_MINE;
  }

  /** Where a record seems to begin, and another one, or nothing, behind it. */
  @Override
  public int resynchronise(ByteView bytes, int from, int to) {
    for (int at = from; at + TlsRecord.HEADER <= to; at++) {
      if (FORMAT.plausible(bytes, at)) {
        int end = FORMAT.end(bytes, at, to);
        if (end >= to || to - end < TlsRecord.HEADER) {
          return at;
        }
      }
    }
    return to;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    FORMAT.info(packet, layer, out);
  }
}
