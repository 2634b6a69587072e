package org.earpiece.ui.quality;

import java.util.Locale;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.voip.StreamSnapshot;

/** How streams and their numbers are written. */
final class StreamWords {
  private StreamWords() {}

  /** {@code 10.0.0.1:4000 → 10.0.0.2:5000 · PCMA}. */
  static String title(StreamSnapshot stream) {
    String codec = codec(stream);
    return stream.src() + " → " + stream.dst() + (codec.isEmpty() ? "" : " · " + codec);
  }

  /** The codec, or the payload type where nobody declared one. */
  static String codec(StreamSnapshot stream) {
    return stream.codec().isEmpty() ? "payload type " + stream.payloadType() : stream.codec();
  }

  /** {@code 98 (6.1 %)}: what is missing, duplicates not counted against it. */
  static String lost(StreamSnapshot stream) {
    long lost = stream.reallyLost();
    if (lost == 0 || stream.expected() == 0) {
      return Numbers.count(lost);
    }
    double percent = 100.0 * lost / stream.expected();
    return Numbers.count(lost) + String.format(Locale.ROOT, " (%.1f %%)", percent);
  }

  /** {@code 31.2 / 7.4 ms}. */
  static String jitter(StreamSnapshot stream) {
    boolean known = !Double.isNaN(stream.maxJitter()) && stream.clockRate() > 0;
    return known
        ? String.format(Locale.ROOT, "%.1f / %.1f ms", stream.maxJitter(), stream.meanJitter())
        : "–";
  }

  /** {@code 63 / 3.21}. */
  static String mos(StreamSnapshot stream) {
    return Double.isNaN(stream.mos())
        ? "–"
        : String.format(Locale.ROOT, "%.0f / %.2f", stream.rFactor(), stream.mos());
  }
}
