package org.earpiece.voip;

/** The states of a call as the command line prints them. */
public enum CallState {
  CALL_SETUP,
  RINGING,
  IN_CALL,
  CANCELLED,
  COMPLETED,
  REJECTED,
  FAILED,
  UNKNOWN;

  /** Whether the call has not ended. */
  public boolean up() {
    return this == CALL_SETUP || this == RINGING || this == IN_CALL;
  }
}
