package org.earpiece.dissect.tls;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.jspecify.annotations.Nullable;

/** The fields of ClientHello and ServerHello, in TLS and DTLS alike. */
final class HelloFields {
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private HelloFields() {}

  /** Adds what one hello says. */
  interface Part {
    void add(ByteView bytes, Hello hello, boolean client, FieldValues out);
  }

  static List<Field> of(RecordFormat format) {
    List<Field> fields = new ArrayList<>(head(format));
    fields.addAll(body(format));
    fields.addAll(HelloExtensions.of(format));
    return fields;
  }

  private static List<Field> head(RecordFormat format) {
    return List.of(
        number(format, "version", "Version", HelloFields::version).named(TlsVersion::name),
        field(format, "random", "Random", FieldType.BYTES, HelloFields::random),
        field(
                format,
                "session_id_length",
                "Session ID Length",
                FieldType.UINT,
                HelloFields::sessionIdLength)
            .bits(8),
        field(format, "session_id", "Session ID", FieldType.BYTES, HelloFields::sessionId),
        number(format, "ciphersuite", "Cipher Suite", HelloFields::suites).named(CipherSuite::name),
        extension(format, "type", "Type", 0).named(HelloFields::extensionName),
        extension(format, "len", "Length", 2),
        field(
            format,
            "extensions_server_name",
            "Server Name",
            FieldType.STRING,
            HelloFields::serverName),
        field(
            format,
            "extensions_alpn_str",
            "ALPN Next Protocol",
            FieldType.STRING,
            HelloFields::alpn),
        number(
                format,
                "extensions.supported_version",
                "Supported Version",
                HelloFields::supportedVersions)
            .named(TlsVersion::name));
  }

  private static List<Field> body(RecordFormat format) {
    return List.of(
        field(
            format,
            "random_time",
            "GMT Unix Time",
            FieldType.ABSOLUTE_TIME,
            (b, h, client, out) ->
                out.addNumber(b.u32(h.randomAt()) * NANOS_A_SECOND, h.randomAt(), 4)),
        field(
            format,
            "random_bytes",
            "Random Bytes",
            FieldType.BYTES,
            (b, h, client, out) -> out.addRange(h.randomAt() + 4, Hello.RANDOM - 4)),
        field(
                format,
                "cookie_length",
                "Cookie Length",
                FieldType.UINT,
                (b, h, client, out) -> {
                  if (h.cookieAt() != Hello.NONE) {
                    out.addNumber(b.u8(h.cookieAt() - 1), h.cookieAt() - 1, 1);
                  }
                })
            .bits(8),
        field(
            format,
            "cookie",
            "Cookie",
            FieldType.BYTES,
            (b, h, client, out) -> {
              if (h.cookieAt() != Hello.NONE && b.u8(h.cookieAt() - 1) > 0) {
                out.addRange(h.cookieAt(), b.u8(h.cookieAt() - 1));
              }
            }),
        field(
                format,
                "cipher_suites_length",
                "Cipher Suites Length",
                FieldType.UINT,
                (b, h, client, out) -> {
                  if (client) {
                    out.addNumber(h.suitesLength(), h.suitesAt() - 2, 2);
                  }
                })
            .bits(16),
        field(
            format,
            "ciphersuites",
            "Cipher Suites",
            FieldType.LABEL,
            (b, h, client, out) -> {
              if (client) {
                out.addRange(h.suitesAt(), h.suitesLength());
              }
            }),
        field(
                format,
                "comp_methods_length",
                "Compression Methods Length",
                FieldType.UINT,
                (b, h, client, out) -> {
                  if (client && h.compressionLength() > 0) {
                    out.addNumber(h.compressionLength(), h.compressionAt() - 1, 1);
                  }
                })
            .bits(8),
        field(
            format,
            "comp_methods",
            "Compression Methods",
            FieldType.LABEL,
            (b, h, client, out) -> {
              if (client && h.compressionLength() > 0) {
                out.addRange(h.compressionAt(), h.compressionLength());
              }
            }),
        field(
                format,
                "comp_method",
                "Compression Method",
                FieldType.UINT,
                (b, h, client, out) -> {
                  for (int i = 0; i < h.compressionLength(); i++) {
                    out.addNumber(b.u8(h.compressionAt() + i), h.compressionAt() + i, 1);
                  }
                })
            .bits(8)
            .named(v -> v == 0 ? "null" : v == 1 ? "DEFLATE" : null),
        field(
                format,
                "extensions_length",
                "Extensions Length",
                FieldType.UINT,
                (b, h, client, out) -> {
                  int at = h.extensionsAt();
                  if (at != Hello.NONE) {
                    out.addNumber(b.u16(at - 2), at - 2, 2);
                  }
                })
            .bits(16));
  }

