package org.earpiece.dissect.tls;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cipher suite by its number, with what its name says: how records are protected and what keys
 * are derived with (RFC 5246 appendix C, RFC 8446 appendix B.4, the IANA registry).
 *
 * @param id the number in hello messages
 * @param name the name in the registry
 * @param bulk how records are protected, or null where Earpiece cannot undo it
 * @param mac the HMAC of records that are not protected by an AEAD, as the JDK calls it
 * @param hash the hash of the pseudorandom function in TLS 1.2 and of the key schedule in TLS 1.3
 * @param rsa whether the client sends the premaster secret encrypted with the server's RSA key
 */
record CipherSuite(
    int id, String name, @Nullable Bulk bulk, @Nullable Mac mac, Hash hash, boolean rsa) {

  /** The protection of records. Sizes in bytes. */
  enum Bulk {
    AES_128_GCM(16, 16),
    AES_256_GCM(32, 16),
    AES_128_CCM(16, 16),
    AES_256_CCM(32, 16),
    AES_128_CCM_8(16, 8),
    AES_256_CCM_8(32, 8),
    CHACHA20_POLY1305(32, 16),
    AES_128_CBC(16, 0),
    AES_256_CBC(32, 0),
    TRIPLE_DES_CBC(24, 0),
    RC4_128(16, 0);

    final int key;
    final int tag;

    Bulk(int key, int tag) {
      this.key = key;
      this.tag = tag;
    }

    boolean ccm() {
      return switch (this) {
        case AES_128_CCM, AES_256_CCM, AES_128_CCM_8, AES_256_CCM_8 -> true;
        default -> false;
      };
    }

    boolean aead() {
      return tag != 0;
    }

    /** Bytes of a block of a block cipher in CBC mode, or 0. */
    int block() {
      return switch (this) {
        case AES_128_CBC, AES_256_CBC -> 16;
        case TRIPLE_DES_CBC -> 8;
        default -> 0;
      };
    }
  }

  /** The authentication of records without AEAD. */
  enum Mac {
    MD5("HmacMD5", 16),
    SHA1("HmacSHA1", 20),
    SHA256("HmacSHA256", 32),
    SHA384("HmacSHA384", 48);

    final String algorithm;
    final int size;

    Mac(String algorithm, int size) {
      this.algorithm = algorithm;
      this.size = size;
    }
  }

  /** The hash that keys are derived with. */
  enum Hash {
    SHA256("SHA-256", "HmacSHA256", "HKDF-SHA256", 32),
    SHA384("SHA-384", "HmacSHA384", "HKDF-SHA384", 48);

    final String digest;
    final String hmac;
    final String hkdf;
    final int size;

    Hash(String digest, String hmac, String hkdf, int size) {
      this.digest = digest;
      this.hmac = hmac;
      this.hkdf = hkdf;
      this.size = size;
    }
  }

  private static final String REGISTRY =
      """
      0001 TLS_RSA_WITH_NULL_MD5
      0002 TLS_RSA_WITH_NULL_SHA
      0004 TLS_RSA_WITH_RC4_128_MD5
      0005 TLS_RSA_WITH_RC4_128_SHA
      000A TLS_RSA_WITH_3DES_EDE_CBC_SHA
      0016 TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA
      001B TLS_DH_anon_WITH_3DES_EDE_CBC_SHA
      002C TLS_PSK_WITH_NULL_SHA
      002D TLS_DHE_PSK_WITH_NULL_SHA
      002E TLS_RSA_PSK_WITH_NULL_SHA
      002F TLS_RSA_WITH_AES_128_CBC_SHA
      0033 TLS_DHE_RSA_WITH_AES_128_CBC_SHA
      0034 TLS_DH_anon_WITH_AES_128_CBC_SHA
      0035 TLS_RSA_WITH_AES_256_CBC_SHA
      0039 TLS_DHE_RSA_WITH_AES_256_CBC_SHA
      003A TLS_DH_anon_WITH_AES_256_CBC_SHA
      003B TLS_RSA_WITH_NULL_SHA256
      003C TLS_RSA_WITH_AES_128_CBC_SHA256
      003D TLS_RSA_WITH_AES_256_CBC_SHA256
      0067 TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
      006B TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
      006C TLS_DH_anon_WITH_AES_128_CBC_SHA256
      006D TLS_DH_anon_WITH_AES_256_CBC_SHA256
      008B TLS_PSK_WITH_3DES_EDE_CBC_SHA
      008C TLS_PSK_WITH_AES_128_CBC_SHA
      008D TLS_PSK_WITH_AES_256_CBC_SHA
      0090 TLS_DHE_PSK_WITH_AES_128_CBC_SHA
      0091 TLS_DHE_PSK_WITH_AES_256_CBC_SHA
      0094 TLS_RSA_PSK_WITH_AES_128_CBC_SHA
      0095 TLS_RSA_PSK_WITH_AES_256_CBC_SHA
      009C TLS_RSA_WITH_AES_128_GCM_SHA256
      009D TLS_RSA_WITH_AES_256_GCM_SHA384
      009E TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
      009F TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
      00A6 TLS_DH_anon_WITH_AES_128_GCM_SHA256
      00A7 TLS_DH_anon_WITH_AES_256_GCM_SHA384
      00A8 TLS_PSK_WITH_AES_128_GCM_SHA256
      00A9 TLS_PSK_WITH_AES_256_GCM_SHA384
      00AA TLS_DHE_PSK_WITH_AES_128_GCM_SHA256
      00AB TLS_DHE_PSK_WITH_AES_256_GCM_SHA384
      00AC TLS_RSA_PSK_WITH_AES_128_GCM_SHA256
      00AD TLS_RSA_PSK_WITH_AES_256_GCM_SHA384
      00AE TLS_PSK_WITH_AES_128_CBC_SHA256
      00AF TLS_PSK_WITH_AES_256_CBC_SHA384
      00B0 TLS_PSK_WITH_NULL_SHA256
      00B1 TLS_PSK_WITH_NULL_SHA384
      00B2 TLS_DHE_PSK_WITH_AES_128_CBC_SHA256
      00B3 TLS_DHE_PSK_WITH_AES_256_CBC_SHA384
      00B4 TLS_DHE_PSK_WITH_NULL_SHA256
      00B5 TLS_DHE_PSK_WITH_NULL_SHA384
      00B6 TLS_RSA_PSK_WITH_AES_128_CBC_SHA256
      00B7 TLS_RSA_PSK_WITH_AES_256_CBC_SHA384
      00B8 TLS_RSA_PSK_WITH_NULL_SHA256
      00B9 TLS_RSA_PSK_WITH_NULL_SHA384
      00FF TLS_EMPTY_RENEGOTIATION_INFO_SCSV
      1301 TLS_AES_128_GCM_SHA256
      1302 TLS_AES_256_GCM_SHA384
      1303 TLS_CHACHA20_POLY1305_SHA256
      1304 TLS_AES_128_CCM_SHA256
      1305 TLS_AES_128_CCM_8_SHA256
      5600 TLS_FALLBACK_SCSV
      C003 TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
      C004 TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
      C005 TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
      C006 TLS_ECDHE_ECDSA_WITH_NULL_SHA
      C007 TLS_ECDHE_ECDSA_WITH_RC4_128_SHA
      C008 TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
      C009 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
      C00A TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
      C00D TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA
      C00E TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
      C00F TLS_ECDH_RSA_WITH_AES_256_CBC_SHA
      C010 TLS_ECDHE_RSA_WITH_NULL_SHA
      C011 TLS_ECDHE_RSA_WITH_RC4_128_SHA
      C012 TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
      C013 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
      C014 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
      C015 TLS_ECDH_anon_WITH_NULL_SHA
      C018 TLS_ECDH_anon_WITH_AES_128_CBC_SHA
      C019 TLS_ECDH_anon_WITH_AES_256_CBC_SHA
      C023 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
      C024 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
      C025 TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
      C026 TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384
      C027 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
      C028 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
      C029 TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
      C02A TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384
      C02B TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
      C02C TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
      C02D TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
      C02E TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384
      C02F TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
      C030 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
      C031 TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
      C032 TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384
      C035 TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA
      C036 TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA
      C037 TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256
      C038 TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384
      C039 TLS_ECDHE_PSK_WITH_NULL_SHA
      C03A TLS_ECDHE_PSK_WITH_NULL_SHA256
      C03B TLS_ECDHE_PSK_WITH_NULL_SHA384
      C09C TLS_RSA_WITH_AES_128_CCM
      C09D TLS_RSA_WITH_AES_256_CCM
      C09E TLS_DHE_RSA_WITH_AES_128_CCM
      C09F TLS_DHE_RSA_WITH_AES_256_CCM
      C0A0 TLS_RSA_WITH_AES_128_CCM_8
      C0A1 TLS_RSA_WITH_AES_256_CCM_8
      C0A2 TLS_DHE_RSA_WITH_AES_128_CCM_8
      C0A3 TLS_DHE_RSA_WITH_AES_256_CCM_8
      C0A4 TLS_PSK_WITH_AES_128_CCM
      C0A5 TLS_PSK_WITH_AES_256_CCM
      C0A6 TLS_DHE_PSK_WITH_AES_128_CCM
      C0A7 TLS_DHE_PSK_WITH_AES_256_CCM
      C0A8 TLS_PSK_WITH_AES_128_CCM_8
      C0A9 TLS_PSK_WITH_AES_256_CCM_8
      C0AA TLS_PSK_DHE_WITH_AES_128_CCM_8
      C0AB TLS_PSK_DHE_WITH_AES_256_CCM_8
      C0AC TLS_ECDHE_ECDSA_WITH_AES_128_CCM
      C0AD TLS_ECDHE_ECDSA_WITH_AES_256_CCM
      C0AE TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8
      C0AF TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8
      CCA8 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
      CCA9 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
      CCAA TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
      CCAB TLS_PSK_WITH_CHACHA20_POLY1305_SHA256
      CCAC TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256
      CCAD TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256
      CCAE TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256
      """;

  private static final Map<Integer, CipherSuite> BY_ID = parse();

  /** The suite of this number, or null where Earpiece has no name for it. */
  static @Nullable CipherSuite of(int id) {
    return BY_ID.get(id);
  }

  /** The name of a suite for fields, or null. */
  static @Nullable String name(long id) {
    CipherSuite suite = BY_ID.get((int) id);
    return suite == null ? null : suite.name;
  }

  private static Map<Integer, CipherSuite> parse() {
    Map<Integer, CipherSuite> suites = new HashMap<>();
    REGISTRY
        .lines()
        .forEach(line -> {
          int id = Integer.parseInt(line.substring(0, 4), 16);
          suites.put(id, parse(id, line.substring(5)));
        });
    return suites;
  }

  private static CipherSuite parse(int id, String name) {
    Bulk bulk = bulk(name);
    Mac mac = bulk == null || bulk.aead() ? null : mac(name);
    Hash hash = name.endsWith("SHA384") ? Hash.SHA384 : Hash.SHA256;
    return new CipherSuite(id, name, bulk, mac, hash, name.startsWith("TLS_RSA_WITH_"));
  }

  private static @Nullable Bulk bulk(String name) {
    Bulk found = null;
    for (Bulk bulk : Bulk.values()) {
      String words = bulk == Bulk.TRIPLE_DES_CBC ? "3DES_EDE_CBC" : bulk.name();
      if (name.contains("_" + words)) {
        found = bulk; // AES_128_CCM_8 comes behind AES_128_CCM
      }
    }
    return found;
  }

  private static Mac mac(String name) {
    return name.endsWith("MD5")
        ? Mac.MD5
        : name.endsWith("SHA256") ? Mac.SHA256 : name.endsWith("SHA384") ? Mac.SHA384 : Mac.SHA1;
  }
}
