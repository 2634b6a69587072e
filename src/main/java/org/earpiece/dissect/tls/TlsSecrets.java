package org.earpiece.dissect.tls;

import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that TLS is decrypted with: lines of key logs (SSLKEYLOGFILE, RFC 9850 and what NSS
 * and Wireshark add to it), RSA private keys, and the master secrets of sessions that were seen and
 * may be resumed. Any thread adds and asks. When full, the oldest secret goes.
 */
public final class TlsSecrets {
  /** Secrets kept at most: a connection of TLS 1.3 has five. */
  public static final int MAX_SECRETS = 200_000;

  /** Sessions kept for resumption at most. */
  public static final int MAX_SESSIONS = 20_000;

  /** RSA private keys at most. */
  public static final int MAX_RSA_KEYS = 64;

  /** Bytes of one secret at most: a premaster secret of finite-field Diffie-Hellman is long. */
  private static final int MAX_SECRET = 1024;

  /** Bytes of a ticket or session identifier that name a session at most. */
  private static final int MAX_NAME = 4096;

  /** What a line of a key log says it holds, with the number of bytes that name the connection. */
  enum Label {
    CLIENT_RANDOM(32),
    PMS_CLIENT_RANDOM(32),
    RSA(8),
    CLIENT_EARLY_TRAFFIC_SECRET(32),
    CLIENT_HANDSHAKE_TRAFFIC_SECRET(32),
    SERVER_HANDSHAKE_TRAFFIC_SECRET(32),
    CLIENT_TRAFFIC_SECRET_0(32),
    SERVER_TRAFFIC_SECRET_0(32);

    private static final Map<String, Label> BY_NAME = new HashMap<>();

    static {
      for (Label label : values()) {
        BY_NAME.put(label.name(), label);
      }
    }

    private final int nameBytes;

    Label(int nameBytes) {
      this.nameBytes = nameBytes;
    }
  }

  private static final String SESSION_ID = "Session-ID:";
  private static final String MASTER_KEY = "Master-Key:";

  private final Map<String, byte[]> secrets = oldestGoes(MAX_SECRETS);
  private final Map<String, byte[]> sessions = oldestGoes(MAX_SESSIONS);
  private final List<RSAPrivateKey> rsaKeys = new CopyOnWriteArrayList<>();
  private volatile int version;

  private static Map<String, byte[]> oldestGoes(int max) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
        return size() > max;
      }
    };
  }

  /** A number that changes with every secret: who waited for one looks again. Cheap. */
  int version() {
    return version;
  }

  /** Whether there is anything to decrypt with. */
  public boolean isEmpty() {
    return version == 0;
  }

  /** Adds the lines of a whole key log, such as the secrets of a pcapng file. */
  public void add(String keyLog) {
    keyLog.lines().forEach(this::addLine);
  }

  /**
   * Adds one line of a key log. Comments, labels of no use here (EXPORTER_SECRET, ECH_SECRET…) and
   * lines that are cut or wrong are passed over.
   */
  public void addLine(String line) {
    String[] words = line.strip().split(" +", 4);
    if (words.length != 3) {
      return;
    }
    if (words[0].equals("RSA") && words[1].startsWith(SESSION_ID)) {
      addSession(words[1], words[2]);
      return;
    }
    Label label = Label.BY_NAME.get(words[0]);
    if (label == null) {
      return;
    }
    byte[] name = hex(words[1]);
    byte[] secret = hex(words[2]);
    if (name.length == label.nameBytes && secret.length > 0) {
      put(secrets, key(label, name), secret);
    }
  }

  private void addSession(String id, String master) {
    byte[] name = hex(id.substring(SESSION_ID.length()));
    if (name.length > 0 && master.startsWith(MASTER_KEY)) {
      byte[] secret = hex(master.substring(MASTER_KEY.length()));
      if (secret.length == KeyDerivation.MASTER_SECRET) {
        remember(name, secret);
      }
    }
  }

  /** The bytes that hexadecimal digits say, or none where they are no such, or too many. */
  private static byte[] hex(String digits) {
    if (digits.length() > 2 * MAX_SECRET || digits.length() % 2 != 0) {
      return new byte[0];
    }
    for (int i = 0; i < digits.length(); i++) {
      if (!HexFormat.isHexDigit(digits.charAt(i))) {
        return new byte[0];
      }
    }
    return HexFormat.of().parseHex(digits);
  }

  /**
   * Adds an RSA private key: PKCS#8 or PKCS#1, PEM or DER, not encrypted.
   *
   * @throws InvalidKeySpecException where it is no such key, with words for the user
   */
  public void addRsaKey(byte[] file) throws InvalidKeySpecException {
    RSAPrivateKey key = RsaKeys.read(file);
    if (rsaKeys.size() >= MAX_RSA_KEYS) {
      throw new InvalidKeySpecException("more than " + MAX_RSA_KEYS + " RSA keys");
    }
    if (!rsaKeys.contains(key)) {
      rsaKeys.add(key);
      changed();
    }
  }

  List<RSAPrivateKey> rsaKeys() {
    return rsaKeys;
  }

  /** The secret of a connection, or null. */
  byte @Nullable [] find(Label label, byte[] name) {
    return get(secrets, key(label, name));
  }

  /** Remembers the master secret of a session by its identifier or a ticket. */
  void remember(byte[] session, byte[] master) {
    if (session.length > 0 && session.length <= MAX_NAME) {
      put(sessions, HexFormat.of().formatHex(session), master);
    }
  }

  /** The master secret of a session by its identifier or ticket, or null. */
  byte @Nullable [] session(byte[] session) {
    return session.length == 0 || session.length > MAX_NAME
        ? null
        : get(sessions, HexFormat.of().formatHex(session));
  }

  private static String key(Label label, byte[] name) {
    return label.ordinal() + " " + HexFormat.of().formatHex(name);
  }

  private void put(Map<String, byte[]> map, String key, byte[] secret) {
    synchronized (map) {
      byte[] before = map.put(key, secret);
      if (before != null && Arrays.equals(before, secret)) {
        return;
      }
    }
    changed();
  }

  private static byte @Nullable [] get(Map<String, byte[]> map, String key) {
    synchronized (map) {
      return map.get(key);
    }
  }

  private synchronized void changed() {
    version++;
  }
}
