package org.earpiece.dissect.voip.sip;

/**
 * The header fields of SIP that have a name of their own in display filters, with their compact
 * forms (RFC 3261 section 7.3.3 and the registry of SIP parameters).
 */
public enum SipHeader {
  ACCEPT("Accept", ""),
  ACCEPT_CONTACT("Accept-Contact", "a"),
  ACCEPT_ENCODING("Accept-Encoding", ""),
  ACCEPT_LANGUAGE("Accept-Language", ""),
  ACCEPT_RESOURCE_PRIORITY("Accept-Resource-Priority", ""),
  ADDITIONAL_IDENTITY("Additional-Identity", ""),
  ALERT_INFO("Alert-Info", ""),
  ALLOW("Allow", ""),
  ALLOW_EVENTS("Allow-Events", "u"),
  ANSWER_MODE("Answer-Mode", ""),
  ATTESTATION_INFO("Attestation-Info", ""),
  AUTHENTICATION_INFO("Authentication-Info", ""),
  AUTHORIZATION("Authorization", ""),
  CALL_ID("Call-ID", "i"),
  CALL_INFO("Call-Info", ""),
  CELLULAR_NETWORK_INFO("Cellular-Network-Info", ""),
  CONTACT("Contact", "m"),
  CONTENT_DISPOSITION("Content-Disposition", ""),
  CONTENT_ENCODING("Content-Encoding", "e"),
  CONTENT_LANGUAGE("Content-Language", ""),
  CONTENT_LENGTH("Content-Length", "l"),
  CONTENT_TYPE("Content-Type", "c"),
  CSEQ("CSeq", ""),
  DATE("Date", ""),
  ERROR_INFO("Error-Info", ""),
  EVENT("Event", "o"),
  EXPIRES("Expires", ""),
  FEATURE_CAPS("Feature-Caps", ""),
  FLOW_TIMER("Flow-Timer", ""),
  FROM("From", "f"),
  GEOLOCATION("Geolocation", ""),
  GEOLOCATION_ERROR("Geolocation-Error", ""),
  GEOLOCATION_ROUTING("Geolocation-Routing", ""),
  HISTORY_INFO("History-Info", ""),
  IDENTITY("Identity", "y"),
  IDENTITY_INFO("Identity-Info", "n", "sip.Identity-info"),
  INFO_PACKAGE("Info-Package", ""),
  IN_REPLY_TO("In-Reply-To", ""),
  JOIN("Join", ""),
  MAX_BREADTH("Max-Breadth", ""),
  MAX_FORWARDS("Max-Forwards", ""),
  MIME_VERSION("MIME-Version", ""),
  MIN_EXPIRES("Min-Expires", ""),
  MIN_SE("Min-SE", ""),
  ORGANIZATION("Organization", ""),
  ORIGINATION_ID("Origination-Id", ""),
  P_ACCESS_NETWORK_INFO("P-Access-Network-Info", ""),
  P_ANSWER_STATE("P-Answer-State", ""),
  P_ASSERTED_IDENTITY("P-Asserted-Identity", ""),
  P_ASSERTED_SERVICE("P-Asserted-Service", ""),
  P_CHARGE_INFO("P-Charge-Info", ""),
  P_ASSOCIATED_URI("P-Associated-URI", ""),
  P_CALLED_PARTY_ID("P-Called-Party-ID", ""),
  P_CHARGING_FUNCTION_ADDRESSES("P-Charging-Function-Addresses", ""),
  P_CHARGING_VECTOR("P-Charging-Vector", ""),
  P_DCS_TRACE_PARTY_ID("P-DCS-Trace-Party-ID", ""),
  P_DCS_OSPS("P-DCS-OSPS", ""),
  P_DCS_BILLING_INFO("P-DCS-Billing-Info", ""),
  P_DCS_LAES("P-DCS-LAES", ""),
  P_DCS_REDIRECT("P-DCS-Redirect", ""),
  P_EARLY_MEDIA("P-Early-Media", ""),
  P_MEDIA_AUTHORIZATION("P-Media-Authorization", ""),
  P_PREFERRED_IDENTITY("P-Preferred-Identity", ""),
  P_PREFERRED_SERVICE("P-Preferred-Service", ""),
  P_PROFILE_KEY("P-Profile-Key", ""),
  P_REFUSED_URI_LIST("P-Refused-URI-List", ""),
  P_SERVED_USER("P-Served-User", ""),
  P_USER_DATABASE("P-User-Database", ""),
  P_VISITED_NETWORK_ID("P-Visited-Network-ID", ""),
  PATH("Path", ""),
  PERMISSION_MISSING("Permission-Missing", ""),
  POLICY_CONTACT("Policy-Contact", "", "sip.Policy_Contact"),
  POLICY_ID("Policy-ID", "", "sip.Policy_ID"),
  PRIORITY("Priority", ""),
  PRIORITY_SHARE("Priority-Share", ""),
  PRIV_ANSWER_MODE("Priv-Answer-Mode", "", "sip.Priv-Answer-mode"),
  PRIVACY("Privacy", ""),
  PROXY_AUTHENTICATE("Proxy-Authenticate", ""),
  PROXY_AUTHORIZATION("Proxy-Authorization", ""),
  PROXY_REQUIRE("Proxy-Require", ""),
  RACK("RAck", ""),
  REASON("Reason", ""),
  RECORD_ROUTE("Record-Route", ""),
  RECV_INFO("Recv-Info", ""),
  REFER_SUB("Refer-Sub", ""),
  REFER_TO("Refer-To", "r"),
  REFERRED_BY("Referred-By", "b", "sip.Referred-by"),
  REJECT_CONTACT("Reject-Contact", "j"),
  RELAYED_CHARGE("Relayed-Charge", ""),
  REPLACES("Replaces", ""),
  REPLY_TO("Reply-To", ""),
  REQUEST_DISPOSITION("Request-Disposition", "d"),
  REQUIRE("Require", ""),
  RESOURCE_PRIORITY("Resource-Priority", ""),
  RESOURCE_SHARE("Resource-Share", ""),
  RESPONSE_SOURCE("Response-Source", ""),
  RESTORATION_INFO("Restoration-Info", ""),
  RETRY_AFTER("Retry-After", ""),
  ROUTE("Route", ""),
  RSEQ("RSeq", ""),
  SECURITY_CLIENT("Security-Client", ""),
  SECURITY_SERVER("Security-Server", ""),
  SECURITY_VERIFY("Security-Verify", ""),
  SERVER("Server", ""),
  SERVICE_INTERACT_INFO("Service-Interact-Info", ""),
  SERVICE_ROUTE("Service-Route", ""),
  SESSION_EXPIRES("Session-Expires", "x"),
  SESSION_ID("Session-ID", ""),
  SIP_ETAG("SIP-ETag", "", "sip.ETag"),
  SIP_IF_MATCH("SIP-If-Match", "", "sip.If_Match"),
  SUBJECT("Subject", "s"),
  SUBSCRIPTION_STATE("Subscription-State", ""),
  SUPPORTED("Supported", "k"),
  SUPPRESS_IF_MATCH("Suppress-If-Match", "", "sip.Suppress_If_Match"),
  TARGET_DIALOG("Target-Dialog", ""),
  TIMESTAMP("Timestamp", ""),
  TO("To", "t"),
  TRIGGER_CONSENT("Trigger-Consent", ""),
  UNSUPPORTED("Unsupported", ""),
  USER_AGENT("User-Agent", ""),
  VIA("Via", "v"),
  WARNING("Warning", ""),
  WWW_AUTHENTICATE("WWW-Authenticate", ""),
  DIVERSION("Diversion", ""),
  USER_TO_USER("User-to-User", "", "sip.uui");

  private static final SipHeader[] ALL = values();
  private final String text;
  private final String compact;
  private final String fieldName;

  SipHeader(String text, String compact) {
    this(text, compact, "sip." + text);
  }

  SipHeader(String text, String compact, String fieldName) {
    this.text = text;
    this.compact = compact;
    this.fieldName = fieldName;
  }

  /** The name as written in full. */
  public String text() {
    return text;
  }

  /** The compact form, or empty. */
  public String compact() {
    return compact;
  }

  /** Wireshark's name in display filters: {@code sip.Call-ID}. */
  public String fieldName() {
    return fieldName;
  }

  /** The header with this ordinal, without a copy of the array. */
  static SipHeader of(int ordinal) {
    return ALL[ordinal];
  }
}
