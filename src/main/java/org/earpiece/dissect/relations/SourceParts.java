package org.earpiece.dissect.relations;

import org.earpiece.bytes.SparseRows;
import org.earpiece.packet.Packet;

/**
 * Which frames the bytes came in that a packet's layers were put together of: a row each part, its
 * key the packet and the source. The pipeline's thread adds; any thread asks.
 */
final class SourceParts {
  static final int FRAME = 0;
  static final int LENGTH = 1;
  private static final int WIDTH = 2;

  final SparseRows rows = new SparseRows(WIDTH);
  private final int[] row = new int[WIDTH];

  /** Looks at the sources of a packet. */
  void packet(Packet packet) {
    for (int source = 1; source < packet.sources().count(); source++) {
      int[] parts = packet.sources().madeOf(source);
      for (int i = 0; i + 1 < parts.length; i += WIDTH) {
        row[FRAME] = parts[i];
        row[LENGTH] = parts[i + 1];
        rows.add(Key.of(packet.number(), source), row);
      }
    }
  }
}
