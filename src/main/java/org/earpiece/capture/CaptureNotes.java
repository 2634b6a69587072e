package org.earpiece.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a capture file tells beside its frames: names of addresses, secrets for decryption, how many
 * frames were lost. The reader adds as it comes across them; any thread asks.
 */
public final class CaptureNotes {
  /** Names kept at most. */
  public static final int MAX_NAMES = 1 << 16;

  /** Bytes of secrets kept at most. */
  public static final int MAX_SECRETS = 64 << 20;

  private final List<ResolvedName> names = new ArrayList<>();
  private final List<DecryptionSecrets> secrets = new ArrayList<>();
  private long secretBytes;
  private Consumer<DecryptionSecrets> taker = taken -> {};
  private volatile CaptureStats stats = CaptureStats.NONE;

  /** Adds the name of an address; false where there are too many. */
  public synchronized boolean add(ResolvedName name) {
    return names.size() < MAX_NAMES && names.add(name);
  }

  /** Adds secrets and gives them to who takes them; false where there are too many. */
  public synchronized boolean add(DecryptionSecrets added) {
    if (secretBytes + added.data().length > MAX_SECRETS) {
      return false;
    }
    secretBytes += added.data().length;
    secrets.add(added);
    taker.accept(added);
    return true;
  }

  /** Says what was counted until now. */
  public void stats(CaptureStats counted) {
    stats = counted;
  }

  /**
   * From now on gives secrets to {@code taker} as they are read: on the reading thread, before the
   * frames that follow them in the file. Those already read are given at once.
   */
  public synchronized void secretsTo(Consumer<DecryptionSecrets> taker) {
    this.taker = taker;
    secrets.forEach(taker);
  }

  /** The secrets read so far, in order. */
  public synchronized List<DecryptionSecrets> secrets() {
    return List.copyOf(secrets);
  }

  /** The names read so far, in order. */
  public synchronized List<ResolvedName> names() {
    return List.copyOf(names);
  }

  /** What was received and lost while capturing, as far as the file was read. */
  public CaptureStats stats() {
    return stats;
  }
}
