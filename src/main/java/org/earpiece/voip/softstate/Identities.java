package org.earpiece.voip.softstate;

/**
 * Numbers registrations, subscriptions and publications in one row, so that the index of packets
 * can tell whose a packet is. Pipeline's thread.
 */
public final class Identities {
  private int last;

  /** The next identity, from 1. */
  public int next() {
    return ++last;
  }
}
