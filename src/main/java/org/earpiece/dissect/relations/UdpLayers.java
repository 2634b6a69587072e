package org.earpiece.dissect.relations;

import org.earpiece.bytes.SparseRows;
import org.earpiece.dissect.Flows;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * The flows of those layers of UDP that are not what the index knows of their packet: around
 * another transport, or in what an ICMP error quotes. The pipeline's thread.
 */
final class UdpLayers {
  /** Layers of a packet that has no more than one transport and what it carries. */
  private static final int USUAL = 4;

  final SparseRows rows = new SparseRows(1);

  private final Flows flows;
  private final Ends ends = new Ends();
  private final int[] row = new int[1];

  UdpLayers(Flows flows) {
    this.flows = flows;
  }

  /** Looks at the layers of a packet. */
  void packet(Packet packet) {
    if (packet.layers() <= USUAL) {
      return;
    }
    int first = packet.find(Protocol.UDP);
    if (first < 0) {
      return;
    }
    boolean usual = packet.transport() == Transport.UDP && !packet.quoted();
    if (usual && packet.find(Protocol.UDP, first + 1) < 0) {
      return;
    }
    for (int layer = first; layer >= 0; layer = packet.find(Protocol.UDP, layer + 1)) {
      if (ends.read(packet, layer)) {
        row[0] =
            flows.number(
                ends.srcHi,
                ends.srcLo,
                ends.dstHi,
                ends.dstLo,
                ends.sport,
                ends.dport,
                Transport.UDP.ordinal());
        if (row[0] >= 0) {
          rows.add(Key.of(packet.number(), layer), row);
        }
      }
    }
  }
}
