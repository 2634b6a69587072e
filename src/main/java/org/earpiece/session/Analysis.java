package org.earpiece.session;

import java.util.List;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.dissect.PortRule;
import org.earpiece.dissect.relations.FrameFlows;
import org.earpiece.dissect.relations.Relations;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.store.DerivedLog;
import org.earpiece.store.PacketIndex;
import org.earpiece.voip.CallTracker;
import org.earpiece.voip.GatewayMedia;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.correlation.RelayedMedia;
import org.earpiece.voip.registration.RegistrationTracker;
import org.earpiece.voip.rtp.StreamTracker;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.subscription.SubscriptionTracker;

/** What looks at every packet, joined: the layer walk, then the taps in their order. */
final class Analysis {
  static final DissectorTable DISSECTORS = new DissectorTable(Dissectors.ALL);

  final Flows flows = new Flows();
  final MediaDirectory directory = new MediaDirectory(flows);
  final CallTracker calls = new CallTracker(directory);
  private final GatewayMedia gateways = new GatewayMedia(directory);
  final StreamTracker streams = new StreamTracker(directory);
  private final RelayedMedia relayed = new RelayedMedia(calls::relayed);
  private final Identities identities = new Identities();
  final RegistrationTracker registrations = new RegistrationTracker(identities);
  final SubscriptionTracker subscriptions = new SubscriptionTracker(identities);
  final Relations relations = new Relations(flows);
  private final DerivedLog derived;
  private final DissectorTable dissectors;
  private final LayerWalk walk;
  private long malformed;
  private long faults;
  private long unnumbered;

  Analysis(DerivedLog derived, TlsSecrets secrets, List<PortRule> ports) {
    this.derived = derived;
    dissectors = ports.isEmpty() ? DISSECTORS : new DissectorTable(Dissectors.ALL, ports);
    walk = new LayerWalk(dissectors, flows, derived, secrets, true);
  }

  /**
   * Sees a packet that was just begun. What an ICMP error quotes happened before, or elsewhere: it
   * is no message of a call and no packet of a stream. What fails at one packet must not end the
   * capture: it is counted. The pipeline's thread.
   */
  void packet(Packet packet) {
    walk.walk(packet);
    malformed += packet.malformed() ? 1 : 0;
    try {
      if (packet.quoted()) {
        relations.packet(packet);
        return;
      }
      calls.packet(packet);
      gateways.packet(packet);
      registrations.packet(packet);
      subscriptions.packet(packet);
      streams.packet(packet);
      relayed.packet(packet);
      relations.packet(packet);
    } catch (RuntimeException e) {
      faults++;
    }
  }

  /** The frames before this one are no longer held. The pipeline's thread. */
  void heldFrom(int frame) {
    derived.release(frame);
    relations.release(frame);
  }

  /** Counts a packet that came after the last one that is numbered. */
  void unnumbered() {
    unnumbered++;
  }

  /** What was given up or not understood so far. The pipeline's thread. */
  Discarded discarded() {
    return new Discarded(
        flows.refused() + relations.refused(),
        streams.refused(),
        calls.refused(),
        registrations.refused() + subscriptions.refused(),
        directory.forgotten(),
        walk.fragments().discarded()
            + walk.streams().discarded()
            + walk.contents().tls().discarded()
            + walk.contents().webSockets().discarded()
            + derived.discarded(),
        malformed,
        walk.caught() + faults,
        unnumbered,
        Undecrypted.of(walk.contents().tls()));
  }

  /** What the index says of frames that packets say something of. */
  record Indexed(PacketIndex index) implements FrameFlows {
    @Override
    public long timeNanos(int frame) {
      return index.timeNanos(frame);
    }

    @Override
    public int udpFlow(int frame) {
      return index.protocols().has(index.stack(frame), Protocol.UDP)
          ? index.flow(frame)
          : Packet.NONE;
    }
  }

  /** A walk for another thread, which asks and does not decide. */
  LayerWalk reader() {
    return new LayerWalk(dissectors, flows, derived, false);
  }
}
