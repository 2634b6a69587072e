package org.earpiece.dissect.tls;

import java.util.Arrays;
import org.earpiece.dissect.tls.CipherSuite.Bulk;
import org.earpiece.dissect.tls.CipherSuite.Hash;
import org.earpiece.dissect.tls.TlsSecrets.Label;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one side of a connection, and the number of its next record. Finds the number again
 * after records were lost, by trying: integrity tells. One thread.
 */
final class SideKeys {
  /** The record is not of these keys. */
  static final int FAILED = RecordCipher.FAILED;

  /** The secrets are not there, or not yet. */
  static final int WAITING = -2;

  /** Records that a gap may have swallowed. */
  static final int WINDOW = 64;

  /** Records that may have been dropped while secrets were waited for. */
  static final int MAX_WINDOW = 1 << 14;

  /** Attempts in vain at opening records of one side before it is given up. */
  private static final int MAX_TRIALS = MAX_WINDOW + 64 * WINDOW;

  private static final int EARLY = 0;
  private static final int HANDSHAKE = 1;
  private static final int TRAFFIC = 2;
  private static final int EPOCHS = 3;

  private final TlsSecrets secrets;
  private final @Nullable RecordCipher[] ciphers = new RecordCipher[EPOCHS];
  private @Nullable Handshake handshake;
  private byte @Nullable [] traffic;
  private boolean client;
  private int epoch;
  private long sequence;
  private int window;
  private boolean opened;
  private boolean jumped;
  private int asked;
  private int trials;

  SideKeys(TlsSecrets secrets) {
    this.secrets = secrets;
  }

  /** Whether the records of this side are protected. */
  boolean active() {
    return handshake != null;
  }

  /** From here on this side's records are protected by what this handshake agreed on. */
  void begin(Handshake agreed, boolean byClient) {
    handshake = agreed;
    client = byClient;
    boolean early = byClient && agreed.earlyDataOffered;
    start(!agreed.tls13() ? TRAFFIC : early ? EARLY : HANDSHAKE);
    for (int i = 0; i < EPOCHS; i++) {
      ciphers[i] = null;
    }
    window = 0;
    lookAgain();
  }

  private void start(int next) {
    epoch = next;
    sequence = 0;
    opened = false;
  }

  /** Secrets that were not found may be found now. */
  void lookAgain() {
    asked = -1;
  }

  /** Whether the records of this side are protected as TLS 1.3 does it. */
  boolean tls13() {
    return handshake != null && handshake.tls13();
  }

  /** So many records of this side were left out, and perhaps a few more. */
  void missed(int records) {
    if (opened || !tls13()) {
      sequence += records;
      window = WINDOW;
    } else { // some of them belong to the handshake, which has numbers of its own
      window = (int) Math.min(MAX_WINDOW, (long) window + records + WINDOW);
    }
  }

  /** The side ends its early data or its handshake (TLS 1.3). */
  void advance() {
    if (epoch < TRAFFIC) {
      start(epoch + 1);
    }
  }

  /** The side goes on with a new key (RFC 8446 section 7.2). */
  void update() {
    Handshake agreed = handshake;
    byte[] secret = traffic;
    CipherSuite suite = agreed == null ? null : agreed.suite;
    if (secret != null && suite != null && epoch == TRAFFIC) {
      byte[] next = KeyDerivation.expandLabel(suite.hash(), secret, "traffic upd", secret.length);
      ciphers[TRAFFIC] = tls13(suite, next);
      traffic = next;
      start(TRAFFIC);
    }
  }

  /**
   * Opens a record of this side.
   *
   * @return bytes of content in {@code out}, {@link #FAILED} or {@link #WAITING}
   */
  int open(byte[] record, int at, int end, byte[] out) {
    Handshake agreed = handshake;
    if (agreed == null) {
      return FAILED;
    }
    look(agreed);
    int content = inEveryEpoch(record, at, end, out);
    if (content == FAILED && window == 0) { // perhaps some were lost, and nobody has said so
      window = WINDOW;
      content = inEveryEpoch(record, at, end, out);
    }
    RecordCipher last = ciphers[TRAFFIC];
    if (last == null) {
      return content == FAILED ? WAITING : content;
    }
    last.passed(record, at, end);
    if (content == FAILED) {
      sequence += opened || !agreed.tls13() ? 1 : 0;
    }
    return content;
  }

  private int inEveryEpoch(byte[] record, int at, int end, byte[] out) {
    int content = FAILED;
    for (int e = epoch; e <= TRAFFIC && content == FAILED; e++) {
      RecordCipher cipher = ciphers[e];
      if (cipher != null) {
        content = search(cipher, e, record, at, end, out);
      }
    }
    return content;
  }

