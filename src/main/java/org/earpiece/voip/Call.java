package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import java.util.List;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Packet;
import org.earpiece.voip.correlation.CallLink;
import org.earpiece.voip.correlation.Leg;
import org.jspecify.annotations.Nullable;

/** A call: everything that has the same Call-ID. Pipeline's thread; others get snapshots. */
final class Call {
  /** Characters kept of a name, an address or a reason phrase. */
  static final int MAX_TEXT = 256;

  final int number;
  final String callId;
  final CallProgress progress = new CallProgress();
  final CallStory story = new CallStory();
  final WiresharkState wireshark = new WiresharkState();
  final CallStreams streams = new CallStreams();
  private final long start;
  private final int firstFrame;
  private int lastFrame;
  private int frames;
  private long last;

  private String from = "";
  private String to = "";
  private String fromUser = "";
  private String toUser = "";
  private String fromDisplay = "";
  private String initialSpeaker = "";
  private long callerTag;
  private boolean identified;
  private @Nullable OfferAnswer negotiation;

  /** What tells its conversation; null before an INVITE outside a dialog. */
  @Nullable Leg leg;

  /** Whether the snapshot is older than the call. */
  boolean stale;

  /** Whether the tracker looks at it as time passes. */
  boolean awaited;

  Call(int number, String callId, int frame, long time) {
    this.number = number;
    this.callId = callId;
    firstFrame = frame;
    start = time;
  }

  /**
   * Counts a frame, once however many of its messages it holds.
   *
   * @param time of its arrival, ns since 1970
   * @param began the frame that had the beginning of it and was counted, or {@link Packet#NONE}
   */
  void frame(int frame, long time, int began) {
    last = time;
    if (frame != lastFrame) {
      lastFrame = frame;
      frames += began == Packet.NONE ? 1 : 0;
    }
  }

  /**
   * Takes the parties from a message: from the first one, and better from the first INVITE.
   *
   * @param speaker who sent the request, or gets the response
   */
  void identify(SipMessage message, Transaction transaction, String speaker) {
    boolean opening =
        message.cseqMethod().equals("INVITE") && (!message.isRequest() || transaction.toTag() == 0);
    if (identified || (frames > 1 && !opening)) {
      return;
    }
    identified = opening;
    NameAddress source = message.from();
    NameAddress target = message.to();
    from = text(source == null ? "" : source.text());
    to = text(target == null ? "" : target.text());
    fromUser = user(source);
    toUser = user(target);
    String display = text(source == null ? "" : source.display());
    fromDisplay = display.equals(fromUser) ? fromUser : display;
    initialSpeaker = speaker;
    callerTag = transaction.fromTag();
  }

  private static String user(@Nullable NameAddress address) {
    if (address == null) {
      return "";
    }
    return text(address.user().isEmpty() ? address.host() : address.user());
  }

  static String text(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** The same, held once however many calls tell it: software, reasons. */
  static String common(String text) {
    return text(text).intern();
  }

  /** Characters of the texts that it keeps. */
  int characters() {
    return callId.length()
        + from.length()
        + to.length()
        + fromUser.length()
        + toUser.length()
        + fromDisplay.length();
  }

  /** Whether it is known which side is the caller's. */
  boolean knowsCaller() {
    return identified;
  }

  /** Which side sent a message; the caller where that is not known. */
  Side sender(SipMessage message, Transaction transaction) {
    boolean callersTransaction =
        transaction.fromTag() == callerTag || transaction.toTag() != callerTag;
    return callersTransaction == message.isRequest() ? Side.CALLER : Side.CALLEE;
  }

  /** Media that stopped this long ago, and that nobody asked to stop, has ended the call. */
  private static final long STOPPED_NANOS = 10_000_000_000L;

  /** When SDP was last seen; ns since 1970. */
  long lastSdp = NEVER;

  /** Whether the media may tell that it has ended. */
  boolean talks() {
    return progress.state() == CallState.IN_CALL && !streams.isEmpty();
  }

  /** Lets its media tell whether it is up; whether that changed something. */
  boolean listen(List<StreamSnapshot> all, long now) {
    long last = streams.last(all);
    if (last == NEVER) {
      return false;
    }
    if (progress.unseen() && last > progress.end()) {
      progress.alive();
      return true;
    }
    if (talks() && story.holder() == null && last > lastSdp && now - last >= STOPPED_NANOS) {
      progress.mediaStopped(last);
      return true;
    }
    return false;
  }

  /** The call's offers and answers; made when the first SDP comes. */
  OfferAnswer negotiation() {
    OfferAnswer now = negotiation;
    if (now == null) {
      now = new OfferAnswer();
      negotiation = now;
    }
    return now;
  }

  CallSnapshot snapshot(int session, @Nullable CallLink link, List<StreamSnapshot> all) {
    stale = false;
    OfferAnswer media = negotiation;
    long answer = progress.answer();
    Side hangup = progress.hangup();
    CallStreams.Summary sound = streams.summary(all, media == null ? "" : media.agreed());
    return new CallSnapshot(
        number,
        session,
        link,
        callId,
        from,
        to,
        fromUser,
        toUser,
        fromDisplay,
        "SIP",
        progress.state(),
        start,
        progress.ringing(),
        answer,
        progress.end(),
        CallSnapshot.between(progress.invited(), answer),
        frames,
        firstFrame,
        lastFrame,
        progress.comment(),
        progress.finalStatus(),
        progress.reason(),
        hangup == null ? null : hangup.word(),
        sound.numbers(),
        sound.codec(),
        sound.mosForward(),
        sound.mosBackward(),
        frames + sound.packets(),
        initialSpeaker,
        CallWords.of(progress, story).intern(),
        story.phase(progress),
        story.facts(progress),
        last,
        wireshark.text());
  }
}
