package org.earpiece.packet;

import java.util.List;

/**
 * What is known of a frame beside its bytes: from its record in the capture, from the frames around
 * it. Reused; one thread. Times are nanoseconds since 1970.
 */
public final class FrameContext {
  /** A time that is not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private long referenceNanos = NO_TIME;
  private long previousNanos = NO_TIME;
  private long displayedNanos = NO_TIME;
  private Facts facts = Facts.NONE;
  private Owners owners = Owners.NONE;
  private Origin origin = Origin.UNKNOWN;
  private List<String> comments = List.of();
  private long flags;
  private int fcs;
  private boolean marked;
  private boolean ignored;
  private boolean reference;
  private long shiftNanos;

  void begin() {
    previousNanos = NO_TIME;
    displayedNanos = NO_TIME;
    comments = List.of();
    flags = 0;
    fcs = 0;
    marked = false;
    ignored = false;
    reference = false;
    shiftNanos = 0;
  }

  /** Says when the frame came that times are counted from; stays until said otherwise. */
  public void referenceNanos(long nanos) {
    referenceNanos = nanos;
  }

  /** Says when the frame before this one came; until the next {@link Packet#begin}. */
  public void previousNanos(long nanos) {
    previousNanos = nanos;
  }

  /** Says when the frame shown before this one came; until the next {@link Packet#begin}. */
  public void displayedNanos(long nanos) {
    displayedNanos = nanos;
  }

  /** Says whom to ask what other packets say of this one; stays until said otherwise. */
  public void facts(Facts known) {
    facts = known;
  }

  /** Says what is known of the interface; stays until said otherwise. */
  public void origin(Origin known) {
    origin = known;
  }

  /** Says whom to ask about its call and its stream; stays until said otherwise. */
  public void owners(Owners known) {
    owners = known;
  }

  /** Says what people noted about this frame; until the next {@link Packet#begin}. */
  public void comments(List<String> noted) {
    comments = noted;
  }

  /** Says the flags of the record; until the next {@link Packet#begin}. */
  public void flags(long ofRecord) {
    flags = ofRecord;
  }

  /** Says how many bytes of check sequence end the frame; until the next {@link Packet#begin}. */
  public void fcs(int bytes) {
    fcs = bytes;
  }

  /** Says that a person marked this frame; until the next {@link Packet#begin}. */
  public void mark(boolean on) {
    marked = on;
  }

  /** Says that a person wants this frame left out; until the next {@link Packet#begin}. */
  public void ignore(boolean on) {
    ignored = on;
  }

  /** Says that times begin anew with this frame; until the next {@link Packet#begin}. */
  public void reference(boolean on) {
    reference = on;
  }

  /** Says what was added to the time of this frame, ns; until the next {@link Packet#begin}. */
  public void shift(long nanos) {
    shiftNanos = nanos;
  }

  /** Whether a person marked this frame. */
  public boolean marked() {
    return marked;
  }

  /** Whether a person wants this frame left out. */
  public boolean ignored() {
    return ignored;
  }

  /** Whether times begin anew with this frame. */
  public boolean reference() {
    return reference;
  }

  /** What was added to the time of this frame, ns. */
  public long shiftNanos() {
    return shiftNanos;
  }

  /** When the frame came that times are counted from, or {@link #NO_TIME}. */
  public long referenceNanos() {
    return referenceNanos;
  }

  /** When the frame before this one came, or {@link #NO_TIME}. */
  public long previousNanos() {
    return previousNanos;
  }

  /** When the frame shown before this one came; that before it where all are shown. */
  public long displayedNanos() {
    return displayedNanos == NO_TIME ? previousNanos : displayedNanos;
  }

  /** What other packets say of this one. */
  public Facts facts() {
    return facts;
  }

  /** What is known of the interface. */
  public Origin origin() {
    return origin;
  }

  /** Whom to ask about its call and its stream. */
  public Owners owners() {
    return owners;
  }

  /** What people noted about this frame. */
  public List<String> comments() {
    return comments;
  }

  /** The flags of the record (draft-ietf-opsawg-pcapng, epb_flags); 0 where there are none. */
  public long flags() {
    return flags;
  }

  /** Bytes of check sequence that end the frame on the wire; 0 where it is not told. */
  public int fcs() {
    return fcs;
  }
}
