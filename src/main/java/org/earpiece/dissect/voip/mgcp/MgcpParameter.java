package org.earpiece.dissect.voip.mgcp;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.jspecify.annotations.Nullable;

/** The parameters of MGCP (RFC 3435 section 3.2.2, RFC 3660, NCS), by the name on the line. */
enum MgcpParameter {
  RESPONSE_ACK("K", "rspack", "ResponseAck (K)"),
  BEARER_INFORMATION("B", "bearerinfo", "BearerInformation (B)"),
  CALL_ID("C", "callid", "CallId (C)"),
  CONNECTION_ID("I", "connectionid", "ConnectionIdentifier (I)"),
  SECOND_CONNECTION_ID("I2", "secondconnectionid", "SecondConnectionID (I2)"),
  NOTIFIED_ENTITY("N", "notifiedentity", "NotifiedEntity (N)"),
  REQUEST_ID("X", "requestid", "RequestIdentifier (X)"),
  LOCAL_OPTIONS("L", "localconnectionoptions", "LocalConnectionOptions (L)"),
  LOCAL_METRICS("XRM/LVM", "localvoicemetrics", "LocalVoiceMetrics (XRM/LVM)"),
  REMOTE_METRICS("XRM/RVM", "remotevoicemetrics", "RemoteVoiceMetrics (XRM/RVM)"),
  CONNECTION_MODE("M", "connectionmode", "ConnectionMode (M)"),
  REQUESTED_EVENTS("R", "reqevents", "RequestedEvents (R)"),
  SIGNAL_REQUESTS("S", "signalreq", "SignalRequests (S)"),
  RESTART_METHOD("RM", "restartmethod", "RestartMethod (RM)"),
  RESTART_DELAY("RD", "restartdelay", "RestartDelay (RD)"),
  DIGIT_MAP("D", "digitmap", "DigitMap (D)"),
  OBSERVED_EVENTS("O", "observedevents", "ObservedEvents (O)"),
  CONNECTION_PARAMETERS("P", "connectionparam", "ConnectionParameters (P)"),
  REASON_CODE("E", "reasoncode", "ReasonCode (E)"),
  EVENT_STATES("ES", "eventstates", "EventStates (ES)"),
  SPECIFIC_ENDPOINT("Z", "specificendpointid", "SpecificEndpointID (Z)"),
  SECOND_ENDPOINT("Z2", "secondendpointid", "SecondEndpointID (Z2)"),
  REQUESTED_INFO("F", "reqinfo", "RequestedInfo (F)"),
  QUARANTINE("Q", "quarantinehandling", "QuarantineHandling (Q)"),
  DETECTED_EVENTS("T", "detectedevents", "DetectedEvents (T)"),
  CAPABILITIES("A", "capabilities", "Capabilities (A)"),
  MAX_DATAGRAM("MD", "maxmgcpdatagram", "MaxMGCPDatagram (MD)"),
  PACKAGES("PL", "packagelist", "PackageList (PL)"),
  RESOURCE_ID("DQ-RI", "resourceid", "ResourceIdentifier (DQ-RI)"),
  /** Names that begin with {@code X-} may be passed over by who does not know them. */
  EXTENSION("X-", "extension", "Extension Parameter (non-critical)"),
  /** Names that begin with {@code X+} may not. */
  CRITICAL_EXTENSION("X+", "extensioncritical", "Extension Parameter (critical)");

  private static final MgcpParameter[] ALL = values();

  private final String code;
  private final String fieldName;
  private final String label;

  MgcpParameter(String code, String suffix, String label) {
    this.code = code;
    this.fieldName = "mgcp.param." + suffix;
    this.label = label;
  }

  String fieldName() {
    return fieldName;
  }

  String label() {
    return label;
  }

  /** Whether the field's value is the whole line, as Wireshark has it; else what is behind it. */
  boolean isWholeLine() {
    return switch (this) {
      case LOCAL_OPTIONS,
          LOCAL_METRICS,
          REMOTE_METRICS,
          CONNECTION_PARAMETERS,
          EXTENSION,
          CRITICAL_EXTENSION ->
          true;
      default -> false;
    };
  }

  private boolean isPrefix() {
    return this == EXTENSION || this == CRITICAL_EXTENSION;
  }

  /** The parameter of this name, in any case; null where it is none. */
  static @Nullable MgcpParameter find(ByteView view, int from, int to) {
    for (MgcpParameter parameter : ALL) {
      int length = parameter.code.length();
      boolean mayBe = parameter.isPrefix() ? to - from > length : to - from == length;
      if (mayBe && Ascii.equalsIgnoreCase(view, from, from + length, parameter.code)) {
        return parameter;
      }
    }
    return null;
  }
}
