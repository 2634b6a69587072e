package org.earpiece.capture.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.earpiece.capture.demo.sound.Conversation;
import org.earpiece.capture.demo.sound.Melody;
import org.earpiece.capture.demo.sound.Tone;

/**
 * A call through the exchange, which is a B2BUA: a leg from the caller, another to the callee. The
 * methods add to its script, in order; {@link Scenario} says which.
 */
final class DemoCall {
  private static final double THINK = 2;
  static final String AGENT = "Exchange 18.2";
  private static final String SENDRECV = "sendrecv";

  private final Site site;
  private final Script script;
  private final SplittableRandom random;
  private final Party caller;
  private final Party callee;
  private final SipLeg in;
  private final SipLeg out;
  private Sdp callerSdp;
  private final Sdp calleeSdp;
  private Sdp inSdp;
  private final Sdp outSdp;
  private final MediaLeg inMedia;
  private final MediaLeg outMedia;
  private final Talker callerTalks;
  private final Talker calleeTalks;
  private final Talker music;
  private final Conversation conversation;
  private boolean forwarding = true;

  DemoCall(Site site, SplittableRandom random, Party caller, Party callee, Scenario scenario) {
    this.site = site;
    this.random = random;
    this.script = new Script(site.timeline(), random.split());
    this.caller = caller;
    this.callee = callee;
    SipLeg.SessionId id = new SipLeg.SessionId(uuid(), uuid());
    SipLeg.End dialling = end(caller, callerDomain());
    SipLeg.End ringing = end(callee, callee.host().address());
    in = new SipLeg(site.wire(), random.split(), id, dialling, exchange(callee, ""));
    out = new SipLeg(site.wire(), random.split(), id, exchange(caller, caller.name()), ringing);
    callerSdp = new Sdp(caller.host(), caller.nextPort(), session(), 1, caller.offer());
    calleeSdp = new Sdp(callee.host(), callee.nextPort(), session(), 1, chosen(callee));
    inSdp = new Sdp(site.exchange(), site.nextPort(), session(), 1, chosen(caller));
    outSdp = new Sdp(site.exchange(), site.nextPort(), session(), 1, caller.offer());
    inMedia = media(caller, callerSdp, inSdp, scenario.callerPath(caller, random.split()));
    outMedia = media(callee, calleeSdp, outSdp, scenario.calleePath(callee, random.split()));
    Path forth = Path.inside(random.split());
    Path back = Path.inside(random.split());
    inMedia.up().onArrival(p -> forward(p, forth, outMedia.down()));
    outMedia.up().onArrival(p -> forward(p, back, inMedia.down()));
    conversation =
        new Conversation(random.split(), caller.voice(), callee.voice(), scenario.opening(random));
    callerTalks = new Talker(site.timeline(), inMedia.up(), conversation.caller());
    calleeTalks = new Talker(site.timeline(), outMedia.up(), conversation.callee());
    music = new Talker(site.timeline(), outMedia.down(), new Melody());
    caller.enter();
    callee.enter();
  }

  private MediaLeg media(Party party, Sdp far, Sdp near, Path up) {
    return new MediaLeg(
        site,
        new RtpFlow.Address(far.host(), far.port()),
        new RtpFlow.Address(near.host(), near.port()),
        party.offer()[0],
        up,
        party.path(),
        random.split());
  }

  private static int[] chosen(Party party) {
    return new int[] {party.offer()[0], Sdp.TELEPHONE_EVENT};
  }

  private String callerDomain() {
    return (caller.isOutside() ? site.trunk() : site.exchange()).address();
  }

  private SipLeg.End end(Party party, String domain) {
    return new SipLeg.End(party.host(), party.user(), party.name(), domain, party.agent());
  }

  private SipLeg.End exchange(Party stands, String display) {
    Host host = site.exchange();
    return new SipLeg.End(host, stands.user(), display, host.address(), AGENT);
  }

