package org.earpiece.dissect.link;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The session stage of PPP over Ethernet (RFC 2516 section 6): a PPP frame. */
public final class PppoeSession implements Dissector {
  private static final Protocol P = Protocol.PPPOES;

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    fields.addAll(Pppoe.fields(P));
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.PPPOE_SESSION, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    int header = Pppoe.dissect(packet, offset);
    if (header > 0) {
      packet.next(NextHeader.PROTOCOL, Protocol.PPP.ordinal());
    }
    return header;
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    if (Pppoe.whole(packet, layer)) {
      out.append("Session Data");
    }
  }
}
