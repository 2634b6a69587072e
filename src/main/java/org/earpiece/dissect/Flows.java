package org.earpiece.dissect;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.dissect.relations.Announcements;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What each flow carries, as far as is known: media because SDP said so or because enough packets
 * looked it, or something else. The pipeline's thread decides; any thread asks by flow number.
 */
public final class Flows {
  /** Flows told apart at most; further ones go unnumbered and are decided by port alone. */
  public static final int MAX_FLOWS = 4_000_000;

  /** Media endpoints remembered from SDP at most. */
  public static final int MAX_ENDPOINTS = 1_000_000;

  // 0: undecided
  private static final byte GUESSED = 1;

  /** Media because enough packets looked it. */
  private static final byte BELIEVED = 2;

  private static final byte OTHER = 3;

  /** Media because SDP said so: this and the kind that {@link MediaEndpoints} knows. */
  private static final byte TOLD = 3;

  /** Messages of one protocol, then of another. */
  private static final byte OFTEN = -1;

  /** Media of one kind, then of another: {@link FlowHistory} knows when. */
  private static final byte CHANGED = 7;

  private final FlowTable table = new FlowTable(MAX_FLOWS);

  /** What each flow carries; replaced when full. Other threads see a change sooner or later. */
  private volatile byte[] kinds = new byte[1 << 10];

  /**
   * Whose messages the TCP stream of each flow carries: 0, or a protocol's ordinal and 1; below 0,
   * {@link #spoken} knows when.
   */
  private volatile byte[] streams = new byte[1 << 10];

  /** The frame from which on the TCP stream of each flow is followed. */
  private volatile int[] followed = new int[1 << 10];

  /**
   * What is inside the TLS of each flow: 0, or a protocol's ordinal and 1; below 0, why that is not
   * known. Of a flow of UDP, DTLS where that agrees on keys (RFC 5764).
   */
  private volatile byte[] inside = new byte[1 << 10];

  /** The payload type of redundant data in each flow: 0, or it and 1. */
  private volatile byte[] redundant = new byte[1 << 10];

  /** The news at which each flow was last compared with the endpoints. */
  private int[] compared = new int[1 << 10];

  private final MediaEndpoints endpoints = new MediaEndpoints();
  private final Announcements announcements = new Announcements();
  private final FlowHistory history = new FlowHistory();
  private final FlowHistory spoken = new FlowHistory();
  private final RtpHeuristic heuristic = new RtpHeuristic();

  /** Counts what may be another answer for a flow that is undecided. */
  private int news;

  /** The news at which last something else was told of an endpoint than before. */
  private int contradicted;

  private long refused;

  /**
   * Remembers that SDP told an address and port for RTP or RTCP: flows from or to there are media.
   * What was told last counts. The pipeline's thread.
   *
   * @param secure whether it will be SRTP (RFC 3711)
   * @param redundancy the payload type of RED (RFC 2198), or {@link Packet#NONE}
   * @param frame the frame of the SDP
   */
  public void expectMedia(long hi, long lo, int port, boolean secure, int redundancy, int frame) {
    byte kind = secure ? MediaEndpoints.SECURE : MediaEndpoints.RTP;
    expect(hi, lo, port, kind, redundancy, frame);
  }

  /**
   * Remembers that SDP told an address and port for T.38 over UDPTL. The pipeline's thread.
   *
   * @param frame the frame of the SDP
   */
  public void expectFax(long hi, long lo, int port, int frame) {
    expect(hi, lo, port, MediaEndpoints.FAX, Packet.NONE, frame);
  }

  private void expect(long hi, long lo, int port, byte kind, int redundancy, int frame) {
    announcements.announce(hi, lo, port, frame);
    int changes = endpoints.changes();
    endpoints.announce(hi, lo, port, kind, redundancy, frame);
    news = endpoints.size() + endpoints.changes();
    contradicted = endpoints.changes() == changes ? contradicted : news;
  }

  /** What SDP told of media, with the frames that told it. */
  public Announcements announcements() {
    return announcements;
  }

  /** The ends of flows, by their numbers. */
  public FlowTable ends() {
    return table;
  }

  /** Packets whose flow was one too many. */
  public long refused() {
    return refused;
  }

