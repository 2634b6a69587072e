package org.earpiece.dissect.tls;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.earpiece.dissect.tls.CipherSuite.Hash;
import org.earpiece.dissect.tls.TlsSecrets.Label;
import org.jspecify.annotations.Nullable;

/**
 * Finds the master secret of a handshake of TLS 1.2 or before: in the key log, by the premaster
 * secret that the key log or an RSA key gives, or as that of the session which is resumed.
 */
final class MasterSecret {
  /** Bytes of a premaster secret that the client chose (RFC 5246 section 7.4.7.1). */
  private static final int RSA_PREMASTER = 48;

  /** Bytes of an encrypted premaster secret that name it in a key log. */
  private static final int RSA_NAME = 8;

  private MasterSecret() {}

  /** The master secret, or null where none of the secrets leads to it. */
  static byte @Nullable [] find(Handshake handshake, TlsSecrets secrets) {
    byte[] logged = secrets.find(Label.CLIENT_RANDOM, handshake.clientRandom);
    if (logged != null && logged.length == KeyDerivation.MASTER_SECRET) {
      return logged;
    }
    byte[] premaster = premaster(handshake, secrets);
    if (premaster != null) {
      return derive(handshake, premaster);
    }
    return handshake.keyExchanged ? null : resumed(handshake, secrets);
  }

  /** Lets later connections resume the session of this handshake. */
  static void remember(Handshake handshake, byte[] master, TlsSecrets secrets) {
    secrets.remember(handshake.session, master);
    secrets.remember(handshake.ticket, master);
  }

  private static byte @Nullable [] resumed(Handshake handshake, TlsSecrets secrets) {
    if (!Arrays.equals(handshake.session, handshake.offeredSession)) {
      return null;
    }
    byte[] byTicket = secrets.session(handshake.offeredTicket);
    return byTicket != null ? byTicket : secrets.session(handshake.session);
  }

  private static byte @Nullable [] premaster(Handshake handshake, TlsSecrets secrets) {
    byte[] logged = secrets.find(Label.PMS_CLIENT_RANDOM, handshake.clientRandom);
    CipherSuite suite = handshake.suite;
    byte[] sealed = handshake.encryptedPremaster;
    if (logged != null || suite == null || !suite.rsa() || sealed.length < RSA_NAME) {
      return logged;
    }
    logged = secrets.find(Label.RSA, Arrays.copyOf(sealed, RSA_NAME));
    if (logged != null) {
      return logged;
    }
    List<RSAPrivateKey> keys = secrets.rsaKeys();
    for (; handshake.rsaKeysTried < keys.size(); handshake.rsaKeysTried++) {
      byte[] opened = open(keys.get(handshake.rsaKeysTried), sealed);
      if (opened != null && version(opened) == handshake.offeredVersion) {
        return opened;
      }
    }
    return null;
  }

  private static int version(byte[] premaster) {
    return (premaster[0] & 0xFF) << 8 | (premaster[1] & 0xFF);
  }

  private static byte @Nullable [] open(RSAPrivateKey key, byte[] sealed) {
    if (sealed.length != (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE) {
      return null;
    }
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.DECRYPT_MODE, key);
      byte[] opened = rsa.doFinal(sealed);
      return opened.length == RSA_PREMASTER ? opened : null;
    } catch (GeneralSecurityException e) {
      return null; // sealed for another key
    }
  }

  private static byte @Nullable [] derive(Handshake handshake, byte[] premaster) {
    CipherSuite suite = handshake.suite;
    Hash hash = suite == null ? Hash.SHA256 : suite.hash();
    if (handshake.extendedMaster && handshake.sessionHash.length == 0) {
      return null;
    }
    String label = handshake.extendedMaster ? "extended master secret" : "master secret";
    byte[] seed =
        handshake.extendedMaster
            ? handshake.sessionHash
            : KeyDerivation.concat(handshake.clientRandom, handshake.serverRandom);
    return KeyDerivation.prf(
        handshake.version, hash, premaster, label, seed, KeyDerivation.MASTER_SECRET);
  }
}
