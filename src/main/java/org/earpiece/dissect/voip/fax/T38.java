package org.earpiece.dissect.voip.fax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Fax over UDPTL (ITU-T T.38), where {@link org.earpiece.dissect.Flows} says that SDP announced it.
 */
public final class T38 implements Dissector {
  private static final Protocol P = Protocol.T38;
  private static final int LEAST = 5;
  private static final int MAX_SHOWN = 7;

  /** A cursor a thread: nothing is allocated while walking. */
  private static final ThreadLocal<Udptl> UDPTL = ThreadLocal.withInitial(Udptl::new);

  @FunctionalInterface
  interface Reader {
    void read(Ifp ifp, int at, FieldValues out);
  }

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    fields.add(Field.uint(P, "t38.seq_number", "seq-number", Display.DECIMAL, 0, 2));
    fields.add(
        packets(
                "t38.type_of_msg",
                "type-of-msg",
                (ifp, at, out) -> out.addNumber(ifp.kind(), at, 1))
            .named(Ifp::kindName));
    fields.add(
        packets(
                "t38.t30_indicator",
                "t30-indicator",
                (ifp, at, out) -> value(ifp, Ifp.INDICATOR, at, out))
            .named(Ifp::indicatorName));
    fields.add(
        packets("t38.t30_data", "t30-data", (ifp, at, out) -> value(ifp, Ifp.DATA, at, out))
            .named(Ifp::modulationName));
    fields.add(
        packets(
            "t38.data_field",
            "data-field",
            (ifp, at, out) -> {
              if (ifp.fieldCountAt() >= 0) {
                out.addNumber(ifp.fieldCount(), ifp.fieldCountAt(), 1);
              }
            }));
    fields.add(
        packets(
                "t38.field_type",
                "field-type",
                (ifp, at, out) -> {
                  while (ifp.nextField()) {
                    out.addNumber(ifp.fieldType(), ifp.fieldAt(), 1);
                  }
                })
            .named(Ifp::fieldName));
    fields.add(Field.of(P, "t38.field_data", "field-data", FieldType.BYTES, T38::data));
    recovery(fields);
    fields.addAll(T38Elements.all());
    Collections.addAll(fields, RelatedFields.setup(P));
    return fields;
  }

  private static void recovery(List<Field> fields) {
    fields.add(
        Field.of(
                P,
                "t38.error_recovery",
                "error-recovery",
                FieldType.UINT,
                (p, layer, out) -> {
                  Udptl udptl = new Udptl();
                  if (udptl.begin(p.bytes(layer), p.offset(layer), p.end(layer))) {
                    out.addNumber(udptl.recovery(), udptl.recoveryAt(), 1);
                  }
                })
            .named(v -> v == 0 ? "secondary-ifp-packets" : "fec-info"));
    fields.add(count("t38.secondary_ifp_packets", "secondary-ifp-packets", Udptl.SECONDARY));
    fields.add(count("t38.fec_data", "fec-data", Udptl.PARITY));
    fields.add(
        Field.of(
            P,
            "t38.fec_data_item",
            "fec-data item",
            FieldType.BYTES,
            (p, layer, out) -> {
              Udptl udptl = new Udptl();
              if (udptl.begin(p.bytes(layer), p.offset(layer), p.end(layer))
                  && udptl.recovery() == Udptl.PARITY) {
                while (udptl.nextRedundant()) {
                  out.addRange(udptl.itemStart(), udptl.itemEnd() - udptl.itemStart());
                }
              }
            }));
  }

  private static Field count(String name, String label, int recovery) {
    return Field.of(
        P,
        name,
        label,
        FieldType.UINT,
        (p, layer, out) -> {
          Udptl udptl = new Udptl();
          if (udptl.begin(p.bytes(layer), p.offset(layer), p.end(layer))
              && udptl.recovery() == recovery) {
            out.addNumber(udptl.count(), udptl.countAt(), 1);
          }
        });
  }

  private static void value(Ifp ifp, int kind, int at, FieldValues out) {
    if (ifp.kind() == kind) {
      out.addNumber(ifp.value(), at, 1);
    }
  }

  private static void data(Packet p, int layer, FieldValues out) {
    each(
        p,
        layer,
        (ifp, at, values) -> {
          while (ifp.nextField()) {
            if (ifp.dataEnd() > ifp.dataStart()) {
              values.addRange(ifp.dataStart(), ifp.dataEnd() - ifp.dataStart());
            }
          }
        },
        out);
  }

  /** A number of the primary packet and of the earlier ones behind it. */
  private static Field packets(String name, String label, Reader reader) {
    return Field.of(P, name, label, FieldType.UINT, (p, layer, out) -> each(p, layer, reader, out));
  }

  /** Reads the primary packet, and the earlier ones behind it. */
  static void each(Packet p, int layer, Reader reader, FieldValues out) {
    ByteView bytes = p.bytes(layer);
    Udptl udptl = new Udptl();
    if (!udptl.begin(bytes, p.offset(layer), p.end(layer))) {
      return;
    }
    Ifp ifp = new Ifp();
    if (ifp.begin(bytes, udptl.primary(), udptl.primaryEnd())) {
      reader.read(ifp, udptl.primary(), out);
    }
    while (udptl.recovery() == Udptl.SECONDARY && udptl.nextRedundant()) {
      if (ifp.begin(bytes, udptl.itemStart(), udptl.itemEnd())) {
        reader.read(ifp, udptl.itemStart(), out);
      }
    }
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, LEAST)) {
      return NOT_MINE;
    }
    if (!UDPTL.get().begin(packet.bytes(), offset, packet.limit())) {
      return NOT_MINE;
    }
    return packet.limit() - offset;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    Udptl udptl = new Udptl();
    Ifp ifp = new Ifp();
    out.append(String.format(Locale.ROOT, "UDP: UDPTLPacket Seq=%05d ", bytes.u16(at)));
    if (!udptl.begin(bytes, at, packet.end(layer))
        || !ifp.begin(bytes, udptl.primary(), udptl.primaryEnd())) {
      return;
    }
    if (ifp.kind() == Ifp.INDICATOR) {
      out.append(" t30ind: ").append(named(Ifp.indicatorName(ifp.value()), ifp.value()));
      return;
    }
    out.append(" data:").append(named(Ifp.modulationName(ifp.value()), ifp.value())).append(':');
    while (ifp.nextField()) {
      out.append(' ').append(Ifp.fieldName(ifp.fieldType()));
      int size = ifp.dataEnd() - ifp.dataStart();
      if (size > 0) {
        byte[] shown = bytes.copy(ifp.dataStart(), Math.min(size, MAX_SHOWN));
        out.append('[').append(HexFormat.of().formatHex(shown));
        out.append(size > MAX_SHOWN ? "...]" : "]");
      }
    }
  }

  private static String named(@Nullable String name, int value) {
    return name == null ? "unknown (" + value + ")" : name;
  }
}
