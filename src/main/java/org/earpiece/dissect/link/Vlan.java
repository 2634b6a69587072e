package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The tag of IEEE 802.1Q. */
public final class Vlan implements Dissector {
  @Override
  public Protocol protocol() {
    return Protocol.VLAN;
  }

  @Override
  public List<Field> fields() {
    return VlanTag.fields(Protocol.VLAN, FieldType.BOOLEAN, "vlan");
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.VLAN, this);
    table.ethertype(EtherTypes.OLD_QINQ, this);
  }

  @Override
  public int dissect(Packet packet, int offset) {
    return VlanTag.dissect(packet, offset);
  }

  @Override
  public String title(Packet packet, int layer) {
    return VlanTag.title(packet, layer);
  }
}
