package org.earpiece.voip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.voip.sdp.SessionDescription.Candidate;
import org.earpiece.dissect.voip.sdp.SessionDescription.Direction;
import org.earpiece.dissect.voip.sdp.SessionDescription.Encoding;
import org.earpiece.dissect.voip.sdp.SessionDescription.Media;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls said that they want their media, and what it will be: the call tracker announces,
 * the stream tracker looks up. Endpoints are reused by later calls (a load generator answers every
 * call from one port), so an endpoint remembers several calls. Bounded: the endpoint announced
 * longest ago is forgotten first. The pipeline's thread.
 */
public final class MediaDirectory {
  /** Endpoints remembered at most. */
  public static final int MAX_ENDPOINTS = 100_000;

  /** What is remembered of all endpoints together at most: an entry for each call that has one. */
  public static final int MAX_ANNOUNCEMENTS = 400_000;

  /** Calls remembered of one endpoint at most, the latest. */
  public static final int MAX_CALLS_PER_ENDPOINT = 1_024;

  /** In place of a call's number: a gateway's media, of which no call told. */
  static final int NO_CALL = 0;

  /** Payload maps kept once for all that announce the same one. */
  private static final int MAX_SHARED_MAPS = 1_024;

  /** Characters of a payload map that is kept for all. */
  private static final int MAX_SHARED_TEXT = 2_048;

  /** Latest calls of an endpoint that are compared with those of the other one. */
  private static final int MAX_COMPARED = 16;

