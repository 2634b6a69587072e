package org.earpiece.voip.subscription;

/** The states of a subscription or publication as the command line prints them. */
public enum SubscriptionState {
  /** No final response yet. */
  REQUESTED,
  /** Credentials or a longer interval are asked for. */
  CHALLENGED,
  /** Accepted, but not decided (RFC 6665 section 4.1.3). */
  PENDING,
  ACTIVE,
  TERMINATED,
  REFUSED,
  UNANSWERED,
  /** The time was over before a refresh came. */
  EXPIRED
}
