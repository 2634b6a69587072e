package org.earpiece.voip.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.earpiece.dissect.voip.sdp.PayloadTypes;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.voip.MediaDirectory.Tie;
import org.earpiece.voip.StreamSnapshot.Payload;
import org.jspecify.annotations.Nullable;

/** The payload types of one stream: how many packets each has and what each means. */
final class PayloadUse {
  /** Payload types told apart; packets of further ones count for none. */
  static final int MAX_TYPES = 16;

  private static final String EVENT = "telephone-event";
  private static final int TICKS_IN_HZ = 1000;

  private int[] types = new int[2];
  private long[] packets = new long[2];
  private @Nullable Encoding[] encodings = new Encoding[2];
  private int size;
  private int current = -1;
  private long counted;
  private int currentType = -1;
  private int ticksPerMs;
  private List<Payload> payloads = List.of();

  /** The payload type of the last packet. */
  int type() {
    return currentType;
  }

  /** The clock of the last packet's payload type in whole ticks a ms; 0 where it has none. */
  int ticksPerMs() {
    return ticksPerMs;
  }

  /**
   * Goes on to packets of this payload type, as the call or else RFC 3551 declares it.
   *
   * @param total packets of the stream so far: those since the last change are of the type before
   */
  void change(int type, @Nullable Tie tie, long total) {
    count(total);
    currentType = type;
    current = slot(type);
    Encoding declared = tie == null ? null : tie.encoding(type);
    Encoding encoding = declared != null ? declared : PayloadTypes.encoding(type);
    ticksPerMs = clockRate(type, encoding) / TICKS_IN_HZ;
    if (current >= 0 && !same(encodings[current], encoding)) {
      encodings[current] = encoding;
      payloads = describe();
    }
  }

  private void count(long total) {
    if (current >= 0) {
      packets[current] += total - counted;
    }
    counted = total;
  }

  /** Asks the tie anew what all payload types mean, when so many packets of the stream came. */
  void declare(Tie tie, long total) {
    int last = currentType;
    for (int i = 0; i < size; i++) {
      change(types[i], tie, total);
    }
    change(last, tie, total);
  }

  private static boolean same(@Nullable Encoding a, @Nullable Encoding b) {
    return a == null ? b == null : a.equals(b);
  }

  /** The clock in Hz; 0 for telephone-event, whose timestamps stand still during an event. */
  private static int clockRate(int type, @Nullable Encoding encoding) {
    Encoding fixed = PayloadTypes.encoding(type);
    if (fixed != null) {
      return fixed.clockRate();
    }
    return encoding == null || event(encoding.name()) ? 0 : encoding.clockRate();
  }

  /** The clock of a payload type in whole ticks a ms, given what a snapshot says of it. */
  static int ticksPerMs(int type, List<Payload> payloads) {
    for (Payload payload : payloads) {
      if (payload.type() == type) {
        Encoding encoding = new Encoding(payload.codec(), payload.clockRate(), 1, "");
        return clockRate(type, encoding) / TICKS_IN_HZ;
      }
    }
    return clockRate(type, null) / TICKS_IN_HZ;
  }

  private static boolean event(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(EVENT);
  }

  private int slot(int type) {
    for (int i = 0; i < size; i++) {
      if (types[i] == type) {
        return i;
      }
    }
    if (size == MAX_TYPES) {
      return -1;
    }
    if (size == types.length) {
      types = Arrays.copyOf(types, 2 * size);
      packets = Arrays.copyOf(packets, 2 * size);
      encodings = Arrays.copyOf(encodings, 2 * size);
    }
    types[size] = type;
    packets[size] = 0;
    size++;
    payloads = describe();
    return size - 1;
  }

  private List<Payload> describe() {
    List<Payload> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Encoding e = encodings[i];
      list.add(
          e == null
              ? new Payload(types[i], "", 0, 1, "")
              : new Payload(types[i], e.name(), e.clockRate(), e.channels(), e.fmtp()));
    }
    return List.copyOf(list);
  }

  /** The payload types seen, in order of appearance. */
  List<Payload> payloads() {
    return payloads;
  }

  /**
   * The payload type that most packets have, telephone-event and comfort noise only where there is
   * nothing else.
   *
   * @param total packets of the stream so far
   */
  Payload main(long total) {
    count(total);
    int best = 0;
    for (int i = 1; i < size; i++) {
      boolean speech = speech(i);
      if (speech != speech(best) ? speech : packets[i] > packets[best]) {
        best = i;
      }
    }
    return payloads.get(best);
  }

  private boolean speech(int i) {
    Encoding e = encodings[i];
    return !ReceptionStatistics.noise(types[i]) && (e == null || !event(e.name()));
  }
}
