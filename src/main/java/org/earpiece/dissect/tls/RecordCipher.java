package org.earpiece.dissect.tls;

import org.earpiece.dissect.tls.CipherSuite.Bulk;
import org.earpiece.dissect.tls.wire.TlsVersion;

/**
 * Undoes the protection of the records that one side sends under one key. One thread.
 *
 * <p>Integrity is always checked: it tells whether the secret, the place in the stream and the
 * sequence number are right, so a failure is a value that the connection learns from.
 */
abstract sealed class RecordCipher permits AeadCipher, CbcCipher, Rc4Cipher {
  /** What {@link #open} answers where the record is not of this key and sequence number. */
  static final int FAILED = -1;

  /** Bytes of the additional data of TLS 1.2, and of what a MAC covers before the content. */
  private static final int PSEUDO_HEADER = 13;

  /**
   * Opens a record.
   *
   * @param sequence its number under this key, from 0
   * @param record the array with the record's header at {@code at}
   * @param end where the record ends
   * @param out takes the content: as long as the record at least
   * @return bytes of content, or {@link #FAILED}
   */
  abstract int open(long sequence, byte[] record, int at, int end, byte[] out);

  /** A record is over, whether it could be opened or not. */
  void passed(byte[] record, int at, int end) {}

  /** Whether a record can be tried again with another number, and records left out. */
  boolean seekable() {
    return true;
  }

  /**
   * The cipher of one side of TLS 1.0 to 1.2.
   *
   * @param iv the fixed part of the nonce, or the first initialization vector of CBC in TLS 1.0
   */
  static RecordCipher of(
      CipherSuite suite, int version, boolean encryptThenMac, byte[] mac, byte[] key, byte[] iv) {
    Bulk bulk = suite.bulk();
    if (bulk == null) {
      throw new IllegalArgumentException(suite.name());
    }
    CipherSuite.Mac hmac = suite.mac();
    if (hmac == null) {
      return new AeadCipher(bulk, key, iv, false);
    }
    return bulk == Bulk.RC4_128
        ? new Rc4Cipher(hmac, mac, key)
        : new CbcCipher(
            bulk, hmac, mac, key, version < TlsVersion.TLS_1_1 ? iv : null, encryptThenMac);
  }

  /** What integrity covers besides the content (RFC 5246 sections 6.2.3.1 and 6.2.3.3). */
  static byte[] pseudoHeader(long sequence, byte[] record, int at, int length) {
    byte[] header = new byte[PSEUDO_HEADER];
    putSequence(sequence, header, 0);
    System.arraycopy(record, at, header, 8, 3);
    header[11] = (byte) (length >> 8);
    header[12] = (byte) length;
    return header;
  }

  static void putSequence(long sequence, byte[] out, int at) {
    for (int i = 0; i < 8; i++) {
      out[at + i] = (byte) (sequence >>> (56 - 8 * i));
    }
  }
}
