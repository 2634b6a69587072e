package org.earpiece.dissect.voip.sip;

/** What a SIP message does against its grammar; the number is the section of RFC 3261. */
public enum SipProblem {
  VERSION("version is not SIP/2.0", "7.1"),
  STATUS_CODE("status code has not three digits", "7.2"),
  START_LINE_SPACE("more than single spaces in the start line", "7.1"),
  URI_IN_BRACKETS("Request-URI in angle brackets", "7.1"),
  URI_WITHOUT_SCHEME("URI without a scheme", "19.1.1"),
  URI_WITH_SPACE("space in a URI", "25.1"),
  HEADERS_IN_REQUEST_URI("header fields in the Request-URI", "19.1.1"),
  LINE_END("line does not end with CRLF", "7"),
  LINE_WITHOUT_COLON("header line without a colon", "7.3.1"),
  HEADER_NOT_ENDED("no blank line behind the header", "7"),
  TOO_MANY_HEADERS("more header lines than are read", "7.3"),
  MISSING_HEADER("mandatory header is missing", "8.1.1"),
  REPEATED_HEADER("header may stand only once", "7.3.1"),
  EMPTY_ELEMENT("separator without anything to separate", "25.1"),
  OPEN_QUOTE("quoted string does not end", "25.1"),
  OPEN_BRACKET("angle bracket is not closed", "25.1"),
  DISPLAY_NAME("display name needs quotes", "25.1"),
  NEEDS_BRACKETS("URI needs angle brackets", "20.10"),
  CONTENT_LENGTH("Content-Length is no number", "20.14"),
  BODY_TOO_SHORT("Content-Length beyond the end of the datagram", "18.3"),
  CSEQ("sequence number is none below 2^31", "8.1.1.5"),
  CSEQ_METHOD("method of CSeq is not the request's", "8.1.1.5"),
  MAX_FORWARDS("Max-Forwards is no number up to 255", "20.22"),
  EXPIRES("expiry is no number below 2^32", "20.19"),
  RETRY_AFTER("Retry-After is no number below 2^32", "20.33"),
  WARNING_CODE("warning code has not three digits", "20.43"),
  DATE("date is not of the form of RFC 1123 in GMT", "20.17"),
  BRANCH("nothing behind the magic cookie of the branch", "8.1.1.7"),
  VIA_BROADCAST("responses would go to all hosts", "18.2.2");

  private final String text;
  private final String section;

  SipProblem(String text, String section) {
    this.text = text;
    this.section = section;
  }

  /**
   * The problem in words, and where the rule stands.
   *
   * @param what the name of the header that it is about, or empty
   */
  public String text(String what) {
    return (what.isEmpty() ? "" : what + ": ") + text + " (RFC 3261 section " + section + ")";
  }
}