  /** The flow's number, new where it is new, or {@link Packet#NONE}. The pipeline's thread. */
  int number(Packet p) {
    int kind = p.transport().ordinal();
    return number(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport(), kind);
  }

  /** The same of the ends of a layer that is not the packet's innermost. */
  public int number(
      long srcHi, long srcLo, long dstHi, long dstLo, int sport, int dport, int kind) {
    int flow = table.flow(srcHi, srcLo, dstHi, dstLo, sport, dport, kind);
    if (flow == FlowTable.NONE) {
      refused++;
    } else if (flow == compared.length) {
      kinds = Arrays.copyOf(kinds, 2 * flow);
      streams = Arrays.copyOf(streams, 2 * flow);
      followed = Arrays.copyOf(followed, 2 * flow);
      inside = Arrays.copyOf(inside, 2 * flow);
      redundant = Arrays.copyOf(redundant, 2 * flow);
      compared = Arrays.copyOf(compared, 2 * flow);
    }
    return flow;
  }

  /**
   * Whether a UDP payload is to be taken as media; marks the packet tentative where that is a guess
   * that further packets must confirm, and secure where it is SRTP.
   */
  boolean media(Packet packet, int offset, boolean learns) {
    int flow = packet.flow();
    if (flow < 0 || !packet.has(offset, 2)) {
      return false;
    }
    boolean rtp = isRtp(packet, offset);
    byte kind = kinds[flow];
    if (learns && isStale(flow, kind, rtp)) {
      kind = consult(packet, flow, kind);
    }
    if (kind == CHANGED) {
      kind = (byte) (TOLD + history.at(flow, packet.number()));
    }
    return switch (kind) {
      case TOLD + MediaEndpoints.FAX -> told(packet, flow, false, true);
      case TOLD + MediaEndpoints.SECURE -> told(packet, flow, rtp, rtp);
      case TOLD + MediaEndpoints.RTP -> told(packet, flow, false, rtp);
      case BELIEVED -> believed(packet, flow, rtp, rtp);
      case OTHER -> false;
      default -> believed(packet, flow, rtp, rtp && learns && guess(packet, offset, flow));
    };
  }

  /** Media that SDP told nothing of: it is SRTP where DTLS agreed on keys (RFC 5764 section 3). */
  private boolean believed(Packet packet, int flow, boolean rtp, boolean media) {
    packet.told(rtp && inside(flow) == Protocol.DTLS, Packet.NONE);
    return media;
  }

  private boolean told(Packet packet, int flow, boolean secure, boolean media) {
    packet.told(secure, (redundant[flow] & 0xFF) - 1);
    return media;
  }

  /**
   * Whether SDP told of an endpoint of this TCP connection since that was last asked: it may carry
   * media in frames (RFC 4571). The pipeline's thread.
   */
  boolean expectsFrames(Packet packet) {
    int flow = packet.flow();
    if (flow < 0 || compared[flow] == news) {
      return false;
    }
    compared[flow] = news;
    byte told = endpoints.kind(endpoints.latest(packet));
    return told == MediaEndpoints.RTP || told == MediaEndpoints.SECURE;
  }

  /**
   * Remembers which protocol's messages a TCP stream carries from this packet on. The pipeline's
   * thread.
   */
  void streamed(Packet packet, Protocol protocol) {
    int flow = packet.flow();
    byte before = streams[flow];
    byte now = (byte) (protocol.ordinal() + 1);
    if (before == 0) {
      followed[flow] = packet.number();
      streams[flow] = now;
      compared[flow] = 0;
      return;
    }
    byte known = before < 0 ? spoken.at(flow, packet.number()) : before;
    if (known != now) {
      compared[flow] = 0;
      streams[flow] = spoken.add(flow, known, now, packet.number()) ? OFTEN : now;
    }
  }

  /** The protocol whose messages the TCP stream of a packet carries, or null. */
  @Nullable Protocol streamed(Packet packet) {
    int flow = packet.flow();
    byte[] carried = streams;
    int[] since = followed;
    if (flow < 0 || flow >= carried.length || flow >= since.length) {
      return null;
    }
    boolean before = packet.number() < since[flow];
    byte is = carried[flow] < 0 ? spoken.at(flow, packet.number()) : carried[flow];
    return before || is == 0 ? null : Protocol.of(is - 1);
  }

