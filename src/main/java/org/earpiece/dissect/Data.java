package org.earpiece.dissect;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Payload that nobody claims. {@link LayerWalk} adds its layer by itself. */
final class Data implements Dissector {
  private static final Protocol P = Protocol.DATA;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        Field.of(
            P,
            "data.data",
            "Data",
            FieldType.BYTES,
            (p, layer, out) -> out.addRange(p.offset(layer), p.end(layer) - p.offset(layer))),
        Field.number(
                P,
                "data.len",
                "Length",
                FieldType.UINT,
                Display.DECIMAL,
                0,
                0,
                (p, layer) -> p.end(layer) - p.offset(layer))
            .asGenerated());
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    return packet.limit() - offset;
  }

  @Override
  public String title(Packet packet, int layer) {
    return P.title() + " (" + (packet.end(layer) - packet.offset(layer)) + " bytes)";
  }
}
