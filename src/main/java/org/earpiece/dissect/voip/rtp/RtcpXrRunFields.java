package org.earpiece.dissect.voip.rtp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * What extended reports tell of single packets (RFC 3611 sections 4.1 to 4.3): chunks that say
 * which were lost, came twice, were mended (RFC 5725) or discarded (RFC 7097), and when each came.
 */
final class RtcpXrRunFields {
  static final int LOSS = 1;
  static final int DUPLICATES = 2;
  static final int RECEIPT_TIMES = 3;
  static final int LOSS_AFTER_REPAIR = 10;
  static final int DISCARDS = 25;

  private static final int CHUNKS = 12;
  private static final int BIT_VECTOR = 0x8000;
  private static final int RUN_OF_ONES = 0x4000;

  private RtcpXrRunFields() {}

  @FunctionalInterface
  private interface ChunkReader {
    void read(int chunk, int at, FieldValues out);
  }

  static List<Field> all() {
    return List.of(
        RtcpXrFields.block(
                "rtcp.xr.tf",
                "Thinning factor",
                FieldType.UINT,
                LOSS,
                DISCARDS,
                (v, at, end, out) -> {
                  if (isInterval(v.u8(at))) {
                    out.addNumber(v.u8(at + 1) & 0x0F, at + 1, 1);
                  }
                })
            .bits(8)
            .masked(0x0F),
        interval("rtcp.xr.beginseq", "Begin Sequence Number", 8),
        interval("rtcp.xr.endseq", "End Sequence Number", 10),
        chunk(
                "rtcp.xr.chunk.length",
                "Run length",
                (chunk, at, out) -> {
                  if (chunk < BIT_VECTOR && chunk != 0) {
                    out.addNumber(chunk & ~RUN_OF_ONES, at, 2);
                  }
                })
            .masked(0x3FFF),
        chunk(
                "rtcp.xr.chunk.run_type",
                "Run Type",
                (chunk, at, out) -> {
                  if (chunk < BIT_VECTOR && chunk != 0) {
                    out.addNumber(chunk / RUN_OF_ONES, at, 2);
                  }
                })
            .masked(RUN_OF_ONES)
            .named(type -> type == 0 ? "zeros" : "ones"),
        chunk(
                "rtcp.xr.chunk.bit_vector",
                "Bit Vector",
                (chunk, at, out) -> {
                  if (chunk >= BIT_VECTOR) {
                    out.addNumber(chunk & ~BIT_VECTOR, at, 2);
                  }
                })
            .masked(0x7FFF),
        RtcpXrFields.block(
            "rtcp.xr.receipt_time_seq",
            "Receipt Time",
            FieldType.UINT,
            RECEIPT_TIMES,
            RECEIPT_TIMES,
            (v, at, end, out) -> {
              for (int i = at + CHUNKS; i + 4 <= end; i += 4) {
                out.addNumber(v.u32(i), i, 4);
              }
            }));
  }

  private static boolean isRuns(int type) {
    return type == LOSS || type == DUPLICATES || type == LOSS_AFTER_REPAIR || type == DISCARDS;
  }

  /** Whether a block is of an interval of sequence numbers, and may have thinned it out. */
  static boolean isInterval(int type) {
    return isRuns(type) || type == RECEIPT_TIMES;
  }

  private static Field interval(String name, String label, int at) {
    return RtcpXrFields.block(
            name,
            label,
            FieldType.UINT,
            LOSS,
            DISCARDS,
            (v, start, end, out) -> {
              int type = v.u8(start);
              boolean there = isInterval(type) || type == RtcpXrFields.STATISTICS;
              if (there && start + at + 2 <= end) {
                out.addNumber(v.u16(start + at), start + at, 2);
              }
            })
        .bits(16);
  }

  private static Field chunk(String name, String label, ChunkReader reader) {
    return RtcpXrFields.block(
            name,
            label,
            FieldType.UINT,
            LOSS,
            DISCARDS,
            (v, at, end, out) -> chunks(v, at, end, reader, out))
        .bits(16);
  }

  private static void chunks(ByteView v, int at, int end, ChunkReader reader, FieldValues out) {
    for (int i = at + CHUNKS; isRuns(v.u8(at)) && i + 2 <= end; i += 2) {
      reader.read(v.u16(i), i, out);
    }
  }
}
