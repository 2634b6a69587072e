package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.CipherSuite.Bulk;
import org.earpiece.dissect.tls.wire.TlsRecord;

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

  /** AES in CCM mode (RFC 3610), which the JDK lacks, of its AES in counter and CBC mode. */
  private static final class AesCcm {
    private static final int BLOCK = 16;

    /** Bytes of the length of a message: what a block leaves beside flags and nonce. */
    private static final int LENGTH_SIZE = BLOCK - 1 - AeadCipher.NONCE;

    private static final int HAS_COVERED = 0x40;

    private AesCcm() {}

    /**
     * Decrypts and checks.
     *
     * @return bytes of plaintext
     * @throws AEADBadTagException where the tag is wrong
     */
    static int open(
        byte[] key, byte[] nonce, int tag, byte[] covered, byte[] in, int from, int end, byte[] out)
        throws GeneralSecurityException {
      Key aes = new SecretKeySpec(key, "AES");
      int length = end - from - tag;

      Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
      byte[] first = block(LENGTH_SIZE - 1, nonce, 0);
      counter.init(Cipher.DECRYPT_MODE, aes, new IvParameterSpec(first));
      byte[] sent = counter.update(Arrays.copyOf(Arrays.copyOfRange(in, end - tag, end), BLOCK));
      counter.doFinal(in, from, length, out, 0);

      int flags = HAS_COVERED | ((tag - 2) / 2) << 3 | (LENGTH_SIZE - 1);
      byte[] prefix = new byte[2 + covered.length];
      prefix[0] = (byte) (covered.length >> 8);
      prefix[1] = (byte) covered.length;
      System.arraycopy(covered, 0, prefix, 2, covered.length);
      byte[] authenticated = new byte[BLOCK + padded(prefix.length) + padded(length)];
      System.arraycopy(block(flags, nonce, length), 0, authenticated, 0, BLOCK);
      System.arraycopy(prefix, 0, authenticated, BLOCK, prefix.length);
      System.arraycopy(out, 0, authenticated, BLOCK + padded(prefix.length), length);
      Cipher chain = Cipher.getInstance("AES/CBC/NoPadding");
      chain.init(Cipher.ENCRYPT_MODE, aes, new IvParameterSpec(new byte[BLOCK]));
      byte[] sums = chain.doFinal(authenticated);

      int sum = sums.length - BLOCK;
      if (!Arrays.equals(sums, sum, sum + tag, sent, 0, tag)) {
        throw new AEADBadTagException("tag mismatch");
      }
      return length;
    }

    private static byte[] block(int flags, byte[] nonce, int number) {
      byte[] block = new byte[BLOCK];
      block[0] = (byte) flags;
      System.arraycopy(nonce, 0, block, 1, nonce.length);
      block[BLOCK - 3] = (byte) (number >> 16);
      block[BLOCK - 2] = (byte) (number >> 8);
      block[BLOCK - 1] = (byte) number;
      return block;
    }

    private static int padded(int length) {
      return (length + BLOCK - 1) / BLOCK * BLOCK;
    }
  }
}
