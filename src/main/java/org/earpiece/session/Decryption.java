package org.earpiece.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.spec.InvalidKeySpecException;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.FrameSink;
import org.earpiece.dissect.tls.TlsSecrets;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a session decrypts TLS with: RSA keys, and a key log that is followed while it
 * is written. The pipeline calls {@link #poll}; any thread may add.
 */
public final class Decryption {
  /** The key log is looked at again after this time. */
  private static final long PACE_NANOS = 100_000_000L;

  /** A private key is no longer than this, bytes. */
  private static final long MAX_KEY_FILE = 1 << 20;

  private final TlsSecrets secrets = new TlsSecrets();
  private @Nullable FollowedKeyLog log;
  private boolean keeps;
  private volatile long polled = System.nanoTime() - PACE_NANOS;

  private Decryption() {}

  /** No secrets but those that a capture brings along. */
  public static Decryption none() {
    return new Decryption();
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
    Decryption decryption = new Decryption();
    for (Path file : rsaKeys) {
      decryption.addRsaKey(file);
    }
    if (keyLog != null) {
      decryption.follow(keyLog, awaited);
    }
    return decryption;
  }

  /**
   * Takes these secrets, too, as many as can be read; a key log takes the place of the one that is
   * followed, whose secrets stay.
   *
   * @return what is wrong with the others, a sentence each
   */
  public List<String> add(@Nullable Path keyLog, List<Path> rsaKeys) {
    List<String> problems = new ArrayList<>();
    for (Path file : rsaKeys) {
      try {
        addRsaKey(file);
      } catch (IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (keyLog != null) {
      try {
        follow(keyLog, true);
      } catch (IOException e) {
        problems.add(keyLog + " cannot be read: " + e.getMessage());
      }
    }
    return problems;
  }

  private synchronized void follow(Path keyLog, boolean awaited) throws IOException {
    FollowedKeyLog next = new FollowedKeyLog(keyLog, secrets);
    log = next;
    try {
      next.read();
    } catch (NoSuchFileException e) {
      if (!awaited) {
        throw new IOException(keyLog + ": no such file", e);
      }
    }
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

  /** Says that what is captured is to carry the key log's secrets in its files. */
  public Decryption kept() {
    keeps = true;
    return this;
  }

  /** Gives the key log's lines to the files of a capture where they are to be kept there. */
  synchronized void keepIn(FrameSink files) {
    FollowedKeyLog followed = log;
    if (keeps && followed != null) {
      followed.linesTo(
          lines -> files.secrets(new DecryptionSecrets(DecryptionSecrets.TLS_KEY_LOG, lines)));
      readOn(followed);
    }
  }

  private static void readOn(FollowedKeyLog followed) {
    try {
      followed.read();
    } catch (IOException e) {
      // Not there now: it is looked for again.
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
    if (now - polled < PACE_NANOS) {
      return;
    }
    polled = now;
    synchronized (this) {
      FollowedKeyLog followed = log;
      if (followed != null) {
        readOn(followed);
      }
    }
  }
}
