package org.earpiece.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person noted about frames: marks, frames to ignore, comments, where times begin anew, and
 * how far the clock was off. Any thread asks; changes are seen soon and are one thread's or the
 * other's, never both halves.
 */
public final class FrameMarks {
  private volatile BitSet marked = new BitSet();
  private volatile BitSet ignored = new BitSet();
  private volatile BitSet references = new BitSet();
  private volatile Map<Integer, String> comments = Map.of();
  private volatile long shiftNanos;
  private volatile int version;
  private volatile boolean unsaved;

  /** Grows with each change. */
  public int version() {
    return version;
  }

  public boolean marked(int frame) {
    return marked.get(frame);
  }

  public boolean ignored(int frame) {
    return ignored.get(frame);
  }

  /** Whether times since the beginning begin anew with this frame. */
  public boolean reference(int frame) {
    return references.get(frame);
  }

  /** The frame that times of this one are counted from: the first, where no other was chosen. */
  public int referenceOf(int frame) {
    return Math.max(1, references.previousSetBit(frame));
  }

  /** What is to be added to the times of all frames, ns. */
  public long shiftNanos() {
    return shiftNanos;
  }

  /** The comments that take the place of those in the file; null where nothing was noted. */
  public @Nullable List<String> comments(int frame) {
    String noted = comments.get(frame);
    return noted == null ? null : noted.isEmpty() ? List.of() : List.of(noted);
  }

  /** Whether comments or the shift were changed since they were saved. */
  public boolean unsaved() {
    return unsaved;
  }

  /** A file was saved that has them all. */
  public void saved() {
    unsaved = false;
  }

  /** The next marked frame after this one, or the one before it; 0 where there is none. */
  public int nextMarked(int frame, boolean forward) {
    return next(marked, frame, forward);
  }

  /** The next time reference after this frame, or the one before it; 0 where there is none. */
  public int nextReference(int frame, boolean forward) {
    return next(references, frame, forward);
  }

  private static int next(BitSet frames, int from, boolean forward) {
    return Math.max(0, forward ? frames.nextSetBit(from + 1) : frames.previousSetBit(from - 1));
  }

  /** How many frames are marked. */
  public int markedCount() {
    return marked.cardinality();
  }

  /** How many frames are ignored. */
  public int ignoredCount() {
    return ignored.cardinality();
  }

  public synchronized void mark(int[] frames, boolean on) {
    marked = changed(marked, frames, on);
    version++;
  }

  public synchronized void unmarkAll() {
    marked = new BitSet();
    version++;
  }

  public synchronized void ignore(int[] frames, boolean on) {
    ignored = changed(ignored, frames, on);
    version++;
  }

  public synchronized void ignoreNone() {
    ignored = new BitSet();
    version++;
  }

  public synchronized void reference(int frame, boolean on) {
    references = changed(references, new int[] {frame}, on);
    version++;
  }

  public synchronized void noReferences() {
    references = new BitSet();
    version++;
  }

  /** Notes a comment in place of those there were; an empty one takes them away. */
  public synchronized void comment(int frame, String text) {
    Map<Integer, String> next = new HashMap<>(comments);
    next.put(frame, text);
    comments = next;
    unsaved = true;
    version++;
  }

  /** Sets how much is added to the times of all frames. */
  public synchronized void shift(long nanos) {
    shiftNanos = nanos;
    unsaved = true;
    version++;
  }

  private static BitSet changed(BitSet of, int[] frames, boolean on) {
    BitSet next = new BitSet();
    next.or(of);
    Arrays.stream(frames).forEach(frame -> next.set(frame, on));
    return next;
  }
}
