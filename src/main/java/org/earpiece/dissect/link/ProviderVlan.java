package org.earpiece.dissect.link;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.EtherTypes;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The outer tag of IEEE 802.1ad (provider bridges). */
public final class ProviderVlan implements Dissector {
  @Override
  public Protocol protocol() {
    return Protocol.PROVIDER_VLAN;
  }

  @Override
  public List<Field> fields() {
    return VlanTag.fields(Protocol.PROVIDER_VLAN, FieldType.UINT, "ieee8021ah");
  }

  @Override
  public void register(DissectorTable table) {
    table.ethertype(EtherTypes.PROVIDER_VLAN, this);
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
