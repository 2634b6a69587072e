package org.earpiece.dissect.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earpiece.dissect.tls.CipherSuite.Hash;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.earpiece.dissect.tls.wire.TlsVersion;

/**
 * A TLS connection that is written, not held: hellos and keys, then what its sides say, sealed by
 * the JDK's ciphers with secrets of its own.
 */
public final class TlsScript {
  /** What is agreed on. */
  public enum Kind {
    /** TLS 1.3, TLS_AES_128_GCM_SHA256. */
    TLS13(0x1301),
    /** TLS 1.2, TLS_RSA_WITH_AES_128_GCM_SHA256. */
    RSA_GCM(0x009C),
    /** TLS 1.2, TLS_RSA_WITH_AES_128_CBC_SHA. */
    RSA_CBC(0x002F),
    /** TLS 1.2, a cipher suite that is not decrypted: TLS_RSA_WITH_CAMELLIA_128_CBC_SHA. */
    CAMELLIA(0x0041),
    /** SSL 3.0. */
    SSL3(0x002F);

    final int suite;

    Kind(int suite) {
      this.suite = suite;
    }
  }

  private static final int KEY = 16;
  private static final int MAC = 20;
  private static final int SECRET = 32;

  private final Kind kind;
  private final Random random;
  private final byte[] clientRandom;
  private final byte[] serverRandom;
  private final byte[][] secrets = new byte[2][];
  private final byte[] premaster;
  private byte[] block = {};
  private final long[] sequences = new long[2];

