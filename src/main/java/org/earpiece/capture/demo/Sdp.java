package org.earpiece.capture.demo;

/**
 * What one end of a leg says about its audio (RFC 4566, RFC 3264).
 *
 * @param payloadTypes RTP/AVP formats in order of preference; 101 is telephone-event
 */
record Sdp(Host host, int port, long session, int version, int... payloadTypes) {
  static final int PCMU = 0;
  static final int PCMA = 8;
  static final int TELEPHONE_EVENT = 101;

  /** The description with a direction attribute: sendrecv, sendonly, recvonly. */
  String text(String direction) {
    StringBuilder formats = new StringBuilder();
    StringBuilder maps = new StringBuilder();
    for (int type : payloadTypes) {
      formats.append(' ').append(type);
      maps.append("a=rtpmap:").append(type).append(' ').append(encoding(type)).append("\r\n");
      if (type == TELEPHONE_EVENT) {
        maps.append("a=fmtp:101 0-16\r\n");
      }
    }
    return "v=0\r\no=- %d %d IN IP4 %s\r\ns=call\r\nc=IN IP4 %s\r\nt=0 0\r\n"
            .formatted(session, version, host.address(), host.address())
        + "m=audio %d RTP/AVP%s\r\n".formatted(port, formats)
        + maps
        + "a=ptime:20\r\na=rtcp:%d\r\na=%s\r\n".formatted(port + 1, direction);
  }

  /** The next version of this description. */
  Sdp changed() {
    return new Sdp(host, port, session, version + 1, payloadTypes);
  }

  private static String encoding(int type) {
    return switch (type) {
      case PCMU -> "PCMU/8000";
      case PCMA -> "PCMA/8000";
      case TELEPHONE_EVENT -> "telephone-event/8000";
      default -> throw new IllegalArgumentException("payload type " + type);
    };
  }
}
