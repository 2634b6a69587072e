package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import java.util.Locale;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipReason;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a call tell beside its course: who takes part with what software, holds,
 * transfers, why it ended. Pipeline's thread.
 */
final class CallStory {
  private static final int TRYING = 100;
  private static final int RINGING = 180;
  private static final int FORWARDED = 181;
  private static final int QUEUED = 182;
  private static final int PROGRESS = 183;
  private static final int REQUEST_PENDING = 491;

  /** Where a transfer stands that nobody told the outcome of. */
  private static final int ASKED = 0;

  private static final SipHeader[] IDENTITIES = {
    SipHeader.P_ASSERTED_IDENTITY, SipHeader.P_PREFERRED_IDENTITY
  };
  private static final SipHeader[] DIVERSIONS = {SipHeader.DIVERSION, SipHeader.HISTORY_INFO};

  private final String[] agents = {"", ""};
  private final long[] origins = new long[Side.values().length];
  private String identity = "";
  private String divertedFrom = "";
  private String redirectedTo = "";
  private String transferredTo = "";
  private @Nullable Side transferrer;
  private int transferStatus;
  private String cause = "";
  private String warning = "";
  private int provisional;
  private boolean earlyMedia;
  private long heard = NEVER;
  private @Nullable Side holder;
  private long heldSince = NEVER;
  private long heldNanos;
  private int holds;
  private int reinvites;
  private int glares;
  private int refreshes;
  private long lastInDialog;
  private long lastGlare;
  private boolean lateOffer;
  private boolean reliable;
  private boolean conference;
  private String beyond = "";

  /** Tells how the leg failed that passed this call on; empty where none did. */
  void beyond(String failure) {
    beyond = failure;
  }

  String beyond() {
    return beyond;
  }

  /** Takes a message of the call. */
  void see(SipMessage m, ByteView bytes, Transaction transaction, Side from, long time) {
    agent(m, from);
    if (m.isRequest()) {
      request(m, bytes, transaction, from);
    } else if (m.cseqMethod().equals("INVITE")) {
      response(m, transaction, time);
    } else if (m.cseqMethod().equals("REFER") && m.statusCode() >= 300) {
      transferStatus = m.statusCode();
    }
  }

  private void agent(SipMessage m, Side from) {
    if (!agents[from.ordinal()].isEmpty() || m.statusCode() == TRYING) {
      return;
    }
    String server = m.isRequest() ? null : m.header(SipHeader.SERVER);
    String agent = server != null ? server : m.header(SipHeader.USER_AGENT);
    agents[from.ordinal()] = agent == null ? "" : Call.common(agent);
  }

  private void request(SipMessage m, ByteView bytes, Transaction transaction, Side from) {
    switch (m.method()) {
      case "INVITE" -> {
        if (transaction.toTag() == 0) {
          opening(m);
        } else {
          inDialog(m, transaction, from);
        }
      }
      case "UPDATE" -> inDialog(m, transaction, from);
      case "PRACK" -> reliable = true;
      case "REFER" -> {
        transferredTo = user(m.header(SipHeader.REFER_TO));
        transferrer = from;
        transferStatus = ASKED;
      }
      case "NOTIFY" -> outcome(m, bytes);
      case "BYE", "CANCEL" -> cause(m);
      default -> {}
    }
    origin(m, from);
  }

  private void opening(SipMessage m) {
    lateOffer = !m.hasSdp() && m.bodyLength() == 0;
    provisional = 0;
    for (SipHeader header : IDENTITIES) {
      String value = m.header(header);
      identity = identity.isEmpty() && value != null ? Call.text(value) : identity;
    }
    String remote = m.extension("Remote-Party-ID");
    identity = identity.isEmpty() && remote != null ? Call.text(remote) : identity;
    if (divertedFrom.isEmpty()) {
      for (SipHeader header : DIVERSIONS) {
        String user = user(m.header(header));
        divertedFrom = divertedFrom.isEmpty() ? user : divertedFrom;
      }
    }
  }

  private void inDialog(SipMessage m, Transaction transaction, Side from) {
    long exchange = transaction.fromTag() * 31 + transaction.cseq();
    if (exchange == lastInDialog) {
      return;
    }
    lastInDialog = exchange;
    boolean unchanged = !m.hasSdp() || originOf(m) == origins[from.ordinal()];
    if (unchanged && m.header(SipHeader.SESSION_EXPIRES) != null) {
      refreshes++;
    } else if (m.method().equals("INVITE")) {
      reinvites++;
    }
  }

  private void origin(SipMessage m, Side from) {
    if (m.hasSdp()) {
      origins[from.ordinal()] = originOf(m);
    }
  }

  private static long originOf(SipMessage m) {
    SessionDescription sdp = m.sdp();
    return sdp == null ? 0 : Transaction.key(sdp.origin());
  }

