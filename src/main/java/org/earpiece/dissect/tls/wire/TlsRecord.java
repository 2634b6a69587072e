package org.earpiece.dissect.tls.wire;

/** The header of a TLS record (RFC 8446 section 5.1): content type, version, length. */
public final class TlsRecord {
  /** Bytes of the header. */
  public static final int HEADER = 5;

  /** Bytes behind the header at most, protected as any version may do it. */
  public static final int MAX_FRAGMENT = (1 << 14) + 2048;

  public static final int CHANGE_CIPHER_SPEC = 20;
  public static final int ALERT = 21;
  public static final int HANDSHAKE = 22;
  public static final int APPLICATION_DATA = 23;
  public static final int HEARTBEAT = 24;

  private TlsRecord() {}

  /** Whether a record may begin with the {@link #HEADER} bytes here. */
  public static boolean plausible(byte[] array, int at) {
    int type = array[at] & 0xFF;
    return type >= CHANGE_CIPHER_SPEC
        && type <= HEARTBEAT
        && array[at + 1] == TlsVersion.TLS_1_0 >> 8
        && (array[at + 2] & 0xFF) <= (TlsVersion.TLS_1_3 & 0xFF)
        && length(array, at) <= MAX_FRAGMENT;
  }

  /** Bytes behind the header. */
  public static int length(byte[] array, int at) {
    return (array[at + 3] & 0xFF) << 8 | (array[at + 4] & 0xFF);
  }
}
