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

  /** Words of a key: together they hold as many layers as a packet can have. */
  private static final int WORDS = (Packet.MAX_LAYERS + LAYERS_A_WORD - 1) / LAYERS_A_WORD;

  /** The bit that layers leave free in the first word of a key. */
  private static final long UNSETTLED = Long.MIN_VALUE;

  private final long[] wanted = new long[WORDS];
  private long[] keys = new long[WORDS << 6];
  private int[] slots = new int[256];
  private volatile Protocol[][] stacks = {{}};
  private volatile boolean[] settled = {false};
  private int last;

  /** The number of the packet's sequence of protocols. The pipeline's thread. */
  public int number(Packet packet) {
    for (int word = 0; word < WORDS; word++) {
      wanted[word] = word(packet, word * LAYERS_A_WORD);
    }
    wanted[0] |= settled(packet) ? 0 : UNSETTLED;
    if (last != OTHER && isWanted(last)) {
      return last;
    }
    int mask = slots.length - 1;
    int slot = slot(wanted, 0, mask);
    while (slots[slot] != 0) {
      int n = slots[slot];
      if (isWanted(n)) {
        last = n;
        return n;
      }
      slot = (slot + 1) & mask;
    }
    return add(packet);
  }

  /** Whether another look, when more of its flow and its datagram is known, shows the same. */
  private static boolean settled(Packet packet) {
    int last = packet.layers() - 1;
    boolean open =
        last > 0
            && packet.protocol(last) == Protocol.DATA
            && packet.protocol(last - 1) == Protocol.UDP;
    return !open && !packet.tentative() && !packet.fragment().partial();
  }

  private boolean isWanted(int n) {
    for (int word = 0; word < WORDS; word++) {
      if (keys[n * WORDS + word] != wanted[word]) {
        return false;
      }
    }
    return true;
  }

  private static long word(Packet packet, int from) {
    long word = 0;
    int to = Math.min(packet.layers(), from + LAYERS_A_WORD);
    for (int i = from; i < to; i++) {
      word = word << BITS_A_LAYER | (packet.protocol(i).ordinal() + 1);
    }
    return word;
  }

  private int add(Packet packet) {
    int n = stacks.length;
    if (n > MAX_STACKS) {
      return OTHER;
    }
    if ((n + 1) * WORDS > keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    System.arraycopy(wanted, 0, keys, n * WORDS, WORDS);
    Protocol[] layers = new Protocol[packet.layers()];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = packet.protocol(i);
    }
    Protocol[][] more = Arrays.copyOf(stacks, n + 1);
    more[n] = layers;
    boolean[] known = Arrays.copyOf(settled, n + 1);
    known[n] = wanted[0] >= 0;
    settled = known;
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
    int slot = slot(keys, n * WORDS, mask);
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = n;
  }

  private static int slot(long[] words, int from, int mask) {
    long hash = 0;
    for (int word = from; word < from + WORDS; word++) {
      hash = (hash * 31 + words[word]) * 0x9E3779B97F4A7C15L;
    }
    return (int) (hash >>> 40) & mask;
  }

  /**
   * Whether packets with this number surely have these protocols and no others. Of a first fragment
   * it depends on whether the rest of its datagram comes, of media that nobody announced on what
   * its flow turns out to be.
   */
  public boolean settled(int number) {
    return number != OTHER && settled[number];
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
