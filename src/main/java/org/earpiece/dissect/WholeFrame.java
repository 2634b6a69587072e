package org.earpiece.dissect;

import java.util.List;
import java.util.function.Function;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What is known of a frame before any protocol: the fields of {@link Protocol#FRAME}, read with
 * {@link Packet#FRAME_LAYER}. Never walked.
 */
final class WholeFrame implements Dissector {
  private static final Protocol P = Protocol.FRAME;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        number("frame.number", "Frame Number", FieldType.UINT, (p, l) -> p.number()),
        texts("frame.comment", "Comment", Packet::comments),
        texts("frame.section_comment", "Section comment", p -> p.origin().sectionComments()),
        text("frame.interface_name", "Interface name", p -> p.origin().name()),
        text("frame.interface_description", "Interface description", p -> p.origin().description()),
        texts("frame.interface_comment", "Interface comment", p -> p.origin().comments()),
        number("frame.interface_id", "Interface id", FieldType.UINT, (p, l) -> p.interfaceId()),
        number("frame.time", "Arrival Time", FieldType.ABSOLUTE_TIME, (p, l) -> p.timeNanos()),
        number("frame.time_epoch", "Epoch Time", FieldType.RELATIVE_TIME, (p, l) -> p.timeNanos()),
        number(
                "frame.time_delta",
                "Time delta from previous captured frame",
                FieldType.RELATIVE_TIME,
                (p, l) -> since(p, p.previousNanos()))
            .asGenerated(),
        number(
                "frame.time_relative",
                "Time since reference or first frame",
                FieldType.RELATIVE_TIME,
                (p, l) -> since(p, p.referenceNanos()))
            .asGenerated(),
        number("frame.len", "Frame length on the wire", FieldType.UINT, (p, l) -> p.length()),
        number(
            "frame.cap_len",
            "Frame length stored into the capture file",
            FieldType.UINT,
            (p, l) -> p.capturedLength()),
        Field.of(
                P, "frame.protocols", "Protocols in frame", FieldType.STRING, WholeFrame::protocols)
            .asGenerated());
  }

  private static Field number(
      String name, String label, FieldType type, Field.NumberReader reader) {
    return Field.number(P, name, label, type, Display.DECIMAL, 0, 0, reader);
  }

  /** A span since a moment; 0 for the first frame, which has none before it. */
  private static long since(Packet p, long moment) {
    return moment == Packet.NO_TIME ? 0 : p.timeNanos() - moment;
  }

  /** A text of which the frame says nothing itself; absent where it is empty. */
  private static Field text(String name, String label, Function<Packet, String> text) {
    return Field.of(
        P,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) -> {
          String value = text.apply(p);
          if (!value.isEmpty()) {
            out.addText(value, p.offset(layer), 0);
          }
        });
  }

  private static Field texts(String name, String label, Function<Packet, List<String>> texts) {
    return Field.of(
        P,
        name,
        label,
        FieldType.STRING,
        (p, layer, out) -> {
          for (String text : texts.apply(p)) {
            out.addText(text, p.offset(layer), 0);
          }
        });
  }

  private static void protocols(Packet p, int layer, FieldValues out) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < p.layers(); i++) {
      if (i > 0 && p.protocol(i) == Protocol.RTCP && p.protocol(i - 1) == Protocol.RTCP) {
        continue;
      }
      text.append(text.isEmpty() ? "" : ":");
      text.append(p.protocol(i) == Protocol.PSEUDOWIRE ? "pwethheuristic:" : "");
      text.append(p.protocol(i).filterName());
      switch (p.protocol(i)) {
        case ETHERNET, VLAN, PROVIDER_VLAN, SLL, SLL2 -> {
          if (i + 1 < p.layers() && p.protocol(i + 1) != Protocol.LLC) {
            text.append(":ethertype");
          }
        }
        default -> {}
      }
    }
    out.addText(text.toString(), p.offset(layer), 0);
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    return 0;
  }

  @Override
  public String title(Packet packet, int layer) {
    return String.format(
        "Frame %d: %d bytes on wire (%d bits), %d bytes captured (%d bits)",
        packet.number(),
        packet.length(),
        8L * packet.length(),
        packet.capturedLength(),
        8L * packet.capturedLength());
  }
}
