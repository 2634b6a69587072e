package org.earpiece.dissect.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.tls.CipherSuite.Hash;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.jspecify.annotations.Nullable;

/**
 * One handshake of a connection, which may have several in TLS 1.2 and before: what its messages
 * say that keys depend on. One thread.
 */
final class Handshake {
  /** Bytes of messages kept for the extended master secret at most. */
  static final int MAX_TRANSCRIPT = 64 << 10;

  static final int HELLO_REQUEST = 0;
  static final int CLIENT_HELLO = 1;
  static final int SERVER_HELLO = 2;
  static final int NEW_SESSION_TICKET = 4;
  static final int END_OF_EARLY_DATA = 5;
  static final int CLIENT_KEY_EXCHANGE = 16;
  static final int FINISHED = 20;
  static final int KEY_UPDATE = 24;

  private static final byte[] NOTHING = new byte[0];

  /** The random of a ServerHello that asks for another ClientHello (RFC 8446 section 4.1.3). */
  private static final byte[] RETRY = sha256("HelloRetryRequest");

  byte[] clientRandom = NOTHING;
  byte[] serverRandom = NOTHING;
  byte[] offeredSession = NOTHING;
  byte[] offeredTicket = NOTHING;
  byte[] session = NOTHING;
  byte[] ticket = NOTHING;
  byte[] encryptedPremaster = NOTHING;

  /** The hash of the messages up to the client's key exchange (RFC 7627), or empty. */
  byte[] sessionHash = NOTHING;

  int offeredVersion;
  int version;
  int suiteId;
  boolean earlyDataOffered;
  boolean keyExchanged;
  boolean extendedMaster;
  boolean encryptThenMac;
  @Nullable CipherSuite suite;
  @Nullable String serverName;

  /** RSA keys that were tried in vain. */
  int rsaKeysTried;

  /** The master secret, once it was found. */
  byte @Nullable [] master;

  private @Nullable ByteArrayOutputStream transcript = new ByteArrayOutputStream();
  private final Hello hello = new Hello();

  boolean tls13() {
    return version >= TlsVersion.TLS_1_3;
  }

  /** Whether both hellos were seen. */
  boolean agreed() {
    return clientRandom.length > 0 && serverRandom.length > 0;
  }

  /** Why records of this handshake can't be decrypted whatever the secrets, or null. */
  @Nullable String unsupported() {
    CipherSuite chosen = suite;
    if (serverRandom.length == 0) {
      return null;
    }
    if (version < TlsVersion.TLS_1_0) {
      return "SSL 3.0 is not decrypted";
    }
    return chosen == null
        ? String.format("cipher suite 0x%04x is not decrypted", suiteId)
        : chosen.bulk() == null ? chosen.name() + " is not decrypted" : null;
  }

  /** Whether keys were agreed on so that the server's private key does not tell them. */
  boolean forwardSecrecy() {
    CipherSuite chosen = suite;
    return chosen != null && (tls13() || !chosen.rsa());
  }

  /** Bytes of memory for what may be long. */
  int bytes() {
    ByteArrayOutputStream kept = transcript;
    return (kept == null ? 0 : kept.size())
        + offeredTicket.length
        + ticket.length
        + encryptedPremaster.length;
  }

  /** Takes a message, its header in front. */
  void message(int type, byte[] array, int offset, int length, boolean whole) {
    if (!whole) {
      transcript = null;
      return;
    }
    if (type != HELLO_REQUEST) {
      record(array, offset, length);
    }
    ByteView bytes = new ByteView().wrap(array, offset, length);
    switch (type) {
      case CLIENT_HELLO -> clientHello(bytes);
      case SERVER_HELLO -> serverHello(bytes);
      case CLIENT_KEY_EXCHANGE -> clientKeyExchange(bytes);
      case NEW_SESSION_TICKET -> newSessionTicket(bytes);
      default -> {} // says nothing that keys depend on
    }
  }

  private void record(byte[] array, int offset, int length) {
    ByteArrayOutputStream kept = transcript;
    if (kept != null) {
      if (kept.size() + length > MAX_TRANSCRIPT) {
        transcript = null;
      } else {
        kept.write(array, offset, length);
      }
    }
  }

  private void clientHello(ByteView bytes) {
    if (!hello.parse(bytes, HandshakeMessages.HEADER, bytes.length(), true, false)) {
      return;
    }
    clientRandom = hello.random();
    offeredVersion = hello.version();
    offeredSession = bytes.copy(hello.sessionIdAt(), hello.sessionIdLength());
    int at = hello.extension(Hello.SESSION_TICKET);
    offeredTicket = at == Hello.NONE ? NOTHING : bytes.copy(at, hello.extensionLength(at));
    earlyDataOffered = hello.extension(Hello.EARLY_DATA) != Hello.NONE;
    int name = hello.serverNameAt();
    serverName = name == Hello.NONE ? null : bytes.ascii(name, hello.serverNameLength(name));
  }

  private void serverHello(ByteView bytes) {
    if (!hello.parse(bytes, HandshakeMessages.HEADER, bytes.length(), false, false)
        || Arrays.equals(hello.random(), RETRY)) {
      return;
    }
    serverRandom = hello.random();
    session = bytes.copy(hello.sessionIdAt(), hello.sessionIdLength());
    version = hello.chosenVersion();
    suiteId = bytes.u16(hello.suitesAt());
    suite = CipherSuite.of(suiteId);
    extendedMaster = hello.extension(Hello.EXTENDED_MASTER_SECRET) != Hello.NONE;
    encryptThenMac = hello.extension(Hello.ENCRYPT_THEN_MAC) != Hello.NONE;
    if (tls13()) {
      transcript = null;
    }
  }

  private void clientKeyExchange(ByteView bytes) {
    keyExchanged = true;
    int at = HandshakeMessages.HEADER;
    if (bytes.has(at, 2) && bytes.u16(at) == bytes.length() - at - 2) {
      encryptedPremaster = bytes.copy(at + 2, bytes.length() - at - 2);
    }
    ByteArrayOutputStream kept = transcript;
    CipherSuite chosen = suite;
    if (kept != null && chosen != null) {
      sessionHash = sessionHash(kept.toByteArray(), chosen.hash());
    }
    transcript = null;
  }

  private byte[] sessionHash(byte[] messages, Hash hash) {
    return version >= TlsVersion.TLS_1_2
        ? digest(hash.digest, messages)
        : KeyDerivation.concat(digest("MD5", messages), digest("SHA-1", messages));
  }

  /** The ticket of TLS 1.2 (RFC 5077 section 3.3); that of TLS 1.3 is of no use here. */
  private void newSessionTicket(ByteView bytes) {
    int at = HandshakeMessages.HEADER + 4;
    if (!tls13() && bytes.has(at, 2) && bytes.has(at + 2, bytes.u16(at))) {
      ticket = bytes.copy(at + 2, bytes.u16(at));
    }
  }

  private static byte[] sha256(String text) {
    return digest("SHA-256", text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