  private void response(SipMessage m, Transaction transaction, long time) {
    int status = m.statusCode();
    if (status < 200) {
      provisional = Math.max(status, provisional);
      earlyMedia |= status > TRYING && m.hasSdp();
      heard = heard == NEVER && (status == RINGING || status == PROGRESS) ? time : heard;
      return;
    }
    if (status < 300) {
      String contact = m.header(SipHeader.CONTACT);
      conference |= contact != null && contact.toLowerCase(Locale.ROOT).contains(";isfocus");
      return;
    }
    if (status == REQUEST_PENDING) {
      long exchange = transaction.fromTag() * 31 + transaction.cseq();
      glares += exchange == lastGlare ? 0 : 1;
      lastGlare = exchange;
    } else if (status < 400) {
      redirectedTo = user(m.header(SipHeader.CONTACT));
    }
    cause(m);
    String told = m.header(SipHeader.WARNING);
    warning = told == null ? warning : Call.common(told);
  }

  private void cause(SipMessage m) {
    String reason = m.header(SipHeader.REASON);
    if (reason != null) {
      cause = Call.common(SipReason.words(reason));
    }
  }

  /** A NOTIFY that tells how the transfer goes: message/sipfrag (RFC 3515 section 2.4.5). */
  private void outcome(SipMessage m, ByteView bytes) {
    String type = m.header(SipHeader.CONTENT_TYPE);
    int body = m.bodyOffset();
    boolean fragment = type != null && type.toLowerCase(Locale.ROOT).contains("sipfrag");
    if (fragment && m.bodyLength() >= 11 && bytes.has(body, 11)) {
      int status = (int) Ascii.decimal(bytes, body + 8, body + 11);
      transferStatus = status >= 200 ? status : transferStatus;
    }
  }

  private static String user(@Nullable String value) {
    if (value == null) {
      return "";
    }
    NameAddress address = NameAddress.parse(value);
    String user = address.user().isEmpty() ? address.host() : address.user();
    return Call.text(Users.plain(user));
  }

  /** Tells who holds the other now, if anyone. */
  void holder(@Nullable Side now, long time) {
    if (holder == null && now != null) {
      holds++;
      heldSince = time;
    } else if (holder != null && now == null) {
      heldNanos += CallSnapshot.between(heldSince, time);
    }
    holder = now;
  }

  @Nullable Side holder() {
    return holder;
  }

  /** Whom the other party was transferred to; empty where nobody was, or it did not come about. */
  String transferredTo() {
    return transferStatus < 300 ? transferredTo : "";
  }

  /** A transfer that was refused or failed: its status; 0 where none was. */
  int transferRefused() {
    return transferStatus >= 300 ? transferStatus : 0;
  }

  @Nullable Side transferrer() {
    return transferrer;
  }

  String redirectedTo() {
    return redirectedTo;
  }

  String cause() {
    return cause;
  }

  private boolean transferred() {
    return !transferredTo().isEmpty();
  }

  CallPhase phase(CallProgress progress) {
    return switch (progress.state()) {
      case UNKNOWN -> CallPhase.UNKNOWN;
      case CALL_SETUP -> setup(progress);
      case RINGING -> CallPhase.RINGING;
      case IN_CALL -> {
        if (transferred()) {
          yield CallPhase.TRANSFERRING;
        }
        yield holder == null ? CallPhase.TALKING : CallPhase.HELD;
      }
      case COMPLETED -> completed(progress);
      case CANCELLED -> CallPhase.CANCELLED;
      case REJECTED, FAILED -> refused(progress);
    };
  }

  private CallPhase setup(CallProgress progress) {
    if (progress.challenged()) {
      return CallPhase.AUTHENTICATING;
    }
    return switch (provisional) {
      case FORWARDED -> CallPhase.FORWARDED;
      case QUEUED -> CallPhase.QUEUED;
      default -> earlyMedia ? CallPhase.EARLY_MEDIA : CallPhase.TRYING;
    };
  }

  private CallPhase completed(CallProgress progress) {
    if (progress.unseen()) {
      return CallPhase.ENDED_UNSEEN;
    }
    if (CallWords.givenUp(progress)) {
      return CallPhase.NO_ACK;
    }
    return transferred() ? CallPhase.TRANSFERRED : CallPhase.COMPLETED;
  }

  private static CallPhase refused(CallProgress progress) {
    return switch (progress.finalStatus()) {
      case 0 -> CallPhase.TIMED_OUT;
      case 401, 407 -> CallPhase.NOT_AUTHORISED;
      case 486, 600 -> CallPhase.BUSY;
      case 603, 607 -> CallPhase.DECLINED;
      case 408, 480 -> CallPhase.NO_ANSWER;
      case 300, 301, 302, 305, 380 -> CallPhase.REDIRECTED;
      default -> progress.state() == CallState.FAILED ? CallPhase.FAILED : CallPhase.REJECTED;
    };
  }

  CallFacts facts(CallProgress progress) {
    long until = progress.answer() != NEVER ? progress.answer() : progress.end();
    return new CallFacts(
        progress.invited() == NEVER,
        agents[Side.CALLER.ordinal()],
        agents[Side.CALLEE.ordinal()],
        identity,
        divertedFrom,
        redirectedTo,
        transferredTo(),
        cause,
        warning,
        CallSnapshot.between(progress.invited(), heard),
        CallSnapshot.between(progress.ringing(), until),
        holds,
        heldNanos,
        reinvites,
        glares,
        refreshes,
        lateOffer,
        reliable,
        conference);
  }
}
