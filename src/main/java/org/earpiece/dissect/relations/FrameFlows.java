package org.earpiece.dissect.relations;

/** What the index says of frames, as far as what packets say of one another needs it. */
public interface FrameFlows {
  /** Arrival, ns since 1970; 0 where it is no longer known. */
  long timeNanos(int frame);

  /** The flow of a frame whose innermost transport is UDP; else -1. */
  int udpFlow(int frame);
}
