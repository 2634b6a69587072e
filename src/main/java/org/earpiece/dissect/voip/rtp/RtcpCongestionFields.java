package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;

/**
 * The fields of feedback for transport-wide congestion control
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1): chunks tell what came of the
 * packets, then each that came has a delta of 250 µs, in one byte or two.
 */
final class RtcpCongestionFields {
  private static final int FORMAT = 15;
  private static final int FCI = 12;
  private static final int CHUNKS = 20;
  private static final int VECTOR = 0x8000;
  private static final int TWO_BITS = 0x4000;
  private static final int LONGEST_RUN = 0x1FFF;
  private static final int SMALL = 1;
  private static final int LARGE = 2;

  private RtcpCongestionFields() {}

  static List<Field> all() {
    return List.of(
        number("rtcp.rtpfb.transportcc.baseseq", "Base Sequence Number", 0, 2),
        number("rtcp.rtpfb.transportcc.statuscount", "Packet Status Count", 2, 2),
        of(
                "rtcp.rtpfb.transportcc.reftime",
                "Reference Time",
                FieldType.INT,
                (r, v, out) -> {
                  int at = r.offset() + FCI + 4;
                  out.addNumber(v.u24(at) << 8 >> 8, at, 3);
                })
            .bits(24),
        number("rtcp.rtpfb.transportcc.pktcount", "Feedback Packets Count", 7, 1),
        of(
                "rtcp.rtpfb.transportcc.pktchunk",
                "Packet Chunk",
                FieldType.UINT,
                (r, v, out) -> {
                  Chunks chunks = new Chunks(r, v);
                  while (chunks.next()) {
                    out.addNumber(chunks.chunk, chunks.at, 2);
                  }
                })
            .bits(16),
        of(
            "rtcp.rtpfb.transportcc_bad",
            "Too many packet chunks (more than packet status count)",
            FieldType.LABEL,
            (r, v, out) -> {
              Chunks chunks = new Chunks(r, v);
              while (chunks.next()) {
                if (chunks.bad) {
                  out.addRange(chunks.at, 2);
                }
              }
            }),
        of(
                "rtcp.rtpfb.transportcc.recv_delta",
                "Recv Delta",
                FieldType.UINT,
                (r, v, out) -> deltas(r, v, out::addNumber))
            .bits(16)
            .shown(Display.HEX),
        of(
                "rtcp.rtpfb.transportcc.recv_delta.padding",
                "Recv Delta Padding",
                FieldType.UINT,
                (r, v, out) -> {
                  int at = deltas(r, v, (delta, from, size) -> {});
                  int size = r.end() - at;
                  if (size > 0 && size <= Integer.BYTES) {
                    out.addNumber(v.unsigned(at, size), at, size);
                  }
                })
            .shown(Display.HEX));
  }

  private static Field of(String name, String label, FieldType type, RtcpFields.Reader reader) {
    return RtcpFields.of(
        name,
        label,
        type,
        (r, v, out) -> {
          boolean feedback = r.type() == RtcpReader.RTPFB && r.count() == FORMAT;
          if (feedback && r.offset() + CHUNKS <= r.end()) {
            reader.read(r, v, out);
          }
        });
  }

  private static Field number(String name, String label, int at, int size) {
    return of(
            name,
            label,
            FieldType.UINT,
            (r, v, out) -> {
              int from = r.offset() + FCI + at;
              out.addNumber(v.unsigned(from, size), from, size);
            })
        .bits(Byte.SIZE * size);
  }

  @FunctionalInterface
  private interface DeltaVisitor {
    void delta(long value, int at, int size);
  }

  /** Visits the deltas; where they end, or where the packet does if its chunks are not whole. */
  private static int deltas(RtcpReader r, ByteView v, DeltaVisitor visitor) {
    int at = new Chunks(r, v).end();
    Chunks chunks = new Chunks(r, v);
    while (at < r.end() && chunks.next()) {
      for (int i = 0; i < chunks.told(); i++) {
        int symbol = chunks.symbol(i);
        int size = symbol == SMALL || symbol == LARGE ? symbol : 0;
        if (at + size > r.end()) {
          return r.end();
        }
        if (size > 0) {
          visitor.delta(v.unsigned(at, size), at, size);
        }
        at += size;
      }
    }
    return at;
  }

  /** Steps through the chunks. */
  private static final class Chunks {
    private final RtcpReader reader;
    private final ByteView view;
    private int left;
    private int next;

    /** The chunk, and where it is. */
    int chunk;

    int at;

    /** Whether it tells of more packets than the feedback is of; then it is the last one. */
    boolean bad;

    Chunks(RtcpReader reader, ByteView view) {
      this.reader = reader;
      this.view = view;
      left = view.u16(reader.offset() + FCI + 2);
      next = reader.offset() + CHUNKS;
    }

    boolean next() {
      left -= told();
      if (bad || left == 0 || next + 2 > reader.end()) {
        return false;
      }
      at = next;
      chunk = view.u16(at);
      next += 2;
      bad = tooMany();
      return true;
    }

    /** Where all chunks end; where the packet does if they are not whole. */
    int end() {
      boolean more = next();
      while (more) {
        more = next();
      }
      return bad || left > 0 ? reader.end() : next;
    }

    /** Packets that the chunk tells of. */
    int told() {
      return Math.min(left, size());
    }

    private int size() {
      if ((chunk & VECTOR) == 0) {
        return chunk & LONGEST_RUN;
      }
      return (chunk & TWO_BITS) == 0 ? 14 : 7;
    }

    private boolean tooMany() {
      if ((chunk & VECTOR) == 0) {
        return size() == 0 || size() > left;
      }
      boolean found = false;
      for (int i = left; i < size(); i++) {
        found |= symbol(i) != 0;
      }
      return found;
    }

    /** What came of a packet: nothing 0, it with a delta of one byte 1, of two 2. */
    int symbol(int i) {
      if ((chunk & VECTOR) == 0) {
        return chunk >> 13 & 3;
      }
      return (chunk & TWO_BITS) == 0 ? chunk >> (13 - i) & 1 : chunk >> (12 - 2 * i) & 3;
    }
  }
}
