package org.earpiece.voip.correlation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls that are legs of one conversation. What their headers say is certain: a common
 * Session-ID (RFC 7989) or charging identifier (RFC 7315), a Call-ID named by Replaces (RFC 3891),
 * Target-Dialog (RFC 4538), In-Reply-To or a header of a vendor's, a transfer (RFC 3515). Without
 * any, {@link Evidence} is weighed when a call begins. A person may join and split by hand.
 * Pipeline's thread.
 */
public final class Correlation {
  /** Identifiers of conversations that are remembered. */
  static final int MAX_IDS = 200_000;

  /** Transfers that wait for their call. */
  static final int MAX_TRANSFERS = 256;

  static final int MAX_ROOMS = 10_000;

  /** Callers of one room that are looked at. */
  static final int MAX_IN_ROOM = 64;

  /** Legs before one that are told what becomes of it. */
  static final int MAX_HOPS = 16;

  /** Two may each talk to an announcement. */
  private static final int CROWD = 3;

  /** How long the call that a REFER asks for may take to begin. */
  private static final long TRANSFER_NANOS = 60_000_000_000L;

  private static final SipHeader[] NAMING_CALLS = {
    SipHeader.REPLACES, SipHeader.TARGET_DIALOG, SipHeader.IN_REPLY_TO, SipHeader.JOIN
  };

  /** Headers by which B2BUAs tell the other leg's Call-ID, or what both legs have in common. */
  private static final String[] VENDORS = {
    "X-Call-ID", "X-CID", "X-Original-Call-ID", "X-Orig-Call-ID", "X-Correlation-ID", "Cisco-Guid"
  };

  private record Transfer(int call, long time, Party target, IpAddress asked, Party by) {}

  private final ToIntFunction<String> byCallId;
  private final Sessions sessions = new Sessions();
  private final LegIndex callers = new LegIndex();
  private final LegIndex callees = new LegIndex();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Deque<Transfer> transfers = new ArrayDeque<>();
  private final HandedOn handedOn =
      new HandedOn((leg, to, percent, reason) -> link(leg.call, to.call, percent, reason));
  private final Map<String, List<Leg>> rooms = new HashMap<>();
  private @Nullable Leg bestLeg;
  private @Nullable Evidence best;

  /**
   * @param byCallId finds the number of the call with a Call-ID; 0 where there is none
   */
  public Correlation(ToIntFunction<String> byCallId) {
    this.byCallId = byCallId;
  }

  /** The first INVITE of a call: its leg, joined to others where there is reason. */
  public Leg begin(int call, SipMessage invite, Packet packet) {
    Leg leg = new Leg(call, packet.timeNanos(), invite, source(packet));
    leg.received(receiver(packet));
    headers(leg, invite);
    if (!transferred(leg)) {
      weigh(leg);
    }
    callers.add(leg.caller, leg);
    callees.add(leg.callee, leg);
    if (leg.target.key() != leg.callee.key()) {
      callees.add(leg.target, leg);
    }
    return leg;
  }

  /** A further INVITE of a call outside a dialog: with credentials, or on its next hop. */
  public void again(Leg leg, SipMessage invite, Packet packet) {
    leg.invited = packet.timeNanos();
    leg.received(receiver(packet));
    headers(leg, invite);
  }

