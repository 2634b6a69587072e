package org.earpiece.capture;

/**
 * What a live source counted since it began.
 *
 * @param received frames that passed the capture filter
 * @param droppedByKernel frames lost because the kernel's buffer was full
 * @param droppedByInterface frames that the interface or its driver lost
 * @param droppedByUs frames that were received and could not be kept
 */
public record CaptureStats(
    long received, long droppedByKernel, long droppedByInterface, long droppedByUs) {
  public static final CaptureStats NONE = new CaptureStats(0, 0, 0, 0);

  /** All frames lost, wherever. */
  public long dropped() {
    return droppedByKernel + droppedByInterface + droppedByUs;
  }
}
