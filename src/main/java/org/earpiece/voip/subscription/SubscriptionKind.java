package org.earpiece.voip.subscription;

/** How event state comes to be asked for or told: the method that begins it. */
public enum SubscriptionKind {
  SUBSCRIBE,
  /** The implicit subscription of a REFER to what becomes of it (RFC 3515 section 2.4.4). */
  REFER,
  /** Notifications outside a dialog that nobody subscribed to, as many exchanges send them. */
  NOTIFY,
  PUBLISH
}
