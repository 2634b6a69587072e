package org.earpiece.dissect.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * The fields of what extensions of a hello say (RFC 8446 section 4.2, RFC 6066, RFC 5764, RFC 8422)
 * and of the fingerprints that are made of it.
 */
final class HelloExtensions {
  private static final String GROUPS = "extensions_supported_group";
  private static final String FORMATS = "extensions_ec_point_format";
  private static final String KEY_SHARE = "extensions_key_share_";

  private final RecordFormat format;
  private final List<Field> fields = new ArrayList<>();

  private HelloExtensions(RecordFormat format) {
    this.format = format;
  }

  static List<Field> of(RecordFormat format) {
    HelloExtensions all = new HelloExtensions(format);
    all.lists();
    all.signatures();
    all.names();
    all.keys();
    all.others();
    all.fingerprints();
    return all.fields;
  }

  /** Adds what the data of an extension say, which are there from {@code at} to {@code end}. */
  private interface Reader {
    void read(ByteView bytes, int at, int end, boolean client, FieldValues out);
  }

  private Field extension(int type, String name, String label, FieldType fieldType, Reader reader) {
    return HelloFields.field(
        format,
        name,
        label,
        fieldType,
        (bytes, hello, client, out) -> {
          int at = hello.extension(type);
          if (at != Hello.NONE) {
            reader.read(bytes, at, at + hello.extensionLength(at), client, out);
          }
        });
  }

  /** A number at a fixed place of the data. */
  private Field number(int type, String name, String label, int place, int size) {
    return extension(
            type,
            name,
            label,
            FieldType.UINT,
            (b, at, end, client, out) -> {
              if (at + place + size <= end) {
                out.addNumber(b.unsigned(at + place, size), at + place, size);
              }
            })
        .bits(size * Byte.SIZE);
  }

  /** Numbers behind the length of their list. */
  private Field each(int type, String name, String label, int lengthSize, int size) {
    return extension(
            type,
            name,
            label,
            FieldType.UINT,
            (b, at, end, client, out) -> {
              if (at + lengthSize <= end) {
                int last = Math.min(end, at + lengthSize + (int) b.unsigned(at, lengthSize));
                for (int i = at + lengthSize; i + size <= last; i += size) {
                  out.addNumber(b.unsigned(i, size), i, size);
                }
              }
            })
        .bits(size * Byte.SIZE);
  }

  private Field label(int type, String name, String label, int lengthSize) {
    return extension(
        type,
        name,
        label,
        FieldType.LABEL,
        (b, at, end, client, out) -> {
          if (at + lengthSize <= end) {
            out.addRange(at + lengthSize, end - at - lengthSize);
          }
        });
  }

  private void lists() {
    fields.add(number(Hello.GROUPS, GROUPS + "s_length", "Supported Groups List Length", 0, 2));
    fields.add(label(Hello.GROUPS, GROUPS + "s", "Supported Groups List", 2));
    fields.add(
        each(Hello.GROUPS, GROUPS, "Supported Group", 2, 2)
            .shown(Display.HEX)
            .named(HelloExtensions::group));
    fields.add(number(Hello.POINT_FORMATS, FORMATS + "s_length", "EC point formats Length", 0, 1));
    fields.add(label(Hello.POINT_FORMATS, FORMATS + "s", "EC point formats", 1));
    fields.add(each(Hello.POINT_FORMATS, FORMATS, "EC point format", 1, 1));
    fields.add(
        bare(
            number(
                Hello.USE_SRTP,
                "use_srtp.protection_profiles_length",
                "SRTP Protection Profiles Length",
                0,
                2)));
    fields.add(
        bare(
            each(Hello.USE_SRTP, "use_srtp.protection_profile", "SRTP Protection Profile", 2, 2)
                .shown(Display.HEX)
                .named(HelloExtensions::profile)));
    fields.add(
        bare(
            extension(
                    Hello.USE_SRTP,
                    "use_srtp.mki_length",
                    "MKI Length",
                    FieldType.UINT,
                    (b, at, end, client, out) -> {
                      int mki = at + 2 <= end ? at + 2 + b.u16(at) : end;
                      if (mki < end) {
                        out.addNumber(b.u8(mki), mki, 1);
                      }
                    })
                .bits(8)));
  }

  private void signatures() {
    fields.add(
        number(Hello.SIGNATURES, "sig_hash_alg_len", "Signature Hash Algorithms Length", 0, 2));
    fields.add(label(Hello.SIGNATURES, "sig_hash_algs", "Signature Algorithms", 2));
    fields.add(
        each(Hello.SIGNATURES, "sig_hash_alg", "Signature Algorithm", 2, 2).shown(Display.HEX));
    fields.add(half("sig_hash_hash", "Signature Hash Algorithm Hash", 0));
    fields.add(half("sig_hash_sig", "Signature Hash Algorithm Signature", 1));
  }

