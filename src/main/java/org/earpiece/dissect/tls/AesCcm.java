package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in CCM mode (RFC 3610), which the JDK lacks, of its AES in counter and CBC mode. */
final class AesCcm {
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
