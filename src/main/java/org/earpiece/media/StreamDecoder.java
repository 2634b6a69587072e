package org.earpiece.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Puts the payloads of one RTP stream on a time axis: each at its timestamp, in order of sequence,
 * duplicates once, silence where nothing came. A timestamp that contradicts the clock on the wall
 * (a sender that starts anew) goes on where its packet arrived. One thread.
 */
public final class StreamDecoder {
  /** Sound of one stream at most, s; what lies behind is left out and told. */
  public static final int MAX_SECONDS = 4 * 3600;

  /** A timestamp may lead or trail the arrival of its packet by this, ns. */
  static final long MAX_DRIFT_NANOS = 2_000_000_000L;

  /** A jump of sequence numbers by more than this is a sender that starts anew (RFC 3550 A.1). */
  static final int MAX_DROPOUT = 3000;

  private static final int USUAL_RATE = 8000;

  private record Payload(
      int epoch, long sequence, long at, @Nullable AudioCodec codec, int offset, int length) {}

  private final int clockRate;
  private final List<Payload> payloads = new ArrayList<>();
  private byte[] bytes = new byte[1 << 16];
  private int filled;
  private int rate;
  private boolean cut;

  private int epoch;
  private long firstNanos;
  private long baseAt;
  private long baseTimestamp;
  private long lastTimestamp;
  private long lastSequence;

  /** A decoder of a stream whose RTP clock runs at {@code clockRate} Hz; 0 where unknown. */
  public StreamDecoder(int clockRate) {
    this.clockRate = clockRate > 0 ? clockRate : USUAL_RATE;
  }

  /**
   * Adds a packet as it arrived.
   *
   * @param arrivalNanos ns since 1970
   * @param sequence the 16-bit sequence number
   * @param timestamp the 32-bit timestamp, in clock ticks
   * @param codec what decodes the payload, or null where nothing can (its time is silence)
   */
  public void add(
      long arrivalNanos,
      int sequence,
      long timestamp,
      @Nullable AudioCodec codec,
      ByteView view,
      int offset,
      int length) {
    long at = place(arrivalNanos, sequence, timestamp);
    if (codec != null && rate == 0) {
      rate = codec.sampleRate(clockRate);
    }
    if (at > (long) MAX_SECONDS * clockRate || at < 0 || filled > Integer.MAX_VALUE / 2 - length) {
      cut |= at > 0;
      return;
    }
    int from = filled;
    if (codec != null) {
      if (filled + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + length));
      }
      System.arraycopy(view.array(), view.arrayOffset() + offset, bytes, filled, length);
      filled += length;
    }
    payloads.add(new Payload(epoch, lastSequence, at, codec, from, codec == null ? 0 : length));
  }

  /** Where a packet belongs, in clock ticks from the first; extends the numbers that wrap. */
  private long place(long arrivalNanos, int sequence, long timestamp) {
    if (payloads.isEmpty() && epoch == 0) {
      firstNanos = arrivalNanos;
      begin(0, sequence, timestamp);
      epoch = 1;
      return 0;
    }
    long elapsed = ticks(arrivalNanos - firstNanos);
    int step = (short) (sequence - (int) lastSequence);
    long extended = lastTimestamp + (int) (timestamp - lastTimestamp);
    long at = baseAt + extended - baseTimestamp;
    if (Math.abs(at - elapsed) > ticks(MAX_DRIFT_NANOS) || Math.abs(step) > MAX_DROPOUT) {
      epoch++;
      begin(elapsed, sequence, timestamp);
      return elapsed;
    }
    lastSequence += step;
    lastTimestamp = extended;
    return at;
  }

  private void begin(long at, int sequence, long timestamp) {
    baseAt = at;
    baseTimestamp = timestamp;
    lastTimestamp = timestamp;
    lastSequence = sequence;
  }

  private long ticks(long nanos) {
    return Math.round(nanos * (clockRate / 1e9));
  }

  /** The sound of all packets added. */
  public DecodedStream decode() {
    int sampleRate = rate == 0 ? clockRate : rate;
    List<Payload> ordered = new ArrayList<>(payloads);
    ordered.sort(Comparator.comparingInt(Payload::epoch).thenComparingLong(Payload::sequence));
    Sound sound = new Sound(sampleRate);
    Payload before = null;
    for (Payload payload : ordered) {
      boolean again =
          before != null && before.epoch == payload.epoch && before.sequence == payload.sequence;
      if (!again) {
        sound.add(payload, before);
        before = payload;
      }
    }
    return sound.finish();
  }

  private final class Sound {
    private final int sampleRate;
    private short[] samples = new short[1 << 14];
    private int length;
    private int undecoded;
    private final List<int[]> gaps = new ArrayList<>();
    private AudioCodec.@Nullable Decoder decoder;
    private @Nullable AudioCodec decodes;

    Sound(int sampleRate) {
      this.sampleRate = sampleRate;
    }

    void add(Payload payload, @Nullable Payload before) {
      int at = (int) (payload.at * sampleRate / clockRate);
      boolean lost =
          before != null && before.epoch == payload.epoch && payload.sequence > before.sequence + 1;
      if (lost && at > length) {
        gaps.add(new int[] {length, at});
      }
      AudioCodec codec = payload.codec;
      if (codec == null) {
        undecoded++;
        length = Math.max(length, at);
        return;
      }
      AudioCodec.Decoder with = decoder;
      if (with == null || !codec.equals(decodes)) {
        with = codec.decoder();
        decoder = with;
        decodes = codec;
      }
      room(at + with.samples(payload.length));
      int made = with.decode(bytes, payload.offset, payload.length, samples, at);
      length = Math.max(length, at + made);
    }

    private void room(int wanted) {
      if (wanted > samples.length) {
        samples = Arrays.copyOf(samples, Math.max(wanted, samples.length * 2));
      }
    }

    DecodedStream finish() {
      int[] pairs = gaps.stream().flatMapToInt(Arrays::stream).toArray();
      room(length);
      short[] exact = Arrays.copyOf(samples, length);
      return new DecodedStream(firstNanos, sampleRate, exact, pairs, undecoded, cut);
    }
  }
}