  private Field half(String name, String label, int place) {
    return extension(
            Hello.SIGNATURES,
            name,
            label,
            FieldType.UINT,
            (b, at, end, client, out) -> {
              for (int i = at + 2; i + 2 <= end; i += 2) {
                out.addNumber(b.u8(i + place), i + place, 1);
              }
            })
        .bits(8);
  }

  private void names() {
    fields.add(
        number(
            Hello.SERVER_NAME, "extensions_server_name_list_len", "Server Name list length", 0, 2));
    fields.add(number(Hello.SERVER_NAME, "extensions_server_name_type", "Server Name Type", 2, 1));
    fields.add(number(Hello.SERVER_NAME, "extensions_server_name_len", "Server Name length", 3, 2));
    fields.add(number(Hello.ALPN, "extensions_alpn_len", "ALPN Extension Length", 0, 2));
    fields.add(label(Hello.ALPN, "extensions_alpn_list", "ALPN Protocol", 2));
    fields.add(
        extension(
                Hello.ALPN,
                "extensions_alpn_str_len",
                "ALPN string length",
                FieldType.UINT,
                (b, at, end, client, out) -> {
                  for (int i = at + 2; i < end; i += 1 + b.u8(i)) {
                    out.addNumber(b.u8(i), i, 1);
                  }
                })
            .bits(8));
    fields.add(
        extension(
                Hello.SUPPORTED_VERSIONS,
                "extensions.supported_versions_len",
                "Supported Versions length",
                FieldType.UINT,
                (b, at, end, client, out) -> {
                  if (client && at < end) {
                    out.addNumber(b.u8(at), at, 1);
                  }
                })
            .bits(8));
  }

  private void keys() {
    fields.add(
        extension(
                Hello.KEY_SHARE,
                KEY_SHARE + "client_length",
                "Client Key Share Length",
                FieldType.UINT,
                (b, at, end, client, out) -> {
                  if (client && at + 2 <= end) {
                    out.addNumber(b.u16(at), at, 2);
                  }
                })
            .bits(16));
    fields.add(share("group", "Group", 0).named(HelloExtensions::group));
    fields.add(share("key_exchange_length", "Key Exchange Length", 2));
    fields.add(
        extension(
            Hello.KEY_SHARE,
            KEY_SHARE + "key_exchange",
            "Key Exchange",
            FieldType.BYTES,
            (b, at, end, client, out) -> {
              for (int i = client ? at + 2 : at; i + 4 <= end; i += 4 + b.u16(i + 2)) {
                out.addRange(i + 4, Math.min(b.u16(i + 2), end - i - 4));
              }
            }));
  }

  /** A number of each offered share; one that asks for another hello has the group alone. */
  private Field share(String name, String label, int place) {
    return extension(
            Hello.KEY_SHARE,
            KEY_SHARE + name,
            label,
            FieldType.UINT,
            (b, at, end, client, out) -> {
              for (int i = client ? at + 2 : at;
                  i + place + 2 <= end;
                  i += i + 4 <= end ? 4 + b.u16(i + 2) : end) {
                out.addNumber(b.u16(i + place), i + place, 2);
              }
            })
        .bits(16);
  }

  private void others() {
    fields.add(
        number(
            Hello.RENEGOTIATION,
            "extensions_reneg_info_len",
            "Renegotiation info extension length",
            0,
            1));
    fields.add(
        bare(number(Hello.RECORD_SIZE_LIMIT, "record_size_limit", "Record Size Limit", 0, 2)));
    fields.add(
        bare(
            number(
                Hello.KEY_EXCHANGE_MODES,
                "extension.psk_ke_modes_length",
                "PSK Key Exchange Modes Length",
                0,
                1)));
    fields.add(
        bare(
            each(
                Hello.KEY_EXCHANGE_MODES, "extension.psk_ke_mode", "PSK Key Exchange Mode", 1, 1)));
    fields.add(number(Hello.HEARTBEAT, "extension.heartbeat.mode", "Mode", 0, 1));
    fields.add(number(Hello.COOKIE, "extensions.cookie_len", "Cookie length", 0, 2));
    fields.add(
        extension(
            Hello.COOKIE,
            "extensions.cookie",
            "Cookie",
            FieldType.BYTES,
            (b, at, end, client, out) -> {
              if (at + 2 < end) {
                out.addRange(at + 2, end - at - 2);
              }
            }));
    fields.add(
        number(
            Hello.STATUS_REQUEST,
            "extensions_status_request_type",
            "Certificate Status Type",
            0,
            1));
    fields.add(
        number(
            Hello.STATUS_REQUEST,
            "extensions_status_request_responder_ids_len",
            "Responder ID list Length",
            1,
            2));
    fields.add(
        extension(
                Hello.STATUS_REQUEST,
                "extensions_status_request_exts_len",
                "Request Extensions Length",
                FieldType.UINT,
                (b, at, end, client, out) -> {
                  int length = at + 3 <= end ? at + 3 + b.u16(at + 1) : end;
                  if (length + 2 <= end) {
                    out.addNumber(b.u16(length), length, 2);
                  }
                })
            .bits(16));
    fields.add(
        extension(
            Hello.PADDING,
            "extensions_padding_data",
            "Padding Data",
            FieldType.BYTES,
            (b, at, end, client, out) -> out.addRange(at, end - at)));
  }

