package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.Field.Scope;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.FrameContext;
import org.earpiece.packet.Origin;
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
    List<Field> fields = new ArrayList<>(own());
    fields.addAll(RecordFields.all());
    fields.addAll(Expert.fields());
    return fields;
  }

  private static List<Field> own() {
    return List.of(
        Field.protocol(P),
        number("frame.number", "Frame Number", FieldType.UINT, (p, l) -> p.number())
            .from(Scope.INDEX),
        texts("frame.comment", "Comment", p -> p.context().comments()),
        Field.of(
                P,
                "frame.comment.expert",
                "Formatted comment",
                FieldType.LABEL,
                (p, layer, out) -> p.context().comments().forEach(text -> out.addText(text, 0, 0)))
            .asGenerated()
            .asHidden(),
        number("frame.section_number", "Section number", FieldType.UINT, WholeFrame::section),
        texts(
            "frame.section_comment",
            "Section comment",
            p -> p.context().origin().sectionComments()),
        text("frame.interface_name", "Interface name", p -> p.context().origin().name()),
        text(
            "frame.interface_description",
            "Interface description",
            p -> p.context().origin().description()),
        texts("frame.interface_comment", "Interface comment", p -> p.context().origin().comments()),
        number("frame.interface_id", "Interface id", FieldType.UINT, WholeFrame::interfaceId),
        number("frame.time", "Arrival Time", FieldType.ABSOLUTE_TIME, (p, l) -> p.timeNanos())
            .from(Scope.INDEX),
        number("frame.time_epoch", "Epoch Time", FieldType.RELATIVE_TIME, (p, l) -> p.timeNanos())
            .from(Scope.INDEX),
        number(
                "frame.time_delta",
                "Time delta from previous captured frame",
                FieldType.RELATIVE_TIME,
                (p, l) -> since(p, p.context().previousNanos()))
            .from(Scope.INDEX)
            .asGenerated(),
        number(
                "frame.time_delta_displayed",
                "Time delta from previous displayed frame",
                FieldType.RELATIVE_TIME,
                (p, l) -> since(p, p.context().displayedNanos()))
            .from(Scope.SEQUENCE)
            .asGenerated(),
        number(
                "frame.time_relative",
                "Time since reference or first frame",
                FieldType.RELATIVE_TIME,
                (p, l) -> since(p, p.context().referenceNanos()))
            .from(Scope.INDEX)
            .asGenerated(),
        number(
                "frame.offset_shift",
                "Time shift for this packet",
                FieldType.RELATIVE_TIME,
                (p, l) -> p.context().shiftNanos())
            .asGenerated(),
        Field.of(
                P,
                "frame.ref_time",
                "This is a Time Reference frame",
                FieldType.LABEL,
                (p, layer, out) -> {
                  if (p.context().reference()) {
                    out.addRange(0, 0);
                  }
                })
            .from(Scope.INDEX)
            .asGenerated(),
        truth("frame.marked", "Frame is marked", FrameContext::marked).from(Scope.INDEX),
        truth("frame.ignored", "Frame is ignored", FrameContext::ignored).from(Scope.INDEX),
        number("frame.len", "Frame length on the wire", FieldType.UINT, (p, l) -> p.length()),
        number(
            "frame.cap_len",
            "Frame length stored into the capture file",
            FieldType.UINT,
            (p, l) -> p.capturedLength()),
        Field.of(
                P, "frame.protocols", "Protocols in frame", FieldType.STRING, WholeFrame::protocols)
            .asGenerated(),
        Field.of(
            P,
            "_ws.malformed",
            "Malformed packet",
            FieldType.PROTOCOL,
            (p, layer, out) -> {
              if (p.malformed()) {
                out.addRange(0, p.capturedLength());
              }
            }));
  }

  private static Field truth(String name, String label, Predicate<FrameContext> holds) {
    return number(name, label, FieldType.BOOLEAN, (p, l) -> holds.test(p.context()) ? 1 : 0)
        .asGenerated();
  }

  private static Field number(
      String name, String label, FieldType type, Field.NumberReader reader) {
    return Field.number(P, name, label, type, Display.DECIMAL, 0, 0, reader);
  }

  private static long section(Packet p, int layer) {
    int section = p.context().origin().section();
    return section == 0 ? Field.ABSENT : section;
  }

  /** The number within the section, where there are sections. */
  private static long interfaceId(Packet p, int layer) {
    Origin origin = p.context().origin();
    return origin.section() == 0 ? p.interfaceId() : origin.number();
  }

  /** A span since a moment; 0 for the first frame, which has none before it. */
  private static long since(Packet p, long moment) {
    return moment == FrameContext.NO_TIME ? 0 : p.timeNanos() - moment;
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
      if (p.compounded(i) || p.protocol(i) == Protocol.WLAN_AGGREGATE) {
        continue;
      }
      text.append(text.isEmpty() ? "" : ":").append(unseen(p, i));
      text.append(p.protocol(i).filterName());
      switch (p.protocol(i)) {
        case ETHERNET, VLAN, PROVIDER_VLAN, SLL, SLL2 -> {
          if (i + 1 < p.layers() && p.protocol(i + 1) != Protocol.LLC) {
            text.append(":ethertype");
          }
        }
        case RTP -> text.append(Rtp.isEvent(p, i) ? ":rtpevent" : "");
        default -> {}
      }
    }
    out.addText(text.toString(), p.offset(layer), 0);
  }

  /** What Wireshark names before a layer and Earpiece does not take for one. */
  private static String unseen(Packet p, int layer) {
    Protocol before = layer == 0 ? Protocol.FRAME : p.protocol(layer - 1);
    return switch (p.protocol(layer)) {
      case PSEUDOWIRE -> "pwethheuristic:";
      case WLAN -> layer > 0 ? "wlan_radio:" : "";
      case ETHERNET -> before == Protocol.PPI ? "pcap_pktdata:" : "";
      default -> "";
    };
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
