package org.earpiece.dissect.relations;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.packet.Packet;

/**
 * Which frames' descriptions announced media at an address and port. The pipeline's thread adds, a
 * few a call; any thread asks.
 */
public final class Announcements {
  /** Announcements remembered at most; further ones set nothing up. */
  public static final int MAX_ANNOUNCEMENTS = 1_000_000;

  /** No announcement. */
  static final int NONE = -1;

  private final FlowTable endpoints = new FlowTable(MAX_ANNOUNCEMENTS);

  /** The announcements of each endpoint in order, and how many. */
  private int[][] rows = new int[1 << 6][];

  private int[] counts = new int[1 << 6];

  private int[] endpointOf = new int[1 << 6];
  private int[] learned = new int[1 << 6];
  private int[] setups = new int[1 << 6];

  /** Of this announcement and those of the endpoint before it, the one whose set-up came last. */
  private int[] latest = new int[1 << 6];

  private int count;
  private int settled;

  /** Remembers that the packet of this frame announces media. */
  public synchronized void announce(long hi, long lo, int port, int frame) {
    int endpoint = count == MAX_ANNOUNCEMENTS ? NONE : endpoints.flow(hi, lo, 0, 0, port, 0, 0);
    if (endpoint < 0) {
      return;
    }
    if (count == setups.length) {
      endpointOf = Arrays.copyOf(endpointOf, 2 * count);
      learned = Arrays.copyOf(learned, 2 * count);
      setups = Arrays.copyOf(setups, 2 * count);
      latest = Arrays.copyOf(latest, 2 * count);
    }
    endpointOf[count] = endpoint;
    learned[count] = frame;
    count++;
  }

  /** Says which frame set up the media that were announced since; 0 for none. */
  synchronized void settle(int frame) {
    for (; settled < count; settled++) {
      setups[settled] = frame;
      add(endpointOf[settled], settled);
    }
  }

  private void add(int endpoint, int row) {
    if (endpoint >= rows.length) {
      rows = Arrays.copyOf(rows, 2 * endpoint);
      counts = Arrays.copyOf(counts, 2 * endpoint);
    }
    int n = counts[endpoint];
    int[] of = rows[endpoint] == null ? new int[1] : rows[endpoint];
    if (n == of.length) {
      of = Arrays.copyOf(of, 2 * n);
    }
    rows[endpoint] = of;
    int before = n == 0 ? row : latest[of[n - 1]];
    latest[row] = setups[before] >= setups[row] ? before : row;
    of[n] = row;
    counts[endpoint] = n + 1;
  }

  /**
   * The announcement of an endpoint that holds for a frame: of those made before it the one whose
   * set-up came last; {@link #NONE} where there is none.
   */
  synchronized int find(long hi, long lo, int port, int frame) {
    int endpoint = endpoints.find(hi, lo, 0, 0, port, 0, 0);
    int made = endpoint < 0 || endpoint >= counts.length ? 0 : made(endpoint, frame);
    int row = made == 0 ? NONE : latest[rows[endpoint][made - 1]];
    return row == NONE || setups[row] == 0 ? NONE : row;
  }

  /** How many announcements of an endpoint were made before a frame. */
  private int made(int endpoint, int frame) {
    int low = 0;
    int high = counts[endpoint];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (learned[rows[endpoint][middle]] < frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The frame that set up what was announced. */
  private synchronized int setup(int announcement) {
    return setups[announcement];
  }

  /** The frame that set up the media of a packet: as its receiver announced, else its sender. */
  int setup(Packet p) {
    int row = find(p.dstHi(), p.dstLo(), p.dport(), p.number());
    row = row == NONE ? find(p.srcHi(), p.srcLo(), p.sport(), p.number()) : row;
    return row == NONE ? 0 : setup(row);
  }
}