  private String uuid() {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  private long session() {
    return random.nextLong(1_000_000_000L, 4_000_000_000L);
  }

  private void forward(RtpPacket packet, Path inside, RtpFlow to) {
    if (forwarding) {
      Timeline timeline = site.timeline();
      timeline.at(inside.arrival(timeline.now()), () -> to.follow(packet));
    }
  }

  /** To the party and back, ms. */
  private static double trip(Party party) {
    return party.isOutside() ? 19 : 0.8;
  }

  /** The caller dials; a phone of the house must say who it is. */
  DemoCall dial() {
    String sdp = callerSdp.text(SENDRECV);
    if (caller.isOutside()) {
      script.after(0, () -> in.invite(sdp, null));
    } else {
      String nonce = Long.toHexString(random.nextLong());
      String uri = in.callee().uri();
      String credentials =
          Digest.credentials(caller.user(), caller.password(), nonce, "INVITE", uri);
      script
          .after(0, () -> in.invite(sdp, null))
          .after(THINK, () -> in.challenge(nonce))
          .after(trip(caller) + THINK, in::ackFailure)
          .after(THINK, () -> in.invite(sdp, credentials));
    }
    script.after(THINK, () -> in.reply(100, "Trying", ""));
    return this;
  }

  /** The exchange calls the callee. */
  DemoCall extend() {
    script
        .after(6, () -> out.invite(outSdp.text(SENDRECV), null))
        .after(trip(callee) + 4, () -> out.reply(100, "Trying", ""));
    return this;
  }

  /** The callee's telephone rings. */
  DemoCall ring(double seconds) {
    script
        .after(90, () -> out.reply(180, "Ringing", ""))
        .after(THINK, () -> in.reply(180, "Ringing", ""))
        .after(seconds * 1000, () -> {});
    return this;
  }

  /** It rings far away, and the far network sends the tone. */
  DemoCall ringWithTone(double seconds) {
    script
        .after(
            160,
            () -> {
              out.reply(183, "Session Progress", calleeSdp.text(SENDRECV));
              calleeTalks.change(Tone.ringing());
              calleeTalks.start();
            })
        .after(THINK, () -> in.reply(183, "Session Progress", inSdp.text(SENDRECV)))
        .after(seconds * 1000, () -> calleeTalks.change(conversation.callee()));
    return this;
  }

  /** The callee answers; both ends send. */
  DemoCall answer() {
    answerCallee();
    script.after(THINK, () -> in.reply(200, "OK", inSdp.text(SENDRECV)));
    script.after(trip(caller) + THINK, this::acknowledge);
    return this;
  }

  /** As {@link #answer}, but the caller's first ACK is lost and the 200 comes again. */
  DemoCall answerTwice() {
    answerCallee();
    script
        .after(THINK, () -> in.reply(200, "OK", inSdp.text(SENDRECV)))
        .after(500, in::repeatReply)
        .after(trip(caller) + THINK, this::acknowledge);
    return this;
  }

  private void answerCallee() {
    script
        .after(
            20,
            () -> {
              out.reply(200, "OK", calleeSdp.text(SENDRECV));
              outMedia.start();
              calleeTalks.start();
            })
        .after(THINK, out::ack);
  }

  private void acknowledge() throws IOException {
    in.ack();
    inMedia.start();
    callerTalks.start();
  }

  DemoCall talk(double seconds) {
    script.after(seconds * 1000, () -> {});
    return this;
  }

  /** The caller presses keys (RFC 4733). */
  DemoCall press(String digits) {
    script.after(0, () -> callerTalks.press(digits));
    return this;
  }

  /** The caller holds the callee, who hears music, and comes back. */
  DemoCall hold(double seconds) {
    return change("sendonly", "recvonly", this::beginHold)
        .talk(seconds)
        .change(SENDRECV, SENDRECV, this::endHold);
  }

  private DemoCall change(String offer, String answer, Timeline.Step effect) {
    script
        .after(
            0,
            () -> {
              callerSdp = callerSdp.changed();
              in.reinvite(true, callerSdp.text(offer));
            })
        .after(THINK, () -> in.reply(100, "Trying", ""))
        .after(
            THINK,
            () -> {
              inSdp = inSdp.changed();
              in.reply(200, "OK", inSdp.text(answer));
              effect.run();
            })
        .after(trip(caller) + THINK, in::ack);
    return this;
  }

  private void beginHold() {
    forwarding = false;
    callerTalks.hold(true);
    music.start();
  }

  private void endHold() {
    music.stop();
    inMedia.down().forgetSource();
    outMedia.down().forgetSource();
    callerTalks.hold(false);
    forwarding = true;
  }

  DemoCall hangUp(boolean byCaller) {
    SipLeg first = byCaller ? in : out;
    SipLeg second = byCaller ? out : in;
    script
        .after(0, () -> hangUp(first, byCaller, byCaller ? callerTalks : calleeTalks))
        .after(THINK, first::ok)
        .after(THINK, () -> second.bye(byCaller))
        .after(
            trip(byCaller ? callee : caller) + THINK,
            () -> {
              (byCaller ? calleeTalks : callerTalks).stop();
              (byCaller ? outMedia : inMedia).stop();
              second.ok();
            });
    return this;
  }

  private void hangUp(SipLeg leg, boolean byCaller, Talker talker) throws IOException {
    forwarding = false;
    talker.stop();
    (byCaller ? inMedia : outMedia).stop();
    leg.bye(byCaller);
  }

  /** The callee refuses, and the exchange says so to the caller. */
  DemoCall refuse(int code, String reason) {
    script
        .after(trip(callee) + 30, () -> out.reply(code, reason, ""))
        .after(THINK, out::ackFailure);
    return reject(code, reason);
  }

  /** The exchange refuses. */
  DemoCall reject(int code, String reason) {
    script
        .after(THINK, () -> in.reply(code, reason, ""))
        .after(trip(caller) + THINK, in::ackFailure);
    return this;
  }

  /** The caller gives up while it rings. */
  DemoCall giveUp() {
    script
        .after(0, in::cancel)
        .after(THINK, in::ok)
        .after(THINK, () -> in.reply(487, "Request Terminated", ""))
        .after(trip(caller) + THINK, in::ackFailure);
    return withdraw();
  }

  /** The exchange takes its call to the callee back. */
  DemoCall withdraw() {
    script
        .after(THINK, out::cancel)
        .after(trip(callee) + THINK, out::ok)
        .after(THINK, () -> out.reply(487, "Request Terminated", ""))
        .after(THINK, out::ackFailure);
    return this;
  }

  /** Everything is over. */
  void end(Timeline.Step ended) {
    script.after(
        400,
        () -> {
          caller.leave();
          callee.leave();
          ended.run();
        });
  }
}
