package org.earpiece.packet;

/** What may be asked of {@link Facts}. Times are spans in ns. */
public enum Fact {
  /** The number of the TCP conversation, from 0. */
  TCP_STREAM,
  /** The sequence number that relative ones of this segment's sender count from. */
  TCP_BASE,
  /** The same of its receiver. */
  TCP_BASE_ACKNOWLEDGED,
  /**
   * By how many bits its windows are shifted; -1 where the handshake was not seen, -2 where there
   * is no scaling.
   */
  TCP_WINDOW_SHIFT,
  TCP_SINCE_FIRST,
  TCP_SINCE_PREVIOUS,
  /** The parts of a conversation seen so far, Wireshark's bits. */
  TCP_COMPLETENESS,
  /** The bits of {@link TcpMark}. */
  TCP_MARKS,
  /** The frame whose segment this one acknowledges. */
  TCP_ACKNOWLEDGED_FRAME,
  /** How long ago that came. */
  TCP_ROUND_TRIP,
  /** How long the handshake took. */
  TCP_INITIAL_ROUND_TRIP,
  /** Bytes sent and not acknowledged. */
  TCP_IN_FLIGHT,
  /** Bytes sent since the last segment that was pushed. */
  TCP_PUSHED,
  /** The frame that a retransmission repeats. */
  TCP_REPEATED_FRAME,
  TCP_SINCE_REPEATED,
  /** How many times the same was acknowledged again. */
  TCP_DUPLICATES,
  /** The frame that acknowledged it first. */
  TCP_DUPLICATE_OF,
  /** The number of the UDP conversation, from 0. */
  UDP_STREAM,
  UDP_SINCE_FIRST,
  UDP_SINCE_PREVIOUS,
  /** The frame of the request that this one answers. */
  REQUEST_FRAME,
  SINCE_REQUEST,
  /** The frame that this one repeats. */
  ORIGINAL_FRAME,
  /** The number of a request, or of the request that this is the response to, in its connection. */
  EXCHANGE_NUMBER,
  /** The frame of the request before that one, and that of the response to it. */
  PREVIOUS_REQUEST_FRAME,
  PREVIOUS_RESPONSE_FRAME,
  /** The sequence number of an RTP packet, with the times that the numbers have gone round. */
  EXTENDED_SEQUENCE,
  /** The frame whose description announced the media. */
  SETUP_FRAME
}
