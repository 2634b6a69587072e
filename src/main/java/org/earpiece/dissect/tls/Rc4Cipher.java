package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.wire.TlsRecord;

/**
 * Records under RC4 with an HMAC (RFC 5246 section 6.2.3.1; prohibited by RFC 7465, and met in old
 * captures). The keystream runs on from record to record: none can be left out.
 */
final class Rc4Cipher extends RecordCipher {
  private final Cipher keystream;
  private final Mac mac;

  Rc4Cipher(CipherSuite.Mac hmac, byte[] macKey, byte[] key) {
    mac = CbcCipher.mac(hmac, macKey);
    try {
      keystream = Cipher.getInstance("ARCFOUR");
      keystream.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has ARCFOUR", e);
    }
  }

  @Override
  boolean seekable() {
    return false;
  }

  @Override
  int open(long sequence, byte[] record, int at, int end, byte[] out) {
    int from = at + TlsRecord.HEADER;
    int content = end - from - mac.getMacLength();
    if (content < 0) {
      return FAILED;
    }
    try {
      keystream.update(record, from, end - from, out, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("out is as long as the record", e);
    }
    mac.update(pseudoHeader(sequence, record, at, content));
    mac.update(out, 0, content);
    return Arrays.equals(mac.doFinal(), 0, mac.getMacLength(), out, content, end - from)
        ? content
        : FAILED;
  }
}
