package org.earpiece.settings;

/**
 * How to capture.
 *
 * @param interfaceName the interface last used, or empty
 * @param filter BPF, or empty
 * @param snaplen bytes of a frame that are kept at most
 * @param bufferMebibytes of the kernel
 */
public record CaptureChoice(
    String interfaceName, String filter, int snaplen, boolean promiscuous, int bufferMebibytes) {
  /** The largest frame libpcap gives; keeps all of each. */
  public static final int MAX_SNAPLEN = 262_144;

  public static final int MIN_SNAPLEN = 64;
  public static final int MAX_BUFFER_MEBIBYTES = 2000;

  public static final CaptureChoice DEFAULT = new CaptureChoice("", "", MAX_SNAPLEN, true, 32);

  public CaptureChoice {
    snaplen = Math.clamp(snaplen, MIN_SNAPLEN, MAX_SNAPLEN);
    bufferMebibytes = Math.clamp(bufferMebibytes, 1, MAX_BUFFER_MEBIBYTES);
  }

  public CaptureChoice withInterface(String next) {
    return new CaptureChoice(next, filter, snaplen, promiscuous, bufferMebibytes);
  }

  public CaptureChoice withFilter(String next) {
    return new CaptureChoice(interfaceName, next, snaplen, promiscuous, bufferMebibytes);
  }
}