  private static Field number(RecordFormat format, String name, String label, Part part) {
    return field(format, name, label, FieldType.UINT, part).bits(16).shown(Display.HEX);
  }

  /** A number at this place of each extension. */
  private static Field extension(RecordFormat format, String name, String label, int place) {
    return field(
            format,
            "extension." + name,
            label,
            FieldType.UINT,
            (bytes, hello, client, out) -> {
              for (int at = hello.firstExtension();
                  at != Hello.NONE;
                  at = hello.nextExtension(at)) {
                out.addNumber(bytes.u16(at + place), at + place, 2);
              }
            })
        .bits(16);
  }

  private static @Nullable String extensionName(long type) {
    return switch ((int) type) {
      case Hello.SERVER_NAME -> "server_name";
      case 5 -> "status_request";
      case 10 -> "supported_groups";
      case 11 -> "ec_point_formats";
      case 13 -> "signature_algorithms";
      case 14 -> "use_srtp";
      case Hello.ALPN -> "application_layer_protocol_negotiation";
      case 18 -> "signed_certificate_timestamp";
      case 21 -> "padding";
      case Hello.ENCRYPT_THEN_MAC -> "encrypt_then_mac";
      case Hello.EXTENDED_MASTER_SECRET -> "extended_master_secret";
      case 27 -> "compress_certificate";
      case 28 -> "record_size_limit";
      case Hello.SESSION_TICKET -> "session_ticket";
      case 41 -> "pre_shared_key";
      case Hello.EARLY_DATA -> "early_data";
      case Hello.SUPPORTED_VERSIONS -> "supported_versions";
      case 44 -> "cookie";
      case 45 -> "psk_key_exchange_modes";
      case 50 -> "signature_algorithms_cert";
      case 51 -> "key_share";
      case 0xFF01 -> "renegotiation_info";
      default -> null;
    };
  }

  static Field field(RecordFormat format, String name, String label, FieldType type, Part part) {
    return Field.of(
        format.protocol,
        format.prefix + ".handshake." + name,
        label,
        type,
        (p, layer, out) ->
            format.messages(
                p,
                layer,
                (bytes, message, at, end) -> {
                  boolean client = message == Handshake.CLIENT_HELLO;
                  Hello hello = new Hello();
                  if ((client || message == Handshake.SERVER_HELLO)
                      && hello.parse(
                          bytes,
                          at + format.messageHeader,
                          end,
                          client,
                          format == RecordFormat.DTLS)) {
                    part.add(bytes, hello, client, out);
                  }
                }));
  }

  private static void version(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    out.addNumber(hello.version(), hello.randomAt() - 2, 2);
  }

  private static void random(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    out.addRange(hello.randomAt(), Hello.RANDOM);
  }

  private static void sessionIdLength(
      ByteView bytes, Hello hello, boolean client, FieldValues out) {
    out.addNumber(bytes.u8(hello.sessionIdAt() - 1), hello.sessionIdAt() - 1, 1);
  }

  private static void sessionId(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    if (hello.sessionIdLength() > 0) {
      out.addRange(hello.sessionIdAt(), hello.sessionIdLength());
    }
  }

  private static void suites(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    for (int i = 0; i + 2 <= hello.suitesLength(); i += 2) {
      out.addNumber(bytes.u16(hello.suitesAt() + i), hello.suitesAt() + i, 2);
    }
  }

  private static void serverName(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    int at = hello.serverNameAt();
    if (client && at != Hello.NONE) {
      out.addRange(at, hello.serverNameLength(at));
    }
  }

  private static void alpn(ByteView bytes, Hello hello, boolean client, FieldValues out) {
    int list = hello.extension(Hello.ALPN);
    if (list == Hello.NONE) {
      return;
    }
    int end = list + hello.extensionLength(list);
    for (int at = list + 2; at < end && at + 1 + bytes.u8(at) <= end; at += 1 + bytes.u8(at)) {
      out.addRange(at + 1, bytes.u8(at));
    }
  }

  private static void supportedVersions(
      ByteView bytes, Hello hello, boolean client, FieldValues out) {
    int list = hello.extension(Hello.SUPPORTED_VERSIONS);
    if (list == Hello.NONE) {
      return;
    }
    int end = list + hello.extensionLength(list);
    for (int at = client ? list + 1 : list; at + 2 <= end; at += 2) {
      out.addNumber(bytes.u16(at), at, 2);
    }
  }
}
