package org.earpiece.capture.live;

/**
 * How to capture.
 *
 * @param interfaceName as in {@link LocalInterface#name}
 * @param filter a capture filter in libpcap's language; empty for every frame
 * @param snaplen bytes kept of a frame at most
 * @param promiscuous whether frames for other stations are wanted too
 * @param bufferMebibytes the kernel's buffer, for when the program is busy, MiB
 */
public record CaptureOptions(
    String interfaceName, String filter, int snaplen, boolean promiscuous, int bufferMebibytes) {
  /** Bytes of a frame that libpcap gives at most. */
  public static final int MAX_SNAPLEN = 262_144;

  /** Enough for half a second at 200,000 packets of a call a second. */
  public static final int USUAL_BUFFER = 32;

  /** Whole frames, promiscuous, with the usual buffer. */
  public static CaptureOptions on(String interfaceName, String filter) {
    return new CaptureOptions(interfaceName, filter, MAX_SNAPLEN, true, USUAL_BUFFER);
  }
}
