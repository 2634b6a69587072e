package org.earpiece.bench;

import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.packet.Packet;
import org.earpiece.voip.CallTracker;
import org.earpiece.voip.MediaDirectory;

/** The pipeline's walk, with a call tracker that tells it what SDP announces. */
final class Walks {
  private final Flows flows = new Flows();
  private final MediaDirectory directory = new MediaDirectory(flows);
  private final CallTracker calls = new CallTracker(directory);
  private final LayerWalk walk = new LayerWalk(new DissectorTable(Dissectors.ALL), flows, true);

  /** Walks and learns what SDP says. */
  void walk(Packet packet) {
    walk.walk(packet);
    calls.packet(packet);
  }

  LayerWalk layers() {
    return walk;
  }

  MediaDirectory directory() {
    return directory;
  }
}