  /** Remembers what the TLS of a stream carries. The pipeline's thread. */
  void inside(int flow, Protocol protocol) {
    inside[flow] = (byte) (protocol.ordinal() + 1);
  }

  /** Remembers that DTLS agrees on keys between two endpoints. The pipeline's thread. */
  void keyed(Packet packet) {
    int back = back(packet);
    if (packet.flow() >= 0) {
      inside(packet.flow(), Protocol.DTLS);
    }
    if (back >= 0) {
      inside(back, Protocol.DTLS);
    }
  }

  /** What the TLS of a stream carries, or null. */
  @Nullable Protocol inside(int flow) {
    return known(inside, flow);
  }

  private static @Nullable Protocol known(byte[] ofFlows, int flow) {
    int ordinal = flow < 0 || flow >= ofFlows.length ? -1 : ofFlows[flow] - 1;
    return ordinal < 0 ? null : Protocol.of(ordinal);
  }

  /** Remembers why what the TLS of a stream carries is not shown. The pipeline's thread. */
  void sealed(int flow, Sealed why) {
    if (inside[flow] <= 0) {
      inside[flow] = (byte) -why.ordinal();
    }
  }

  /** Why what the TLS of a stream carries is not shown. Any thread. */
  Sealed sealed(int flow) {
    byte[] known = inside;
    return flow < 0 || flow >= known.length || known[flow] >= 0
        ? Sealed.OPEN
        : Sealed.of(-known[flow]);
  }

  /** The flow of the other direction, or {@link Packet#NONE}. The pipeline's thread. */
  int back(Packet p) {
    int kind = p.transport().ordinal();
    return table.find(
        /* srcHi= */ p.dstHi(),
        /* srcLo= */ p.dstLo(),
        /* dstHi= */ p.srcHi(),
        /* dstLo= */ p.srcLo(),
        /* sport= */ p.dport(),
        /* dport= */ p.sport(),
        kind);
  }

  private static boolean isRtp(Packet packet, int offset) {
    return packet.bytes().u8(offset) >> 6 == 2;
  }

  /**
   * Whether SDP has told something since the flow was last compared that may matter to it: to one
   * that it told of already only what contradicts that.
   */
  private boolean isStale(int flow, byte kind, boolean rtp) {
    boolean settled = kind > TOLD && rtp;
    return settled ? compared[flow] < contradicted : compared[flow] != news;
  }

  /** What SDP told last of a flow's endpoints; where it told nothing, the flow stays as it is. */
  private byte consult(Packet packet, int flow, byte kind) {
    compared[flow] = news;
    byte told = endpoints.kind(endpoints.latest(packet));
    if (told == MediaEndpoints.UNKNOWN) {
      return kind;
    }
    redundant[flow] = (byte) (endpoints.redundancy(packet) + 1);
    byte known = kind == CHANGED ? history.at(flow, packet.number()) : (byte) (kind - TOLD);
    if (kind <= TOLD) {
      heuristic.forget(flow);
      kinds[flow] = (byte) (TOLD + told);
    } else if (known != told) {
      boolean remembered = history.add(flow, known, told, packet.number());
      kinds[flow] = remembered ? CHANGED : (byte) (TOLD + told);
    }
    return kinds[flow];
  }

  private boolean guess(Packet packet, int offset, int flow) {
    return switch (heuristic.judge(packet, offset)) {
      case NO -> false;
      case NEVER -> {
        kinds[flow] = OTHER;
        yield false;
      }
      case MAYBE -> {
        kinds[flow] = GUESSED;
        packet.tentative(true);
        yield true;
      }
      case YES -> {
        kinds[flow] = BELIEVED;
        yield true;
      }
    };
  }

  /**
   * RTP or RTCP on one port, told apart by the second byte (RFC 5761 section 4), or T.38, which
   * does not begin with their version.
   */
  static Protocol mediaProtocol(Packet packet, int offset) {
    if (!isRtp(packet, offset)) {
      return Protocol.T38;
    }
    int second = packet.bytes().u8(offset + 1);
    return second >= 192 && second <= 223 ? Protocol.RTCP : Protocol.RTP;
  }
}
