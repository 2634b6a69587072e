package org.earpiece.dissect.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.CipherSuite.Hash;
import org.earpiece.dissect.tls.wire.TlsVersion;

/**
 * How TLS makes keys of secrets: the pseudorandom function of TLS 1.0 and 1.1 (RFC 4346 section 5)
 * and 1.2 (RFC 5246 section 5), and HKDF-Expand-Label of TLS 1.3 (RFC 8446 section 7.1).
 */
final class KeyDerivation {
  /** Bytes of a master secret of TLS 1.2 and before. */
  static final int MASTER_SECRET = 48;

  private KeyDerivation() {}

  /** The pseudorandom function of this version and hash. */
  static byte[] prf(int version, Hash hash, byte[] secret, String label, byte[] seed, int length) {
    byte[] labelled = concat(label.getBytes(StandardCharsets.US_ASCII), seed);
    byte[] out = new byte[length];
    if (version >= TlsVersion.TLS_1_2) {
      expand(hash.hmac, secret, labelled, out);
    } else {
      int half = (secret.length + 1) / 2; // the halves share the middle byte of an odd length
      expand("HmacMD5", Arrays.copyOf(secret, half), labelled, out);
      byte[] second = Arrays.copyOfRange(secret, secret.length - half, secret.length);
      expand("HmacSHA1", second, labelled, out);
    }
    return out;
  }

  /** P_hash, combined with what is in {@code out} by exclusive or. */
  private static void expand(String hmac, byte[] secret, byte[] seed, byte[] out) {
    try {
      Mac mac = Mac.getInstance(hmac);
      mac.init(new SecretKeySpec(secret, hmac));
      byte[] a = mac.doFinal(seed);
      for (int done = 0; done < out.length; ) {
        mac.update(a);
        byte[] block = mac.doFinal(seed);
        for (int i = 0; i < block.length && done < out.length; i++) {
          out[done++] ^= block[i];
        }
        a = mac.doFinal(a);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + hmac, e);
    }
  }

  /** HKDF-Expand-Label with an empty context. */
  static byte[] expandLabel(Hash hash, byte[] secret, String label, int length) {
    byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    byte[] info = new byte[4 + name.length];
    info[0] = (byte) (length >> 8);
    info[1] = (byte) length;
    info[2] = (byte) name.length;
    System.arraycopy(name, 0, info, 3, name.length);
    try {
      return KDF.getInstance(hash.hkdf)
          .deriveData(
              HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, hash.hkdf), info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 25 has " + hash.hkdf, e);
    }
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
