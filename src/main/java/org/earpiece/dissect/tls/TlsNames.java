package org.earpiece.dissect.tls;

import org.earpiece.dissect.tls.wire.TlsRecord;
import org.jspecify.annotations.Nullable;

/** Words for the numbers of TLS and DTLS (the IANA registries). */
final class TlsNames {
  private TlsNames() {}

  static @Nullable String contentType(long type) {
    return switch ((int) type) {
      case TlsRecord.CHANGE_CIPHER_SPEC -> "Change Cipher Spec";
      case TlsRecord.ALERT -> "Alert";
      case TlsRecord.HANDSHAKE -> "Handshake";
      case TlsRecord.APPLICATION_DATA -> "Application Data";
      case TlsRecord.HEARTBEAT -> "Heartbeat";
      default -> null;
    };
  }

  static @Nullable String handshake(long type) {
    return switch ((int) type) {
      case Handshake.HELLO_REQUEST -> "Hello Request";
      case Handshake.CLIENT_HELLO -> "Client Hello";
      case Handshake.SERVER_HELLO -> "Server Hello";
      case 3 -> "Hello Verify Request";
      case Handshake.NEW_SESSION_TICKET -> "New Session Ticket";
      case Handshake.END_OF_EARLY_DATA -> "End of Early Data";
      case 8 -> "Encrypted Extensions";
      case 11 -> "Certificate";
      case 12 -> "Server Key Exchange";
      case 13 -> "Certificate Request";
      case 14 -> "Server Hello Done";
      case 15 -> "Certificate Verify";
      case Handshake.CLIENT_KEY_EXCHANGE -> "Client Key Exchange";
      case Handshake.FINISHED -> "Finished";
      case 21 -> "Client Certificate URL";
      case 22 -> "Certificate Status";
      case 23 -> "Supplemental Data";
      case Handshake.KEY_UPDATE -> "Key Update";
      case 25 -> "Compressed Certificate";
      default -> null;
    };
  }

  /** Whether a handshake message in clear of this type may be longer than a record. */
  static boolean mayBeLong(int type) {
    return switch (type) {
      case Handshake.CLIENT_HELLO, Handshake.SERVER_HELLO, Handshake.NEW_SESSION_TICKET -> true;
      case 11, 12, 13, 15, 22 -> true;
      default -> false;
    };
  }

  static @Nullable String alertLevel(long level) {
    return switch ((int) level) {
      case 1 -> "Warning";
      case 2 -> "Fatal";
      default -> null;
    };
  }

  static @Nullable String alert(long description) {
    return switch ((int) description) {
      case 0 -> "Close Notify";
      case 10 -> "Unexpected Message";
      case 20 -> "Bad Record MAC";
      case 21 -> "Decryption Failed";
      case 22 -> "Record Overflow";
      case 30 -> "Decompression Failure";
      case 40 -> "Handshake Failure";
      case 41 -> "No Certificate";
      case 42 -> "Bad Certificate";
      case 43 -> "Unsupported Certificate";
      case 44 -> "Certificate Revoked";
      case 45 -> "Certificate Expired";
      case 46 -> "Certificate Unknown";
      case 47 -> "Illegal Parameter";
      case 48 -> "Unknown CA";
      case 49 -> "Access Denied";
      case 50 -> "Decode Error";
      case 51 -> "Decrypt Error";
      case 60 -> "Export Restriction";
      case 70 -> "Protocol Version";
      case 71 -> "Insufficient Security";
      case 80 -> "Internal Error";
      case 86 -> "Inappropriate Fallback";
      case 90 -> "User Canceled";
      case 100 -> "No Renegotiation";
      case 109 -> "Missing Extension";
      case 110 -> "Unsupported Extension";
      case 112 -> "Unrecognized Name";
      case 113 -> "Bad Certificate Status Response";
      case 115 -> "Unknown PSK Identity";
      case 116 -> "Certificate Required";
      case 120 -> "No application Protocol";
      default -> null;
    };
  }
}
