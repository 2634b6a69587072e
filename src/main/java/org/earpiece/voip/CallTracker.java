package org.earpiece.voip;

import static org.earpiece.voip.CallSnapshot.NEVER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.voip.correlation.Correlation;
import org.earpiece.voip.correlation.Leg;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls in SIP: a call is a Call-ID with an INVITE, or with a message that only a call
 * has. Marks their packets with the call's number, follows their state and tells the directory
 * where they want their media. Pipeline's thread.
 */
public final class CallTracker implements Tap {
  /** Calls kept, and no more than half of the heap holds; what comes after is not tracked. */
  public static final int MAX_CALLS = 2_000_000;

  /** Bytes of heap for each call: half of the heap holds no more of them. */
  private static final int BYTES_A_CALL = 2_048;

  /**
   * Characters kept of the Call-IDs, names and addresses of all calls, and no more than a quarter
   * of the heap; no call begins beyond.
   */
  public static final long MAX_CHARACTERS = 512_000_000;

  /** Characters of a Call-ID; a longer one is no call. */
  public static final int MAX_CALL_ID = 1_024;

  private final MediaDirectory directory;
  private final Map<String, Call> byId = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Correlation correlation = new Correlation(this::number);
  private final SipMessage message = new SipMessage();
  private final Addresses addresses = new Addresses();

  private final SnapshotList<CallSnapshot> snapshots = new SnapshotList<>();
  private final List<Call> stale = new ArrayList<>();
  private final List<Call> waiting = new ArrayList<>();
  private final int maxCalls;
  private final long maxCharacters;
  private long characters;
  private long refused;
  private List<StreamSnapshot> joined = List.of();
  private long now = Long.MIN_VALUE;
  private int up;

  public CallTracker(MediaDirectory directory) {
    this(directory, room(), Math.min(MAX_CHARACTERS, Runtime.getRuntime().maxMemory() / 4));
  }

  private static int room() {
    return (int) Math.min(MAX_CALLS, Runtime.getRuntime().maxMemory() / 2 / BYTES_A_CALL);
  }

  CallTracker(MediaDirectory directory, int maxCalls, long maxCharacters) {
    this.directory = directory;
    this.maxCalls = maxCalls;
    this.maxCharacters = maxCharacters;
  }

