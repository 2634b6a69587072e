package org.earpiece.voip.correlation;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/** What of a call may tell which conversation it is a leg of. Pipeline's thread. */
public final class Leg {
  /** Elements on its way that are remembered. */
  static final int MAX_NODES = 4;

  /** Parties that a call was redirected to, or diverted from, that are remembered. */
  static final int MAX_PARTIES = 4;

  final int call;
  final long start;
  final Party caller;
  final Party callee;

  /** Whom the request is sent to, where that differs from whom was called. */
  final Party target;

  /** Who the network says is calling, where that differs from the caller. */
  final Party asserted;

  final List<Party> divertedFrom = new ArrayList<>(0);
  final List<Party> redirectedTo = new ArrayList<>(0);
  final Node source;
  final List<Node> receivers = new ArrayList<>(1);

  /** When the INVITE was last sent anew, with credentials for example; ns since 1970. */
  long invited;

  boolean answered;
  boolean ended;

  /** Since when a side holds the other, or the last time one did; ns since 1970. */
  long heldSince;

  boolean held;

  /** Legs that were found to pass this one on. */
  int onward;

  /** How the last leg failed that passed this one on; empty where one was answered. */
  private String failureBeyond = "";

  private boolean carried;

  /** The leg that this one passes on, by evidence. */
  @Nullable Leg origin;

  Leg(int call, long time, SipMessage invite, Node source) {
    this.call = call;
    this.source = source;
    start = time;
    invited = time;
    caller = party(invite.from());
    callee = party(invite.to());
    Party sentTo = party(NameAddress.parse(invite.requestUri()));
    target = sentTo.equals(callee) ? callee : sentTo;
    asserted = party(invite.header(SipHeader.P_ASSERTED_IDENTITY));
    for (SipHeader header : new SipHeader[] {SipHeader.DIVERSION, SipHeader.HISTORY_INFO}) {
      for (String value : invite.headers(header)) {
        note(divertedFrom, party(value));
      }
    }
  }

  static Party party(@Nullable String value) {
    return value == null ? Party.NOBODY : party(NameAddress.parse(value));
  }

  private static Party party(@Nullable NameAddress address) {
    return address == null ? Party.NOBODY : Party.of(address.user());
  }

  static void note(List<Party> parties, Party party) {
    if (party.known() && parties.size() < MAX_PARTIES && !parties.contains(party)) {
      parties.add(party);
    }
  }

  void received(Node node) {
    if (receivers.size() < MAX_NODES && !receivers.contains(node)) {
      receivers.add(node);
    }
  }

  void progress(boolean nowAnswered, boolean nowEnded) {
    answered = nowAnswered;
    ended = nowEnded;
  }

  /** Tells the leg that this one passes on how it fared. */
  void tellOrigin(String failure) {
    Leg before = origin;
    if (before == null) {
      return;
    }
    before.carried |= answered;
    before.failureBeyond = before.carried ? "" : failure;
  }

  /**
   * How the leg failed that passed this one on, such as {@code 486 Busy Here}; empty where none did
   * or one was answered.
   */
  public String failureBeyond() {
    return failureBeyond;
  }

  boolean settingUp() {
    return !answered && !ended;
  }

  boolean sameCaller(Leg other) {
    return caller.same(other.caller)
        || caller.same(other.asserted)
        || asserted.same(other.caller)
        || asserted.same(other.asserted);
  }

  boolean isFor(Party party) {
    return party.same(callee) || party.same(target);
  }

  boolean sameCallee(Leg other) {
    return callee.same(other.callee) || callee.same(other.target) || target.same(other.callee);
  }

  /** Whether someone that received this call's INVITE sent the other's. */
  boolean reached(Leg other) {
    boolean oneHost = source.sameHost(receivers.getFirst());
    for (Node node : receivers) {
      if (oneHost ? node.equals(other.source) : node.sameHost(other.source)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a host sent or received this call's INVITE. */
  boolean speaks(Node node) {
    return source.sameHost(node) || receivers.stream().anyMatch(node::sameHost);
  }

  /** Whether the same two hosts speak. */
  boolean sameWay(Leg other) {
    return source.sameHost(other.source)
        && receivers.getFirst().sameHost(other.receivers.getFirst());
  }

  /**
   * The host of a side that is a phone's; null where the host passes this leg on, or passed it on.
   */
  @Nullable IpAddress phone(boolean caller) {
    if (caller) {
      return origin == null ? source.host() : null;
    }
    return onward == 0 ? receivers.getLast().host() : null;
  }

  Party party(boolean ofCaller) {
    return ofCaller ? caller : callee;
  }
}
