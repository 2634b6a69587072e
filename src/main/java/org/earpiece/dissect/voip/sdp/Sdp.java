package org.earpiece.dissect.voip.sdp;

import java.util.List;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** SDP (RFC 8866) as the body of a message above, which has told its type and where it ends. */
public final class Sdp implements Dissector {
  @Override
  public Protocol protocol() {
    return Protocol.SDP;
  }

  @Override
  public List<Field> fields() {
    return SdpFields.all();
  }

  @Override
  public void register(DissectorTable table) {}

  @Override
  public int dissect(Packet packet, int offset) {
    return packet.limit() - offset;
  }
}
