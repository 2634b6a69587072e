package org.earpiece.voip.correlation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices that someone hands on in one call the SDP of another: the place where the other's phone
 * wants its media, or the session that it says it begins (o=, RFC 8866 section 5.2). Pipeline's
 * thread.
 */
final class HandedOn {
  /** Places of media that are remembered at a time. */
  static final int MAX_PLACES = 50_000;

  /** Origins of SDP that are remembered at a time. */
  static final int MAX_ORIGINS = 50_000;

  /** Shorter identifiers are those of programs that always send the same. */
  private static final int LEAST_ID = 5;

  private static final int ORIGIN_WORDS = 6;
  private static final int ID = 1;
  private static final int VERSION = 2;
  private static final int ADDRESS = 5;

  /** Who first sent something, in which call. */
  private record Sent(Leg leg, Node sender) {}

  /** Joins a leg to an earlier one. */
  @FunctionalInterface
  interface Joiner {
    void link(Leg leg, Leg to, int percent, String reason);
  }

  private final Joiner joiner;
  private final Map<Node, Leg> places = new HashMap<>();

  /** Who began each session; null where a host gives all of its sessions one name. */
  private final Map<String, @Nullable Sent> origins = new HashMap<>();

  HandedOn(Joiner joiner) {
    this.joiner = joiner;
  }

  /** Where a call wants its media. */
  void place(Leg leg, Node sender, Node place) {
    if (place.host().equals(sender.host())) {
      if (places.size() >= MAX_PLACES) {
        places.clear();
      }
      places.put(place, leg);
      return;
    }
    Leg other = places.get(place);
    if (other != null && handsOn(leg, other, sender)) {
      joiner.link(
          leg,
          other,
          95,
          sender.host()
              + " hands on where the other leg wants its media, "
              + place.host()
              + ":"
              + place.port());
    }
  }

  /** The origin of a description in a call. */
  void origin(Leg leg, Node sender, String origin) {
    String session = session(origin);
    if (session == null) {
      return;
    }
    if (!origins.containsKey(session)) {
      if (origins.size() >= MAX_ORIGINS) {
        origins.clear();
      }
      origins.put(session, new Sent(leg, sender));
      return;
    }
    Sent first = origins.get(session);
    if (first == null || first.leg() == leg) {
      return;
    }
    if (first.sender().sameHost(sender)) {
      origins.put(session, null);
    } else if (handsOn(leg, first.leg(), sender)) {
      String reason = sender.host() + " hands on the other leg's SDP: same origin (o=)";
      joiner.link(leg, first.leg(), 90, reason);
    }
  }

  private static boolean handsOn(Leg leg, Leg other, Node sender) {
    return other.call != leg.call && !other.ended && other.speaks(sender);
  }

  /** What names a session, the same in all of its versions; null where it names none. */
  private static @Nullable String session(String origin) {
    List<String> words = List.of(origin.strip().split(" +", -1));
    if (words.size() != ORIGIN_WORDS || words.get(ID).length() < LEAST_ID) {
      return null;
    }
    String address = words.get(ADDRESS);
    boolean nowhere = address.equals("0.0.0.0") || address.equals("::");
    return nowhere ? null : String.join(" ", words.subList(0, VERSION)) + " " + address;
  }
}
