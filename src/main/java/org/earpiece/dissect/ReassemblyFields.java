package org.earpiece.dissect;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Which frames the datagram that ends in a fragment was put together of, and what it became. */
public final class ReassemblyFields {
  private final Protocol protocol;
  private final String prefix;
  private final String title;

  private ReassemblyFields(Protocol protocol, String prefix, String title) {
    this.protocol = protocol;
    this.prefix = prefix;
    this.title = title;
  }

  /**
   * The fields of a layer whose datagrams may come in fragments.
   *
   * @param prefix of their names: {@code ip}
   * @param title as in their labels: {@code IPv4}
   * @param fragments the type of {@code ip.fragments}: whether its value is the datagram
   */
  public static List<Field> of(
      Protocol protocol, String prefix, String title, FieldType fragments) {
    ReassemblyFields all = new ReassemblyFields(protocol, prefix, title);
    return List.of(
        all.field(
            ".fragments",
            " Fragments",
            fragments,
            fragments == FieldType.BYTES ? ReassemblyFields::data : ReassemblyFields::label),
        all.field(".fragment", " Fragment", FieldType.FRAME_NUMBER, ReassemblyFields::frames),
        all.field(
            ".fragment.count",
            " Fragment count",
            FieldType.UINT,
            (p, layer, source, out) -> out.addNumber(count(p, source), p.offset(layer), 0)),
        all.field(
            ".reassembled.length",
            " length, reassembled",
            FieldType.UINT,
            (p, layer, source, out) ->
                out.addNumber(p.sources().bytes(source).length(), p.offset(layer), 0)),
        all.field(
            ".reassembled.data", " data, reassembled", FieldType.BYTES, ReassemblyFields::data));
  }

  /** Adds what there is to say of the source that a layer's fragment completed. */
  private interface Reader {
    void read(Packet packet, int layer, int source, FieldValues out);
  }

  private Field field(String name, String words, FieldType type, Reader reader) {
    return Field.of(
            protocol,
            prefix + name,
            title + words,
            type,
            (p, layer, out) -> {
              int source = completed(p, layer);
              if (source > 0 && count(p, source) > 0) {
                reader.read(p, layer, source, out);
              }
            })
        .asGenerated();
  }

  /** The source that what follows a layer lies in, where that is a datagram; else 0. */
  private static int completed(Packet p, int layer) {
    if (layer + 1 >= p.layers()) {
      return 0;
    }
    int source = p.source(layer + 1);
    boolean entered = source != p.source(layer);
    return entered && p.sources().kind(source) == DataSource.IP ? source : 0;
  }

  private static int count(Packet p, int source) {
    int[] count = new int[1];
    p.facts().parts(p, source, (frame, length) -> count[0]++);
    return count[0];
  }

  private static void frames(Packet p, int layer, int source, FieldValues out) {
    p.facts().parts(p, source, (frame, length) -> out.addNumber(frame, p.offset(layer), 0));
  }

  private static void label(Packet p, int layer, int source, FieldValues out) {
    out.addRange(p.offset(layer), 0);
  }

  private static void data(Packet p, int layer, int source, FieldValues out) {
    ByteView bytes = p.sources().bytes(source);
    out.addElsewhere(bytes, 0, bytes.length(), p.offset(layer));
  }
}
