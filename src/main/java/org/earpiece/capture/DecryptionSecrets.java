package org.earpiece.capture;

import java.nio.charset.StandardCharsets;

/**
 * Secrets that a capture carries so that its frames can be decrypted (draft-ietf-opsawg-pcapng,
 * Decryption Secrets Block).
 *
 * @param type what the data is, {@link #TLS_KEY_LOG} for one
 * @param data as in the file; not to be changed
 */
public record DecryptionSecrets(int type, byte[] data) {
  /** Lines in the format of SSLKEYLOGFILE: "TLSK". */
  public static final int TLS_KEY_LOG = 0x544C_534B;

  /** Whether these are lines in the format of SSLKEYLOGFILE. */
  public boolean isTlsKeyLog() {
    return type == TLS_KEY_LOG;
  }

  /** The data as text. */
  public String text() {
    return new String(data, StandardCharsets.UTF_8);
  }
}
