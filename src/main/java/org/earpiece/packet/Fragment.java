package org.earpiece.packet;

/** What a network layer says of the datagram that it carries a fragment of. Reused; one thread. */
public final class Fragment {
  private boolean present;
  private long id;
  private int offset;
  private boolean more;

  void none() {
    present = false;
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
}
