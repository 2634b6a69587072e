package org.earpiece.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.spec.InvalidKeySpecException;
import java.util.List;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.dissect.tls.KeyLog;
import org.earpiece.dissect.tls.TlsSecrets;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a session decrypts TLS with: RSA keys, and a key log that is followed while it
 * is written. The pipeline calls {@link #poll}.
 */
public final class Decryption {
  /** The key log is looked at again after this time. */
  private static final long PACE_NANOS = 100_000_000L;

  /** Bytes of the key log that are read at once. */
  private static final int CHUNK = 1 << 16;

  /** A private key is no longer than this, bytes. */
  private static final long MAX_KEY_FILE = 1 << 20;

  private final TlsSecrets secrets = new TlsSecrets();
  private final KeyLog log = new KeyLog(secrets);
  private final @Nullable Path keyLog;
  private long position;
  private long polled;

  private Decryption(@Nullable Path keyLog) {
    this.keyLog = keyLog;
  }

  /** No secrets but those that a capture brings along. */
  public static Decryption none() {
    return new Decryption(null);
  }

  /**
   * Reads these secrets.
   *
   * @param keyLog in the format of SSLKEYLOGFILE, or null
   * @param awaited whether the key log may not be there yet
   * @param rsaKeys private keys of servers, PKCS#8 or PKCS#1, PEM or DER
   * @throws IOException where one of them cannot be read or is no such file: the message names it
   */
  public static Decryption of(@Nullable Path keyLog, boolean awaited, List<Path> rsaKeys)
      throws IOException {
    Decryption decryption = new Decryption(keyLog);
    for (Path file : rsaKeys) {
      decryption.addRsaKey(file);
    }
    try {
      decryption.read();
    } catch (NoSuchFileException e) {
      if (!awaited) {
        throw new IOException(keyLog + ": no such file", e);
      }
    }
    return decryption;
  }

  private void addRsaKey(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_KEY_FILE) {
        throw new IOException(file + ": too large for a private key");
      }
      secrets.addRsaKey(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (InvalidKeySpecException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Takes secrets that a capture brings along. */
  void add(DecryptionSecrets found) {
    if (found.isTlsKeyLog()) {
      secrets.add(found.text());
    }
  }

  TlsSecrets secrets() {
    return secrets;
  }

  /** Takes what was written to the key log meanwhile, at most ten times a second. */
  void poll() {
    long now = System.nanoTime();
    if (keyLog == null || now - polled < PACE_NANOS) {
      return;
    }
    polled = now;
    try {
      read();
    } catch (IOException e) {
      // Not there now: it is looked for again.
    }
  }

  /** Reads on; from the beginning where the file was written anew. */
  private void read() throws IOException {
    Path file = keyLog;
    if (file == null) {
      return;
    }
    long size = Files.size(file);
    if (size < position) {
      position = 0;
      log.end();
    }
    if (size == position) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (channel.read(chunk.clear(), position) > 0) {
        position += chunk.position();
        log.feed(chunk.array(), 0, chunk.position());
      }
    }
  }
}