  /** A response to a call's INVITE. */
  public void response(Leg leg, SipMessage response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      redirected(leg, response);
    } else if (status >= 200 && status < 300) {
      focus(leg, response);
    }
  }

  /** Whoever passed the call on may now call elsewhere. */
  private static void redirected(Leg leg, SipMessage response) {
    for (String contact : response.headers(SipHeader.CONTACT)) {
      Party party = Leg.party(contact);
      upstream(leg, told -> Leg.note(told.redirectedTo, party));
    }
  }

  /** Hands over a leg and those before it, the nearest {@link #MAX_HOPS}. */
  private static void upstream(Leg leg, Consumer<Leg> action) {
    int hops = 0;
    for (Leg told = leg; told != null && hops < MAX_HOPS; told = told.origin) {
      action.accept(told);
      hops++;
    }
  }

  /** Who answers may be the focus of a conference, and says which (RFC 4579 section 5.1). */
  private void focus(Leg leg, SipMessage response) {
    String contact = response.header(SipHeader.CONTACT);
    if (contact != null && contact.toLowerCase(Locale.ROOT).contains(";isfocus")) {
      common(leg, "conference (isfocus)", "focus " + NameAddress.parse(contact).uri());
    }
  }

  /**
   * How far a call is.
   *
   * @param failure how it failed, or empty
   */
  public void progress(Leg leg, boolean answered, boolean ended, String failure) {
    boolean begins = answered && !leg.answered && !ended;
    leg.progress(answered, ended);
    if (answered || !failure.isEmpty()) {
      leg.tellOrigin(failure);
    }
    if (begins && leg.onward == 0 && leg.origin == null) {
      talks(leg);
    }
  }

  /** Where one host itself talks to several callers under one number, it is a conference room. */
  private void talks(Leg leg) {
    String number = leg.callee.user() + "@" + leg.receivers.getLast().host();
    if (rooms.size() >= MAX_ROOMS) {
      rooms.clear();
    }
    List<Leg> inside = rooms.computeIfAbsent(number, n -> new ArrayList<>());
    inside.removeIf(other -> other.ended || other.onward > 0);
    boolean others = inside.stream().noneMatch(other -> sameEnd(other, leg));
    if (others && inside.size() < MAX_IN_ROOM) {
      inside.add(leg);
    }
    if (others && inside.size() >= CROWD) {
      String reason =
          "talks at " + number + " at the same time as others: a conference room, it seems";
      inside.forEach(other -> {
        if (other.call != inside.getFirst().call) {
          link(other.call, inside.getFirst().call, 50, reason);
        }
      });
    }
  }

  /**
   * A side holds the other, or holds it no longer. A phone that takes a held call back while it
   * talks in one that began meanwhile mixes them.
   */
  public void hold(Leg leg, boolean byCaller, boolean held, long time) {
    leg.held = held;
    if (held) {
      leg.heldSince = time;
      return;
    }
    IpAddress phone = leg.phone(byCaller);
    Party party = leg.party(byCaller);
    if (phone != null) {
      callers.each(party, other -> mixed(leg, other, true, phone));
      callees.each(party, other -> mixed(leg, other, false, phone));
    }
  }

  private void mixed(Leg leg, Leg other, boolean asCaller, IpAddress phone) {
    boolean talks = other.answered && !other.held && other.start >= leg.heldSince;
    if (talks && other.call != leg.call && phone.equals(other.phone(asCaller))) {
      String who = other.party(asCaller).user();
      link(
          other.call,
          leg.call,
          80,
          who + " talks in both at once: a conference mixed by the phone");
    }
  }

  private static boolean sameEnd(Leg a, Leg b) {
    return a.source.sameHost(b.source) || a.caller.same(b.caller);
  }

  /** Where a call wants its media: one who hands on what the other leg told joins them. */
  public void media(Leg leg, Packet packet, IpAddress address, int port) {
    if (port != 0) {
      handedOn.place(leg, source(packet), new Node(address, port));
    }
  }

  /** The origin (o=) of a description: one who hands on the other leg's joins them. */
  public void origin(Leg leg, Packet packet, String origin) {
    handedOn.origin(leg, source(packet), origin);
  }

  /** A host sends in one call the sound that it gets in the other. */
  public void relayed(int from, int to, String host) {
    String reason = host + " passes the same sound on: equal RTP payload, packet by packet";
    link(Math.max(from, to), Math.min(from, to), 95, reason);
  }

  /** A REFER in a call. */
  public void refer(Leg leg, SipMessage request, Packet packet) {
    String value = request.header(SipHeader.REFER_TO);
    if (value == null) {
      return;
    }
    String replaced = replaces(value);
    int other = replaced == null ? 0 : byCallId.applyAsInt(replaced);
    if (other != 0) {
      link(leg.call, other, 100, "a transfer that names its Call-ID (REFER with Replaces)");
      return;
    }
    if (transfers.size() == MAX_TRANSFERS) {
      transfers.removeFirst();
    }
    transfers.addLast(
        new Transfer(
            leg.call,
            packet.timeNanos(),
            Leg.party(value),
            new IpAddress(packet.dstHi(), packet.dstLo()),
            Leg.party(request.header(SipHeader.FROM))));
  }

  /** The Call-ID in the Replaces that a Refer-To's URI carries (RFC 3891 section 9), or null. */
  private static @Nullable String replaces(String referTo) {
    int at = referTo.toLowerCase(Locale.ROOT).indexOf("replaces=");
    if (at < 0) {
      return null;
    }
    return firstPart(unescaped(until("&>", referTo.substring(at + "replaces=".length()))));
  }

  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private void headers(Leg leg, SipMessage invite) {
    for (SipHeader header : NAMING_CALLS) {
      String value = invite.header(header);
      named(leg, header.text(), value == null ? null : firstPart(value));
    }
    common(leg, "Session-ID", sessionId(invite.header(SipHeader.SESSION_ID)));
    common(
        leg, "icid-value of P-Charging-Vector", icid(invite.header(SipHeader.P_CHARGING_VECTOR)));
    for (String header : VENDORS) {
      String value = invite.extension(header);
      if (value != null && !named(leg, header, firstPart(value))) {
        common(leg, header, value);
      }
    }
  }

  private boolean named(Leg leg, String header, @Nullable String callId) {
    int other = callId == null ? 0 : byCallId.applyAsInt(callId);
    if (other == 0 || other == leg.call) {
      return false;
    }
    link(leg.call, other, 100, header + " names its Call-ID");
    return true;
  }

  private void common(Leg leg, String what, @Nullable String id) {
    if (id == null || id.isEmpty()) {
      return;
    }
    Integer first = ids.get(id);
    if (first != null && first != leg.call) {
      link(leg.call, first, 100, "same " + what);
    } else if (first == null && ids.size() < MAX_IDS) {
      ids.put(id, leg.call);
    }
  }

  private static String firstPart(String value) {
    return until(";, ", value);
  }

  /** A text up to the first of these characters. */
  private static String until(String stops, String text) {
    int end = 0;
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  /** The caller's half of a Session-ID: the same on every leg; null where there is none. */
  private static @Nullable String sessionId(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String id = firstPart(value).toLowerCase(Locale.ROOT);
    boolean nil = id.chars().allMatch(c -> c == '0');
    return id.length() == 32 && !nil ? id : null;
  }

  private static @Nullable String icid(@Nullable String value) {
    int at = value == null ? -1 : value.indexOf("icid-value=");
    if (value == null || at < 0) {
      return null;
    }
    return firstPart(value.substring(at + "icid-value=".length())).replace("\"", "");
  }

  /** Whether a REFER asked for it. */
  private boolean transferred(Leg leg) {
    boolean asked = false;
    transfers.removeIf(t -> leg.start - t.time > TRANSFER_NANOS);
    for (Transfer t : transfers) {
      if (leg.isFor(t.target) && t.asked.equals(leg.source.host())) {
        String by = t.by.known() ? " by " + t.by.user() : "";
        link(leg.call, t.call, 95, "transferred to " + t.target.user() + by + " (REFER)");
        asked = true;
      }
    }
    return asked;
  }

  private void weigh(Leg leg) {
    bestLeg = null;
    best = null;
    callers.each(leg.caller, other -> weigh(other, leg));
    callees.each(leg.callee, other -> weigh(other, leg));
    callees.each(leg.target, other -> weigh(other, leg));
    if (bestLeg != null && best != null) {
      bestLeg.onward++;
      leg.origin = bestLeg;
      upstream(bestLeg, told -> told.redirectedTo.removeIf(leg::isFor));
      link(leg.call, bestLeg.call, best.percent(), best.reason());
    }
  }

  /** Of equally strong candidates, the one that nothing was passed on of yet; else the latest. */
  private void weigh(Leg from, Leg next) {
    Evidence evidence = Evidence.of(from, next, redirected(from, next));
    if (evidence == null) {
      return;
    }
    Leg chosen = bestLeg;
    boolean better = evidence.stronger(best);
    if (chosen != null && best != null && evidence.percent() == best.percent()) {
      better =
          from.onward < chosen.onward
              || (from.onward == chosen.onward && from.start > chosen.start);
    }
    if (better) {
      bestLeg = from;
      best = evidence;
    }
  }

  private static boolean redirected(Leg from, Leg next) {
    return from.settingUp() && from.redirectedTo.stream().anyMatch(next::isFor);
  }

  private void link(int call, int to, int percent, String reason) {
    sessions.join(new CallLink(call, to, reason, percent));
  }

  private static Node source(Packet packet) {
    return new Node(new IpAddress(packet.srcHi(), packet.srcLo()), packet.sport());
  }

  private static Node receiver(Packet packet) {
    return new Node(new IpAddress(packet.dstHi(), packet.dstLo()), packet.dport());
  }

  /** The session of a call: the number of its first call. */
  public int session(int call) {
    return sessions.of(call);
  }

  /** Why a call is joined to an earlier one; null where nothing joined it. */
  public @Nullable CallLink link(int call) {
    return sessions.link(call);
  }

  /** Joins two calls because a person says so. */
  public void join(int call, int to) {
    sessions.joinByHand(
        new CallLink(Math.max(call, to), Math.min(call, to), "joined by hand", 100));
  }

  /** Takes a call out of its session because a person says so; evidence joins it no more. */
  public void split(int call) {
    sessions.split(call);
  }

  /** Hands over the calls of all sessions that changed since this was last asked. */
  public void regrouped(IntConsumer action) {
    sessions.regrouped(action);
  }
}
