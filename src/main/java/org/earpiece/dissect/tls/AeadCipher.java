package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.CipherSuite.Bulk;

/**
 * Records under AES-GCM (RFC 5288), AES-CCM (RFC 6655), ChaCha20-Poly1305 (RFC 7905), and all of
 * these in TLS 1.3 (RFC 8446 section 5.2).
 */
final class AeadCipher extends RecordCipher {
  /** Bytes of the fixed part of a nonce of which the record carries the rest. */
  static final int SALT = 4;

  /** Bytes of a nonce. */
  static final int NONCE = 12;

  private static final int EXPLICIT = NONCE - SALT;

  private final Bulk bulk;
  private final byte[] key;
  private final byte[] iv;
  private final boolean tls13;

  /**
   * A cipher.
   *
   * @param iv {@link #SALT} or {@link #NONCE} bytes: with all of them, the record carries none
   */
  AeadCipher(Bulk bulk, byte[] key, byte[] iv, boolean tls13) {
    this.bulk = bulk;
    this.key = key;
    this.iv = iv;
    this.tls13 = tls13;
  }

  @Override
  int open(long sequence, byte[] record, int at, int end, byte[] out) {
    int from = at + TlsRecord.HEADER;
    byte[] nonce = Arrays.copyOf(iv, NONCE);
    if (iv.length == NONCE) {
      byte[] number = new byte[NONCE];
      putSequence(sequence, number, NONCE - Long.BYTES);
      for (int i = 0; i < NONCE; i++) {
        nonce[i] ^= number[i];
      }
    } else {
      if (end - from < EXPLICIT) {
        return FAILED;
      }
      System.arraycopy(record, from, nonce, SALT, EXPLICIT);
      from += EXPLICIT;
    }
    int length = end - from - bulk.tag;
    if (length < 0) {
      return FAILED;
    }
    byte[] covered =
        tls13
            ? Arrays.copyOfRange(record, at, at + TlsRecord.HEADER)
            : pseudoHeader(sequence, record, at, length);
    try {
      return bulk.ccm()
          ? AesCcm.open(key, nonce, bulk.tag, covered, record, from, end, out)
          : open(nonce, covered, record, from, end, out);
    } catch (AEADBadTagException e) {
      return FAILED;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + bulk, e);
    }
  }

  /** A new cipher each time: the JDK's ChaCha20 refuses a nonce that it has just had. */
  private int open(byte[] nonce, byte[] covered, byte[] record, int from, int end, byte[] out)
      throws GeneralSecurityException {
    Cipher cipher;
    if (bulk == Bulk.CHACHA20_POLY1305) {
      cipher = Cipher.getInstance("ChaCha20-Poly1305");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    } else {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(bulk.tag * Byte.SIZE, nonce));
    }
    cipher.updateAAD(covered);
    return cipher.doFinal(record, from, end - from, out, 0);
  }
}
