package org.earpiece.voip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The RTP streams of one call, by number. Pipeline's thread. */
final class CallStreams {
  /** Streams listed of one call; further ones only count for themselves. */
  static final int MAX_STREAMS = 1_000;

  private static final int[] NONE = {};
  private static final int MAX_CODECS = 3;

  /** What a call's row shows of its streams. */
  record Summary(
      List<Integer> numbers, String codec, double mosForward, double mosBackward, long packets) {}

  private int[] numbers = NONE;
  private List<Integer> list = List.of();

  /** Adds a stream; the numbers stay sorted. */
  void add(int number) {
    int at = Arrays.binarySearch(numbers, number);
    if (at >= 0 || numbers.length == MAX_STREAMS) {
      return;
    }
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    System.arraycopy(numbers, -at - 1, more, -at, numbers.length + at + 1);
    more[-at - 1] = number;
    become(more);
  }

  /** Takes a stream away: it turned out to belong to another call. */
  void remove(int number) {
    int at = Arrays.binarySearch(numbers, number);
    if (at >= 0) {
      int[] fewer = Arrays.copyOf(numbers, numbers.length - 1);
      System.arraycopy(numbers, at + 1, fewer, at, fewer.length - at);
      become(fewer);
    }
  }

  boolean isEmpty() {
    return numbers.length == 0;
  }

  /**
   * When the last packet of any came, ns since 1970; NEVER without streams.
   *
   * @param all all streams, stream number n at n - 1
   */
  long last(List<StreamSnapshot> all) {
    long last = CallSnapshot.NEVER;
    for (int number : numbers) {
      last = Math.max(last, all.get(number - 1).end());
    }
    return last;
  }

  private void become(int[] sorted) {
    numbers = sorted;
    list = Arrays.stream(sorted).boxed().toList();
  }

  /**
   * Sums up.
   *
   * @param all all streams, stream number n at n - 1
   * @param agreed the codec by the answer, for as long as there is no stream
   */
  Summary summary(List<StreamSnapshot> all, String agreed) {
    double forward = Double.NaN;
    double backward = Double.NaN;
    long packets = 0;
    String codec = "";
    for (int number : numbers) {
      StreamSnapshot stream = all.get(number - 1);
      packets += stream.packets();
      codec = codec.isEmpty() ? stream.codec() : codec;
      switch (stream.direction()) {
        case "forward" -> forward = worse(forward, stream.mos());
        case "backward" -> backward = worse(backward, stream.mos());
        default -> {}
      }
    }
    if (codec.isEmpty()) {
      codec = agreed;
    } else if (numbers.length > 1) {
      codec = codecs(all, codec);
    }
    return new Summary(list, codec, forward, backward, packets);
  }

  private static double worse(double a, double b) {
    return Double.isNaN(a) || b < a ? b : a;
  }

  /** All codecs in use, where they are not one and the same. */
  private String codecs(List<StreamSnapshot> all, String first) {
    List<String> names = null;
    for (int number : numbers) {
      String codec = all.get(number - 1).codec();
      boolean known = codec.isEmpty() || codec.equals(first);
      if (!known && names == null) {
        names = new ArrayList<>(List.of(first));
      }
      if (!known && names != null && !names.contains(codec) && names.size() < MAX_CODECS) {
        names.add(codec);
      }
    }
    return names == null ? first : String.join(", ", names);
  }
}