  @Override
  public void packet(Packet packet) {
    now = Math.max(now, packet.timeNanos());
    for (int layer = packet.find(Protocol.SIP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      int offset = packet.offset(layer);
      if (message.parse(packet.bytes(layer), offset, packet.end(layer) - offset)
          && (!packet.fragment().partial() || message.headersComplete())) {
        Hep.address(packet, layer);
        message(packet, packet.bytes(layer));
      }
    }
  }

  private void message(Packet packet, ByteView bytes) {
    String id = message.callId();
    Call call = byId.get(id);
    if (call == null) {
      call = begin(id, packet);
      if (call == null) {
        return;
      }
    }
    packet.call(call.number);
    Transaction transaction = Transaction.of(message);
    call.frame(packet.number(), packet.timeNanos(), packet.fragment().began());
    call.wireshark.see(
        message.cseqMethod(),
        message.statusCode(),
        message.cseq(),
        packet.srcHi(),
        packet.srcLo(),
        packet.dstHi(),
        packet.dstLo());
    characters -= call.characters();
    call.identify(message, transaction, speaker(packet));
    characters += call.characters();
    progress(call, transaction, packet);
    Side from = call.sender(message, transaction);
    media(call, from, packet);
    call.story.see(message, bytes, transaction, from, packet.timeNanos());
    stale(call);
    await(call);
  }

  private void await(Call call) {
    if (!call.awaited && (call.progress.waits() || call.talks())) {
      call.awaited = true;
      waiting.add(call);
    }
  }

  private @Nullable Call begin(String id, Packet packet) {
    boolean begins =
        switch (message.cseqMethod()) {
          case "INVITE", "ACK", "BYE", "CANCEL" -> true;
          default -> false;
        };
    if (!begins || id.isEmpty()) {
      return null;
    }
    if (id.length() > MAX_CALL_ID || calls.size() >= maxCalls || characters >= maxCharacters) {
      refused++;
      return null;
    }
    Call call = new Call(calls.size() + 1, id, packet.number(), packet.timeNanos());
    characters += call.characters();
    calls.add(call);
    byId.put(id, call);
    return call;
  }

  private String speaker(Packet packet) {
    return message.isRequest()
        ? addresses.text(packet.srcHi(), packet.srcLo())
        : addresses.text(packet.dstHi(), packet.dstLo());
  }

  private int number(String callId) {
    Call call = byId.get(callId);
    return call == null ? 0 : call.number;
  }

  private void correlate(Call call, Packet packet) {
    Leg leg = call.leg;
    if (leg == null) {
      call.leg = correlation.begin(call.number, message, packet);
    } else {
      correlation.again(leg, message, packet);
    }
  }

  /** Joins two calls because a host sends in one the sound that it gets in the other. */
  public void relayed(int from, int to, String host) {
    correlation.relayed(from, to, host);
  }

  /** Makes two calls one conversation because a person says so. */
  public void join(int call, int to) {
    if (call != to && known(call) && known(to)) {
      correlation.join(call, to);
    }
  }

  /** Takes a call out of its conversation because a person says so. */
  public void split(int call) {
    if (known(call)) {
      correlation.split(call);
    }
  }

  private void progress(Call call, Transaction transaction, Packet packet) {
    progressed(call, transaction, packet);
    told(call);
  }

  private void told(Call call) {
    Leg leg = call.leg;
    if (leg != null) {
      boolean ended = !call.progress.state().up();
      boolean answered = call.progress.answer() != NEVER;
      correlation.progress(leg, answered, ended, CallWords.failure(call.progress));
      call.story.beyond(leg.failureBeyond());
      if (ended && !call.progress.unseen()) {
        call.leg = null;
      }
    }
  }

  private void progressed(Call call, Transaction transaction, Packet packet) {
    long time = packet.timeNanos();
    CallProgress progress = call.progress;
    int status = message.statusCode();
    switch (message.cseqMethod()) {
      case "INVITE" -> {
        if (!message.isRequest()) {
          String phrase = Call.common(message.reasonPhrase());
          progress.response(time, transaction, status, phrase, message.hasSdp());
          if (call.leg != null) {
            correlation.response(call.leg, message);
          }
        } else if (transaction.toTag() != 0) {
          progress.reinvite();
        } else {
          progress.invite(time, transaction);
          correlate(call, packet);
        }
      }
      case "ACK" -> progress.ack(transaction);
      case "REFER" -> {
        if (message.isRequest() && call.leg != null) {
          correlation.refer(call.leg, message, packet);
        }
      }
      case "CANCEL" -> {
        if (message.isRequest()) {
          progress.cancel(time, transaction);
        }
      }
      case "BYE" -> {
        if (message.isRequest()) {
          Side by = call.knowsCaller() ? call.sender(message, transaction) : null;
          progress.bye(time, transaction, by);
        } else if (status >= 200 && status < 300) {
          progress.byeAnswered(time);
        }
      }
      default -> {}
    }
  }

  private void media(Call call, Side from, Packet packet) {
    SessionDescription description = message.hasSdp() ? message.sdp() : null;
    if (description == null) {
      return;
    }
    OfferAnswer negotiation = call.negotiation();
    negotiation.see(message, from, description);
    call.lastSdp = packet.timeNanos();
    held(call, negotiation.holder(), packet.timeNanos());
    if (call.leg != null) {
      correlation.origin(call.leg, packet, description.origin());
    }
    boolean fromCaller = from == Side.CALLER;
    for (Media media : description.transports()) {
      IpAddress address = media.address();
      if (address != null) {
        if (call.leg != null) {
          correlation.media(call.leg, packet, address, media.port());
        }
        directory.announce(
            address.hi(),
            address.lo(),
            media.port(),
            call.number,
            fromCaller,
            media,
            packet.number());
      }
      directory.announceCandidates(call.number, fromCaller, media, packet.number());
    }
  }

  private void held(Call call, @Nullable Side holder, long time) {
    Side before = call.story.holder();
    Side side = holder != null ? holder : before;
    call.story.holder(holder, time);
    if (side != null && holder != before && call.leg != null) {
      correlation.hold(call.leg, side == Side.CALLER, holder != null, time);
    }
  }

  private void stale(Call call) {
    if (!call.stale) {
      call.stale = true;
      stale.add(call);
    }
  }

  /** Calls kept. */
  public int count() {
    return calls.size();
  }

  /** Messages that would have begun a call, but there were too many, or their Call-ID too long. */
  public long refused() {
    return refused;
  }

  /** Calls that are looked at as time passes. */
  int waiting() {
    return waiting.size();
  }

  /** Calls that had not ended at the last snapshot. */
  public int up() {
    return up;
  }

  /** No packet follows: what only waited is settled by the next snapshot. */
  public void over() {
    waiting.forEach(call -> {
      if (call.progress.over()) {
        stale(call);
      }
    });
  }

  /**
   * All calls, call number n at n - 1; immutable. Only calls that changed, or a stream of which
   * did, are made anew.
   *
   * @param streams all streams, stream number n at n - 1
   */
  public List<CallSnapshot> snapshots(List<StreamSnapshot> streams) {
    join(streams);
    waiting.removeIf(call -> {
      if (call.progress.passed(now) || call.listen(streams, now)) {
        told(call);
        stale(call);
      }
      call.awaited = call.progress.waits() || call.talks();
      return !call.awaited;
    });
    correlation.regrouped(number -> stale(calls.get(number - 1)));
    for (Call call : stale) {
      if (call.listen(streams, now)) {
        told(call);
      }
      await(call);
      int number = call.number;
      CallSnapshot snapshot =
          call.snapshot(correlation.session(number), correlation.link(number), streams);
      put(call.number - 1, snapshot);
    }
    stale.clear();
    return snapshots.view();
  }

  private void put(int index, CallSnapshot snapshot) {
    if (index < snapshots.size()) {
      up -= snapshots.get(index).state().up() ? 1 : 0;
      snapshots.set(index, snapshot);
    } else {
      snapshots.add(snapshot);
    }
    up += snapshot.state().up() ? 1 : 0;
  }

  private void join(List<StreamSnapshot> streams) {
    List<StreamSnapshot> before = joined;
    joined = streams;
    SnapshotList.changes(
        before,
        streams,
        stream -> {
          int index = stream.number() - 1;
          int was = index < before.size() ? before.get(index).call() : 0;
          if (was != stream.call() && known(was)) {
            calls.get(was - 1).streams.remove(stream.number());
            stale(calls.get(was - 1));
          }
          if (known(stream.call())) {
            calls.get(stream.call() - 1).streams.add(stream.number());
            stale(calls.get(stream.call() - 1));
          }
        });
  }

  private boolean known(int call) {
    return call > 0 && call <= calls.size();
  }
}
