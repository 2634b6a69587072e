package org.earpiece.dissect.transport;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.ChecksumStatus;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/** UDP (RFC 768). */
public final class Udp implements Dissector {
  private static final Protocol P = Protocol.UDP;
  private static final int NUMBER = 17;
  private static final int HEADER = 8;

  /** The port before the one of traceroute's first probe, probes, and how many it sends a hop. */
  private static final int TRACEROUTE = 33_434;

  private static final int PROBES = 30;
  private static final int ATTEMPTS = 3;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.uint(P, "udp.srcport", "Source Port", Display.DECIMAL, 0, 2),
        Field.uint(P, "udp.dstport", "Destination Port", Display.DECIMAL, 2, 2),
        Ports.either(P, "udp.port"),
        Field.uint(P, "udp.length", "Length", Display.DECIMAL, 4, 2),
        Field.uint(P, "udp.checksum", "Checksum", Display.HEX, 6, 2),
        ChecksumStatus.field(P, "udp.checksum.status", "Checksum Status", Udp::checksumStatus),
        Field.of(
                P,
                "udp.length.bad",
                "Bad length value",
                FieldType.LABEL,
                (p, layer, out) -> {
                  if (goesBeyond(p, layer)) {
                    int at = p.offset(layer) + 4;
                    String length = "Bad length value " + p.bytes(layer).u16(at);
                    out.addText(length + " > IP payload length", at, 0);
                  }
                })
            .asGenerated(),
        Field.of(
                P,
                "udp.possible_traceroute",
                "Possible traceroute",
                FieldType.LABEL,
                (p, layer, out) -> {
                  int at = p.offset(layer);
                  if (p.end(layer) - at >= HEADER) {
                    traceroute(p.bytes(layer).u16(at), at, out);
                    traceroute(p.bytes(layer).u16(at + 2), at + 2, out);
                  }
                })
            .asGenerated(),
        RelatedFields.of(P, "udp.stream", "Stream index", FieldType.UINT, Fact.UDP_STREAM),
        RelatedFields.of(
            P,
            "udp.time_relative",
            "Time since first frame",
            FieldType.RELATIVE_TIME,
            Fact.UDP_SINCE_FIRST),
        RelatedFields.of(
            P,
            "udp.time_delta",
            "Time since previous frame",
            FieldType.RELATIVE_TIME,
            Fact.UDP_SINCE_PREVIOUS),
        Field.of(P, "udp.payload", "Payload", FieldType.BYTES, Udp::payload));
  }

  /** Whether the length goes beyond the IP packet, which was captured whole. */
  private static boolean goesBeyond(Packet p, int layer) {
    int at = p.offset(layer);
    boolean whole = p.capturedLength() == p.length() && p.end(layer) - at >= HEADER;
    return whole
        && layer > 0
        && !p.quoted()
        && p.source(layer) == p.source(layer - 1)
        && at + p.bytes(layer).u16(at + 4) > p.end(layer - 1);
  }

  /** Whether a port is one that traceroute counts its probes with. */
  private static void traceroute(int port, int at, FieldValues out) {
    int probe = port - TRACEROUTE;
    if (probe > 0 && probe <= PROBES) {
      out.addText(
          String.format(
              "Possible traceroute: hop #%d, attempt #%d",
              (probe - 1) / ATTEMPTS + 1, (probe - 1) % ATTEMPTS + 1),
          at,
          0);
    }
  }

  private static long checksumStatus(Packet p, int layer) {
    int at = p.offset(layer);
    if (p.end(layer) - at < HEADER) {
      return Field.ABSENT;
    }
    boolean leftOut = p.bytes(layer).u16(at + 6) == 0;
    return leftOut ? ChecksumStatus.NOT_PRESENT : ChecksumStatus.UNVERIFIED;
  }

  private static void payload(Packet p, int layer, FieldValues out) {
    int from = p.offset(layer) + HEADER;
    if (from < p.end(layer)) {
      out.addRange(from, p.end(layer) - from);
    }
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
    packet.ports(Transport.UDP, bytes.u16(offset), bytes.u16(offset + 2));
    int length = bytes.u16(offset + 4);
    if (length >= HEADER) {
      packet.limit(offset + length);
    } else if (length != 0) { // 0: a jumbogram (RFC 2675)
      packet.markMalformed();
      return HEADER;
    }
    packet.next(NextHeader.UDP_PAYLOAD, 0);
    return HEADER;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (packet.end(layer) - packet.offset(layer) < HEADER) {
      return;
    }
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    Ports.info(bytes, at, out);
    out.append(" Len=").append(Math.max(0, bytes.u16(at + 4) - HEADER));
  }

  @Override
  public String title(Packet packet, int layer) {
    return P.title() + Ports.title(packet, layer);
  }
}
