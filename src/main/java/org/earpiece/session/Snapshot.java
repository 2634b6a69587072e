package org.earpiece.session;

import java.util.List;
import org.earpiece.capture.CaptureStats;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;

/**
 * The session at one moment, immutable: made by the pipeline between batches, read by the window
 * and the command line.
 *
 * @param version grows with every snapshot
 * @param packets frames indexed; frame numbers 1 to this may be read
 * @param firstNanos time of the first frame, ns since 1970; 0 where there is none
 * @param lastNanos the latest time of a frame
 * @param bytesRead bytes of the file read, of {@code bytesTotal}: progress; 0 when live
 * @param heldFrom the first frame that the spool still holds
 * @param bitsPerSecond of the last second, live
 * @param behindNanos how far analysis is behind capture
 * @param calls in order of first frame; call number n is at n - 1
 * @param streams in order of first frame; stream number n is at n - 1
 * @param registrations addresses of record in order of first frame; number n is at n - 1
 * @param subscriptions and publications, likewise
 * @param problems notices: a damaged file, an interface that went away
 * @param discarded what was given up or not understood
 */
public record Snapshot(
    long version,
    State state,
    int packets,
    long firstNanos,
    long lastNanos,
    long bytesRead,
    long bytesTotal,
    int heldFrom,
    long bitsPerSecond,
    long behindNanos,
    CaptureStats stats,
    int spoolFile,
    int spoolFiles,
    long spoolBytes,
    int callsUp,
    List<CallSnapshot> calls,
    List<StreamSnapshot> streams,
    List<RegistrationSnapshot> registrations,
    List<SubscriptionSnapshot> subscriptions,
    List<String> problems,
    Discarded discarded) {
  /** What the session does. */
  public enum State {
    /** Reading a file. */
    LOADING,
    /** Frames come live. */
    CAPTURING,
    /** The file is read, or the capture has stopped: everything is there. */
    DONE
  }

  /** SIP frames of a registration, subscription or publication, by its identity. */
  public int framesOf(int softState) {
    for (RegistrationSnapshot one : registrations) {
      if (one.id() == softState) {
        return one.frames();
      }
    }
    for (SubscriptionSnapshot one : subscriptions) {
      if (one.id() == softState) {
        return one.frames();
      }
    }
    return 0;
  }

  /** Before anything was read. */
  public static final Snapshot EMPTY =
      new Snapshot(
          0,
          State.LOADING,
          0,
          0,
          0,
          0,
          0,
          1,
          0,
          0,
          CaptureStats.NONE,
          0,
          0,
          0,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Discarded.NOTHING);
}
