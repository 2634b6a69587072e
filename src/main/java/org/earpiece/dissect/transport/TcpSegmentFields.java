package org.earpiece.dissect.transport;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Which frames the messages that end in a segment were put together of, and which of its bytes
 * belong to messages that do not lie in it as a whole.
 */
final class TcpSegmentFields {
  private static final Protocol P = Protocol.TCP;

  /** Bytes of the header of a record of TLS, which ends with the length (RFC 8446 section 5.1). */
  private static final int RECORD = 5;

  private TcpSegmentFields() {}

  /** Sees the messages of a segment that were put together, in their order. */
  private interface Messages {
    /** A message that lies in a source of the packet's bytes. */
    void message(int source, int from, int end);
  }

  static List<Field> all() {
    return List.of(
        field(
            "tcp.segments",
            "Reassembled TCP Segments",
            FieldType.LABEL,
            (p, layer, out) ->
                messages(p, layer, (s, from, end) -> out.addRange(place(p, layer), 0))),
        field(
            "tcp.segment",
            "TCP Segment",
            FieldType.FRAME_NUMBER,
            (p, layer, out) ->
                messages(
                    p,
                    layer,
                    (s, from, end) ->
                        parts(p, s, from, end, frame -> out.addNumber(frame, place(p, layer), 0)))),
        field(
            "tcp.segment.count",
            "Segment count",
            FieldType.UINT,
            (p, layer, out) ->
                messages(
                    p,
                    layer,
                    (s, from, end) ->
                        out.addNumber(parts(p, s, from, end, frame -> {}), place(p, layer), 0))),
        field(
            "tcp.reassembled.length",
            "Reassembled TCP length",
            FieldType.UINT,
            (p, layer, out) ->
                messages(
                    p, layer, (s, from, end) -> out.addNumber(end - from, place(p, layer), 0))),
        field(
            "tcp.reassembled.data",
            "Reassembled TCP Data",
            FieldType.BYTES,
            (p, layer, out) ->
                messages(
                    p,
                    layer,
                    (s, from, end) ->
                        out.addElsewhere(p.sources().bytes(s), from, end - from, place(p, layer)))),
        field("tcp.pdu.size", "PDU Size", FieldType.UINT, TcpSegmentFields::sizes),
        Field.of(
            P, "tcp.segment_data", "TCP segment data", FieldType.BYTES, TcpSegmentFields::data));
  }

  private static Field field(String name, String label, FieldType type, Field.Reader reader) {
    return Field.of(P, name, label, type, reader).asGenerated();
  }

  private static int place(Packet p, int layer) {
    return Tcp.headerEnd(p, layer);
  }

  /** Shows the messages of which a part came in an earlier frame. */
  private static void messages(Packet p, int layer, Messages visitor) {
    int source = p.source(layer);
    int seen = 0;
    for (int i = layer + 1; i < p.layers(); i++) {
      if (p.source(i) != source) {
        source = p.source(i);
        seen = 0;
      }
      boolean own = source != p.source(layer) && p.sources().kind(source) == DataSource.TCP;
      if (own && p.offset(i) >= seen) { // not what lies inside the message before
        seen = p.end(i);
        int end = firstEnd(p, i);
        if (parts(p, source, p.offset(i), end, frame -> {}) > 1) {
          visitor.message(source, p.offset(i), end);
        }
      }
    }
  }

  /** The lengths of messages that tell them at their beginning. */
  private static void sizes(Packet p, int layer, FieldValues out) {
    for (int i = layer + 1; i < p.layers(); i++) {
      boolean tells = p.protocol(i) == Protocol.DNS || p.protocol(i) == Protocol.WEBSOCKET;
      DataSource kind = p.sources().kind(p.source(i));
      if (tells && (p.source(i) == p.source(layer) || kind == DataSource.TCP)) {
        out.addNumber(p.end(i) - p.offset(i), place(p, layer), 0);
      }
    }
  }

  /** Where the message of a layer ends: of several records of TLS, the first. */
  private static int firstEnd(Packet p, int layer) {
    int at = p.offset(layer);
    boolean records = p.protocol(layer) == Protocol.TLS && p.end(layer) - at >= RECORD;
    int end = records ? at + RECORD + p.bytes(layer).u16(at + RECORD - 2) : p.end(layer);
    return Math.min(end, p.end(layer));
  }

  private interface Frame {
    void in(int frame);
  }

  /**
   * Shows the frames that some bytes of a source came in, and the one that told their end; how many
   * there are.
   */
  private static int parts(Packet p, int source, int from, int end, Frame visitor) {
    int[] place = new int[2]; // where the next part begins, and how many were shown
    p.facts()
        .parts(
            p,
            source,
            (frame, length) -> {
              boolean ends = length == 0 && place[0] == end;
              if (ends || (place[0] < end && place[0] + length > from)) {
                visitor.in(frame);
                place[1]++;
              }
              place[0] += length;
            });
    return place[1];
  }

  /** The bytes that end a message of earlier frames, and those that begin or continue one. */
  private static void data(Packet p, int layer, FieldValues out) {
    if (!Tcp.whole(p, layer) || p.quoted()) {
      return;
    }
    int from = Tcp.headerEnd(p, layer);
    int end = p.end(layer);
    int[] taken = new int[1];
    messages(
        p,
        layer,
        (source, at, to) -> {
          int here = here(p, source, at, to);
          if (here > 0 && taken[0] == 0) {
            out.addRange(from, here);
          }
          taken[0] += here;
        });
    int open = open(p, layer, from);
    if (open < end && (p.segment() == DataSource.TCP || joins(p, layer))) {
      out.addRange(open, end - open);
    }
  }

  /** Whether a message ends in the segment that began in an earlier one. */
  private static boolean joins(Packet p, int layer) {
    for (int i = layer + 1; i < p.layers(); i++) {
      if (p.sources().kind(p.source(i)) == DataSource.TCP) {
        return true;
      }
    }
    return false;
  }

  /** How many of some bytes of a source came in the packet itself. */
  private static int here(Packet p, int source, int from, int end) {
    int[] place = new int[2];
    p.facts()
        .parts(
            p,
            source,
            (frame, length) -> {
              if (frame == p.number()) {
                place[1] +=
                    Math.max(0, Math.min(end, place[0] + length) - Math.max(from, place[0]));
              }
              place[0] += length;
            });
    return place[1];
  }

  /** Where in the segment the message begins, or goes on, that a later one completes. */
  private static int open(Packet p, int layer, int from) {
    int open = from;
    for (int i = layer + 1; i < p.layers(); i++) {
      int source = p.source(i);
      if (source == p.source(layer)) {
        open = Math.max(open, p.end(i));
      } else if (p.sources().kind(source) == DataSource.TCP && source != p.source(i - 1)) {
        ByteView bytes = p.sources().bytes(source);
        open += here(p, source, 0, bytes.length());
      }
    }
    return open;
  }
}
