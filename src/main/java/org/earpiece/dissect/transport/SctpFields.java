package org.earpiece.dissect.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Protocol;

/** The fields of the chunks of SCTP (RFC 9260 section 3.3). */
final class SctpFields {
  private static final Protocol P = Protocol.SCTP;

  /** Any chunk. */
  private static final int ANY = -1;

  private static final int DATA = 0;
  private static final int INIT = 1;
  private static final int INIT_ACK = 2;
  private static final int SACK = 3;
  private static final int HEARTBEAT = 4;
  private static final int HEARTBEAT_ACK = 5;
  private static final int ABORT = 6;
  private static final int SHUTDOWN = 7;
  private static final int ERROR = 9;
  private static final int SHUTDOWN_COMPLETE = 14;

  /** Bytes of a chunk before parameters or causes, and of those before their value. */
  private static final int HEADER = 4;

  /** Bytes of INIT and INIT ACK before their parameters. */
  private static final int INIT_HEADER = 20;

  private static final int GAPS = 12;
  private static final int DUPLICATES = 14;
  private static final int GAP_BLOCKS = 16;

  private SctpFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        number(ANY, "sctp.chunk_type", "Chunk type", Display.DECIMAL, 0, 1).named(SctpChunks::name),
        bit(ANY, "sctp.chunk_bit_1", "Skip an unknown chunk and go on", 0x80, 0),
        bit(ANY, "sctp.chunk_bit_2", "Report an unknown chunk", 0x40, 0),
        number(ANY, "sctp.chunk_flags", "Chunk flags", Display.HEX, 1, 1),
        number(ANY, "sctp.chunk_length", "Chunk length", Display.DECIMAL, 2, 2));
    data(fields);
    inits(fields);
    acknowledgments(fields);
    parts(fields);
    return fields;
  }

  private static void data(List<Field> fields) {
    Collections.addAll(
        fields,
        bit(DATA, "sctp.data_i_bit", "I-Bit: acknowledge at once", 0x08, 1),
        bit(DATA, "sctp.data_u_bit", "U-Bit: unordered", 0x04, 1),
        bit(DATA, "sctp.data_b_bit", "B-Bit: first segment", 0x02, 1),
        bit(DATA, "sctp.data_e_bit", "E-Bit: last segment", 0x01, 1),
        decimal(DATA, "sctp.data_tsn_raw", "Transmission sequence number (absolute)", 4, 4),
        number(DATA, "sctp.data_sid", "Stream identifier", Display.HEX, 8, 2),
        decimal(DATA, "sctp.data_ssn", "Stream sequence number", 10, 2),
        decimal(DATA, "sctp.data_payload_proto_id", "Payload protocol identifier", 12, 4));
  }

  private static void inits(List<Field> fields) {
    init(fields, INIT, "sctp.init_");
    init(fields, INIT_ACK, "sctp.initack_");
    bit(fields, ABORT, "sctp.abort_t_bit");
    fields.add(decimal(SHUTDOWN, "sctp.shutdown_cumulative_tsn_ack", "Cumulative TSN Ack", 4, 4));
    bit(fields, SHUTDOWN_COMPLETE, "sctp.shutdown_complete_t_bit");
  }

  private static void bit(List<Field> fields, int type, String name) {
    fields.add(bit(type, name, "T-Bit: tag reflected", 0x01, 1));
  }

  private static void init(List<Field> fields, int type, String prefix) {
    Collections.addAll(
        fields,
        number(type, prefix + "initiate_tag", "Initiate tag", Display.HEX, 4, 4),
        decimal(type, prefix + "credit", "Advertised receiver window credit (a_rwnd)", 8, 4),
        decimal(type, prefix + "nr_out_streams", "Number of outbound streams", 12, 2),
        decimal(type, prefix + "nr_in_streams", "Number of inbound streams", 14, 2),
        decimal(type, prefix + "initial_tsn", "Initial TSN", 16, 4));
  }

  private static void acknowledgments(List<Field> fields) {
    Collections.addAll(
        fields,
        decimal(SACK, "sctp.sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", 4, 4),
        decimal(SACK, "sctp.sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", 8, 4),
        decimal(
            SACK,
            "sctp.sack_number_of_gap_blocks",
            "Number of gap acknowledgement blocks",
            GAPS,
            2),
        decimal(
            SACK,
            "sctp.sack_number_of_duplicated_tsns",
            "Number of duplicated TSNs",
            DUPLICATES,
            2),
        gap("sctp.sack_gap_block_start", "Start", 0),
        gap("sctp.sack_gap_block_end", "End", 2),
        of(
            SACK,
            "sctp.sack_duplicate_tsn",
            "Duplicate TSN",
            FieldType.UINT,
            (v, chunk, end, out) -> {
              int at = chunk + GAP_BLOCKS + 4 * count(v, chunk, end, GAPS);
              for (int i = count(v, chunk, end, DUPLICATES); i > 0 && at + 4 <= end; i--) {
                out.addNumber(v.u32(at), at, 4);
                at += 4;
              }
            }));
  }

  private static int count(ByteView v, int chunk, int end, int at) {
    return chunk + GAP_BLOCKS <= end ? v.u16(chunk + at) : 0;
  }

  private static Field gap(String name, String label, int at) {
    return of(
            SACK,
            name,
            label,
            FieldType.UINT,
            (v, chunk, end, out) -> {
              int block = chunk + GAP_BLOCKS;
              for (int i = count(v, chunk, end, GAPS); i > 0 && block + 4 <= end; i--) {
                out.addNumber(v.u16(block + at), block + at, 2);
                block += 4;
              }
            })
        .bits(16);
  }

  private static void parts(List<Field> fields) {
    fields.add(part("sctp.parameter_type", "Parameter type", 0, false).shown(Display.HEX));
    fields.add(part("sctp.parameter_length", "Parameter length", 2, false));
    fields.add(part("sctp.cause_code", "Cause code", 0, true).shown(Display.HEX));
    fields.add(part("sctp.cause_length", "Cause length", 2, true));
  }

  /** A number of the header of every parameter, or cause of an error. */
  private static Field part(String name, String label, int at, boolean cause) {
    return of(
            ANY,
            name,
            label,
            FieldType.UINT,
            (v, chunk, end, out) -> {
              int header = cause ? causes(v.u8(chunk)) : parameters(v.u8(chunk));
              int part = chunk + header;
              while (header > 0 && part + HEADER <= end && v.u16(part + 2) >= HEADER) {
                out.addNumber(v.u16(part + at), part + at, 2);
                part += v.u16(part + 2) + 3 & ~3;
              }
            })
        .bits(16);
  }

  /** Bytes of a chunk before its parameters; 0 where it has none. */
  private static int parameters(int type) {
    return switch (type) {
      case INIT, INIT_ACK -> INIT_HEADER;
      case HEARTBEAT, HEARTBEAT_ACK -> HEADER;
      default -> 0;
    };
  }

  private static int causes(int type) {
    return type == ABORT || type == ERROR ? HEADER : 0;
  }

  @FunctionalInterface
  private interface Reader {
    void read(ByteView view, int chunk, int end, FieldValues out);
  }

  private static Field decimal(int type, String name, String label, int at, int size) {
    return number(type, name, label, Display.DECIMAL, at, size);
  }

  private static Field number(
      int type, String name, String label, Display display, int at, int size) {
    return of(
            type,
            name,
            label,
            FieldType.UINT,
            (v, chunk, end, out) -> {
              if (chunk + at + size <= end) {
                out.addNumber(v.unsigned(chunk + at, size), chunk + at, size);
              }
            })
        .shown(display)
        .bits(Byte.SIZE * size);
  }

  private static Field bit(int type, String name, String label, int mask, int at) {
    return of(
            type,
            name,
            label,
            FieldType.BOOLEAN,
            (v, chunk, end, out) ->
                out.addNumber((v.u8(chunk + at) & mask) != 0 ? 1 : 0, chunk + at, 1))
        .masked(mask);
  }

  /** A field of the chunks of a type. */
  private static Field of(int type, String name, String label, FieldType of, Reader reader) {
    return Field.of(
        P,
        name,
        label,
        of,
        (p, layer, out) -> {
          ByteView view = p.bytes(layer);
          int chunk = p.offset(layer) + Sctp.HEADER;
          for (int n = 0; n < SctpChunks.MAX_CHUNKS; n++) {
            if (!SctpChunks.isWhole(view, chunk, p.end(layer))) {
              return;
            }
            if (type == ANY || view.u8(chunk) == type) {
              int end = Math.min(SctpChunks.end(view, chunk), p.end(layer));
              reader.read(view, chunk, end, out);
            }
            chunk = SctpChunks.next(view, chunk);
          }
        });
  }
}
