package org.earpiece.dissect.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads RSA private keys: PKCS#8 (RFC 5208) and PKCS#1 (RFC 8017 A.1.2), PEM (RFC 7468) or DER. */
final class RsaKeys {
  /** Bytes of a key file at most. */
  static final int MAX_FILE = 64 << 10;

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  /** INTEGER 0, SEQUENCE { OBJECT IDENTIFIER rsaEncryption, NULL }: what PKCS#8 puts in front. */
  private static final byte[] RSA_ENCRYPTION = {
    2, 1, 0, 0x30, 13, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 13, 1, 1, 1, 5, 0
  };

  private RsaKeys() {}

  static RSAPrivateKey read(byte[] file) throws InvalidKeySpecException {
    if (file.length > MAX_FILE) {
      throw new InvalidKeySpecException("too large for a private key");
    }
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int name = begin + BEGIN.length();
      int nameEnd = text.indexOf(DASHES, name);
      int end = text.indexOf(END, name);
      if (nameEnd < 0 || end < nameEnd) {
        throw new InvalidKeySpecException("the PEM block does not end");
      }
      String kind = text.substring(name, nameEnd);
      String block = text.substring(nameEnd + DASHES.length(), end);
      if (kind.endsWith("PRIVATE KEY")) {
        return pem(kind, block);
      }
      begin = text.indexOf(BEGIN, end);
    }
    return der(file);
  }

  private static RSAPrivateKey pem(String kind, String block) throws InvalidKeySpecException {
    if (kind.startsWith("ENCRYPTED") || block.contains("ENCRYPTED")) {
      throw new InvalidKeySpecException("the key is encrypted: decrypt it first (openssl pkey)");
    }
    if (!kind.equals("PRIVATE KEY") && !kind.equals("RSA PRIVATE KEY")) {
      throw new InvalidKeySpecException(kind + " is not an RSA private key");
    }
    try {
      return der(Base64.getMimeDecoder().decode(block));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("the PEM block is damaged", e);
    }
  }

  private static RSAPrivateKey der(byte[] der) throws InvalidKeySpecException {
    try {
      return pkcs8(der);
    } catch (InvalidKeySpecException e) {
      try {
        return pkcs8(wrapped(der));
      } catch (InvalidKeySpecException f) {
        throw new InvalidKeySpecException("no RSA private key (PKCS#8 or PKCS#1, PEM or DER)", f);
      }
    }
  }

  private static RSAPrivateKey pkcs8(byte[] der) throws InvalidKeySpecException {
    try {
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** A PKCS#1 key in the envelope of PKCS#8. */
  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(RSA_ENCRYPTION);
    element(inner, OCTET_STRING, pkcs1);
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    element(outer, SEQUENCE, inner.toByteArray());
    return outer.toByteArray();
  }

  private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    out.write(0x83);
    out.write(content.length >> 16);
    out.write(content.length >> 8);
    out.write(content.length);
    out.writeBytes(content);
  }
}
