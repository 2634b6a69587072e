package org.earpiece.dissect.voip.sdp;

import java.util.Arrays;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * The words of the attributes that hold keys: crypto (RFC 4568, RFC 6188, RFC 7714) and key-mgmt
 * (RFC 4567).
 */
final class SdpKeyFields {
  static final String CRYPTO = "crypto";
  static final String KEY_MANAGEMENT = "key-mgmt";

  /** Bytes of keys that are decoded at most. */
  private static final int MAX_KEY = 1_024;

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int SALT = 14;
  private static final int SALT_OF_AEAD = 12;

  private SdpKeyFields() {}

  static List<Field> all() {
    return List.of(
        SdpFields.ofMedia("sdp.crypto.tag", "tag", FieldType.UINT, 'a', SdpKeyFields::tag),
        crypto("sdp.crypto.crypto_suite", "Crypto suite", FieldType.STRING, SdpKeyFields::suite),
        crypto("sdp.key_and_salt", "Key and Salt", FieldType.BYTES, SdpKeyFields::keyAndSalt),
        crypto(
            "sdp.crypto.master_key",
            "Master Key",
            FieldType.BYTES,
            (v, suite, from, to, out) -> key(v, suite, from, to, true, out)),
        crypto(
            "sdp.crypto.master_salt",
            "Master salt",
            FieldType.BYTES,
            (v, suite, from, to, out) -> key(v, suite, from, to, false, out)),
        crypto("sdp.crypto.lifetime", "Lifetime", FieldType.STRING, SdpKeyFields::lifetime),
        crypto(
            "sdp.crypto.mki-valu",
            "mki-value",
            FieldType.STRING,
            (v, suite, from, to, out) -> identifier(v, from, to, true, out)),
        crypto(
            "sdp.crypto.mki_length",
            "mki_length",
            FieldType.STRING,
            (v, suite, from, to, out) -> identifier(v, from, to, false, out)),
        management(
            "sdp.key_mgmt",
            "Key Management",
            FieldType.STRING,
            (v, from, to, out) -> SdpFields.add(from, to, out)),
        management(
            "sdp.key_mgmt.kmpid",
            "Key Management Protocol (kmpid)",
            FieldType.STRING,
            (v, from, to, out) -> SdpFields.add(from, SdpLines.wordEnd(v, from, to), out)),
        management(
            "sdp.key_mgmt.data",
            "Key Management Data",
            FieldType.BYTES,
            (v, from, to, out) -> {
              int start = SdpLines.word(v, from, to, 1);
              int end = SdpLines.wordEnd(v, start, to);
              byte[] data = decoded(v, start, end);
              if (data.length > 0) {
                out.addBytes(data, start, end - start);
              }
            }));
  }

  /** Takes a crypto attribute: where its suite is, and its key parameters. */
  @FunctionalInterface
  private interface CryptoReader {
    void read(ByteView view, int suite, int from, int to, FieldValues out);
  }

  private static Field crypto(String name, String label, FieldType type, CryptoReader reader) {
    return SdpFields.ofMedia(
        name,
        label,
        type,
        'a',
        (view, from, to, out) -> {
          int value = SdpMediaFields.value(view, from, to, CRYPTO);
          if (value >= 0) {
            int suite = SdpLines.word(view, value, to, 1);
            int start = SdpLines.word(view, value, to, 2);
            reader.read(view, suite, start, SdpLines.wordEnd(view, start, to), out);
          }
        });
  }

  private static Field management(
      String name, String label, FieldType type, SdpFields.Reader reader) {
    return SdpFields.ofAny(
        name,
        label,
        type,
        (view, from, to, out) -> {
          int value = SdpMediaFields.value(view, from, to, KEY_MANAGEMENT);
          if (value >= 0) {
            reader.read(view, value, to, out);
          }
        });
  }

