package org.earpiece.voip.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.bytes.FlowTable;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Finds the RTP streams (addresses, ports and SSRC), measures them and ties them to calls. It tells
 * each packet its stream and call; a call tracker that reads SDP must see the packet first. Streams
 * that only the heuristic believes in are kept apart and not shown until it is sure. Bounded. The
 * pipeline's thread.
 */
public final class StreamTracker implements Tap {
  /** Streams at most; packets of further ones belong to none. */
  public static final int MAX_STREAMS = 200_000;

  /** Streams that the heuristic is not sure of, at most; the one quiet for longest goes. */
  public static final int MAX_PROVISIONAL = 2_000;

  /** Ordered, so that a map does not slow down however many keys have the same hash. */
  private record Key(long srcHi, long srcLo, long dstHi, long dstLo, int sport, int dport, int ssrc)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::ssrc)
            .thenComparingLong(Key::srcLo)
            .thenComparingLong(Key::dstLo)
            .thenComparingInt(Key::sport)
            .thenComparingInt(Key::dport)
            .thenComparingLong(Key::srcHi)
            .thenComparingLong(Key::dstHi);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    static Key of(Packet p, int ssrc) {
      return new Key(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport(), ssrc);
    }
  }

  private final MediaDirectory directory;
  private final int maxStreams;
  private @Nullable RtpStream[] lastOfFlow = new RtpStream[1 << 10];
  private final FlowTable table;
  private final ArrayList<RtpStream> streams = new ArrayList<>();
  private final LinkedHashMap<Key, RtpStream> provisional = new LinkedHashMap<>(16, 0.75f, true);
  private int ids;
  private long refused;
  private long origin;
  private long now = Long.MIN_VALUE;

  /** Confirmed streams in order of first frame; the snapshots stand at the same places. */
  private final ArrayList<RtpStream> shown = new ArrayList<>();

  private @Nullable StreamSnapshot[] snapshots = new StreamSnapshot[16];
  private final ArrayList<RtpStream> active = new ArrayList<>();
  private List<StreamSnapshot> latest = List.of();

  /** A tracker that asks this directory which calls the media belongs to. */
  public StreamTracker(MediaDirectory directory) {
    this(directory, MAX_STREAMS);
  }

  StreamTracker(MediaDirectory directory, int maxStreams) {
    this.directory = directory;
    this.maxStreams = maxStreams;
    table = new FlowTable(maxStreams);
  }

  @Override
  public void packet(Packet packet) {
    if (now == Long.MIN_VALUE) {
      origin = packet.timeNanos();
    }
    now = Math.max(now, packet.timeNanos());
    if (packet.fragment().partial()) {
      return; // the frame that completes the datagram has the packet
    }
    int layer = packet.find(Protocol.RTP);
    if (layer == Packet.NONE && packet.find(Protocol.RTCP) >= 0) {
      rtcp(packet);
    }
    for (; layer != Packet.NONE; layer = packet.find(Protocol.RTP, layer + 1)) {
      rtp(packet, layer);
    }
  }

  private void rtp(Packet packet, int layer) {
    int offset = packet.offset(layer);
    if (packet.end(layer) - offset < Rtp.FIXED_HEADER) {
      return;
    }
    RtpStream stream = stream(packet, Rtp.ssrc(packet.bytes(layer), offset));
    if (stream == null) {
      refused++;
      return;
    }
    stream.packet(packet, layer, directory);
    packet.stream(stream.id());
    packet.call(stream.call());
    if (!stream.active() && !stream.provisional()) {
      stream.active(true);
      active.add(stream);
    }
  }

  private void rtcp(Packet p) {
    MediaDirectory.Tie tie =
        directory.lookup(p.srcHi(), p.srcLo(), p.sport(), p.dstHi(), p.dstLo(), p.dport());
    if (tie != null && tie.ofCall()) {
      p.call(tie.call());
    }
  }

  private @Nullable RtpStream stream(Packet packet, int ssrc) {
    int flow = packet.flow();
    if (flow >= 0 && flow < lastOfFlow.length) {
      RtpStream last = lastOfFlow[flow];
      if (last != null && last.ssrc() == ssrc && (!last.provisional() || packet.tentative())) {
        return last;
      }
    }
    RtpStream found = find(packet, ssrc);
    if (found != null && flow >= 0) {
      if (flow >= lastOfFlow.length) {
        lastOfFlow = Arrays.copyOf(lastOfFlow, Math.max(flow + 1, 2 * lastOfFlow.length));
      }
      lastOfFlow[flow] = found;
    }
    return found;
  }

  private @Nullable RtpStream find(Packet p, int ssrc) {
    int index = table.find(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport(), ssrc);
    if (index >= 0) {
      return streams.get(index);
    }
    Key key = Key.of(p, ssrc);
    RtpStream guessed = provisional.get(key);
    if (p.tentative()) {
      return guessed != null ? guessed : guess(p, key);
    }
    if (streams.size() == maxStreams) {
      return null;
    }
    if (guessed != null) {
      provisional.remove(key);
      guessed.confirm();
    }
    RtpStream stream = guessed != null ? guessed : new RtpStream(ids++, p, ssrc, false, origin);
    table.flow(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport(), ssrc);
    streams.add(stream);
    show(stream);
    return stream;
  }

  private RtpStream guess(Packet packet, Key key) {
    if (provisional.size() == MAX_PROVISIONAL) {
      Map.Entry<Key, RtpStream> eldest = provisional.pollFirstEntry();
      int flow = eldest.getValue().flow();
      if (flow >= 0 && flow < lastOfFlow.length && eldest.getValue().equals(lastOfFlow[flow])) {
        lastOfFlow[flow] = null;
      }
    }
    RtpStream stream = new RtpStream(ids++, packet, key.ssrc(), true, origin);
    provisional.put(key, stream);
    return stream;
  }

  /** Puts a stream at its place in the order of first frames. */
  private void show(RtpStream stream) {
    int place = shown.size();
    while (place > 0 && shown.get(place - 1).id() > stream.id()) {
      place--;
    }
    shown.add(place, stream);
    if (shown.size() > snapshots.length) {
      snapshots = Arrays.copyOf(snapshots, 2 * snapshots.length);
    }
    for (int i = place; i < shown.size(); i++) {
      RtpStream moved = shown.get(i);
      moved.number(i + 1);
      if (!moved.active()) {
        moved.active(true);
        active.add(moved);
      }
    }
  }

  /** Packets of streams that were one too many. */
  public long refused() {
    return refused;
  }

  /**
   * All streams that are sure, in order of first frame: number n is at n - 1. Only those that
   * changed are made anew; an immutable list, for any thread.
   */
  public List<StreamSnapshot> snapshots() {
    if (active.isEmpty()) {
      return latest;
    }
    int kept = 0;
    boolean any = false;
    for (int i = 0; i < active.size(); i++) {
      RtpStream stream = active.get(i);
      if (stream.outdated(now, directory)) {
        snapshots[stream.number() - 1] = stream.snapshot(now);
        any = true;
      }
      stream.active(stream.running(now));
      if (stream.active()) {
        active.set(kept++, stream);
      }
    }
    active.subList(kept, active.size()).clear();
    if (any) {
      latest = Collections.unmodifiableList(Arrays.asList(copy()));
    }
    return latest;
  }

  /** Every place is filled: a stream is active from the moment it gets its place. */
  private StreamSnapshot[] copy() {
    StreamSnapshot[] copy = new StreamSnapshot[shown.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Objects.requireNonNull(snapshots[i]);
    }
    return copy;
  }
}