  /** Whether records were found missing before the one that was opened last. */
  boolean jumped() {
    return jumped;
  }

  private int search(RecordCipher cipher, int e, byte[] record, int at, int end, byte[] out) {
    long from = e == epoch ? sequence : 0;
    int content = tried(cipher, e, from, record, at, end, out);
    if (!cipher.seekable()) {
      return content;
    }
    for (int i = 1; i <= window && content == FAILED; i++) {
      content = tried(cipher, e, from + i, record, at, end, out);
    }
    for (long number = 0; window > 0 && number < from && number < WINDOW; number++) {
      if (content != FAILED) {
        return content;
      }
      content = tried(cipher, e, from - 1 - number, record, at, end, out);
    }
    return content;
  }

  private int tried(
      RecordCipher cipher, int e, long number, byte[] record, int at, int end, byte[] out) {
    if (trials >= MAX_TRIALS) {
      return FAILED;
    }
    int content = cipher.open(number, record, at, end, out);
    if (content == FAILED) {
      trials++;
    } else {
      jumped = opened && e == epoch && number != sequence;
      epoch = e;
      sequence = number + 1;
      window = 0;
      trials = 0;
      opened = true;
    }
    return content;
  }

  private void look(Handshake agreed) {
    CipherSuite suite = agreed.suite;
    if (asked == secrets.version() || suite == null || !agreed.agreed()) {
      return;
    }
    asked = secrets.version();
    if (!agreed.tls13()) {
      if (ciphers[TRAFFIC] == null) {
        ciphers[TRAFFIC] = tls12(agreed, suite);
      }
      return;
    }
    for (int e = epoch; e <= TRAFFIC; e++) {
      byte[] secret = ciphers[e] == null ? secrets.find(label(e), agreed.clientRandom) : null;
      if (secret != null && secret.length == suite.hash().size) {
        ciphers[e] = tls13(suite, secret);
        traffic = e == TRAFFIC ? secret : traffic;
      }
    }
  }

  private Label label(int e) {
    return switch (e) {
      case EARLY -> Label.CLIENT_EARLY_TRAFFIC_SECRET;
      case HANDSHAKE ->
          client ? Label.CLIENT_HANDSHAKE_TRAFFIC_SECRET : Label.SERVER_HANDSHAKE_TRAFFIC_SECRET;
      default -> client ? Label.CLIENT_TRAFFIC_SECRET_0 : Label.SERVER_TRAFFIC_SECRET_0;
    };
  }

  private static @Nullable RecordCipher tls13(CipherSuite suite, byte[] secret) {
    Bulk bulk = suite.bulk();
    if (bulk == null || !bulk.aead()) {
      return null;
    }
    Hash hash = suite.hash();
    byte[] key = KeyDerivation.expandLabel(hash, secret, "key", bulk.key);
    byte[] iv = KeyDerivation.expandLabel(hash, secret, "iv", AeadCipher.NONCE);
    return new AeadCipher(bulk, key, iv, true);
  }

  /** The keys that this side takes of the key block (RFC 5246 section 6.3). */
  private @Nullable RecordCipher tls12(Handshake agreed, CipherSuite suite) {
    Bulk bulk = suite.bulk();
    byte[] master = agreed.master != null ? agreed.master : MasterSecret.find(agreed, secrets);
    if (master == null || bulk == null || agreed.version < TlsVersion.TLS_1_0) {
      return null;
    }
    agreed.master = master;
    MasterSecret.remember(agreed, master, secrets);
    CipherSuite.Mac hmac = suite.mac();
    int mac = hmac == null ? 0 : hmac.size;
    int iv =
        bulk == Bulk.CHACHA20_POLY1305
            ? AeadCipher.NONCE
            : bulk.aead() ? AeadCipher.SALT : bulk.block();
    byte[] block =
        KeyDerivation.prf(
            agreed.version,
            suite.hash(),
            master,
            "key expansion",
            KeyDerivation.concat(agreed.serverRandom, agreed.clientRandom),
            2 * (mac + bulk.key + iv));
    return RecordCipher.of(
        suite,
        agreed.version,
        agreed.encryptThenMac,
        share(block, 0, mac),
        share(block, 2 * mac, bulk.key),
        share(block, 2 * (mac + bulk.key), iv));
  }

  /** Of two things of one size, the client's comes first. */
  private byte[] share(byte[] block, int from, int size) {
    int at = client ? from : from + size;
    return Arrays.copyOfRange(block, at, at + size);
  }
}
