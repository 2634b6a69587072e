package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** IP without a link-layer header: a layer without bytes; the IP version tells what follows. */
public final class RawIp implements Dissector {
  @Override
  public Protocol protocol() {
    return Protocol.RAW;
  }

  @Override
  public List<Field> fields() {
    return List.of(Field.protocol(Protocol.RAW));
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.RAW, this);
    table.link(LinkType.RAW_12, this);
    table.link(LinkType.RAW_14, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    if (!packet.has(offset, 1)) {
      return TRUNCATED;
    }
    int ethertype = EtherTypes.ofIpVersion(packet.bytes().u8(offset));
    if (ethertype != 0) {
      packet.next(NextHeader.ETHERTYPE, ethertype);
    }
    return 0;
  }
}
