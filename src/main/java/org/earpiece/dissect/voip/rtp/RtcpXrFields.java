package org.earpiece.dissect.voip.rtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.jspecify.annotations.Nullable;

/** The fields of extended reports (RFC 3611): their blocks, by type. */
final class RtcpXrFields {
  private static final int FIRST = 8;
  private static final int LOSS_RLE = 1;
  private static final int REFERENCE_TIME = 4;
  private static final int DELAYS = 5;
  static final int STATISTICS = 6;
  private static final int VOIP_METRICS = 7;
  private static final int UNAVAILABLE = 127;

  private RtcpXrFields() {}

  /** Takes a block: where it begins and ends, its header of four bytes included. */
  @FunctionalInterface
  interface BlockReader {
    void read(ByteView view, int at, int end, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    Collections.addAll(
        fields,
        block(
                "rtcp.xr.bt",
                "Type",
                FieldType.UINT,
                0,
                255,
                (v, at, end, out) -> out.addNumber(v.u8(at), at, 1))
            .bits(8)
            .named(RtcpXrLaterFields::name),
        block(
                "rtcp.xr.bs",
                "Type Specific",
                FieldType.UINT,
                0,
                255,
                (v, at, end, out) -> {
                  boolean named = v.u8(at) == STATISTICS || RtcpXrRunFields.isInterval(v.u8(at));
                  if (!named) {
                    out.addNumber(v.u8(at + 1), at + 1, 1);
                  }
                })
            .bits(8),
        block(
                "rtcp.xr.bl",
                "Length",
                FieldType.UINT,
                0,
                255,
                (v, at, end, out) -> out.addNumber(v.u16(at + 2), at + 2, 2))
            .bits(16),
        block(
            "rtcp.xr.timestamp",
            "Timestamp",
            FieldType.ABSOLUTE_TIME,
            REFERENCE_TIME,
            REFERENCE_TIME,
            (v, at, end, out) -> {
              if (at + 12 <= end) {
                out.addNumber(RtcpFields.nanos(v.i64(at + 4)), at + 4, 8);
              }
            }),
        delay("rtcp.xr.lrr", "Last RR timestamp", 4),
        delay("rtcp.xr.dlrr", "Delay since last RR timestamp", 8));
    fields.addAll(RtcpXrRunFields.all());
    statistics(fields);
    metrics(fields);
    fields.addAll(RtcpXrLaterFields.all());
    return fields;
  }

  static Field block(
      String name, String label, FieldType type, int first, int last, BlockReader reader) {
    return RtcpFields.of(name, label, type, (r, v, out) -> each(r, v, first, last, reader, out));
  }

  private static void each(
      RtcpReader r, ByteView v, int first, int last, BlockReader reader, FieldValues out) {
    if (r.type() != RtcpReader.XR) {
      return;
    }
    int at = r.offset() + FIRST;
    while (at + 4 <= r.end()) {
      int end = at + 4 + 4 * v.u16(at + 2);
      if (end > r.end()) {
        return;
      }
      if (v.u8(at) >= first && v.u8(at) <= last) {
        reader.read(v, at, end, out);
      }
      at = end;
    }
  }

  /** Adds whom the blocks speak of. */
  static void identifiers(RtcpReader r, ByteView v, FieldValues out) {
    each(
        r,
        v,
        LOSS_RLE,
        VOIP_METRICS,
        (view, at, end, values) -> {
          int type = view.u8(at);
          int step = type == DELAYS ? 12 : end - at;
          for (int i = at + 4; type != REFERENCE_TIME && i + 4 <= end; i += step) {
            values.addNumber(view.u32(i), i, 4);
          }
        },
        out);
  }

  static Field number(
      String name, String label, FieldType type, int first, int last, int at, int size) {
    return block(
            name,
            label,
            type,
            first,
            last,
            (v, start, end, out) -> {
              if (start + at + size <= end) {
                long value = v.unsigned(start + at, size);
                out.addNumber(type == FieldType.INT ? (byte) value : value, start + at, size);
              }
            })
        .bits(Byte.SIZE * size);
  }

  private static Field delay(String name, String label, int at) {
    return block(
        name,
        label,
        FieldType.UINT,
        DELAYS,
        DELAYS,
        (v, start, end, out) -> {
          for (int i = start + 4; i + 12 <= end; i += 12) {
            out.addNumber(v.u32(i + at), i + at, 4);
          }
        });
  }

  /** Some bits of a byte of a block. */
  private static Field bits(
      String name, String label, FieldType type, int block, int at, int mask) {
    int shift = Integer.numberOfTrailingZeros(mask);
    return block(
            name,
            label,
            type,
            block,
            block,
            (v, start, end, out) -> {
              if (start + at < end) {
                out.addNumber((v.u8(start + at) & mask) >> shift, start + at, 1);
              }
            })
        .bits(8)
        .masked(mask);
  }

  private static Field flag(String name, String label, int mask) {
    return bits("rtcp.xr.stats." + name, label, FieldType.BOOLEAN, STATISTICS, 1, mask);
  }

