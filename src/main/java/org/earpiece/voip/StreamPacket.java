package org.earpiece.voip;

/**
 * One RTP packet of a stream, analysed (spec: Wireshark's RTP Stream Analysis).
 *
 * @param timeNanos arrival, ns since 1970
 * @param deltaMs since the packet before; NaN for the first
 * @param bandwidthKbps of the last second, with IP and UDP headers
 * @param event what is remarkable about it
 * @param lostBefore packets missing right before this one
 */
public record StreamPacket(
    int frame,
    long timeNanos,
    int sequence,
    long timestamp,
    int payloadType,
    double deltaMs,
    double jitterMs,
    double skewMs,
    double bandwidthKbps,
    boolean marker,
    Event event,
    int lostBefore) {
  /** What is remarkable about a packet. */
  public enum Event {
    NONE(""),
    LOST_BEFORE("Wrong sequence number"),
    OUT_OF_ORDER("Out of order"),
    DUPLICATE("Duplicate"),
    PAYLOAD_CHANGE("Payload changed"),
    WRONG_TIMESTAMP("Incorrect timestamp"),
    COMFORT_NOISE("Comfort noise");

    private final String text;

    Event(String text) {
      this.text = text;
    }

    /** Whether the sequence number is not the one that was due. */
    public boolean ofSequence() {
      return this == LOST_BEFORE || this == OUT_OF_ORDER || this == DUPLICATE;
    }

    /** The words in lists; empty for nothing. */
    public String text() {
      return text;
    }
  }
}
