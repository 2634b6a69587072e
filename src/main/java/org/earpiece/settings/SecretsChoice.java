package org.earpiece.settings;

import java.util.List;

/**
 * What TLS is decrypted with.
 *
 * @param keyLog the file that programs write their secrets to (SSLKEYLOGFILE), or empty
 * @param rsaKeys files with private keys of servers
 */
public record SecretsChoice(String keyLog, List<String> rsaKeys) {
  public static final SecretsChoice NONE = new SecretsChoice("", List.of());

  public SecretsChoice {
    rsaKeys = List.copyOf(rsaKeys);
  }

  /** Whether there are any. */
  public boolean any() {
    return !keyLog.isEmpty() || !rsaKeys.isEmpty();
  }
}
