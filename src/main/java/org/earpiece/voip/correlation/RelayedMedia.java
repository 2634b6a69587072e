package org.earpiece.voip.correlation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.rtp.Rtp;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;

/**
 * Notices that someone passes the sound of one call on in another: the payload that he gets in the
 * one he sends, moments later, in the other. Looks at the first packets of each stream. Constant
 * memory for each stream. Pipeline's thread; a tracker of streams must see the packet first.
 */
public final class RelayedMedia implements Tap {
  /** Is told what was noticed. */
  public interface Listener {
    /** The host got the sound of {@code from} and sent it in {@code to}. */
    void relayed(int from, int to, String host);
  }

  /** Packets of a stream that are looked at. */
  static final int MAX_PACKETS = 60;

  /** Pairs of calls that are counted at a time. */
  static final int MAX_PAIRS = 4_096;

  /** Packets alike before two calls are said to be one conversation. */
  private static final int ENOUGH = 10;

  private static final int SLOTS = 1 << 13;
  private static final int SAMPLES = 16;
  private static final int LEAST_BYTES = 16;
  private static final int LEAST_VALUES = 4;
  private static final long DELAY_NANOS = 60_000_000L;

  private final Listener listener;
  private final long[] hashes = new long[SLOTS];
  private final long[] times = new long[SLOTS];
  private final int[] calls = new int[SLOTS];
  private final long[] sources = new long[SLOTS];
  private final long[] targets = new long[SLOTS];
  private final Map<Long, Integer> pairs = new HashMap<>();
  private byte[] looked = new byte[1024];

  public RelayedMedia(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void packet(Packet packet) {
    int stream = packet.stream();
    if (stream < 0 || packet.call() <= 0 || !looks(stream)) {
      return;
    }
    int layer = packet.find(Protocol.RTP);
    if (layer != Packet.NONE) {
      sound(packet, packet.bytes(layer), packet.offset(layer), packet.end(layer));
    }
  }

  private boolean looks(int stream) {
    if (stream >= looked.length) {
      looked = Arrays.copyOf(looked, Math.max(stream + 1, 2 * looked.length));
    }
    if (looked[stream] >= MAX_PACKETS) {
      return false;
    }
    looked[stream]++;
    return true;
  }

  private void sound(Packet packet, ByteView bytes, int rtp, int end) {
    int length = Rtp.payloadLength(bytes, rtp, end);
    int from = rtp + Rtp.headerLength(bytes, rtp, end);
    if (length < LEAST_BYTES || !varied(bytes, from, length)) {
      return;
    }
    long hash = hash(bytes, from, length);
    int slot = (int) (hash >>> 51);
    boolean alike = hashes[slot] == hash && packet.timeNanos() - times[slot] <= DELAY_NANOS;
    if (alike && calls[slot] != packet.call() && passedOn(packet, slot)) {
      count(calls[slot], packet);
      return;
    }
    hashes[slot] = hash;
    times[slot] = packet.timeNanos();
    calls[slot] = packet.call();
    sources[slot] = host(packet.srcHi(), packet.srcLo());
    targets[slot] = host(packet.dstHi(), packet.dstLo());
  }

  /** Whether who got the one sent the other, and not back. */
  private boolean passedOn(Packet packet, int slot) {
    return targets[slot] == host(packet.srcHi(), packet.srcLo())
        && sources[slot] != host(packet.dstHi(), packet.dstLo())
        && sources[slot] != targets[slot];
  }

  private void count(int from, Packet packet) {
    if (pairs.size() >= MAX_PAIRS) {
      pairs.clear();
    }
    int to = packet.call();
    int alike = pairs.merge(((long) from << 32) | to, 1, Integer::sum);
    if (alike == ENOUGH) {
      String host = IpAddress.text(packet.srcHi(), packet.srcLo());
      listener.relayed(from, to, host);
    }
  }

  /** Silence is alike everywhere. */
  private static boolean varied(ByteView bytes, int from, int length) {
    int values = 1;
    for (int i = 1; i < length && values < LEAST_VALUES; i++) {
      values += bytes.u8(from + i) != bytes.u8(from + i - 1) ? 1 : 0;
    }
    return values == LEAST_VALUES;
  }

  /** Of the length and of what lies evenly spread over the payload. */
  private static long hash(ByteView bytes, int from, int length) {
    long hash = length;
    int step = Math.max(Integer.BYTES, length / SAMPLES);
    for (int i = 0; i + Integer.BYTES <= length; i += step) {
      hash = (hash ^ bytes.u32(from + i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
  }

  private static long host(long hi, long lo) {
    return (hi * 0x9E3779B97F4A7C15L) ^ lo;
  }
}
