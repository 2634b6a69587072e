package org.earpiece.dissect.voip;

/** Header fields that Earpiece looks at, with compact forms (RFC 3261 section 7.3.3). */
public enum SipHeader {
  CALL_ID("Call-ID", "i"),
  CSEQ("CSeq", ""),
  FROM("From", "f"),
  TO("To", "t"),
  VIA("Via", "v"),
  CONTACT("Contact", "m"),
  CONTENT_TYPE("Content-Type", "c"),
  CONTENT_LENGTH("Content-Length", "l"),
  USER_AGENT("User-Agent", ""),
  SERVER("Server", ""),
  REASON("Reason", ""),
  WARNING("Warning", ""),
  EXPIRES("Expires", ""),
  AUTHORIZATION("Authorization", ""),
  PROXY_AUTHORIZATION("Proxy-Authorization", ""),
  REFER_TO("Refer-To", "r"),
  REPLACES("Replaces", ""),
  DIVERSION("Diversion", ""),
  P_ASSERTED_IDENTITY("P-Asserted-Identity", ""),
  RSEQ("RSeq", ""),
  RACK("RAck", ""),
  ROUTE("Route", ""),
  RECORD_ROUTE("Record-Route", ""),
  SUBJECT("Subject", "s"),
  SUPPORTED("Supported", "k"),
  EVENT("Event", "o"),
  SESSION_ID("Session-ID", "");

  private final String text;
  private final String compact;

  SipHeader(String text, String compact) {
    this.text = text;
    this.compact = compact;
  }

  /** The name as written in full. */
  public String text() {
    return text;
  }

  /** The compact form, or empty. */
  public String compact() {
    return compact;
  }
}