  private static void tag(ByteView view, int from, int to, FieldValues out) {
    int value = SdpMediaFields.value(view, from, to, CRYPTO);
    int end = value < 0 ? 0 : SdpLines.wordEnd(view, value, to);
    long tag = value < 0 ? -1 : Ascii.decimal(view, value, end);
    if (tag >= 0) {
      out.addNumber(tag, value, end - value);
    }
  }

  private static void suite(ByteView view, int suite, int from, int to, FieldValues out) {
    SdpFields.add(suite, SdpLines.wordEnd(view, suite, from), out);
  }

  /** {@code inline:key|2^20|1:4}: what stands between the colon and the first bar. */
  private static int keyStart(ByteView view, int from, int to) {
    int colon = view.indexOf((byte) ':', from, to);
    return colon < 0 ? to : colon + 1;
  }

  private static int partEnd(ByteView view, int from, int to) {
    int at = from;
    while (at < to && view.u8(at) != '|' && view.u8(at) != ';') {
      at++;
    }
    return at;
  }

  private static void keyAndSalt(ByteView view, int suite, int from, int to, FieldValues out) {
    int start = keyStart(view, from, to);
    SdpFields.add(start, partEnd(view, start, to), out);
  }

  private static void key(
      ByteView view, int suite, int from, int to, boolean first, FieldValues out) {
    int start = keyStart(view, from, to);
    int end = partEnd(view, start, to);
    byte[] both = decoded(view, start, end);
    boolean aead = Ascii.equalsIgnoreCase(view, suite, Math.min(suite + 5, from), "AEAD_");
    int key = both.length - (aead ? SALT_OF_AEAD : SALT);
    if (key > 0) {
      byte[] part = Arrays.copyOfRange(both, first ? 0 : key, first ? key : both.length);
      out.addBytes(part, start, end - start);
    }
  }

  /** What stands behind the key and is no MKI. */
  private static void lifetime(ByteView view, int suite, int from, int to, FieldValues out) {
    int bar = partEnd(view, from, to);
    int end = partEnd(view, Math.min(to, bar + 1), to);
    if (view.indexOf((byte) ':', bar, end) < 0) {
      SdpFields.add(bar + 1, end, out);
    }
  }

  /** {@code |1:4}: the master key identifier and its length. */
  private static void identifier(ByteView view, int from, int to, boolean value, FieldValues out) {
    int bar = partEnd(view, from, to);
    while (bar < to && view.u8(bar) == '|') {
      int end = partEnd(view, bar + 1, to);
      int colon = view.indexOf((byte) ':', bar, end);
      if (colon >= 0) {
        SdpFields.add(value ? bar + 1 : colon + 1, value ? colon : end, out);
        return;
      }
      bar = end;
    }
  }

  /** Whether behind the identifier of a master key stands a length that is no number. */
  static boolean hasWrongLength(ByteView view, int from, int to) {
    int start = SdpLines.word(view, from, to, 2);
    int end = SdpLines.wordEnd(view, start, to);
    FieldValues length = new FieldValues().begin(view);
    identifier(view, start, end, false, length);
    return length.size() > 0
        && Ascii.decimal(view, length.offset(0), length.offset(0) + length.length(0)) < 0;
  }

  /** The bytes that base64 stands for (RFC 4648 section 4), as far as it is base64. */
  static byte[] decoded(ByteView view, int from, int to) {
    int digits = 0;
    int most = Math.min(to - from, (MAX_KEY + 2) / 3 * 4);
    while (digits < most && DIGITS.indexOf(view.u8(from + digits)) >= 0) {
      digits++;
    }
    byte[] bytes = new byte[digits * 6 / Byte.SIZE];
    int bits = 0;
    for (int i = 0; i < digits; i++) {
      bits = bits << 6 | DIGITS.indexOf(view.u8(from + i));
      int whole = (i + 1) * 6 / Byte.SIZE;
      if (whole > i * 6 / Byte.SIZE) {
        bytes[whole - 1] = (byte) (bits >>> ((i + 1) * 6 % Byte.SIZE));
      }
    }
    return bytes;
  }
}
