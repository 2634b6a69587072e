package org.earpiece.dissect.voip.fax;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The parts of a UDPTL packet that have no value: they are there, and have a place. */
final class T38Elements {
  private static final Protocol P = Protocol.T38;

  private T38Elements() {}

  @FunctionalInterface
  private interface Reader {
    void read(Udptl udptl, FieldValues out);
  }

  static List<Field> all() {
    return List.of(
        Field.of(
            P,
            "t38.UDPTLPacket_element",
            "UDPTLPacket",
            FieldType.LABEL,
            (p, layer, out) -> out.addRange(p.offset(layer), p.end(layer) - p.offset(layer))),
        element(
            "t38.primary_ifp_packet_element",
            "primary-ifp-packet",
            (u, out) -> out.addRange(u.primary(), u.primaryEnd() - u.primary())),
        element(
            "t38.secondary_ifp_packets_item_element",
            "secondary-ifp-packets item",
            (u, out) -> {
              while (u.recovery() == Udptl.SECONDARY && u.nextRedundant()) {
                out.addRange(u.itemStart(), u.itemEnd() - u.itemStart());
              }
            }),
        element(
            "t38.fec_info_element",
            "fec-info",
            (u, out) -> {
              if (u.recovery() == Udptl.PARITY) {
                out.addRange(u.recoveryAt(), u.countAt() - u.recoveryAt());
              }
            }),
        Field.of(
            P,
            "t38.Data_Field_item_element",
            "Data-Field item",
            FieldType.LABEL,
            (p, layer, out) ->
                T38.each(
                    p,
                    layer,
                    (ifp, at, values) -> {
                      while (ifp.nextField()) {
                        values.addRange(ifp.fieldAt(), ifp.dataEnd() - ifp.fieldAt());
                      }
                    },
                    out)),
        element(
            "t38.malformed",
            "[MALFORMED PACKET or wrong preference settings]",
            (u, out) -> {
              int read = 0;
              while (u.nextRedundant()) {
                read++;
              }
              if (!u.isWhole()) {
                out.addRange(u.countAt(), read);
              }
            }));
  }

  private static Field element(String name, String label, Reader reader) {
    return Field.of(
        P, name, label, FieldType.LABEL, (p, layer, out) -> read(p, layer, reader, out));
  }

  private static void read(Packet p, int layer, Reader reader, FieldValues out) {
    Udptl udptl = new Udptl();
    if (udptl.begin(p.bytes(layer), p.offset(layer), p.end(layer))) {
      reader.read(udptl, out);
    }
  }
}
