package org.earpiece.dissect;

import java.util.Arrays;
import org.earpiece.bytes.FlowTable;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
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
  private static final byte MEDIA = 2;
  private static final byte OTHER = 3;

  /** A stream of a protocol: this and the protocol's ordinal. */
  private static final int STREAM = 8;

  /** Fax over UDPTL, or RTP before or after it: version 2 tells RTP. */
  private static final byte FAX = 4;

  /** Media that SDP says is encrypted by SRTP. */
  private static final byte SECURE = 5;

  // Kinds of endpoints, in the place where a flow has its transport.
  private static final int RTP_ENDPOINT = 0;
  private static final int FAX_ENDPOINT = 1;
  private static final int SECURE_ENDPOINT = 2;

  private final FlowTable table = new FlowTable(MAX_FLOWS);

  /** What each flow carries; replaced when full. Other threads see a change sooner or later. */
  private volatile byte[] kinds = new byte[1 << 10];

  /** What is inside the TLS of each flow: 0, or a protocol's ordinal and 1. */
  private volatile byte[] inside = new byte[1 << 10];

  /** The number of announcements at which each flow was last compared with the endpoints. */
  private int[] compared = new int[1 << 10];

  private final FlowTable endpoints = new FlowTable(MAX_ENDPOINTS);
  private final RtpHeuristic heuristic = new RtpHeuristic();
  private long refused;

  /**
   * Remembers that SDP told an address and port for RTP or RTCP: flows from or to there are media.
   * The pipeline's thread.
   *
   * @param secure whether it will be SRTP (RFC 3711)
   */
  public void expectMedia(long hi, long lo, int port, boolean secure) {
    endpoints.flow(hi, lo, 0, 0, port, 0, secure ? SECURE_ENDPOINT : RTP_ENDPOINT);
  }

  /** Remembers that SDP told an address and port for T.38 over UDPTL. The pipeline's thread. */
  public void expectFax(long hi, long lo, int port) {
    endpoints.flow(hi, lo, 0, 0, port, 0, FAX_ENDPOINT);
  }

  /** Packets whose flow was one too many. */
  public long refused() {
    return refused;
  }

  /** The flow's number, new where it is new, or {@link Packet#NONE}. The pipeline's thread. */
  int number(Packet p) {
    int kind = p.transport().ordinal();
    int flow = table.flow(p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport(), kind);
    if (flow == FlowTable.NONE) {
      refused++;
    } else if (flow == compared.length) {
      kinds = Arrays.copyOf(kinds, 2 * flow);
      inside = Arrays.copyOf(inside, 2 * flow);
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
    if (learns && (kind < MEDIA || kind == OTHER || !rtp)) {
      kind = consult(packet, flow, kind);
    }
    return switch (kind) {
      case FAX -> true;
      case SECURE -> {
        packet.secure(rtp);
        yield rtp;
      }
      case MEDIA -> rtp;
      case OTHER -> false;
      default -> rtp && learns && guess(packet, offset, flow);
    };
  }

  /** Remembers which protocol's messages a TCP stream carries. The pipeline's thread. */
  void streamed(int flow, Protocol protocol) {
    kinds[flow] = (byte) (STREAM + protocol.ordinal());
  }

  /** The protocol whose messages a TCP stream carries, or null. */
  @Nullable Protocol streamed(int flow) {
    if (flow < 0) {
      return null;
    }
    int kind = kinds[flow] & 0xFF;
    return kind < STREAM ? null : Protocol.of(kind - STREAM);
  }

  /** Remembers what the TLS of a stream carries. The pipeline's thread. */
  void inside(int flow, Protocol protocol) {
    inside[flow] = (byte) (protocol.ordinal() + 1);
  }

  /** What the TLS of a stream carries, or null. */
  @Nullable Protocol inside(int flow) {
    byte[] known = inside;
    int ordinal = flow < 0 || flow >= known.length ? -1 : (known[flow] & 0xFF) - 1;
    return ordinal < 0 ? null : Protocol.of(ordinal);
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

  /** What SDP has told of a flow's endpoints since it was last asked; without news the same. */
  private byte consult(Packet packet, int flow, byte kind) {
    if (compared[flow] == endpoints.size()) {
      return kind;
    }
    compared[flow] = endpoints.size();
    byte told = kind;
    if (announced(packet, FAX_ENDPOINT)) {
      told = FAX;
    } else if (announced(packet, SECURE_ENDPOINT)) {
      told = SECURE;
    } else if (announced(packet, RTP_ENDPOINT)) {
      told = MEDIA;
    }
    if (told != kind) {
      kinds[flow] = told;
      heuristic.forget(flow);
    }
    return told;
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
        kinds[flow] = MEDIA;
        yield true;
      }
    };
  }

  private boolean announced(Packet p, int kind) {
    return endpoints.find(p.dstHi(), p.dstLo(), 0, 0, p.dport(), 0, kind) >= 0
        || endpoints.find(p.srcHi(), p.srcLo(), 0, 0, p.sport(), 0, kind) >= 0;
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