  private void fingerprints() {
    fields.add(fingerprint("ja3_full", "JA3 Fullstring", true, false));
    fields.add(fingerprint("ja3", "JA3", true, true));
    fields.add(fingerprint("ja3s_full", "JA3S Fullstring", false, false));
    fields.add(fingerprint("ja3s", "JA3S", false, true));
  }

  private Field fingerprint(String name, String label, boolean ofClient, boolean hashed) {
    return HelloFields.field(
            format,
            name,
            label,
            FieldType.STRING,
            (bytes, hello, client, out) -> {
              if (client == ofClient) {
                String text = Ja3.text(bytes, hello, client);
                out.addText(hashed ? Ja3.hash(text) : text, hello.randomAt() - 2, 0);
              }
            })
        .asGenerated();
  }

  /** The same field without "handshake" in its name. */
  private Field bare(Field field) {
    String name = field.name().replace(".handshake.", ".");
    return Field.of(field.protocol(), name, field.label(), field.type(), field.reader())
        .bits(field.bits())
        .shown(field.display())
        .named(named(field));
  }

  private static RecordFormat.Names named(Field field) {
    var names = field.valueNames();
    return value -> names == null ? null : names.apply(value);
  }

  static @Nullable String group(long value) {
    return switch ((int) value) {
      case 23 -> "secp256r1";
      case 24 -> "secp384r1";
      case 25 -> "secp521r1";
      case 29 -> "x25519";
      case 30 -> "x448";
      case 256 -> "ffdhe2048";
      case 257 -> "ffdhe3072";
      case 258 -> "ffdhe4096";
      default -> null;
    };
  }

  /** The protection profiles of SRTP (the IANA registry, RFC 5764 section 4.1.2, RFC 7714). */
  private static @Nullable String profile(long value) {
    return switch ((int) value) {
      case 1 -> "SRTP_AES128_CM_HMAC_SHA1_80";
      case 2 -> "SRTP_AES128_CM_HMAC_SHA1_32";
      case 5 -> "SRTP_NULL_HMAC_SHA1_80";
      case 6 -> "SRTP_NULL_HMAC_SHA1_32";
      case 7 -> "SRTP_AEAD_AES_128_GCM";
      case 8 -> "SRTP_AEAD_AES_256_GCM";
      default -> null;
    };
  }

  /**
   * The fingerprints JA3 and JA3S: version, cipher suites, types of extensions and, of clients,
   * groups and point formats, in their order, without the values that only keep servers tolerant
   * (RFC 8701).
   */
  private static final class Ja3 {
    private static final int GREASE = 0x0A0A;

    private Ja3() {}

    /** What a hello has of it: {@code 771,4865-4866,0-11-10,29-23,0}. */
    static String text(ByteView bytes, Hello hello, boolean client) {
      StringJoiner all = new StringJoiner(",").add(Integer.toString(hello.version()));
      all.add(numbers(bytes, hello.suitesAt(), hello.suitesAt() + hello.suitesLength(), 2));
      StringJoiner types = new StringJoiner("-");
      for (int at = hello.firstExtension(); at != Hello.NONE; at = hello.nextExtension(at)) {
        add(types, bytes.u16(at), 2);
      }
      all.add(types.toString());
      return client
          ? all.add(list(bytes, hello, Hello.GROUPS, 2))
              .add(list(bytes, hello, Hello.POINT_FORMATS, 1))
              .toString()
          : all.toString();
    }

    /** The list in an extension, its length of as many bytes as its numbers. */
    private static String list(ByteView bytes, Hello hello, int type, int size) {
      int at = hello.extension(type);
      return at == Hello.NONE
          ? ""
          : numbers(bytes, at + size, at + hello.extensionLength(at), size);
    }

    private static String numbers(ByteView bytes, int from, int end, int size) {
      StringJoiner all = new StringJoiner("-");
      for (int at = from; at + size <= end; at += size) {
        add(all, (int) bytes.unsigned(at, size), size);
      }
      return all.toString();
    }

    private static void add(StringJoiner all, int number, int size) {
      boolean grease = size == 2 && (number & 0x0F0F) == GREASE && number >> 8 == (number & 0xFF);
      if (!grease) {
        all.add(Integer.toString(number));
      }
    }

    static String hash(String text) {
      try {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(US_ASCII));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has MD5", e);
      }
    }
  }
}
