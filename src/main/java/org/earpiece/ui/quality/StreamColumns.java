package org.earpiece.ui.quality;

import java.util.Arrays;
import java.util.List;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamPacket;
import org.earpiece.voip.StreamPacket.Event;
import org.earpiece.voip.StreamSnapshot;

/**
 * The packets of a stream as columns of numbers: a million of them take 40 MB and are drawn by the
 * pixel. Made on a worker, then immutable. Rows are packets in order of arrival.
 */
final class StreamColumns {
  private static final Event[] EVENTS = Event.values();

  private final StreamSnapshot stream;
  private final int[] frames;
  private final long[] times;
  private final int[] sequences;
  private final byte[] events;
  private final int[] lostBefore;
  private final boolean[] markers;
  private final Extremes jitter;
  private final Extremes delta;
  private final Extremes skew;
  private final Extremes bandwidth;
  private final double[] mos;
  private final int[] problems;
  private final int wrongTimestamps;
  private final int gaps;
  private final double packetMs;

  StreamColumns(QualitySeries series) {
    List<StreamPacket> packets = series.packets();
    int n = packets.size();
    stream = series.stream();
    mos = series.mosPerSecond();
    frames = new int[n];
    times = new long[n];
    sequences = new int[n];
    events = new byte[n];
    lostBefore = new int[n];
    markers = new boolean[n];
    float[] jitters = new float[n];
    float[] deltas = new float[n];
    float[] skews = new float[n];
    float[] bandwidths = new float[n];
    int[] remarkable = new int[n];
    int found = 0;
    int wrong = 0;
    int losses = 0;
    int i = 0;
    for (StreamPacket p : packets) {
      frames[i] = p.frame();
      times[i] = p.timeNanos();
      sequences[i] = p.sequence();
      events[i] = (byte) p.event().ordinal();
      lostBefore[i] = p.lostBefore();
      markers[i] = p.marker();
      jitters[i] = (float) p.jitterMs();
      deltas[i] = (float) p.deltaMs();
      skews[i] = (float) p.skewMs();
      bandwidths[i] = (float) p.bandwidthKbps();
      if (problem(p.event(), p.lostBefore())) {
        remarkable[found++] = i;
      }
      losses += p.lostBefore() > 0 ? 1 : 0;
      wrong += p.event() == Event.WRONG_TIMESTAMP ? 1 : 0;
      i++;
    }
    jitter = new Extremes(jitters);
    delta = new Extremes(deltas);
    skew = new Extremes(skews);
    bandwidth = new Extremes(bandwidths);
    problems = Arrays.copyOf(remarkable, found);
    wrongTimestamps = wrong;
    gaps = losses;
    packetMs = packetMs(packets, stream.clockRate());
  }

  /** The step of the timestamp between the first neighbours that agree on one, in ms. */
  private static double packetMs(List<StreamPacket> packets, int clockRate) {
    long before = 0;
    StreamPacket last = null;
    for (StreamPacket p : packets) {
      if (last != null && p.sequence() == ((last.sequence() + 1) & 0xFFFF) && clockRate > 0) {
        long step = p.timestamp() - last.timestamp();
        if (step > 0 && step == before) {
          return step * 1000.0 / clockRate;
        }
        before = step;
      }
      last = p;
    }
    return Double.NaN;
  }

  /** Sound in a packet, ms, by its timestamps; NaN where they do not tell. */
  double packetMs() {
    return packetMs;
  }

  /** How often packets are missing between two that came. */
  int gaps() {
    return gaps;
  }

  int wrongTimestamps() {
    return wrongTimestamps;
  }

  private static boolean problem(Event event, int lost) {
    return lost > 0
        || switch (event) {
          case LOST_BEFORE, OUT_OF_ORDER, DUPLICATE, WRONG_TIMESTAMP -> true;
          case NONE, PAYLOAD_CHANGE, COMFORT_NOISE -> false;
        };
  }

  StreamSnapshot stream() {
    return stream;
  }

  int size() {
    return frames.length;
  }

  int frame(int row) {
    return frames[row];
  }

  /** Arrival, ns since 1970. */
  long time(int row) {
    return times[row];
  }

  /** Arrival, ns from a moment since 1970. */
  double since(long origin, int row) {
    return (double) (times[row] - origin);
  }

  int sequence(int row) {
    return sequences[row];
  }

  boolean marker(int row) {
    return markers[row];
  }

  Event event(int row) {
    return EVENTS[events[row]];
  }

  /** Packets missing right before this one. */
  int lostBefore(int row) {
    return lostBefore[row];
  }

  Extremes jitter() {
    return jitter;
  }

  Extremes delta() {
    return delta;
  }

  Extremes skew() {
    return skew;
  }

  Extremes bandwidth() {
    return bandwidth;
  }

  /** One value a second from the first packet on. */
  double[] mos() {
    return mos;
  }

  /** The MOS of the second a packet came in, NaN where there is none. */
  double mosAt(int row) {
    int second = (int) Math.max(0, (times[row] - times[0]) / 1_000_000_000L);
    return second < mos.length ? mos[second] : Double.NaN;
  }

  /** Rows where something was lost, reordered, doubled or had a wrong timestamp. */
  int[] problems() {
    return problems;
  }

  /** The first row that came at or after a time. */
  int rowFrom(double time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The row that came nearest to a time, or -1 where there are no packets. */
  int nearest(double time) {
    int after = rowFrom(time);
    if (after == 0) {
      return times.length == 0 ? -1 : 0;
    }
    boolean before = after == times.length || time - times[after - 1] <= times[after] - time;
    return before ? after - 1 : after;
  }

  /** The row of a frame, or -1. */
  int rowOf(int frame) {
    int row = Arrays.binarySearch(frames, frame);
    return row >= 0 ? row : -1;
  }

  /** The next row with a problem after a row, around the end; -1 where there is none. */
  int problemAfter(int row) {
    if (problems.length == 0) {
      return -1;
    }
    int at = Arrays.binarySearch(problems, row + 1);
    int index = at >= 0 ? at : -at - 1;
    return problems[index % problems.length];
  }

  /** The problem before a row, around the start; -1 where there is none. */
  int problemBefore(int row) {
    if (problems.length == 0) {
      return -1;
    }
    int at = Arrays.binarySearch(problems, row);
    int index = (at >= 0 ? at : -at - 1) - 1;
    return problems[Math.floorMod(index, problems.length)];
  }
}
