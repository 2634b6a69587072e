package org.earpiece.dissect.wlan;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * The Prism header before 802.11 frames, numbers in the order of the host that wrote it. Where AVS
 * stands in its place, that is read.
 */
public final class Prism implements Dissector {
  private static final Protocol P = Protocol.PRISM;
  private static final int LENGTH = 4;
  private static final int NAME = 8;
  private static final int NAME_SIZE = 16;
  private static final int FIXED = NAME + NAME_SIZE;

  /** Bytes of the header at most: 24 and 12 for each of its ten values is usual. */
  private static final int MAX_HEADER = 1024;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.protocol(P),
        number("prism.msgcode", "Message Code", 0).shown(Display.HEX),
        number("prism.msglen", "Message Length", LENGTH),
        Field.of(
            P,
            "prism.devname",
            "Device Name",
            FieldType.STRING,
            (p, layer, out) -> {
              int at = p.offset(layer) + NAME;
              if (p.end(layer) - at >= NAME_SIZE) {
                int zero = p.bytes(layer).indexOf((byte) 0, at, at + NAME_SIZE);
                out.addRange(at, zero < 0 ? NAME_SIZE : zero - at);
              }
            }));
  }

  private static Field number(String name, String label, int at) {
    return Field.number(
        P,
        name,
        label,
        FieldType.UINT,
        Display.DECIMAL,
        at,
        4,
        (p, layer) ->
            p.end(layer) - p.offset(layer) >= FIXED
                ? number(p.bytes(layer), p.offset(layer), at)
                : Field.ABSENT);
  }

  /** A number of the header that begins at {@code start}, in the order that makes sense. */
  private static long number(ByteView bytes, int start, int at) {
    boolean little = LittleEndian.u32(bytes, start + LENGTH) <= MAX_HEADER;
    return little ? LittleEndian.u32(bytes, start + at) : bytes.u32(start + at);
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.IEEE802_11_PRISM, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, FIXED)) {
      return TRUNCATED;
    }
    if (Avs.begins(packet.bytes(), offset)) {
      packet.next(NextHeader.PROTOCOL, Protocol.AVS.ordinal());
      return 0;
    }
    long length = number(packet.bytes(), offset, LENGTH);
    if (length < FIXED || length > MAX_HEADER) {
      packet.markMalformed();
      return FIXED;
    }
    if (!packet.has(offset, (int) length)) {
      return TRUNCATED;
    }
    packet.next(NextHeader.PROTOCOL, Protocol.WLAN.ordinal());
    return (int) length;
  }
}
