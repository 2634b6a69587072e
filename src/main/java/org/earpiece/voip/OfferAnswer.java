package org.earpiece.voip;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.earpiece.dissect.voip.sdp.SessionDescription;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * The offers and answers of one call (RFC 3264, carried as RFC 3261 section 13.2, RFC 3262 section
 * 5 and RFC 3311 say): which SDP is which, who holds whom, what was agreed. One thread.
 */
public final class OfferAnswer {
  /** Codecs named of one description; the rest is counted. */
  private static final int MAX_NAMED = 4;

  private enum Role {
    OFFER,
    ANSWER
  }

  /** Where offers travel (an ACK and most responses only answer). */
  private enum Carrier {
    INVITE,
    UPDATE,
    PRACK
  }

  private final long[] offering = new long[Carrier.values().length];
  private final boolean[] holding = new boolean[Side.values().length];
  private final boolean[] heard = new boolean[Side.values().length];
  private @Nullable Side offerer;
  private boolean offeredHold;
  private String agreed = "";

  /**
   * Sees a message's SDP and says what it does in a few words: {@code offers PCMA, DTMF}, {@code
   * answers PCMA}, {@code hold}, {@code resume}.
   */
  public String see(SipMessage message, Side from, SessionDescription description) {
    return role(message) == Role.OFFER ? offer(from, description) : answer(from, description);
  }

  private Role role(SipMessage message) {
    Carrier carrier = carrier(message.cseqMethod());
    if (carrier == null) {
      return Role.ANSWER;
    }
    long exchange = Transaction.key(tag(message)) * 31 + message.cseq() + 1;
    if (!message.isRequest()) {
      return offering[carrier.ordinal()] == exchange ? Role.ANSWER : Role.OFFER;
    }
    if (carrier == Carrier.PRACK && offering[Carrier.INVITE.ordinal()] == 0) {
      return Role.ANSWER;
    }
    offering[carrier.ordinal()] = exchange;
    return Role.OFFER;
  }

  private static String tag(SipMessage message) {
    var from = message.from();
    return from == null ? "" : from.tag();
  }

  private static @Nullable Carrier carrier(String method) {
    return switch (method) {
      case "INVITE" -> Carrier.INVITE;
      case "UPDATE" -> Carrier.UPDATE;
      case "PRACK" -> Carrier.PRACK;
      default -> null;
    };
  }

  private String offer(Side from, SessionDescription description) {
    offerer = from;
    offeredHold = holds(description);
    boolean before = holding[from.ordinal()];
    boolean first = !heard[from.ordinal()];
    heard[from.ordinal()] = true;
    if (offeredHold && !before && !first) {
      return "hold";
    }
    if (!offeredHold && before) {
      return "resume";
    }
    String names = names(description, true);
    if (names.isEmpty()) {
      return "offers nothing";
    }
    return "offers " + names + (offeredHold ? ", on hold" : "");
  }

  private String answer(Side from, SessionDescription description) {
    heard[from.ordinal()] = true;
    if (offerer == from.other()) {
      holding[offerer.ordinal()] = offeredHold;
    }
    String names = names(description, false);
    agreed = names.intern();
    return names.isEmpty() ? "answers nothing" : "answers " + names;
  }

  /** What the latest answer chose: {@code PCMA}; empty before one. */
  public String agreed() {
    return agreed;
  }

  /** Who holds the other: the one whose hold was answered last and not resumed; null for nobody. */
  public @Nullable Side holder() {
    if (holding[Side.CALLER.ordinal()]) {
      return Side.CALLER;
    }
    return holding[Side.CALLEE.ordinal()] ? Side.CALLEE : null;
  }

  /** Hold as RFC 3264 section 8.4 has it, and as its forerunner did. */
  private static boolean holds(SessionDescription description) {
    boolean active = false;
    for (Media media : description.media()) {
      if (media.port() != 0) {
        active = true;
        boolean silent =
            media.direction() == Direction.SENDONLY
                || media.direction() == Direction.INACTIVE
                || media.heldByAddress();
        if (!silent) {
          return false;
        }
      }
    }
    return active;
  }

  private static String names(SessionDescription description, boolean withEvents) {
    Set<String> names = new LinkedHashSet<>();
    boolean events = false;
    for (Media media : description.media()) {
      if (media.port() == 0) {
        continue;
      }
      if (media.protocol().contains("udptl")) {
        names.add("T.38");
      }
      for (String format : media.formats()) {
        Encoding encoding = encoding(media, format);
        if (encoding != null && encoding.name().equalsIgnoreCase("telephone-event")) {
          events = true;
        } else if (encoding != null && !auxiliary(encoding.name())) {
          names.add(encoding.name());
        }
      }
    }
    int more = names.size() - MAX_NAMED;
    String text = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    return text + (more > 0 ? " +" + more : "") + (events && withEvents ? ", DTMF" : "");
  }

  private static @Nullable Encoding encoding(Media media, String format) {
    try {
      return media.codecs().get(Integer.parseInt(format));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Comfort noise, retransmission and error correction are no codecs that one talks with. */
  private static boolean auxiliary(String name) {
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "cn", "rtx", "red", "ulpfec", "flexfec-03" -> true;
      default -> false;
    };
  }
}
