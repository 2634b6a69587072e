package org.earpiece.voip.subscription;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.voip.SnapshotList;
import org.earpiece.voip.Transaction;
import org.earpiece.voip.softstate.AddressOfRecord;
import org.earpiece.voip.softstate.Deadlines;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.softstate.Text;
import org.jspecify.annotations.Nullable;

/**
 * Follows subscriptions (SUBSCRIBE and NOTIFY, RFC 6665; REFER, RFC 3515), notifications that
 * nobody asked for, and publications (RFC 3903). Marks their packets where no call owns them: so it
 * comes after the calls. Pipeline's thread.
 */
public final class SubscriptionTracker implements Tap {
  /** Subscriptions and publications kept; what comes after is not tracked. */
  public static final int MAX_SUBSCRIPTIONS = 100_000;

  /** Characters kept of all of them; beyond, their messages are not followed. */
  public static final long MAX_CHARACTERS = 32_000_000;

  /** Subscriptions of one Call-ID, forks among them; further ones are not tracked. */
  static final int MAX_OF_CALL_ID = 32;

  /** Characters of a Call-ID; messages with a longer one are not tracked. */
  static final int MAX_CALL_ID = 1_024;

  private final Identities identities;
  private final int maxSubscriptions;
  private final SipMessage message = new SipMessage();
  private final Map<String, Subscription> dialogs = new HashMap<>();
  private final Map<String, Subscription> byParties = new HashMap<>();
  private final Map<String, Subscription> byLatestCallId = new HashMap<>();
  private final SnapshotList<SubscriptionSnapshot> snapshots = new SnapshotList<>();
  private final List<Subscription> stale = new ArrayList<>();
  private final Deadlines deadlines = new Deadlines();
  private final BitSet calls = new BitSet();
  private int count;
  private long characters;
  private long refused;
  private long now = Long.MIN_VALUE;

  public SubscriptionTracker(Identities identities) {
    this(identities, MAX_SUBSCRIPTIONS);
  }

  SubscriptionTracker(Identities identities, int maxSubscriptions) {
    this.identities = identities;
    this.maxSubscriptions = maxSubscriptions;
  }

