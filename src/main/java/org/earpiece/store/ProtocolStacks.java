package org.earpiece.store;

import java.util.Arrays;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * Gives every sequence of protocols that occurs (Ethernet, IPv4, UDP, RTP) a small number, so that
 * an index row tells all its protocols in two bytes. The pipeline numbers; any thread asks.
 */
public final class ProtocolStacks {
  /** Sequences told apart; packets with yet another one count as {@link #OTHER}. */
  public static final int MAX_STACKS = Short.MAX_VALUE;

  /** The number of all sequences beyond the limit: it may hold any protocol. */
  public static final int OTHER = 0;

  private static final int LAYERS_A_WORD = 9;
  private static final int BITS_A_LAYER = 7;

  private long[] outer = new long[64];
  private long[] inner = new long[64];
  private int[] slots = new int[256];
  private volatile Protocol[][] stacks = {{}};
  private int last;

  /** The number of the packet's sequence of protocols. The pipeline's thread. */
  public int number(Packet packet) {
    long a = word(packet, 0);
    long b = packet.layers() > LAYERS_A_WORD ? word(packet, LAYERS_A_WORD) : 0;
    if (outer[last] == a && inner[last] == b && last != OTHER) {
      return last;
    }
    int mask = slots.length - 1;
    int slot = slot(a, b, mask);
    while (slots[slot] != 0) {
      int n = slots[slot];
      if (outer[n] == a && inner[n] == b) {
        last = n;
        return n;
      }
      slot = (slot + 1) & mask;
    }
    return add(packet, a, b);
  }

  private static long word(Packet packet, int from) {
    long word = 0;
    int to = Math.min(packet.layers(), from + LAYERS_A_WORD);
    for (int i = from; i < to; i++) {
      word = word << BITS_A_LAYER | (packet.protocol(i).ordinal() + 1);
    }
    return word;
  }

  private int add(Packet packet, long a, long b) {
    int n = stacks.length;
    if (n > MAX_STACKS) {
      return OTHER;
    }
    if (n == outer.length) {
      outer = Arrays.copyOf(outer, n * 2);
      inner = Arrays.copyOf(inner, n * 2);
    }
    outer[n] = a;
    inner[n] = b;
    Protocol[] layers = new Protocol[Math.min(packet.layers(), 2 * LAYERS_A_WORD)];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = packet.protocol(i);
    }
    Protocol[][] more = Arrays.copyOf(stacks, n + 1);
    more[n] = layers;
    stacks = more;
    rehash(n + 1);
    last = n;
    return n;
  }

  private void rehash(int count) {
    if (count * 2 > slots.length) {
      slots = new int[slots.length * 2];
      for (int n = 1; n < count; n++) {
        put(n);
      }
    } else {
      put(count - 1);
    }
  }

  private void put(int n) {
    int mask = slots.length - 1;
    int slot = slot(outer[n], inner[n], mask);
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = n;
  }

  private static int slot(long a, long b, int mask) {
    return (int) (((a * 31 + b) * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }

  /** How many numbers are given; grows. */
  public int size() {
    return stacks.length;
  }

  /** Whether packets with this number may have a layer of this protocol. */
  public boolean has(int number, Protocol protocol) {
    if (number == OTHER) {
      return true;
    }
    for (Protocol layer : stacks[number]) {
      if (layer == protocol) {
        return true;
      }
    }
    return false;
  }

  /** The innermost protocol of packets with this number. */
  public Protocol innermost(int number) {
    Protocol[] layers = stacks[number];
    return layers.length == 0 ? Protocol.FRAME : layers[layers.length - 1];
  }
}
