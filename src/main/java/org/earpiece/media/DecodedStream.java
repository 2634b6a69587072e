package org.earpiece.media;

/**
 * The sound of one stream.
 *
 * @param startNanos when sample 0 arrived, ns since 1970
 * @param sampleRate Hz
 * @param samples 16-bit PCM; silence where nothing came
 * @param gaps pairs [first, last) of samples that stand for lost packets
 * @param undecoded packets whose payload no codec here knows
 * @param cut whether sound beyond {@link StreamDecoder#MAX_SECONDS} was left out
 */
public record DecodedStream(
    long startNanos, int sampleRate, short[] samples, int[] gaps, int undecoded, boolean cut) {

  /** The same sound at another rate, by linear interpolation. */
  public DecodedStream resampled(int rate) {
    if (rate == sampleRate || samples.length == 0) {
      return new DecodedStream(startNanos, rate, samples, gaps, undecoded, cut);
    }
    short[] out = new short[(int) ((long) samples.length * rate / sampleRate)];
    for (int i = 0; i < out.length; i++) {
      double at = (double) i * sampleRate / rate;
      int left = Math.min((int) at, samples.length - 1);
      int right = Math.min(left + 1, samples.length - 1);
      out[i] = (short) Math.round(samples[left] + (at - left) * (samples[right] - samples[left]));
    }
    int[] moved = new int[gaps.length];
    for (int i = 0; i < gaps.length; i++) {
      moved[i] = (int) ((long) gaps[i] * rate / sampleRate);
    }
    return new DecodedStream(startNanos, rate, out, moved, undecoded, cut);
  }
}
