package org.earpiece.dissect.tls.wire;

import org.jspecify.annotations.Nullable;

/** Protocol versions as on the wire, with their names. */
public final class TlsVersion {
  public static final int SSL_3_0 = 0x0300;
  public static final int TLS_1_0 = 0x0301;
  public static final int TLS_1_1 = 0x0302;
  public static final int TLS_1_2 = 0x0303;
  public static final int TLS_1_3 = 0x0304;
  public static final int DTLS_1_0 = 0xFEFF;
  public static final int DTLS_1_2 = 0xFEFD;
  public static final int DTLS_1_3 = 0xFEFC;

  private TlsVersion() {}

  /** The name of a version, or null. */
  public static @Nullable String name(long version) {
    return switch ((int) version) {
      case 0x0002 -> "SSL 2.0";
      case SSL_3_0 -> "SSL 3.0";
      case TLS_1_0 -> "TLS 1.0";
      case TLS_1_1 -> "TLS 1.1";
      case TLS_1_2 -> "TLS 1.2";
      case TLS_1_3 -> "TLS 1.3";
      case 0x0100 -> "DTLS 1.0 (OpenSSL pre 0.9.8f)";
      case DTLS_1_0 -> "DTLS 1.0";
      case DTLS_1_2 -> "DTLS 1.2";
      case DTLS_1_3 -> "DTLS 1.3";
      default ->
          (version & 0x0F0F) == 0x0A0A && version >> 8 == (version & 0xFF)
              ? "Reserved (GREASE)"
              : null;
    };
  }
}
