package org.earpiece.capture.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digest access authentication with MD5, without qop (RFC 2617 3.2.2, RFC 3261 22.4). */
final class Digest {
  private static final String REALM = "demo.example";

  private Digest() {}

  /** The value of WWW-Authenticate. */
  static String challenge(String nonce) {
    return "Digest algorithm=MD5, realm=\"" + REALM + "\", nonce=\"" + nonce + "\"";
  }

  /** The value of Authorization. */
  static String credentials(String user, String password, String nonce, String method, String uri) {
    String secret = md5(user + ":" + REALM + ":" + password);
    String response = md5(secret + ":" + nonce + ":" + md5(method + ":" + uri));
    return "Digest username=\""
        + user
        + "\", realm=\""
        + REALM
        + "\", nonce=\""
        + nonce
        + "\", uri=\""
        + uri
        + "\", response=\""
        + response
        + "\", algorithm=MD5";
  }

  private static String md5(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
