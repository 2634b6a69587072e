package org.earpiece.voip.repeated;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.packet.Transport;

/**
 * Recognises SIP messages that were sent again over UDP (RFC 3261 section 17): the same bytes
 * between the same ends on the same interface, while the transaction may live. Constant memory: of
 * each bucket the message that came longest ago is forgotten. The pipeline's thread.
 */
public final class Retransmissions implements Tap {
  /** Messages remembered at most. */
  public static final int MAX_REMEMBERED = 1 << 16;

  /** A transaction that does not end by then is over: 64 times T1, ns. */
  private static final long ALIVE_NANOS = 32_000_000_000L;

  private static final int WAYS = 8;
  private static final long NEVER = Long.MIN_VALUE;

  /** Nobody who does not know it can prepare two messages that are taken for one. */
  private final long secret = ThreadLocalRandom.current().nextLong() | 1;

  private final long[] prints = new long[MAX_REMEMBERED];
  private final long[] times = new long[MAX_REMEMBERED];

  public Retransmissions() {
    Arrays.fill(times, NEVER);
  }

  @Override
  public void packet(Packet packet) {
    int layer = packet.find(Protocol.SIP);
    if (layer >= 0 && packet.transport() == Transport.UDP) {
      packet.irregular(came(print(packet, layer), packet.timeNanos()));
    }
  }

  private boolean came(long print, long now) {
    int bucket = (int) (print >>> 40) * WAYS & MAX_REMEMBERED - 1;
    int oldest = bucket;
    for (int slot = bucket; slot < bucket + WAYS; slot++) {
      if (prints[slot] == print && times[slot] != NEVER) {
        boolean alive = now - times[slot] < ALIVE_NANOS;
        times[slot] = alive ? times[slot] : now;
        return alive;
      }
      oldest = times[slot] < times[oldest] ? slot : oldest;
    }
    prints[oldest] = print;
    times[oldest] = now;
    return false;
  }

  private long print(Packet p, int layer) {
    long print = mix(p.interfaceId(), p.srcHi());
    print = mix(mix(print, p.srcLo()), p.dstHi());
    print = mix(mix(print, p.dstLo()), (long) p.sport() << Short.SIZE | p.dport());
    ByteView bytes = p.bytes(layer);
    int end = p.end(layer);
    int at = p.offset(layer);
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      print = mix(print, bytes.i64(at));
    }
    for (; at < end; at++) {
      print = mix(print, bytes.u8(at));
    }
    return print;
  }

  private long mix(long print, long value) {
    long mixed = (print ^ value) * secret;
    return (mixed ^ mixed >>> 32) * 0x9E37_79B9_7F4A_7C15L;
  }
}