  /** A connection whose randoms and secrets follow from a seed. */
  public TlsScript(Kind kind, long seed) {
    this.kind = kind;
    random = new Random(seed);
    clientRandom = bytes(Hello.RANDOM);
    serverRandom = bytes(Hello.RANDOM);
    secrets[0] = bytes(SECRET);
    secrets[1] = bytes(SECRET);
    premaster = bytes(48);
    premaster[0] = 3;
    premaster[1] = 3;
    if (kind != Kind.TLS13) {
      byte[] master =
          KeyDerivation.prf(
              TlsVersion.TLS_1_2,
              Hash.SHA256,
              premaster,
              "master secret",
              KeyDerivation.concat(clientRandom, serverRandom),
              48);
      block =
          KeyDerivation.prf(
              TlsVersion.TLS_1_2,
              Hash.SHA256,
              master,
              "key expansion",
              KeyDerivation.concat(serverRandom, clientRandom),
              128);
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The key log's lines of this connection. */
  public String keyLog() {
    String name = HexFormat.of().formatHex(clientRandom);
    if (kind != Kind.TLS13) {
      return "PMS_CLIENT_RANDOM " + name + " " + HexFormat.of().formatHex(premaster) + "\n";
    }
    return "CLIENT_TRAFFIC_SECRET_0 "
        + name
        + " "
        + HexFormat.of().formatHex(secrets[0])
        + "\nSERVER_TRAFFIC_SECRET_0 "
        + name
        + " "
        + HexFormat.of().formatHex(secrets[1])
        + "\n";
  }

  /** What the client says first. */
  public byte[] clientHello() {
    ByteBuffer body = ByteBuffer.allocate(128);
    body.putShort((short) TlsVersion.TLS_1_2).put(clientRandom).put((byte) 0);
    body.putShort((short) 2).putShort((short) kind.suite).put((byte) 1).put((byte) 0);
    if (kind == Kind.TLS13) {
      body.putShort((short) 7).putShort((short) Hello.SUPPORTED_VERSIONS).putShort((short) 3);
      body.put((byte) 2).putShort((short) TlsVersion.TLS_1_3);
    }
    return handshake(Handshake.CLIENT_HELLO, taken(body));
  }

  /** What the server says first. */
  public byte[] serverHello() {
    ByteBuffer body = ByteBuffer.allocate(128);
    int version = kind == Kind.SSL3 ? TlsVersion.SSL_3_0 : TlsVersion.TLS_1_2;
    body.putShort((short) version).put(serverRandom).put((byte) 0);
    body.putShort((short) kind.suite).put((byte) 0);
    if (kind == Kind.TLS13) {
      body.putShort((short) 6).putShort((short) Hello.SUPPORTED_VERSIONS).putShort((short) 2);
      body.putShort((short) TlsVersion.TLS_1_3);
    }
    return handshake(Handshake.SERVER_HELLO, taken(body));
  }

  /** The premaster secret, for the owner of the key. */
  public byte[] clientKeyExchange(PublicKey server) {
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.ENCRYPT_MODE, server);
      byte[] sealed = rsa.doFinal(premaster);
      ByteBuffer body = ByteBuffer.allocate(2 + sealed.length);
      body.putShort((short) sealed.length).put(sealed);
      return handshake(Handshake.CLIENT_KEY_EXCHANGE, body.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says that this side's records are sealed from here on (TLS 1.2). */
  public byte[] changeCipherSpec() {
    return record(TlsRecord.CHANGE_CIPHER_SPEC, new byte[] {1});
  }

  /** What one side says, in a record. */
  public byte[] say(int side, byte[] text) {
    try {
      return switch (kind) {
        case TLS13 -> tls13(side, text);
        case RSA_GCM -> gcm(side, text);
        case RSA_CBC -> cbc(side, text);
        case CAMELLIA, SSL3 -> record(TlsRecord.APPLICATION_DATA, bytes(text.length));
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] tls13(int side, byte[] text) throws GeneralSecurityException {
    byte[] nonce = KeyDerivation.expandLabel(Hash.SHA256, secrets[side], "iv", 12);
    byte[] number = number(sequences[side]++);
    for (int i = 0; i < number.length; i++) {
      nonce[4 + i] ^= number[i];
    }
    byte[] key = KeyDerivation.expandLabel(Hash.SHA256, secrets[side], "key", KEY);
    byte[] inner = Arrays.copyOf(text, text.length + 1);
    inner[text.length] = TlsRecord.APPLICATION_DATA;
    Cipher cipher = aes("AES/GCM/NoPadding", key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header(TlsRecord.APPLICATION_DATA, inner.length + 16));
    return record(TlsRecord.APPLICATION_DATA, cipher.doFinal(inner));
  }

  private byte[] gcm(int side, byte[] text) throws GeneralSecurityException {
    byte[] key = Arrays.copyOfRange(block, side * KEY, side * KEY + KEY);
    byte[] number = number(sequences[side]++);
    byte[] salt = Arrays.copyOfRange(block, 2 * KEY + side * 4, 2 * KEY + side * 4 + 4);
    byte[] nonce = KeyDerivation.concat(salt, number);
    Cipher cipher = aes("AES/GCM/NoPadding", key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(number);
    cipher.updateAAD(header(TlsRecord.APPLICATION_DATA, text.length));
    return record(TlsRecord.APPLICATION_DATA, KeyDerivation.concat(number, cipher.doFinal(text)));
  }

  private byte[] cbc(int side, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(block, side * MAC, MAC, "HmacSHA1"));
    mac.update(number(sequences[side]++));
    mac.update(header(TlsRecord.APPLICATION_DATA, text.length));
    byte[] sealed = KeyDerivation.concat(text, mac.doFinal(text));
    int padding = KEY - sealed.length % KEY;
    byte[] padded = Arrays.copyOf(sealed, sealed.length + padding);
    Arrays.fill(padded, sealed.length, padded.length, (byte) (padding - 1));
    byte[] iv = bytes(KEY);
    int keys = 2 * MAC + side * KEY;
    byte[] key = Arrays.copyOfRange(block, keys, keys + KEY);
    Cipher cipher = aes("AES/CBC/NoPadding", key, new IvParameterSpec(iv));
    return record(TlsRecord.APPLICATION_DATA, KeyDerivation.concat(iv, cipher.doFinal(padded)));
  }

  private static Cipher aes(
      String how, byte[] key, java.security.spec.AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(how);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
    return cipher;
  }

  private static byte[] number(long sequence) {
    return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
  }

  /** A handshake message of any type and content, in clear. */
  public byte[] handshakeMessage(int type, byte[] body) {
    return handshake(type, body);
  }

  private static byte[] handshake(int type, byte[] body) {
    ByteBuffer message = ByteBuffer.allocate(HandshakeMessages.HEADER + body.length);
    message.putInt(type << 24 | body.length).put(body);
    return record(TlsRecord.HANDSHAKE, message.array());
  }

  private static byte[] header(int type, int length) {
    return new byte[] {(byte) type, 3, 3, (byte) (length >> 8), (byte) length};
  }

  private static byte[] record(int type, byte[] content) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(header(type, content.length));
    record.writeBytes(content);
    return record.toByteArray();
  }

  private static byte[] taken(ByteBuffer buffer) {
    byte[] taken = new byte[buffer.position()];
    buffer.flip().get(taken);
    return taken;
  }
}
