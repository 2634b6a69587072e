package org.earpiece.dissect.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.junit.jupiter.api.Test;

/** The protections that today's OpenSSL no longer speaks, so that no session could be recorded. */
class RecordCipherTest {
  private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MAC_KEY = "a key of 20 bytes...".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TEXT = "REGISTER sip:a SIP/2.0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] out = new byte[200];

  @Test
  void tripleDes() throws GeneralSecurityException {
    CipherSuite suite = suite(0x000A);
    RecordCipher cipher =
        RecordCipher.of(suite, TlsVersion.TLS_1_2, false, MAC_KEY, KEY, new byte[0]);
    byte[] content = KeyDerivation.concat(TEXT, mac("HmacSHA1", 3, TEXT));
    byte[] padded = Arrays.copyOf(content, 48);
    Arrays.fill(padded, content.length, 48, (byte) (48 - content.length - 1));
    Cipher des = Cipher.getInstance("DESede/CBC/NoPadding");
    byte[] iv = new byte[8];
    des.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "DESede"), new IvParameterSpec(iv));
    byte[] record = record(KeyDerivation.concat(iv, des.doFinal(padded)));
    assertThat(cipher.open(2, record, 0, record.length, out)).isEqualTo(RecordCipher.FAILED);
    assertThat(cipher.open(3, record, 0, record.length, out)).isEqualTo(TEXT.length);
    assertThat(Arrays.copyOf(out, TEXT.length)).isEqualTo(TEXT);
  }

  @Test
  void rc4RunsOnFromRecordToRecord() throws GeneralSecurityException {
    byte[] key = Arrays.copyOf(KEY, 16);
    RecordCipher cipher =
        RecordCipher.of(suite(0x0005), TlsVersion.TLS_1_0, false, MAC_KEY, key, new byte[0]);
    Cipher rc4 = Cipher.getInstance("ARCFOUR");
    rc4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
    for (int i = 0; i < 3; i++) {
      byte[] record = record(rc4.update(KeyDerivation.concat(TEXT, mac("HmacSHA1", i, TEXT))));
      Arrays.fill(out, (byte) 0);
      assertThat(cipher.open(i, record, 0, record.length, out)).isEqualTo(TEXT.length);
      assertThat(Arrays.copyOf(out, TEXT.length)).isEqualTo(TEXT);
    }
    assertThat(cipher.seekable()).isFalse();
  }

  @Test
  void recordsTooShortForTheirProtection() {
    int[] suites = {0x0005, 0x000A, 0x002F, 0x009C, 0xC09C, 0xC0A0, 0xCCA8};
    for (int id : suites) {
      CipherSuite suite = suite(id);
      for (boolean encryptThenMac : new boolean[] {false, true}) {
        RecordCipher cipher =
            RecordCipher.of(
                suite,
                TlsVersion.TLS_1_2,
                encryptThenMac,
                MAC_KEY,
                new byte[suite.bulk().key],
                new byte[suite.bulk() == CipherSuite.Bulk.CHACHA20_POLY1305 ? 12 : 4]);
        for (int length = 0; length < 64; length++) {
          byte[] record = record(new byte[length]);
          assertThat(cipher.open(0, record, 0, record.length, out)).isEqualTo(RecordCipher.FAILED);
        }
      }
    }
  }

  private static CipherSuite suite(int id) {
    CipherSuite suite = CipherSuite.of(id);
    assertThat(suite).isNotNull();
    return suite;
  }

  private static byte[] record(byte[] fragment) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(new byte[] {TlsRecord.APPLICATION_DATA, 3, 3, 0, (byte) fragment.length});
    record.writeBytes(fragment);
    return record.toByteArray();
  }

  private static byte[] mac(String algorithm, int sequence, byte[] content)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(MAC_KEY, algorithm));
    mac.update(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) sequence});
    mac.update(new byte[] {TlsRecord.APPLICATION_DATA, 3, 3, 0, (byte) content.length});
    return mac.doFinal(content);
  }
}
