package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The Linux cooked header, version 1 (LINKTYPE_LINUX_SLL). */
public final class LinuxSll implements Dissector {
  private static final CookedHeader HEADER = new CookedHeader(Protocol.SLL, 16, 14, 0, 2, 6, 4, 2);

  @Override
  public Protocol protocol() {
    return Protocol.SLL;
  }

  @Override
  public List<Field> fields() {
    return HEADER.fields();
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.LINUX_SLL, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return HEADER.dissect(packet, offset);
  }
}
