package org.earpiece.capture;

/**
 * What was counted while capturing, since it began.
 *
 * @param received frames that passed the capture filter
 * @param droppedByKernel frames lost because the kernel's buffer was full
 * @param droppedByInterface frames that the interface or its driver lost
 * @param droppedByUs frames that were received and could not be kept
 */
public record CaptureStats(
    long received, long droppedByKernel, long droppedByInterface, long droppedByUs) {
  public static final CaptureStats NONE = new CaptureStats(0, 0, 0, 0);

  /** What two counted together. */
  public CaptureStats plus(CaptureStats other) {
    return new CaptureStats(
        received + other.received,
        droppedByKernel + other.droppedByKernel,
        droppedByInterface + other.droppedByInterface,
        droppedByUs + other.droppedByUs);
  }

  /** All frames lost, wherever. */
  public long dropped() {
    return droppedByKernel + droppedByInterface + droppedByUs;
  }
}
