package org.earpiece.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.cli.terminal.CommandException;
import org.earpiece.session.Decryption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What TLS is decrypted with. */
public final class Secrets {
  @Option(
      names = "--keylog",
      paramLabel = "FILE",
      description =
          "decrypt TLS with the secrets in this key log (SSLKEYLOGFILE), also as they come")
  private @Nullable String keyLog;

  @Option(
      names = "--rsa-key",
      paramLabel = "FILE",
      description = "decrypt TLS with this RSA private key of a server; may be given several times")
  private List<String> rsaKeys = new ArrayList<>();

  /**
   * Reads them.
   *
   * @param live whether the key log may be made later
   */
  public Decryption read(boolean live) throws CommandException {
    List<Path> keys = new ArrayList<>();
    for (String key : rsaKeys) {
      keys.add(Input.path(key));
    }
    try {
      return Decryption.of(keyLog == null ? null : Input.path(keyLog), live, keys);
    } catch (IOException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }
}
