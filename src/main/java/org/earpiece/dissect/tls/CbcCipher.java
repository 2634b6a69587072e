package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.CipherSuite.Bulk;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records under a block cipher in CBC mode with an HMAC (RFC 5246 section 6.2.3.2), whose
 * initialization vector is the end of the record before in TLS 1.0 (RFC 2246), and whose HMAC may
 * cover the encrypted content (RFC 7366).
 */
final class CbcCipher extends RecordCipher {
  private final Key key;
  private final String transformation;
  private final int block;
  private final Mac mac;
  private final boolean encryptThenMac;

  /** The end of the record before, where that is the initialization vector; else null. */
  private byte @Nullable [] chained;

  CbcCipher(
      Bulk bulk,
      CipherSuite.Mac hmac,
      byte[] macKey,
      byte[] key,
      byte @Nullable [] chained,
      boolean encryptThenMac) {
    boolean aes = bulk != Bulk.TRIPLE_DES_CBC;
    this.key = new SecretKeySpec(key, aes ? "AES" : "DESede");
    this.transformation = (aes ? "AES" : "DESede") + "/CBC/NoPadding";
    this.block = bulk.block();
    this.mac = mac(hmac, macKey);
    this.chained = chained;
    this.encryptThenMac = encryptThenMac;
  }

  static Mac mac(CipherSuite.Mac hmac, byte[] key) {
    try {
      Mac mac = Mac.getInstance(hmac.algorithm);
      mac.init(new SecretKeySpec(key, hmac.algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + hmac.algorithm, e);
    }
  }

  @Override
  int open(long sequence, byte[] record, int at, int end, byte[] out) {
    int from = at + TlsRecord.HEADER;
    int sealed = encryptThenMac ? end - mac.getMacLength() : end;
    if (sealed < from
        || (encryptThenMac && !authentic(sequence, record, at, record, from, sealed, end))) {
      return FAILED;
    }
    byte[] iv = chained;
    if (iv == null) {
      if (sealed - from < block) {
        return FAILED;
      }
      iv = Arrays.copyOfRange(record, from, from + block);
      from += block;
    }
    int length = sealed - from;
    if (length == 0 || length % block != 0) {
      return FAILED;
    }
    decrypt(iv, record, from, length, out);
    int content = length - 1 - (out[length - 1] & 0xFF);
    if (content < 0 || !padded(out, content, length)) {
      return FAILED;
    }
    if (!encryptThenMac) {
      int tag = content;
      content -= mac.getMacLength();
      if (content < 0 || !authentic(sequence, record, at, out, 0, content, tag)) {
        return FAILED;
      }
    }
    return content;
  }

  /** The next record chains to this one. */
  @Override
  void passed(byte[] record, int at, int end) {
    int sealed = encryptThenMac ? end - mac.getMacLength() : end;
    if (chained != null && sealed - block >= at + TlsRecord.HEADER) {
      chained = Arrays.copyOfRange(record, sealed - block, sealed);
    }
  }

  private void decrypt(byte[] iv, byte[] in, int from, int length, byte[] out) {
    try {
      Cipher cipher = Cipher.getInstance(transformation);
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
      cipher.doFinal(in, from, length, out, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + transformation, e);
    }
  }

  private static boolean padded(byte[] out, int content, int length) {
    for (int i = content; i < length; i++) {
      if (out[i] != out[length - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the tag in {@code [to, tagEnd)} is that of the bytes in {@code [from, to)}. */
  private boolean authentic(
      long sequence, byte[] record, int at, byte[] array, int from, int to, int tagEnd) {
    mac.update(pseudoHeader(sequence, record, at, to - from));
    mac.update(array, from, to - from);
    return Arrays.equals(mac.doFinal(), 0, mac.getMacLength(), array, to, tagEnd);
  }
}
