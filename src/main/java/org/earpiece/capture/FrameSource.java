package org.earpiece.capture;

import java.io.IOException;

/**
 * Frames that come by themselves as time passes: an interface, a pipe, the demonstration network.
 */
public interface FrameSource {
  /** What it is called in the window's title and in messages: {@code eth0}, {@code demo}. */
  String name();

  /**
   * Gives frames to the sink until {@link #stop} or the end. Blocks its thread.
   *
   * @throws CaptureException where capturing is impossible, with a sentence for the user
   */
  void run(FrameSink sink) throws IOException;

  /** Makes {@link #run} return soon. From any thread; again does nothing. */
  void stop();

  /** What was counted so far. From any thread. */
  CaptureStats stats();
}
