package org.earpiece.session;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.PacketFilter.Asks;
import org.earpiece.packet.Packet;
import org.earpiece.store.PacketIndex;
import org.earpiece.store.PacketStore;
import org.jspecify.annotations.Nullable;

/**
 * Judges frames by a filter, and reads only those that nothing cheaper decides: their sequence of
 * protocols, their call and stream, what the index keeps of them. One a thread.
 */
final class Judge {
  private static final byte UNKNOWN = 0;
  private static final byte ACCEPTED = 1;
  private static final byte REFUSED = 2;

  /** Frames whose sequences of protocols are looked up together. */
  private static final int AHEAD = 1024;

  private final PacketReader reader;
  private final PacketStore store;
  private final PacketIndex index;
  private final PacketFilter filter;
  private final SnapshotOwners owners;
  private final Map<BitSet, Residue> residues = new HashMap<>();
  private @Nullable Residue[] byStack = new Residue[0];
  private Snapshot held = Snapshot.EMPTY;

  /** The sequences of protocols of some frames, looked up together. */
  private final short[] stacks = new short[AHEAD];

  private int ahead;
  private int aheadEnd;

  /** What is left of the filter for packets of some sequences of protocols. */
  private static final class Residue {
    final PacketFilter filter;
    final Asks asks;

    /** Verdicts on calls and streams by number and identity, where they are all it asks. */
    byte[] calls = new byte[0];

    byte[] streams = new byte[0];
    byte nobody;

    Residue(PacketFilter filter) {
      this.filter = filter;
      asks = filter.asks();
    }

    Residue withVerdicts() {
      Residue copy = new Residue(filter);
      copy.take(this);
      return copy;
    }

    void take(Residue other) {
      calls = other.calls;
      streams = other.streams;
      nobody = other.nobody;
    }
  }

  /**
   * A judge for one thread.
   *
   * @param filter nobody else's
   * @param owners the reader's
   */
  Judge(PacketReader reader, PacketStore store, PacketFilter filter, SnapshotOwners owners) {
    this.reader = reader;
    this.store = store;
    index = store.index();
    this.filter = filter;
    this.owners = owners;
  }

  /** From now on judges by what this snapshot knows of calls and streams. */
  void hold(Snapshot snapshot) {
    held = snapshot;
    owners.hold(snapshot);
    for (Residue residue : residues.values()) {
      residue.calls = new byte[0];
      residue.streams = new byte[0];
      residue.nobody = UNKNOWN;
    }
  }

  /**
   * The first frame from {@code from} on that its protocols alone do not refuse, or {@code behind}
   * where there is none before that.
   */
  int next(int from, int behind) {
    if (filter.sequential() || store.marks().ignoredCount() > 0) {
      return from;
    }
    for (int frame = from; frame < behind; frame++) {
      if (frame < ahead || frame >= aheadEnd) {
        lookAhead(frame);
      }
      int stack = stacks[frame - ahead];
      Residue known = stack < byStack.length ? byStack[stack] : null;
      if (known == null || known.asks != Asks.REJECTS) {
        return frame;
      }
    }
    return behind;
  }

  private void lookAhead(int frame) {
    int count = Math.min(AHEAD, index.size() + 1 - frame);
    index.stacks(frame, stacks, count);
    ahead = frame;
    aheadEnd = frame + count;
  }

  /** Whether the filter accepts a frame that is held. */
  boolean accepts(int frame) throws IOException {
    if (filter.sequential() || store.marks().ignored(frame)) {
      return read(filter, frame);
    }
    Residue residue = residue(index.stack(frame));
    return switch (residue.asks) {
      case ACCEPTS -> true;
      case REJECTS -> false;
      case OWNERS -> owner(residue, frame);
      case INDEX -> residue.filter.test(reader.outline(frame));
      case PACKET -> read(residue.filter, frame);
    };
  }

  private boolean read(PacketFilter by, int frame) throws IOException {
    Packet packet = reader.read(frame);
    return packet != null && by.test(packet);
  }

  private Residue residue(int stack) {
    if (stack >= byStack.length) {
      byStack = Arrays.copyOf(byStack, index.protocols().size());
    }
    Residue known = byStack[stack];
    if (known == null) {
      known = left(stack);
      byStack[stack] = known;
    }
    return known;
  }

  /**
   * Sequences that the filter cannot tell apart share what is left of it: those that another look
   * may change, and those of which it asks no protocol, the whole.
   */
  private Residue left(int stack) {
    BitSet told = new BitSet();
    if (!index.protocols().settled(stack)) {
      return residues.computeIfAbsent(told, t -> new Residue(filter));
    }
    PacketFilter rest =
        filter.given(protocol -> {
          boolean has = index.protocols().has(stack, protocol);
          told.set(2 * protocol.ordinal() + (has ? 1 : 0));
          return has;
        });
    return residues.computeIfAbsent(told, t -> new Residue(rest));
  }

  private boolean owner(Residue residue, int frame) {
    int stream = index.stream(frame);
    int call = stream == Packet.NONE ? index.call(frame) : Packet.NONE;
    byte verdict;
    if (stream >= 0) {
      residue.streams = grown(residue.streams, stream, held.streams().size());
      verdict = residue.streams[stream];
    } else if (call >= 0) {
      residue.calls = grown(residue.calls, call, held.calls().size());
      verdict = residue.calls[call];
    } else {
      verdict = residue.nobody;
    }
    if (verdict == UNKNOWN) {
      verdict = verdict(residue, call, stream);
      if (stream >= 0) {
        residue.streams[stream] = verdict;
      } else if (call >= 0) {
        residue.calls[call] = verdict;
      } else {
        residue.nobody = verdict;
      }
    }
    return verdict == ACCEPTED;
  }

  private byte verdict(Residue residue, int call, int stream) {
    return residue.filter.test(reader.of(call, stream)) ? ACCEPTED : REFUSED;
  }

  private static byte[] grown(byte[] verdicts, int place, int expected) {
    return place < verdicts.length
        ? verdicts
        : Arrays.copyOf(verdicts, Math.max(2 * place, expected) + 1);
  }

  /**
   * Whether a verdict on a call or a stream that was judged would be another by this snapshot, or
   * might be; then what was judged must be judged again. Goes on by this snapshot.
   */
  boolean changed(Snapshot snapshot) {
    Map<Residue, Residue> before = new HashMap<>();
    boolean sure = true;
    for (Residue residue : residues.values()) {
      if (residue.asks == Asks.OWNERS) {
        before.put(residue, residue.withVerdicts());
      } else if (residue.asks.compareTo(Asks.OWNERS) > 0) {
        sure = false;
      }
    }
    hold(snapshot);
    if (!sure || before.values().stream().anyMatch(this::differs)) {
      return true;
    }
    before.forEach(Residue::take);
    return false;
  }

  private boolean differs(Residue was) {
    for (int call = 0; call < was.calls.length; call++) {
      byte verdict = was.calls[call];
      if (verdict != UNKNOWN && verdict != verdict(was, call, Packet.NONE)) {
        return true;
      }
    }
    for (int stream = 0; stream < was.streams.length; stream++) {
      byte verdict = was.streams[stream];
      if (verdict != UNKNOWN && verdict != verdict(was, Packet.NONE, stream)) {
        return true;
      }
    }
    return false;
  }
}
