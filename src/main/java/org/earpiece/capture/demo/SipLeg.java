package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The SIP of one leg: a Call-ID between two ends. Each method puts one message on the wire, now
 * (RFC 3261).
 */
final class SipLeg {
  static final int PORT = 5060;
  static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY";

  /**
   * One end of a leg.
   *
   * @param user the user part of its contact
   * @param domain the host part of its public address
   */
  record End(Host host, String user, String display, String domain, String agent) {
    String uri() {
      return "sip:" + user + "@" + domain;
    }

    String contact() {
      return "sip:" + user + "@" + host.address() + ":" + PORT;
    }
  }

  private record Request(String method, int cseq, String branch, String uri, boolean byCaller) {}

  /** The identifiers of a conversation's two ends, the same on all of its legs (RFC 7989). */
  record SessionId(String caller, String callee) {
    private static final String NIL = "0".repeat(32);

    String text(boolean byCaller, boolean calleeKnown) {
      String other = calleeKnown ? callee : NIL;
      return byCaller ? caller + ";remote=" + other : callee + ";remote=" + caller;
    }
  }

  private final Wire wire;
  private final SplittableRandom random;
  private final SessionId session;
  private final End caller;
  private final End callee;
  private final String callId;
  private final String callerTag;
  private String calleeTag = "";
  private int callerCseq;
  private int calleeCseq;
  private Request invite;
  private Request other;
  private byte[] lastReply = new byte[0];

  SipLeg(Wire wire, SplittableRandom random, SessionId session, End caller, End callee) {
    this.wire = wire;
    this.session = session;
    this.random = random;
    this.caller = caller;
    this.callee = callee;
    this.callId = hex() + hex() + "@" + caller.host().address();
    this.callerTag = hex();
    this.callerCseq = random.nextInt(1, 300);
    this.calleeCseq = random.nextInt(1, 300);
    this.invite = new Request("INVITE", 0, "", callee.uri(), true);
    this.other = invite;
  }

  End caller() {
    return caller;
  }

  End callee() {
    return callee;
  }

  /** The first INVITE, with credentials where they were asked for. */
  void invite(String sdp, @Nullable String authorization) throws IOException {
    calleeTag = "";
    invite = new Request("INVITE", ++callerCseq, branch(), callee.uri(), true);
    send(invite, sdp, authorization);
  }

  /** An INVITE within the dialog (RFC 3261 section 14). */
  void reinvite(boolean byCaller, String sdp) throws IOException {
    invite = inDialog("INVITE", byCaller);
    send(invite, sdp, null);
  }

  /** A response to the last INVITE. */
  void reply(int code, String reason, String sdp) throws IOException {
    reply(invite, code, reason, sdp, null);
  }

  /** 401, asking for credentials (RFC 3261 section 22). */
  void challenge(String nonce) throws IOException {
    reply(invite, 401, "Unauthorized", "", Digest.challenge(nonce));
  }

  /** The last response once more: its ACK did not come in time (RFC 3261 13.3.1.4). */
  void repeatReply() throws IOException {
    transmit(!invite.byCaller, lastReply);
  }

  /** ACK of a 2xx: a transaction of its own. */
  void ack() throws IOException {
    String uri = (invite.byCaller ? callee : caller).contact();
    send(new Request("ACK", invite.cseq, branch(), uri, invite.byCaller), "", null);
  }

  /** ACK of any other final response: part of the INVITE's transaction. */
  void ackFailure() throws IOException {
    send(new Request("ACK", invite.cseq, invite.branch, invite.uri, invite.byCaller), "", null);
  }

  /** CANCEL of the INVITE and its 200; the INVITE's 487 is a reply of its own. */
  void cancel() throws IOException {
    String tag = calleeTag;
    calleeTag = "";
    other = new Request("CANCEL", invite.cseq, invite.branch, invite.uri, true);
    send(other, "", null);
    calleeTag = tag;
  }

  void bye(boolean byCaller) throws IOException {
    other = inDialog("BYE", byCaller);
    send(other, "", null);
  }

  /** 200 to the last CANCEL or BYE. */
  void ok() throws IOException {
    reply(other, 200, "OK", "", null);
  }

  private Request inDialog(String method, boolean byCaller) {
    int cseq = byCaller ? ++callerCseq : ++calleeCseq;
    return new Request(method, cseq, branch(), (byCaller ? callee : caller).contact(), byCaller);
  }

  private void send(Request request, String sdp, @Nullable String authorization)
      throws IOException {
    End from = request.byCaller ? caller : callee;
    SipText text = SipText.request(request.method, request.uri);
    text.header("Via", via(request) + ";rport").header("Max-Forwards", 70);
    addresses(text, request);
    text.header("Session-ID", session.text(request.byCaller, !calleeTag.isEmpty()));
    if (request.method.equals("INVITE")) {
      text.header("Contact", "<" + from.contact() + ">");
      text.header("Allow", ALLOW).header("Supported", "replaces, timer");
    }
    if (authorization != null) {
      text.header("Authorization", authorization);
    }
    transmit(request.byCaller, text.header("User-Agent", from.agent()).body(sdp));
  }

  private void reply(
      Request request, int code, String reason, String sdp, @Nullable String challenge)
      throws IOException {
    End from = request.byCaller ? callee : caller;
    End to = request.byCaller ? caller : callee;
    if (code > 100 && calleeTag.isEmpty()) {
      calleeTag = hex();
    }
    SipText text = SipText.response(code, reason);
    text.header("Via", via(request) + ";rport=" + PORT + ";received=" + to.host().address());
    addresses(text, request);
    text.header("Session-ID", session.text(!request.byCaller, true));
    if (request.method.equals("INVITE") && code > 100 && code < 300) {
      text.header("Contact", "<" + from.contact() + ">").header("Allow", ALLOW);
    }
    if (challenge != null) {
      text.header("WWW-Authenticate", challenge);
    }
    lastReply = text.header("Server", from.agent()).body(sdp);
    transmit(!request.byCaller, lastReply);
  }

  private String via(Request request) {
    End from = request.byCaller ? caller : callee;
    return "SIP/2.0/UDP " + from.host().address() + ":" + PORT + ";branch=" + request.branch;
  }

  private void addresses(SipText text, Request request) {
    String first = address(caller, callerTag);
    String second = address(callee, calleeTag);
    text.header("From", request.byCaller ? first : second);
    text.header("To", request.byCaller ? second : first);
    text.header("Call-ID", callId);
    text.header("CSeq", request.cseq + " " + request.method);
  }

  private static String address(End end, String tag) {
    String display = end.display().isEmpty() ? "" : "\"" + end.display() + "\" ";
    return display + "<" + end.uri() + ">" + (tag.isEmpty() ? "" : ";tag=" + tag);
  }

  private void transmit(boolean byCaller, byte[] message) throws IOException {
    End from = byCaller ? caller : callee;
    End to = byCaller ? callee : caller;
    wire.udp(from.host(), PORT, to.host(), PORT, Wire.CS3, message);
  }

  private String branch() {
    return "z9hG4bK" + hex() + hex();
  }

  private String hex() {
    return "%08x".formatted(random.nextInt());
  }
}