  @Override
  public void packet(Packet packet) {
    now = Math.max(now, packet.timeNanos());
    for (int layer = packet.find(Protocol.SIP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      Hep.address(packet, layer);
      int offset = packet.offset(layer);
      ByteView bytes = packet.bytes(layer);
      if (message.parse(bytes, offset, packet.end(layer) - offset)) {
        message(packet, bytes);
      }
    }
  }

  private void message(Packet packet, ByteView bytes) {
    boolean ofCall = packet.call() > 0;
    if (!message.isRequest() && ofCall && !calls.get(packet.call())) {
      return;
    }
    String method = message.isRequest() ? message.method() : message.cseqMethod();
    SubscriptionKind kind =
        switch (method) {
          case "SUBSCRIBE" -> SubscriptionKind.SUBSCRIBE;
          case "REFER" -> SubscriptionKind.REFER;
          case "NOTIFY" -> SubscriptionKind.NOTIFY;
          case "PUBLISH" -> SubscriptionKind.PUBLISH;
          default -> null;
        };
    String callId = kind == null ? "" : message.callId();
    if (kind == null || callId.isEmpty()) {
      return;
    }
    if (callId.length() > MAX_CALL_ID || characters >= MAX_CHARACTERS) {
      refused++;
      return;
    }
    Transaction t = Transaction.of(message);
    Subscription one =
        message.isRequest() ? requested(kind, callId, t, packet) : answered(kind, callId, t);
    if (one != null) {
      take(one, kind, t, packet, bytes);
    }
  }

  private void take(
      Subscription one, SubscriptionKind kind, Transaction t, Packet packet, ByteView bytes) {
    if (packet.call() > 0) {
      calls.set(packet.call());
    } else {
      packet.softState(one.id());
    }
    long time = packet.timeNanos();
    characters -= one.characters();
    one.frame(packet.number(), time);
    if (kind == SubscriptionKind.NOTIFY) {
      if (message.isRequest()) {
        one.notification(message, t, time, told(bytes));
      } else {
        one.notified(message, time);
      }
    } else if (message.isRequest()) {
      one.request(message, t, time);
    } else {
      one.response(message, t, time);
    }
    characters += one.characters();
    deadlines.watch(one);
    stale(one);
  }

  /** The one that a request belongs to, which it may begin; null where there are too many. */
  private @Nullable Subscription requested(
      SubscriptionKind kind, String callId, Transaction t, Packet packet) {
    String header = message.header(SipHeader.EVENT);
    SipValue value = SipValue.of(header == null ? "" : header);
    String event = kind == SubscriptionKind.REFER ? "refer" : Text.kept(value.text());
    String eventId = Text.kept(value.param("id"));
    if (kind == SubscriptionKind.PUBLISH) {
      return ofParties(origin(kind, event, "", packet, t), callId, packet);
    }
    for (Subscription one = dialogs.get(callId); one != null; one = one.next) {
      if (kind != SubscriptionKind.NOTIFY && one.requestedBy(kind, t, event, eventId)) {
        return one;
      }
    }
    if (kind != SubscriptionKind.NOTIFY) {
      Origin origin = origin(kind, event, eventId, packet, t);
      boolean outside = kind == SubscriptionKind.SUBSCRIBE && t.toTag() == 0;
      return outside ? ofDialog(origin, callId, packet) : begin(origin, callId, packet, true);
    }
    return notified(callId, t, event, eventId, packet);
  }

  private @Nullable Subscription notified(
      String callId, Transaction t, String event, String eventId, Packet packet) {
    boolean forked = false;
    for (Subscription one = dialogs.get(callId); one != null; one = one.next) {
      if (one.notifiedBy(t, event, eventId)) {
        if (!one.fromAnother(t)) {
          return one;
        }
        forked = true;
      }
    }
    if (t.toTag() == 0 && !forked) {
      return ofParties(origin(SubscriptionKind.NOTIFY, event, eventId, packet, t), callId, packet);
    }
    boolean refer = event.equals("refer");
    SubscriptionKind kind = refer ? SubscriptionKind.REFER : SubscriptionKind.SUBSCRIBE;
    return begin(origin(kind, event, eventId, packet, t), callId, packet, true);
  }

  /** The publication, or the notifications nobody asked for, between the same two. */
  private @Nullable Subscription ofParties(Origin origin, String callId, Packet packet) {
    Subscription one = byLatestCallId.get(callId);
    if (one != null && sameKind(one, origin)) {
      return one;
    }
    String parties = origin.parties();
    one = byParties.get(parties);
    if (one == null) {
      one = begin(origin, callId, packet, false);
      if (one == null) {
        return null;
      }
      byParties.put(parties, one);
    } else {
      byLatestCallId.remove(one.callId);
      characters += callId.length() - one.callId.length();
      one.callId = callId;
    }
    byLatestCallId.put(callId, one);
    return one;
  }

  private static boolean sameKind(Subscription one, Origin origin) {
    return one.origin().kind() == origin.kind() && one.origin().event().equals(origin.event());
  }

  /** A subscription outside a dialog: a new one, or one that is tried again after it failed. */
  private @Nullable Subscription ofDialog(Origin origin, String callId, Packet packet) {
    String parties = origin.parties();
    Subscription before = byParties.get(parties);
    if (before == null || !before.inVain() || !detach(before)) {
      Subscription one = begin(origin, callId, packet, true);
      if (one != null) {
        byParties.put(parties, one);
      }
      return one;
    }
    characters += callId.length() - before.callId.length();
    before.again(callId, origin.subscriberTag());
    Subscription others = dialogs.put(callId, before);
    before.next = others;
    return before;
  }

  /**
   * Takes the only subscription of a Call-ID out of the dialogs; false where it is not the only.
   */
  private boolean detach(Subscription one) {
    boolean only = one.next == null && dialogs.get(one.callId) == one;
    return only && dialogs.remove(one.callId) != null;
  }

  private @Nullable Subscription answered(SubscriptionKind kind, String callId, Transaction t) {
    for (Subscription one = dialogs.get(callId); one != null; one = one.next) {
      boolean its =
          kind == SubscriptionKind.NOTIFY
              ? one.notificationAnswered(t)
              : one.origin().kind() == kind && one.answeredBy(message, t);
      if (its) {
        return one;
      }
    }
    Subscription one = byLatestCallId.get(callId);
    return one != null && one.origin().kind() == kind ? one : null;
  }

  private Origin origin(
      SubscriptionKind kind, String event, String eventId, Packet packet, Transaction t) {
    boolean notify = message.method().equals("NOTIFY");
    NameAddress subscriber = notify ? message.to() : message.from();
    NameAddress notifier = notify ? message.from() : message.to();
    IpAddress source =
        notify
            ? new IpAddress(packet.dstHi(), packet.dstLo())
            : new IpAddress(packet.srcHi(), packet.srcLo());
    return new Origin(
        kind,
        event,
        eventId,
        AddressOfRecord.of(subscriber),
        AddressOfRecord.of(notifier),
        source.toString(),
        notify ? t.toTag() : t.fromTag(),
        Math.max(0, packet.call()));
  }

  private @Nullable Subscription begin(
      Origin origin, String callId, Packet packet, boolean ofDialog) {
    Subscription last = ofDialog ? dialogs.get(callId) : null;
    int others = 0;
    while (last != null && last.next != null) {
      last = last.next;
      others++;
    }
    if (count >= maxSubscriptions || others >= MAX_OF_CALL_ID - 1) {
      refused++;
      return null;
    }
    Subscription one =
        new Subscription(
            ++count, identities.next(), origin, callId, packet.number(), packet.timeNanos());
    characters += one.characters();
    if (last != null) {
      last.next = one;
    } else if (ofDialog) {
      dialogs.put(callId, one);
    }
    return one;
  }

  /** The status line that a NOTIFY about a REFER quotes (RFC 3515 section 2.4.5), or empty. */
  private String told(ByteView bytes) {
    String type = message.header(SipHeader.CONTENT_TYPE);
    if (type == null || !SipValue.of(type).text().equalsIgnoreCase("message/sipfrag")) {
      return "";
    }
    int length = Math.min(message.bodyLength(), Text.MAX_TEXT);
    String line = bytes.utf8(message.bodyOffset(), length).lines().findFirst().orElse("");
    return line.startsWith("SIP/2.0 ") ? line.substring("SIP/2.0 ".length()).strip() : "";
  }

  private void stale(Subscription one) {
    if (!one.stale) {
      one.stale = true;
      stale.add(one);
    }
  }

  /** Messages of subscriptions that were too many, or of which too much is kept. */
  public long refused() {
    return refused;
  }

  /** All of them, number n at n - 1; immutable. Only what changed is made anew. */
  public List<SubscriptionSnapshot> snapshots() {
    deadlines.passed(now, thing -> stale((Subscription) thing));
    for (Subscription one : stale) {
      int index = one.number - 1;
      if (index < snapshots.size()) {
        snapshots.set(index, one.snapshot());
      } else {
        snapshots.add(one.snapshot());
      }
    }
    stale.clear();
    return snapshots.view();
  }
}
