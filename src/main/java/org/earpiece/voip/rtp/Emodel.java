package org.earpiece.voip.rtp;

import java.util.Locale;
import java.util.Map;

/**
 * The E-model of ITU-T G.107 (03/2015) with its default values, and its wideband version G.107.1
 * (06/2019): packet loss and codec to R factor and MOS. The impairment by delay is left out, as
 * nothing that is seen at one tap tells the delay from mouth to ear.
 *
 * <p>Equipment impairment factors Ie and packet-loss robustness Bpl are the provisional planning
 * values of ITU-T G.113 Appendix I (narrowband, packet loss concealed) and Appendix IV (wideband,
 * listening with one ear).
 */
public final class Emodel {
  /** R of a narrowband connection without impairments: all defaults of G.107 (table 3). */
  private static final double NARROWBAND = 93.2;

  /** R of a wideband connection without impairments (G.107.1). */
  private static final double WIDEBAND = 129;

  /** The R scale of G.107.1 in terms of that of G.107 (G.107.1 Annex A). */
  private static final double SCALE = 1.29;

  /** Ie,eff approaches this as loss grows (G.107 equation 7-29). */
  private static final double WORST = 95;

  /** Bpl for codecs that G.113 gives an Ie only: that of GSM-EFR, a codec that conceals losses. */
  private static final double COMMON_BPL = 10.0;

  /** Bpl that G.113 table IV.4 gives for AMR-WB at 12.65 kbit/s, the only kind of it published. */
  private static final double WIDEBAND_BPL = 4.3;

  /**
   * What a codec takes from the R factor.
   *
   * @param ie equipment impairment factor without loss
   * @param bpl packet-loss robustness factor
   * @param wideband whether R counts to 129 (G.107.1) instead of 93.2 (G.107)
   * @param published whether G.113 has a value for this codec; else only the network is judged
   */
  public record Impairment(double ie, double bpl, boolean wideband, boolean published) {}

  private static final int VIDEO_CLOCK = 90_000;

  /** A codec that G.113 does not list (Opus, Speex, iLBC…): Ie 0, the network alone is judged. */
  private static final Impairment UNLISTED = new Impairment(0, COMMON_BPL, false, false);

  private static final Map<String, Impairment> CODECS =
      Map.ofEntries(
          Map.entry("PCMU", narrow(0, 25.1)),
          Map.entry("PCMA", narrow(0, 25.1)),
          Map.entry("L16", narrow(0, 25.1)),
          Map.entry("G729", narrow(11, 19.0)),
          Map.entry("G729D", narrow(11, 19.0)),
          Map.entry("G723", narrow(15, 16.1)),
          Map.entry("GSM-EFR", narrow(5, 10.0)),
          Map.entry("AMR", narrow(5, 10.0)),
          Map.entry("GSM", narrow(20, COMMON_BPL)),
          Map.entry("GSM-HR-08", narrow(23, COMMON_BPL)),
          Map.entry("G728", narrow(7, COMMON_BPL)),
          Map.entry("G726-40", narrow(2, COMMON_BPL)),
          Map.entry("G726-32", narrow(7, COMMON_BPL)),
          Map.entry("G726-24", narrow(25, COMMON_BPL)),
          Map.entry("G726-16", narrow(50, COMMON_BPL)),
          Map.entry("G722", wide(13, WIDEBAND_BPL)),
          Map.entry("AMR-WB", wide(13, WIDEBAND_BPL)));

  private Emodel() {}

  private static Impairment narrow(double ie, double bpl) {
    return new Impairment(ie, bpl, false, true);
  }

  private static Impairment wide(double ie, double bpl) {
    return new Impairment(ie, bpl, true, true);
  }

  /** What a speech codec takes, by its registered name in any case. */
  public static Impairment impairment(String codec) {
    return CODECS.getOrDefault(codec.toUpperCase(Locale.ROOT), UNLISTED);
  }

  /** Whether a stream is speech that the E-model can judge; video, events and unknowns are not. */
  public static boolean applies(String codec, int clockRate) {
    return !codec.isEmpty()
        && clockRate != VIDEO_CLOCK
        && !codec.equalsIgnoreCase("CN")
        && !codec.toLowerCase(Locale.ROOT).startsWith("telephone-event");
  }

  /** Whether R factors of this codec are on the scale of G.107.1, which ends at 129. */
  public static boolean wideband(String codec) {
    return impairment(codec).wideband();
  }

  /**
   * The R factor.
   *
   * @param lossPercent packets lost, 0 to 100
   * @param burstRatio see {@link #burstRatio}
   */
  public static double rFactor(Impairment codec, double lossPercent, double burstRatio) {
    double effective =
        codec.ie + (WORST - codec.ie) * lossPercent / (lossPercent / burstRatio + codec.bpl);
    return (codec.wideband ? WIDEBAND : NARROWBAND) - Math.min(WORST, effective);
  }

  /** The R factor of packets of which some were lost, in {@code bursts} runs of lost ones. */
  static double rFactor(Impairment codec, long received, long lost, long bursts) {
    if (lost <= 0) {
      return rFactor(codec, 0, 1);
    }
    double loss = (double) lost / (received + lost);
    return rFactor(codec, 100 * loss, burstRatio(loss, (double) lost / Math.max(1, bursts)));
  }

  /**
   * How much longer bursts are than if packets were lost by chance (G.107 section 7.5), at least 1.
   *
   * @param loss 0 to 1
   * @param meanBurst mean length of a run of lost packets
   */
  public static double burstRatio(double loss, double meanBurst) {
    return Math.max(1, meanBurst * (1 - loss));
  }

  /** The mean opinion score that an R factor stands for, 1 to 4.5 (G.107 Annex B). */
  public static double mos(Impairment codec, double rFactor) {
    double r = codec.wideband ? rFactor / SCALE : rFactor;
    if (r <= 0) {
      return 1;
    }
    if (r >= 100) {
      return 4.5;
    }
    return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
  }
}
