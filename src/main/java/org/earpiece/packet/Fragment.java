package org.earpiece.packet;

/** What a network layer says of the datagram that it carries a fragment of. Reused; one thread. */
public final class Fragment {
  private boolean present;
  private long id;
  private int offset;
  private boolean more;
  private boolean partial;
  private int began = Packet.NONE;

  void none() {
    present = false;
    partial = false;
    began = Packet.NONE;
  }

  /**
   * The layer just walked carries a fragment.
   *
   * @param id what the fragments of one datagram share
   * @param offset where it belongs in the datagram, bytes
   * @param more whether others follow it there
   */
  public void set(long id, int offset, boolean more) {
    present = true;
    this.id = id;
    this.offset = offset;
    this.more = more;
  }

  /** Whether a network layer carries a fragment at all. */
  public boolean present() {
    return present;
  }

  public long id() {
    return id;
  }

  /** Bytes. */
  public int offset() {
    return offset;
  }

  public boolean more() {
    return more;
  }

  /** What follows is the beginning of a datagram whose rest is not there. */
  public void markPartial() {
    partial = true;
  }

  /** The datagram began in an earlier frame, which was looked into then. */
  public void began(int frame) {
    began = frame;
  }

  /**
   * Whether the innermost layers are in the first fragment of a datagram whose rest has not come:
   * they go as far as it does. When the rest comes, they belong to the frame that it comes in.
   */
  public boolean partial() {
    return partial;
  }

  /**
   * The frame with the first fragment of the datagram that this one completes, where that was
   * {@link #partial} when it came: what it told is told again here, whole. Else {@link
   * Packet#NONE}, and so for all who read the frame again.
   */
  public int began() {
    return began;
  }
}
