package org.earpiece.voip.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.dissect.voip.hep.Hep;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Tap;
import org.earpiece.voip.SnapshotList;
import org.earpiece.voip.softstate.AddressOfRecord;
import org.earpiece.voip.softstate.Deadlines;
import org.earpiece.voip.softstate.Identities;
import org.earpiece.voip.softstate.Seconds;
import org.earpiece.voip.softstate.Text;

/**
 * Follows the registrations of each address of record: the To of a REGISTER (RFC 3261 section
 * 10.2). Marks their packets. Pipeline's thread.
 */
public final class RegistrationTracker implements Tap {
  /** Addresses of record kept; what comes after is not tracked. */
  public static final int MAX_REGISTRATIONS = 200_000;

  /** Characters kept of all of them; beyond, their messages are not followed. */
  public static final long MAX_CHARACTERS = 32_000_000;

  /** Products remembered, to keep each name once. */
  static final int MAX_USER_AGENTS = 1_000;

  private static final String METHOD = "REGISTER";

  private final Identities identities;
  private final int maxRegistrations;
  private final SipMessage message = new SipMessage();
  private final Map<String, Registration> byAor = new HashMap<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final Map<String, String> userAgents = new HashMap<>();
  private final SnapshotList<RegistrationSnapshot> snapshots = new SnapshotList<>();
  private final List<Registration> stale = new ArrayList<>();
  private final Deadlines deadlines = new Deadlines();
  private long characters;
  private long refused;
  private long now = Long.MIN_VALUE;

  public RegistrationTracker(Identities identities) {
    this(identities, MAX_REGISTRATIONS);
  }

  RegistrationTracker(Identities identities, int maxRegistrations) {
    this.identities = identities;
    this.maxRegistrations = maxRegistrations;
  }

  @Override
  public void packet(Packet packet) {
    now = Math.max(now, packet.timeNanos());
    if (packet.call() != Packet.NONE) {
      return;
    }
    for (int layer = packet.find(Protocol.SIP);
        layer != Packet.NONE;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      Hep.address(packet, layer);
      int offset = packet.offset(layer);
      if (message.parse(packet.bytes(layer), offset, packet.end(layer) - offset)
          && METHOD.equals(message.isRequest() ? message.method() : message.cseqMethod())) {
        register(packet);
      }
    }
  }

  private void register(Packet packet) {
    String aor = AddressOfRecord.of(message.to());
    if (aor.isEmpty()) {
      return;
    }
    Registration registration = byAor.get(aor);
    boolean room = characters < MAX_CHARACTERS;
    if (registration == null && room && registrations.size() < maxRegistrations) {
      registration = begin(aor, packet);
    }
    if (registration == null || !room) {
      refused++;
      return;
    }
    packet.softState(registration.id());
    long time = packet.timeNanos();
    registration.frame(packet.number(), time);
    characters -= registration.characters();
    if (message.isRequest()) {
      registration.request(message, time, asked(packet), address(packet, false), by(aor));
    } else {
      registration.response(message, time, address(packet, true));
    }
    characters += registration.characters();
    deadlines.watch(registration);
    stale(registration);
  }

  private Registration begin(String aor, Packet packet) {
    Registration registration =
        new Registration(
            registrations.size() + 1, identities.next(), aor, packet.number(), packet.timeNanos());
    characters += registration.characters();
    registrations.add(registration);
    byAor.put(aor, registration);
    return registration;
  }

  private Asked asked(Packet packet) {
    String contact = message.header(SipHeader.CONTACT);
    String agent = message.header(SipHeader.USER_AGENT);
    return new Asked(
        Contact.of(message),
        contact != null && contact.strip().equals("*"),
        Seconds.header(message, SipHeader.EXPIRES),
        agent == null ? "" : shared(Text.kept(agent)),
        new Endpoint(new IpAddress(packet.srcHi(), packet.srcLo()), packet.sport()));
  }

  /** The same object for the same software: there is little of it. */
  private String shared(String userAgent) {
    String known = userAgents.putIfAbsent(userAgent, userAgent);
    if (userAgents.size() > MAX_USER_AGENTS) {
      userAgents.clear();
    }
    return known == null ? userAgent : known;
  }

  private static String address(Packet packet, boolean source) {
    return (source
            ? new IpAddress(packet.srcHi(), packet.srcLo())
            : new IpAddress(packet.dstHi(), packet.dstLo()))
        .toString();
  }

  private String by(String aor) {
    String from = AddressOfRecord.of(message.from());
    return from.equals(aor) ? "" : from;
  }

  private void stale(Registration registration) {
    if (!registration.stale) {
      registration.stale = true;
      stale.add(registration);
    }
  }

  /** Messages of addresses of record that were too many, or of which too much is kept. */
  public long refused() {
    return refused;
  }

  /** All addresses of record, number n at n - 1; immutable. Only what changed is made anew. */
  public List<RegistrationSnapshot> snapshots() {
    deadlines.passed(now, thing -> stale((Registration) thing));
    for (Registration registration : stale) {
      int index = registration.number - 1;
      if (index < snapshots.size()) {
        snapshots.set(index, registration.snapshot());
      } else {
        snapshots.add(registration.snapshot());
      }
    }
    stale.clear();
    return snapshots.view();
  }
}
