package org.earpiece.dissect.voip.sdp;

import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.jspecify.annotations.Nullable;

/** The static payload types of the RTP profile for audio and video (RFC 3551 section 6). */
public final class PayloadTypes {
  private static final @Nullable Encoding[] ENCODINGS = new Encoding[128];
  private static final String[] TITLES = new String[128];

  static {
    for (int i = 0; i < 128; i++) {
      TITLES[i] = i < 96 ? "Unassigned" : "DynamicRTP-Type-" + i;
    }
    for (int i = 72; i <= 76; i++) {
      TITLES[i] = "Reserved for RTCP conflict avoidance";
    }
    TITLES[2] = "ITU-T G.721";
    TITLES[19] = "Comfort noise (old)";
    audio(0, "PCMU", 8000, 1, "ITU-T G.711 PCMU");
    audio(3, "GSM", 8000, 1, "GSM 06.10");
    audio(4, "G723", 8000, 1, "ITU-T G.723");
    audio(5, "DVI4", 8000, 1, "DVI4 8000 samples/s");
    audio(6, "DVI4", 16000, 1, "DVI4 16000 samples/s");
    audio(7, "LPC", 8000, 1, "Experimental linear predictive encoding from Xerox PARC");
    audio(8, "PCMA", 8000, 1, "ITU-T G.711 PCMA");
    audio(9, "G722", 8000, 1, "ITU-T G.722");
    audio(10, "L16", 44100, 2, "16-bit uncompressed audio, stereo");
    audio(11, "L16", 44100, 1, "16-bit uncompressed audio, monaural");
    audio(12, "QCELP", 8000, 1, "Qualcomm Code Excited Linear Predictive coding");
    audio(13, "CN", 8000, 1, "Comfort noise");
    audio(14, "MPA", 90000, 1, "MPEG-I/II Audio");
    audio(15, "G728", 8000, 1, "ITU-T G.728");
    audio(16, "DVI4", 11025, 1, "DVI4 11025 samples/s");
    audio(17, "DVI4", 22050, 1, "DVI4 22050 samples/s");
    audio(18, "G729", 8000, 1, "ITU-T G.729");
    video(25, "CelB", "Sun CellB video encoding");
    video(26, "JPEG", "JPEG-compressed video");
    video(28, "nv", "'nv' program");
    video(31, "H261", "ITU-T H.261");
    video(32, "MPV", "MPEG-I/II Video");
    video(33, "MP2T", "MPEG-II transport streams");
    video(34, "H263", "ITU-T H.263");
  }

  private PayloadTypes() {}

  private static void audio(int type, String name, int clockRate, int channels, String title) {
    ENCODINGS[type] = new Encoding(name, clockRate, channels, "");
    TITLES[type] = title;
  }

  private static void video(int type, String name, String title) {
    ENCODINGS[type] = new Encoding(name, 90000, 1, "");
    TITLES[type] = title;
  }

  /** The encoding that a payload type (0 to 127) has without a word in SDP, or null. */
  public static @Nullable Encoding encoding(int payloadType) {
    return ENCODINGS[payloadType & 0x7F];
  }

  /** The name in lists and in the detail tree, Wireshark's: {@code ITU-T G.711 PCMU}. */
  public static String title(int payloadType) {
    return TITLES[payloadType & 0x7F];
  }
}
