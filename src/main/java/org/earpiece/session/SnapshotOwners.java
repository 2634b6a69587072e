package org.earpiece.session;

import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Owners;
import org.earpiece.packet.Packet;
import org.earpiece.voip.owner.OwnerFields;

/** What the latest snapshot knows of calls and streams, or the one that it was held at. */
final class SnapshotOwners implements Owners {
  private final SnapshotExchange exchange;
  private final OwnerFields fields = new OwnerFields();
  private Snapshot known = Snapshot.EMPTY;
  private boolean held;

  SnapshotOwners(SnapshotExchange exchange) {
    this.exchange = exchange;
  }

  /** From now on answers by this snapshot, whatever comes. */
  void hold(Snapshot snapshot) {
    held = true;
    know(snapshot);
  }

  private void know(Snapshot snapshot) {
    if (snapshot.version() != known.version()) {
      known = snapshot;
      fields.know(snapshot.calls(), snapshot.streams(), snapshot.lastNanos());
    }
  }

  @Override
  public void add(int field, Packet packet, FieldValues out) {
    if (!held) {
      know(exchange.latest());
    }
    fields.add(field, packet, out);
  }
}
