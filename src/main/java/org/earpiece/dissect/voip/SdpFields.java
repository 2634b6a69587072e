package org.earpiece.dissect.voip;

import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.Protocol;

/** The fields of SDP. */
final class SdpFields {
  private SdpFields() {}

  static List<Field> all() {
    return List.of(Field.protocol(Protocol.SDP));
  }
}
