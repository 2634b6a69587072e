package org.earpiece.packet;

/**
 * What a TCP segment is in its conversation, with Wireshark's words (User's Guide, section 7.5, TCP
 * Analysis).
 */
public enum TcpMark {
  RETRANSMISSION,
  FAST_RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
  OUT_OF_ORDER,
  REUSED_PORTS,
  LOST_SEGMENT,
  ACK_LOST_SEGMENT,
  WINDOW_UPDATE,
  WINDOW_FULL,
  KEEP_ALIVE,
  KEEP_ALIVE_ACK,
  ZERO_WINDOW_PROBE,
  ZERO_WINDOW,
  ZERO_WINDOW_PROBE_ACK,
  DUPLICATE_ACK,
  FIN_ACTIVE,
  FIN_PASSIVE;

  /** The bit of this mark. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a mark is among bits. */
  public boolean in(long bits) {
    return (bits & bit()) != 0;
  }

  /** The bits of what says that something may be wrong: {@code tcp.analysis.flags}. */
  public static final int ANALYSIS = (1 << FIN_ACTIVE.ordinal()) - 1;
}
