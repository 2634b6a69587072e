package org.earpiece.voip;

/** What a call is at, finer than {@link CallState}: each phase belongs to one state. */
public enum CallPhase {
  UNKNOWN("unknown"),
  /** Sent, or 100. */
  TRYING("trying"),
  /** Challenged (401, 407); the next INVITE is awaited. */
  AUTHENTICATING("authenticating"),
  /** 182. */
  QUEUED("queued"),
  /** 181. */
  FORWARDED("being forwarded"),
  /** 183 with SDP: the caller hears something. */
  EARLY_MEDIA("early media"),
  RINGING("ringing"),
  TALKING("in call"),
  HELD("on hold"),
  /** A REFER was accepted, and its outcome not told. */
  TRANSFERRING("being transferred"),
  COMPLETED("completed"),
  /** Its party was handed to someone else by REFER. */
  TRANSFERRED("transferred"),
  /** The callee gave up as no ACK came. */
  NO_ACK("no ACK"),
  /** The media stopped, and no BYE was seen. */
  ENDED_UNSEEN("ended, unseen"),
  CANCELLED("cancelled"),
  BUSY("busy"),
  DECLINED("declined"),
  NO_ANSWER("no answer"),
  /** A 3xx that nobody followed in this call. */
  REDIRECTED("redirected"),
  NOT_AUTHORISED("not authorised"),
  REJECTED("rejected"),
  FAILED("failed"),
  /** No final response. */
  TIMED_OUT("timed out");

  private final String words;

  CallPhase(String words) {
    this.words = words;
  }

  /** In lower-case words for a person. */
  public String words() {
    return words;
  }
}
