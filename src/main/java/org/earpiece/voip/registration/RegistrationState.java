package org.earpiece.voip.registration;

/** The states of an address of record as the command line prints them. */
public enum RegistrationState {
  /** The registrar has not answered yet. */
  REGISTERING,
  /** The registrar asked for credentials, or for a longer interval; the client may come again. */
  CHALLENGED,
  /** A contact at least is bound to it. */
  REGISTERED,
  /** The last try was refused, and nothing is bound. */
  REFUSED,
  /** The last try had no final response, and nothing is bound. */
  UNANSWERED,
  /** The time was over before a refresh came. */
  EXPIRED,
  /** The contact was taken away, or nothing was bound when somebody asked. */
  UNREGISTERED
}
