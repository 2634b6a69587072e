package org.earpiece.dissect.tls;

import org.earpiece.dissect.tls.wire.TlsRecord;

/** What the TLS connections of a capture share. One thread. */
public final class TlsEngine {
  /** Bytes of records that wait for secrets at most, in all connections. */
  public static final int MAX_WAITING_BYTES = 16 << 20;

  final TlsSecrets secrets;

  /** Takes the content of one record. */
  final byte[] content = new byte[TlsRecord.HEADER + TlsRecord.MAX_FRAGMENT];

  private int waitingBytes;
  private long failed;
  private long dropped;

  public TlsEngine(TlsSecrets secrets) {
    this.secrets = secrets;
  }

  /** Records that could not be decrypted though there were keys. */
  public long failed() {
    return failed;
  }

  /** Records that waited for secrets and were given up for lack of room. */
  public long dropped() {
    return dropped;
  }

  void countFailed() {
    failed++;
  }

  void countDropped() {
    dropped++;
  }

  boolean reserve(int bytes) {
    if (waitingBytes + bytes > MAX_WAITING_BYTES) {
      return false;
    }
    waitingBytes += bytes;
    return true;
  }

  void release(int bytes) {
    waitingBytes -= bytes;
  }
}
