package org.earpiece.dissect.tls;

import org.earpiece.bytes.ByteView;

/**
 * The parts of a ClientHello or ServerHello (RFC 8446 sections 4.1.2 and 4.1.3), found in bytes of
 * which any may be missing. Points at one message after the other.
 */
final class Hello {
  /** There is no such part. */
  static final int NONE = -1;

  /** Bytes of a random. */
  static final int RANDOM = 32;

  static final int SERVER_NAME = 0;
  static final int STATUS_REQUEST = 5;
  static final int GROUPS = 10;
  static final int POINT_FORMATS = 11;
  static final int SIGNATURES = 13;
  static final int USE_SRTP = 14;
  static final int HEARTBEAT = 15;
  static final int ALPN = 16;
  static final int PADDING = 21;
  static final int ENCRYPT_THEN_MAC = 22;
  static final int EXTENDED_MASTER_SECRET = 23;
  static final int RECORD_SIZE_LIMIT = 28;
  static final int SESSION_TICKET = 35;
  static final int EARLY_DATA = 42;
  static final int SUPPORTED_VERSIONS = 43;
  static final int COOKIE = 44;
  static final int KEY_EXCHANGE_MODES = 45;
  static final int KEY_SHARE = 51;
  static final int RENEGOTIATION = 0xFF01;

  private ByteView bytes = new ByteView();
  private int end;
  private int random;
  private int sessionId;
  private int suites;
  private int suitesLength;
  private int cookie;
  private int compression;
  private int compressionLength;
  private int extensions;
  private int extensionsEnd;

  /**
   * Points at a hello.
   *
   * @param body where it begins, behind type and length
   * @param limit where the bytes of it that are there end
   * @param client whether it is a ClientHello
   * @param datagram whether it is of DTLS, which has a cookie
   * @return whether the parts up to the cipher suite are there
   */
  boolean parse(ByteView view, int body, int limit, boolean client, boolean datagram) {
    bytes = view;
    end = limit;
    random = body + 2;
    sessionId = random + RANDOM;
    extensions = end;
    extensionsEnd = end;
    suites = end;
    suitesLength = 0;
    cookie = NONE;
    compression = end;
    compressionLength = 0;
    if (sessionId >= end) {
      return false;
    }
    int at = sessionId + 1 + bytes.u8(sessionId);
    if (client && datagram) {
      if (at >= end) {
        return false;
      }
      cookie = at + 1;
      at += 1 + bytes.u8(at);
    }
    return client ? client(at) : server(at);
  }

  private boolean client(int at) {
    if (at + 2 > end) {
      return false;
    }
    suites = at + 2;
    suitesLength = bytes.u16(at);
    if (suites + suitesLength > end) {
      suitesLength = Math.max(0, end - suites);
      return false;
    }
    int methods = suites + suitesLength;
    if (methods < end) {
      compression = methods + 1;
      compressionLength = Math.min(bytes.u8(methods), end - compression);
      extensions(compression + bytes.u8(methods));
    }
    return true;
  }

  private boolean server(int at) {
    if (at + 3 > end) {
      return false;
    }
    suites = at;
    suitesLength = 2;
    compression = at + 2;
    compressionLength = 1;
    extensions(at + 3);
    return true;
  }

  private void extensions(int at) {
    if (at + 2 <= end) {
      extensions = at + 2;
      extensionsEnd = Math.min(end, extensions + bytes.u16(at));
    }
  }

  int version() {
    return bytes.u16(random - 2);
  }

  byte[] random() {
    return bytes.copy(random, RANDOM);
  }

  int randomAt() {
    return random;
  }

  /** Where the session identifier begins. */
  int sessionIdAt() {
    return sessionId + 1;
  }

  int sessionIdLength() {
    return Math.min(bytes.u8(sessionId), end - sessionId - 1);
  }

  /** Where the cipher suites begin: those offered, or the one chosen. */
  int suitesAt() {
    return suites;
  }

  /** Bytes of the cipher suites. */
  int suitesLength() {
    return suitesLength;
  }

  /** Where the cookie of DTLS begins, its length in the byte before, or {@link #NONE}. */
  int cookieAt() {
    return cookie;
  }

  /** Where the compression methods begin: those offered, or the one chosen. */
  int compressionAt() {
    return compression;
  }

  /** How many compression methods there are. */
  int compressionLength() {
    return compressionLength;
  }

  /** Where the extensions begin, their length in the two bytes before, or {@link #NONE}. */
  int extensionsAt() {
    return extensions < end || extensionsEnd < end ? extensions : NONE;
  }

  /** Where the first extension begins, its type in front, or {@link #NONE}. */
  int firstExtension() {
    return extensions + 4 <= extensionsEnd ? extensions : NONE;
  }

  /** Where the extension behind the one at {@code at} begins, or {@link #NONE}. */
  int nextExtension(int at) {
    int next = at + 4 + bytes.u16(at + 2);
    return next + 4 <= extensionsEnd ? next : NONE;
  }

  /** Where the data of an extension begins, or {@link #NONE}. */
  int extension(int type) {
    int at = extensions;
    while (at + 4 <= extensionsEnd) {
      int length = bytes.u16(at + 2);
      if (bytes.u16(at) == type) {
        return at + 4 + length <= extensionsEnd ? at + 4 : NONE;
      }
      at += 4 + length;
    }
    return NONE;
  }

  /** Bytes of the data of an extension that {@link #extension} found. */
  int extensionLength(int at) {
    return bytes.u16(at - 2);
  }

  /** The version that a ServerHello chose (RFC 8446 section 4.2.1). */
  int chosenVersion() {
    int at = extension(SUPPORTED_VERSIONS);
    return at != NONE && extensionLength(at) == 2 ? bytes.u16(at) : version();
  }

  /** Where the first host name of the server name extension begins (RFC 6066), or {@link #NONE}. */
  int serverNameAt() {
    int at = extension(SERVER_NAME);
    if (at == NONE || extensionLength(at) < 5 || bytes.u8(at + 2) != 0) {
      return NONE;
    }
    return 5 + bytes.u16(at + 3) <= extensionLength(at) ? at + 5 : NONE;
  }

  /** Bytes of the host name that {@link #serverNameAt} found. */
  int serverNameLength(int at) {
    return bytes.u16(at - 2);
  }
}
