package org.earpiece.dissect.link;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The Linux cooked header, version 2 (LINKTYPE_LINUX_SLL2). */
public final class LinuxSll2 implements Dissector {
  private static final int IFINDEX = 4;
  private static final CookedHeader HEADER =
      new CookedHeader(Protocol.SLL2, 20, 0, 10, 8, 12, 11, 1);

  @Override
  public Protocol protocol() {
    return Protocol.SLL2;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(HEADER.fields());
    fields.add(
        Field.uint(
            Protocol.SLL2, "sll.ifindex", "Interface index", Field.Display.DECIMAL, IFINDEX, 4));
    return fields;
  }

  @Override
  public void register(DissectorTable table) {
    table.link(LinkType.LINUX_SLL2, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return HEADER.dissect(packet, offset);
  }
}
