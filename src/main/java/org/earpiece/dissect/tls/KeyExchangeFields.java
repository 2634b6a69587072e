package org.earpiece.dissect.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * The fields of the handshake messages that follow hellos, up to TLS 1.2: certificates and keys
 * (RFC 5246 section 7.4, RFC 8422 section 5, RFC 5077 section 3.3). In DTLS those in one fragment.
 */
final class KeyExchangeFields {
  private static final int VERIFY_REQUEST = 3;
  private static final int CERTIFICATE = 11;
  private static final int SERVER_KEY = 12;
  private static final int CERTIFICATE_REQUEST = 13;
  private static final int CERTIFICATE_VERIFY = 15;
  private static final int NAMED_CURVE = 3;

  private final RecordFormat format;
  private final List<Field> fields = new ArrayList<>();

  private KeyExchangeFields(RecordFormat format) {
    this.format = format;
  }

  static List<Field> of(RecordFormat format) {
    KeyExchangeFields all = new KeyExchangeFields(format);
    all.certificates();
    all.requests();
    all.keys();
    all.tickets();
    return all.fields;
  }

  /** Adds what the body of a message says. */
  private interface Reader {
    void read(ByteView bytes, int at, int end, FieldValues out);
  }

  private Field field(int wanted, String name, String label, FieldType type, Reader reader) {
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
                  int body = at + format.messageHeader;
                  if (message == wanted && end - body == bytes.u24(at + 1)) {
                    reader.read(bytes, body, end, out);
                  }
                }));
  }

  private Field number(int wanted, String name, String label, int place, int size) {
    return field(
            wanted,
            name,
            label,
            FieldType.UINT,
            (b, at, end, out) -> {
              if (at + place + size <= end) {
                out.addNumber(b.unsigned(at + place, size), at + place, size);
              }
            })
        .bits(size * Byte.SIZE);
  }

  private void certificates() {
    fields.add(number(CERTIFICATE, "certificates_length", "Certificates Length", 0, 3));
    fields.add(
        field(
            CERTIFICATE,
            "certificates",
            "Certificates",
            FieldType.LABEL,
            (b, at, end, out) -> {
              if (end - at > 3) {
                out.addRange(at + 3, end - at - 3);
              }
            }));
    fields.add(
        field(
                CERTIFICATE,
                "certificate_length",
                "Certificate Length",
                FieldType.UINT,
                (b, at, end, out) -> {
                  for (int i = at + 3; i + 3 <= end; i += 3 + b.u24(i)) {
                    out.addNumber(b.u24(i), i, 3);
                  }
                })
            .bits(24));
    fields.add(
        field(
            CERTIFICATE,
            "certificate",
            "Certificate",
            FieldType.BYTES,
            (b, at, end, out) -> {
              for (int i = at + 3; i + 3 <= end && b.u24(i) <= end - i - 3; i += 3 + b.u24(i)) {
                out.addRange(i + 3, b.u24(i));
              }
            }));
  }

  private void requests() {
    fields.add(number(CERTIFICATE_REQUEST, "cert_types_count", "Certificate types count", 0, 1));
    fields.add(
        field(
            CERTIFICATE_REQUEST,
            "cert_types",
            "Certificate types",
            FieldType.LABEL,
            (b, at, end, out) -> {
              if (at < end && b.u8(at) > 0) {
                out.addRange(at + 1, Math.min(b.u8(at), end - at - 1));
              }
            }));
    fields.add(
        field(
                CERTIFICATE_REQUEST,
                "cert_type",
                "Certificate type",
                FieldType.UINT,
                (b, at, end, out) -> {
                  int last = at < end ? Math.min(end, at + 1 + b.u8(at)) : end;
                  for (int i = at + 1; i < last; i++) {
                    out.addNumber(b.u8(i), i, 1);
                  }
                })
            .bits(8));
    fields.add(
        field(
                CERTIFICATE_REQUEST,
                "dnames_len",
                "Distinguished Names Length",
                FieldType.UINT,
                (b, at, end, out) -> {
                  int names = names(b, at, end);
                  if (names + 2 <= end) {
                    out.addNumber(b.u16(names), names, 2);
                  }
                })
            .bits(16));
    fields.add(signatureNumber("sig_hash_alg_len", "Signature Hash Algorithms Length"));
    fields.add(
        field(
            CERTIFICATE_REQUEST,
            "sig_hash_algs",
            "Signature Algorithms",
            FieldType.LABEL,
            (b, at, end, out) -> {
              int list = signatures(b, at, end);
              if (list < end) {
                out.addRange(list + 2, b.u16(list));
              }
            }));
    requested("sig_hash_alg", "Signature Algorithm", 0, 2, Display.HEX);
    requested("sig_hash_hash", "Signature Hash Algorithm Hash", 0, 1, Display.DECIMAL);
    requested("sig_hash_sig", "Signature Hash Algorithm Signature", 1, 1, Display.DECIMAL);
  }

  private Field signatureNumber(String name, String label) {
    return field(
            CERTIFICATE_REQUEST,
            name,
            label,
            FieldType.UINT,
            (b, at, end, out) -> {
              int list = signatures(b, at, end);
              if (list < end) {
                out.addNumber(b.u16(list), list, 2);
              }
            })
        .bits(16);
  }

  /** Numbers of the algorithms that a request, a key exchange or a verification names. */
  private void requested(String name, String label, int place, int size, Display display) {
    fields.add(
        Field.of(
                format.protocol,
                format.prefix + ".handshake." + name,
                label,
                FieldType.UINT,
                (p, layer, out) ->
                    format.messages(
                        p,
                        layer,
                        (bytes, message, at, end) -> {
                          int body = at + format.messageHeader;
                          if (end - body == bytes.u24(at + 1)) {
                            algorithms(
                                bytes,
                                message,
                                body,
                                end,
                                i ->
                                    out.addNumber(
                                        bytes.unsigned(i + place, size), i + place, size));
                          }
                        }))
            .bits(size * Byte.SIZE)
            .shown(display));
  }

  /** Shows where the algorithms of signatures stand in a message. */
  private static void algorithms(ByteView b, int message, int at, int end, IntConsumer visitor) {
    switch (message) {
      case CERTIFICATE_REQUEST -> {
        int list = signatures(b, at, end);
        int last = list < end ? list + 2 + b.u16(list) : end;
        for (int i = list + 2; i + 2 <= last; i += 2) {
          visitor.accept(i);
        }
      }
      case SERVER_KEY, CERTIFICATE_VERIFY -> {
        int from = message == SERVER_KEY ? signed(b, at, end) : at;
        if (namesAlgorithm(b, from, end)) {
          visitor.accept(from);
        }
      }
      default -> {} // no other names any
    }
  }

  /**
   * Where the list of algorithms of a request begins, its length first; its end where there is
   * none.
   */
  private static int signatures(ByteView b, int at, int end) {
    int list = at < end ? at + 1 + b.u8(at) : end;
    if (list + 2 > end) {
      return end;
    }
    int names = list + 2 + b.u16(list); // before TLS 1.2 the names follow at once
    return names + 2 <= end && names + 2 + b.u16(names) == end ? list : end;
  }

  private static int names(ByteView b, int at, int end) {
    int list = signatures(b, at, end);
    return list < end ? list + 2 + b.u16(list) : at < end ? at + 1 + b.u8(at) : end;
  }

  /** Where the signature of a key exchange on a named curve begins, or its end. */
  private static int signed(ByteView b, int at, int end) {
    boolean curve = end - at > 4 && b.u8(at) == NAMED_CURVE && b.u8(at + 3) > 0;
    return curve ? Math.min(end, at + 4 + b.u8(at + 3)) : end;
  }

  /** Whether a signature that fills these bytes is preceded by its algorithm, as since TLS 1.2. */
  private static boolean namesAlgorithm(ByteView b, int at, int end) {
    return end - at >= 4 && at + 4 + b.u16(at + 2) == end;
  }

  private void keys() {
    fields.add(curve("server_curve_type", "Curve Type", 0, 1).shown(Display.HEX));
    fields.add(
        curve("server_named_curve", "Named Curve", 1, 2)
            .shown(Display.HEX)
            .named(HelloExtensions::group));
    fields.add(curve("server_point_len", "Pubkey Length", 3, 1));
    fields.add(
        field(
            SERVER_KEY,
            "server_point",
            "Pubkey",
            FieldType.BYTES,
            (b, at, end, out) -> {
              if (signed(b, at, end) < end) {
                out.addRange(at + 4, b.u8(at + 3));
              }
            }));
    signature(SERVER_KEY, "sig");
    signature(CERTIFICATE_VERIFY, "client_cert_vrfy.sig");
    fields.add(
        field(
                Handshake.CLIENT_KEY_EXCHANGE,
                "client_point_len",
                "Pubkey Length",
                FieldType.UINT,
                (b, at, end, out) -> {
                  if (isPoint(b, at, end)) {
                    out.addNumber(b.u8(at), at, 1);
                  }
                })
            .bits(8));
    fields.add(
        field(
            Handshake.CLIENT_KEY_EXCHANGE,
            "client_point",
            "Pubkey",
            FieldType.BYTES,
            (b, at, end, out) -> {
              if (isPoint(b, at, end)) {
                out.addRange(at + 1, end - at - 1);
              }
            }));
    fields.add(
        field(
                Handshake.CLIENT_KEY_EXCHANGE,
                "epms_len",
                "Encrypted PreMaster length",
                FieldType.UINT,
                (b, at, end, out) -> {
                  if (end - at > 2 && b.u16(at) == end - at - 2) {
                    out.addNumber(b.u16(at), at, 2);
                  }
                })
            .bits(16));
    fields.add(
        field(
            Handshake.CLIENT_KEY_EXCHANGE,
            "epms",
            "Encrypted PreMaster",
            FieldType.BYTES,
            (b, at, end, out) -> {
              if (end - at > 2 && b.u16(at) == end - at - 2) {
                out.addRange(at + 2, end - at - 2);
              }
            }));
  }

  private static boolean isPoint(ByteView b, int at, int end) {
    return end - at > 1 && b.u8(at) == end - at - 1;
  }

  private Field curve(String name, String label, int place, int size) {
    return field(
            SERVER_KEY,
            name,
            label,
            FieldType.UINT,
            (b, at, end, out) -> {
              if (signed(b, at, end) < end) {
                out.addNumber(b.unsigned(at + place, size), at + place, size);
              }
            })
        .bits(size * Byte.SIZE);
  }

  private void signature(int message, String name) {
    fields.add(
        field(
                message,
                name + "_len",
                "Signature length",
                FieldType.UINT,
                (b, at, end, out) -> {
                  int from = signatureAt(b, message, at, end);
                  if (from < end) {
                    out.addNumber(b.u16(from), from, 2);
                  }
                })
            .bits(16));
    fields.add(
        field(
            message,
            name,
            "Signature",
            FieldType.BYTES,
            (b, at, end, out) -> {
              int from = signatureAt(b, message, at, end);
              if (from < end) {
                out.addRange(from + 2, end - from - 2);
              }
            }));
  }

  /** Where a signature begins, its length first, or the end of the message. */
  private static int signatureAt(ByteView b, int message, int at, int end) {
    int from = message == SERVER_KEY ? signed(b, at, end) : at;
    if (namesAlgorithm(b, from, end)) {
      return from + 2;
    }
    return end - from > 2 && b.u16(from) == end - from - 2 ? from : end;
  }

  private void tickets() {
    fields.add(
        number(
            Handshake.NEW_SESSION_TICKET,
            "session_ticket_lifetime_hint",
            "Session Ticket Lifetime Hint",
            0,
            4));
    fields.add(
        number(
            Handshake.NEW_SESSION_TICKET, "session_ticket_length", "Session Ticket Length", 4, 2));
    fields.add(
        field(
            Handshake.NEW_SESSION_TICKET,
            "session_ticket",
            "Session Ticket",
            FieldType.BYTES,
            (b, at, end, out) -> {
              if (end - at > 6 && b.u16(at + 4) <= end - at - 6) {
                out.addRange(at + 6, b.u16(at + 4));
              }
            }));
    fields.add(number(VERIFY_REQUEST, "cookie_length", "Cookie Length", 2, 1));
    fields.add(
        field(
            VERIFY_REQUEST,
            "cookie",
            "Cookie",
            FieldType.BYTES,
            (b, at, end, out) -> {
              if (end - at > 3 && b.u8(at + 2) <= end - at - 3) {
                out.addRange(at + 3, b.u8(at + 2));
              }
            }));
  }
}