  /** Ordered, so that a map does not slow down however many places have the same hash. */
  private record Place(long hi, long lo, int port) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Long.compare(lo, other.lo);
      order = order != 0 ? order : Long.compare(hi, other.hi);
      return order != 0 ? order : Integer.compare(port, other.port);
    }
  }

  /**
   * What one call says of one endpoint, as of now: the same object for as long as the call keeps
   * the endpoint, its revision grows when the call says something else. The pipeline's thread.
   */
  public static final class Announcement {
    private final int call;
    private final boolean fromCaller;
    private final boolean rtcp;
    private long order;
    private int revision;
    private Map<Integer, Encoding> codecs;
    private Direction direction;
    private boolean srtp;
    private int frame;

    private Announcement(int call, boolean fromCaller, boolean rtcp, Media media, int frame) {
      this.call = call;
      this.fromCaller = fromCaller;
      this.rtcp = rtcp;
      codecs = media.codecs();
      direction = media.direction();
      srtp = encrypted(media);
      this.frame = frame;
    }

    private static boolean encrypted(Media media) {
      return media.protocol().contains("SAVP");
    }

    /** Number of the call, as in {@link CallSnapshot#number}; 0 where it is of none. */
    public int call() {
      return call;
    }

    /** Whether the caller's side receives here, else the callee's. */
    public boolean fromCaller() {
      return fromCaller;
    }

    /** Whether this is the port of RTCP alone. */
    public boolean rtcp() {
      return rtcp;
    }

    /** Payload type to encoding. */
    public Map<Integer, Encoding> codecs() {
      return codecs;
    }

    /** As seen by the side that receives here. */
    public Direction direction() {
      return direction;
    }

    /** Whether the profile is SAVP or SAVPF (RFC 3711, RFC 5124). */
    public boolean srtp() {
      return srtp;
    }

    /** Grows when the call says something else of this endpoint. */
    public int revision() {
      return revision;
    }
  }

  /**
   * The call that packets between two endpoints belong to. One of the two announcements may be
   * missing.
   *
   * @param toward what the call said of the destination
   * @param from what the call said of the source
   */
  public record Tie(
      int call, boolean forward, @Nullable Announcement toward, @Nullable Announcement from) {
    /** Whether the call announced both endpoints. */
    public boolean pair() {
      return toward != null && from != null;
    }

    /** Whether there is a call, and not a gateway's media alone. */
    public boolean ofCall() {
      return call != NO_CALL;
    }

    /** Changes when the call says something else of one of the endpoints. */
    public int revision() {
      return (toward == null ? 0 : toward.revision) + (from == null ? 0 : from.revision);
    }

    /** Whether the media is encrypted by SRTP, as far as SDP says. */
    public boolean srtp() {
      return (toward != null && toward.srtp()) || (from != null && from.srtp());
    }

    /**
     * What a payload type means: as the receiver declared it, else as the sender did (RFC 3264
     * section 5.1); null where neither did.
     */
    public @Nullable Encoding encoding(int payloadType) {
      Encoding told = toward == null ? null : toward.codecs().get(payloadType);
      return told != null || from == null ? told : from.codecs().get(payloadType);
    }
  }

  private final Flows flows;
  private final LinkedHashMap<Place, List<Announcement>> places =
      new LinkedHashMap<>(16, 0.75f, true);

  /** By their text, whose hash may be made to collide without harm. */
  private final Map<String, Map<Integer, Encoding>> shared = new HashMap<>();

  private long announcements;
  private int held;
  private long forgotten;
  private int generation;
  private int revisions;

  /**
   * A directory that also tells the walk which endpoints carry media.
   *
   * @param flows what is told of every RTP and RTCP endpoint
   */
  public MediaDirectory(Flows flows) {
    this.flows = flows;
  }

  /** Announcements forgotten because there were too many. */
  public long forgotten() {
    return forgotten;
  }

  /** Announcements remembered. */
  int held() {
    return held;
  }

  /** Grows when an endpoint was announced anew: what was not found before may be asked again. */
  public int generation() {
    return generation;
  }

  /** Grows when any call says something else of an endpoint than it did: ties may have changed. */
  public int revisions() {
    return revisions;
  }

  /**
   * Remembers one m= section of an offer or answer. To be called for every section of every SDP of
   * a call, retransmissions and re-INVITEs included: what changes nothing costs nothing, and a
   * further section of the same frame on the same port (BUNDLE, RFC 9143) is added to the first.
   * Ignored where the section is neither RTP nor UDPTL, refused (port 0) or has no address
   * (0.0.0.0, ::). The RTCP port is remembered with it.
   *
   * @param hi address of the c= line as in {@link IpAddress}
   * @param port the m= line's port
   * @param call number of the call, as in {@link CallSnapshot#number}, or {@link #NO_CALL}
   * @param fromCaller whether the caller's side sent this SDP (and so receives here)
   * @param frame the frame of the SDP
   */
  public void announce(
      long hi, long lo, int port, int call, boolean fromCaller, Media media, int frame) {
    boolean unspecified = hi == 0 && (lo == 0 || lo == IpAddress.v4(0));
    if (port <= 0 || port > 0xFFFF || unspecified) {
      return;
    }
    if (media.isUdptl()) {
      flows.expectFax(hi, lo, port, frame);
    }
    if (!media.protocol().contains("RTP/")) {
      return;
    }
    add(hi, lo, port, new Announcement(call, fromCaller, false, media, frame));
    int rtcp = media.rtcpPort();
    if (rtcp > 0 && rtcp <= 0xFFFF && rtcp != port) {
      add(hi, lo, rtcp, new Announcement(call, fromCaller, true, media, frame));
    }
  }

  /**
   * Remembers the further places where the media of a section may be: with ICE (RFC 8839) the c=
   * line may tell a private address, and a candidate the public one. A section without a port
   * (refused) has none.
   */
  public void announceCandidates(int call, boolean fromCaller, Media media, int frame) {
    if (media.port() == 0 || !media.protocol().contains("RTP/")) {
      return;
    }
    for (Candidate candidate : media.candidates()) {
      boolean rtcp = candidate.component() == 2 && !media.rtcpMux();
      IpAddress address = candidate.address();
      Announcement told = new Announcement(call, fromCaller, rtcp, media, frame);
      add(address.hi(), address.lo(), candidate.port(), told);
    }
  }

  private Map<Integer, Encoding> share(Map<Integer, Encoding> codecs) {
    String text = codecs.toString();
    Map<Integer, Encoding> known = shared.get(text);
    if (known != null && known.equals(codecs)) {
      return known;
    }
    Map<Integer, Encoding> copy = Map.copyOf(codecs);
    if (known == null && shared.size() < MAX_SHARED_MAPS && text.length() <= MAX_SHARED_TEXT) {
      shared.put(text, copy);
    }
    return copy;
  }

  /** The payload type of RED (RFC 2198), or {@link Packet#NONE}. */
  private static int redundancy(Map<Integer, Encoding> codecs) {
    for (Map.Entry<Integer, Encoding> codec : codecs.entrySet()) {
      if (codec.getValue().name().equalsIgnoreCase("red")) {
        return codec.getKey();
      }
    }
    return Packet.NONE;
  }

  private void add(long hi, long lo, int port, Announcement told) {
    flows.expectMedia(hi, lo, port, told.srtp, redundancy(told.codecs), told.frame);
    List<Announcement> here =
        places.computeIfAbsent(new Place(hi, lo, port), p -> new ArrayList<>(1));
    for (int i = here.size() - 1; i >= 0; i--) {
      Announcement known = here.get(i);
      if (known.call == told.call
          && known.rtcp == told.rtcp
          && known.fromCaller == told.fromCaller) {
        if (i != here.size() - 1 && told.call != NO_CALL) {
          here.add(here.remove(i));
          generation++;
        }
        update(known, told);
        return;
      }
    }
    if (here.size() == MAX_CALLS_PER_ENDPOINT) {
      here.remove(0);
      held--;
      forgotten++;
    }
    told.codecs = share(told.codecs);
    told.order = ++announcements;
    here.add(told.call == NO_CALL ? 0 : here.size(), told);
    held++;
    generation++;
    forgetEldest();
  }

  /** The place just announced is the youngest, and stays. */
  private void forgetEldest() {
    while (places.size() > MAX_ENDPOINTS || (held > MAX_ANNOUNCEMENTS && places.size() > 1)) {
      int gone = places.pollFirstEntry().getValue().size();
      held -= gone;
      forgotten += gone;
    }
  }

  /** A further section of the same SDP adds to what is known; a later SDP replaces it. */
  private void update(Announcement known, Announcement told) {
    known.order = ++announcements;
    Map<Integer, Encoding> codecs = told.codecs;
    boolean srtp = told.srtp;
    if (known.frame == told.frame) {
      codecs = new HashMap<>(known.codecs);
      told.codecs.forEach(codecs::putIfAbsent);
      srtp |= known.srtp;
    }
    known.frame = told.frame;
    if (known.direction != told.direction || known.srtp != srtp || !known.codecs.equals(codecs)) {
      known.direction = told.direction;
      known.srtp = srtp;
      known.codecs = share(codecs);
      known.revision++;
      revisions++;
    }
  }

  /**
   * The call that packets from one endpoint to another belong to, or null: the latest call that
   * announced both, else the latest that announced the destination, else the source (symmetric RTP,
   * RFC 4961). What a gateway was told of its media counts where no call told of them: a call agent
   * passes the same description on in its calls.
   */
  public @Nullable Tie lookup(
      long srcHi, long srcLo, int sport, long dstHi, long dstLo, int dport) {
    List<Announcement> from = places.get(new Place(srcHi, srcLo, sport));
    List<Announcement> toward = places.get(new Place(dstHi, dstLo, dport));
    Tie pair = from == null || toward == null ? null : pair(from, toward);
    if (pair != null && pair.ofCall()) {
      return pair;
    }
    Tie single = single(from, toward);
    return pair == null || (single != null && single.ofCall()) ? single : pair;
  }

  private static @Nullable Tie single(
      @Nullable List<Announcement> from, @Nullable List<Announcement> toward) {
    Announcement source = from == null ? null : from.getLast();
    Announcement destination = toward == null ? null : toward.getLast();
    boolean better = source != null && source.call != NO_CALL;
    if (destination != null && (destination.call != NO_CALL || !better)) {
      return new Tie(destination.call, !destination.fromCaller, destination, null);
    }
    return source == null ? null : new Tie(source.call, source.fromCaller, null, source);
  }

  private static @Nullable Tie pair(List<Announcement> from, List<Announcement> toward) {
    Tie a = latest(from, toward, false);
    Tie b = latest(toward, from, true);
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return order(a) >= order(b) ? a : b;
  }

  private static long order(Tie tie) {
    return Math.max(
        Objects.requireNonNull(tie.toward()).order, Objects.requireNonNull(tie.from()).order);
  }

  /** The latest of {@code some} whose call is among {@code others}, too. */
  private static @Nullable Tie latest(
      List<Announcement> some, List<Announcement> others, boolean someIsDestination) {
    int last = Math.max(0, some.size() - MAX_COMPARED);
    for (int i = some.size() - 1; i >= last; i--) {
      Announcement one = some.get(i);
      for (int j = others.size() - 1; j >= 0; j--) {
        Announcement other = others.get(j);
        if (other.call == one.call) {
          Announcement toward = someIsDestination ? one : other;
          Announcement from = someIsDestination ? other : one;
          return new Tie(one.call, !toward.fromCaller, toward, from);
        }
      }
    }
    return null;
  }
}
