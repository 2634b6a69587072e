package org.earpiece.dissect.tls;

/** The header of a TLS record (RFC 8446 section 5.1): content type, version, length. */
final class TlsRecord {
  /** Bytes of the header. */
  static final int HEADER = 5;

  /** Bytes behind the header at most, protected as any version may do it. */
  static final int MAX_FRAGMENT = (1 << 14) + 2048;

  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  static final int HEARTBEAT = 24;

  private TlsRecord() {}

  /** Whether a record may begin with the {@link #HEADER} bytes here. */
  static boolean plausible(byte[] array, int at) {
    int type = array[at] & 0xFF;
    return type >= CHANGE_CIPHER_SPEC
        && type <= HEARTBEAT
        && array[at + 1] == TlsVersion.TLS_1_0 >> 8
        && (array[at + 2] & 0xFF) <= (TlsVersion.TLS_1_3 & 0xFF)
        && length(array, at) <= MAX_FRAGMENT;
  }

  /** Bytes behind the header. */
  static int length(byte[] array, int at) {
    return (array[at + 3] & 0xFF) << 8 | (array[at + 4] & 0xFF);
  }
}