  private static void statistics(List<Field> fields) {
    fields.add(flag("lrflag", "Loss Report Flag", 0x80));
    fields.add(flag("dupflag", "Duplicates Report Flag", 0x40));
    fields.add(flag("jitterflag", "Jitter Report Flag", 0x20));
    fields.add(
        bits("rtcp.xr.stats.ttl", "TTL or Hop Limit Flag", FieldType.UINT, STATISTICS, 1, 0x18)
            .named(RtcpXrFields::hops));
    statistic(fields, "rtcp.xr.stats.lost", "Lost Packets", 12, 4);
    statistic(fields, "rtcp.xr.stats.dups", "Duplicate Packets", 16, 4);
    statistic(fields, "rtcp.xr.stats.minjitter", "Minimum Jitter", 20, 4);
    statistic(fields, "rtcp.xr.stats.maxjitter", "Maximum Jitter", 24, 4);
    statistic(fields, "rtcp.xr.stats.meanjitter", "Mean Jitter", 28, 4);
    statistic(fields, "rtcp.xr.stats.devjitter", "Standard Deviation of Jitter", 32, 4);
    statistic(fields, "rtcp.xr.stats.minttl", "Minimum TTL or Hop Limit", 36, 1);
    statistic(fields, "rtcp.xr.stats.maxttl", "Maximum TTL or Hop Limit", 37, 1);
    statistic(fields, "rtcp.xr.stats.meanttl", "Mean TTL or Hop Limit", 38, 1);
    statistic(fields, "rtcp.xr.stats.devttl", "Standard Deviation of TTL", 39, 1);
  }

  private static void statistic(List<Field> fields, String name, String label, int at, int size) {
    fields.add(number(name, label, FieldType.UINT, STATISTICS, STATISTICS, at, size));
  }

  private static void metrics(List<Field> fields) {
    metric(fields, "burstdensity", "Burst Density", 10, 1);
    metric(fields, "gapdensity", "Gap Density", 11, 1);
    metric(fields, "burstduration", "Burst Duration(ms)", 12, 2);
    metric(fields, "gapduration", "Gap Duration(ms)", 14, 2);
    metric(fields, "rtdelay", "Round Trip Delay(ms)", 16, 2);
    metric(fields, "esdelay", "End System Delay(ms)", 18, 2);
    fields.add(level("signallevel", "Signal Level", 20));
    fields.add(level("noiselevel", "Noise Level", 21));
    metric(fields, "rerl", "Residual Echo Return Loss", 22, 1);
    metric(fields, "gmin", "Gmin", 23, 1);
    metric(fields, "rfactor", "R Factor", 24, 1);
    metric(fields, "extrfactor", "External R Factor", 25, 1);
    fields.add(opinion("moslq", "MOS - Listening Quality", 26));
    fields.add(opinion("moscq", "MOS - Conversational Quality", 27));
    fields.add(
        configuration("plc", "Packet Loss Concealment Algorithm", 0xC0)
            .named(RtcpXrFields::concealment));
    fields.add(
        configuration("jba", "Adaptive Jitter Buffer Algorithm", 0x30)
            .named(RtcpXrFields::adaptation));
    fields.add(configuration("jbrate", "Jitter Buffer Rate", 0x0F));
    metric(fields, "jbnominal", "Nominal Jitter Buffer Size", 30, 2);
    metric(fields, "jbmax", "Maximum Jitter Buffer Size", 32, 2);
    metric(fields, "jbabsmax", "Absolute Maximum Jitter Buffer Size", 34, 2);
  }

  private static Field configuration(String last, String label, int mask) {
    return bits(name(last), label, FieldType.UINT, VOIP_METRICS, 28, mask);
  }

  private static @Nullable String hops(long flag) {
    return switch ((int) flag) {
      case 0 -> "No TTL Values";
      case 1 -> "IPv4";
      case 2 -> "IPv6";
      default -> null;
    };
  }

  private static @Nullable String concealment(long algorithm) {
    return switch ((int) algorithm) {
      case 0 -> "Unspecified";
      case 1 -> "Disabled";
      case 2 -> "Enhanced";
      case 3 -> "Standard";
      default -> null;
    };
  }

  private static @Nullable String adaptation(long algorithm) {
    return switch ((int) algorithm) {
      case 0 -> "Unknown";
      case 1 -> "Reserved";
      case 2 -> "Non-Adaptive";
      case 3 -> "Adaptive";
      default -> null;
    };
  }

  private static String name(String last) {
    return "rtcp.xr.voipmetrics." + last;
  }

  private static void metric(List<Field> fields, String last, String label, int at, int size) {
    FieldType type = FieldType.UINT;
    fields.add(
        number(name(last), label, type, VOIP_METRICS, VOIP_METRICS, at, size)
            .shown(Display.DECIMAL));
  }

  private static Field level(String last, String label, int at) {
    return number(name(last), label, FieldType.INT, VOIP_METRICS, VOIP_METRICS, at, 1);
  }

  /** A mean opinion score in tenths; 127 says that it is not known. */
  private static Field opinion(String last, String label, int at) {
    return block(
        name(last),
        label,
        FieldType.DOUBLE,
        VOIP_METRICS,
        VOIP_METRICS,
        (v, start, end, out) -> {
          if (start + at < end && v.u8(start + at) != UNAVAILABLE) {
            out.addDouble(v.u8(start + at) / 10.0, start + at, 1);
          }
        });
  }
}
