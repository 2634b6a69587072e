package org.earpiece.session;

/** The growing result of a display filter over a session. From any thread. */
public final class FilterScan implements AutoCloseable {
  /** Frames judged so far. */
  public int judged() {
    throw new IllegalStateException();
  }

  /** Frames accepted so far. */
  public int size() {
    throw new IllegalStateException();
  }

  /** The frame number of an accepted row, from 0. */
  public int frame(int row) {
    throw new IllegalStateException();
  }

  /** Whether a call has an accepted packet, its media included. */
  public boolean hasCall(int call) {
    throw new IllegalStateException();
  }

  /** Whether a stream has an accepted packet. */
  public boolean hasStream(int stream) {
    throw new IllegalStateException();
  }

  /** Why the scan ended before all frames were judged, or null. */
  public java.io.@org.jspecify.annotations.Nullable IOException failure() {
    return null;
  }

  /** Blocks until all frames of a session that is done are judged, or the scan was closed. */
  public void await() throws InterruptedException {}

  /** Ends the scan. */
  @Override
  public void close() {}
}
