package org.earpiece.dissect.tls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.tls.wire.TlsRecord;
import org.earpiece.dissect.tls.wire.TlsVersion;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The records in a layer of TLS or DTLS (RFC 8446 section 5.1, RFC 6347 section 4.1), and the
 * handshake messages in them that are in clear. Stateless: what is encrypted is told by the bytes.
 */
enum RecordFormat {
  TLS(Protocol.TLS, "tls", TlsRecord.HEADER, 4),
  DTLS(Protocol.DTLS, "dtls", 13, 12);

  private static final int ANY_TYPE = -1;
  private static final int EPOCH = 3;
  private static final int CLEAR_ALERT = 2;
  private static final int LONGEST_CUT_MESSAGE = 1 << 15;

  final Protocol protocol;
  final String prefix;

  /** Bytes of the header of a record. */
  final int header;

  /** Bytes of the header of a handshake message. */
  final int messageHeader;

  RecordFormat(Protocol protocol, String prefix, int header, int messageHeader) {
    this.protocol = protocol;
    this.prefix = prefix;
    this.header = header;
    this.messageHeader = messageHeader;
  }

  /** Sees the records of a layer. */
  interface Records {
    /**
     * A record whose header begins at {@code at}.
     *
     * @param end where it ends, or the bytes that are there do
     * @param sealed whether its content is encrypted
     */
    void record(ByteView bytes, int type, int at, int end, boolean sealed);
  }

  /** Sees handshake messages. */
  interface Messages {
    /**
     * A message whose header begins at {@code at}.
     *
     * @param end where it ends in this record
     */
    void message(ByteView bytes, int type, int at, int end);
  }

  /** Bytes behind the header of the record at {@code at}. */
  int length(ByteView bytes, int at) {
    return bytes.u16(at + header - 2);
  }

  /** Whether a record may begin with the bytes here, of which there are {@link #header}. */
  boolean plausible(ByteView bytes, int at) {
    int type = bytes.u8(at);
    int version = bytes.u16(at + 1);
    boolean known =
        this == TLS
            ? version >= TlsVersion.SSL_3_0 && version <= TlsVersion.TLS_1_3
            : version == TlsVersion.DTLS_1_0 || version == TlsVersion.DTLS_1_2;
    return known
        && type >= TlsRecord.CHANGE_CIPHER_SPEC
        && type <= TlsRecord.HEARTBEAT
        && length(bytes, at) <= TlsRecord.MAX_FRAGMENT;
  }

  /** Where the records that begin in {@code [from, to)} end: the last may need more bytes. */
  int end(ByteView bytes, int from, int to) {
    int at = from;
    while (at + header <= to && plausible(bytes, at)) {
      int end = at + header + length(bytes, at);
      if (end > to && at > from) {
        break;
      }
      at = end;
    }
    return at;
  }

  void records(Packet packet, int layer, Records visitor) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int layerEnd = packet.end(layer);
    boolean changed = false;
    while (at + header <= layerEnd && plausible(bytes, at)) {
      int end = Math.min(layerEnd, at + header + length(bytes, at));
      int type = bytes.u8(at);
      visitor.record(bytes, type, at, end, sealed(bytes, type, at, end, changed));
      changed |= type == TlsRecord.CHANGE_CIPHER_SPEC;
      at = end;
    }
  }

  private boolean sealed(ByteView bytes, int type, int at, int end, boolean changed) {
    if (this == DTLS) {
      return bytes.u16(at + EPOCH) > 0;
    }
    return switch (type) {
      case TlsRecord.APPLICATION_DATA -> true;
      case TlsRecord.ALERT -> length(bytes, at) != CLEAR_ALERT;
      case TlsRecord.HANDSHAKE -> changed || !clear(bytes, at + header, end);
      default -> false;
    };
  }

  /** Whether handshake messages fill these bytes; the last may go on in another record. */
  private boolean clear(ByteView bytes, int from, int end) {
    int at = from;
    while (at + messageHeader <= end) {
      int length = bytes.u24(at + 1);
      int next = at + messageHeader + length;
      if (TlsNames.handshake(bytes.u8(at)) == null) {
        return false;
      }
      if (next > end) {
        return TlsNames.mayBeLong(bytes.u8(at)) && length < LONGEST_CUT_MESSAGE;
      }
      at = next;
    }
    return at == end && at > from;
  }

  void messages(Packet packet, int layer, Messages visitor) {
    records(
        packet,
        layer,
        (bytes, type, recordAt, end, sealed) -> {
          int at = recordAt + header;
          while (type == TlsRecord.HANDSHAKE && !sealed && at + messageHeader <= end) {
            int next = Math.min(end, at + messageHeader + bodyLength(bytes, at));
            visitor.message(bytes, bytes.u8(at), at, next);
            at = next;
          }
        });
  }

  /** Bytes of a message behind its header: of a fragment in DTLS. */
  int bodyLength(ByteView bytes, int at) {
    return bytes.u24(at + messageHeader - 3);
  }

  /** A number in the header of each record. */
  Field recordNumber(
      String name, String label, Display display, int at, int size, @Nullable Names names) {
    return named(
        Field.of(
                protocol,
                prefix + name,
                label,
                FieldType.UINT,
                (p, layer, out) ->
                    records(
                        p,
                        layer,
                        (b, type, record, end, sealed) ->
                            out.addNumber(b.unsigned(record + at, size), record + at, size)))
            .bits(size * Byte.SIZE)
            .shown(display),
        names);
  }

  /** A number in the header of each handshake message. */
  Field messageNumber(String name, String label, int at, int size, @Nullable Names names) {
    return named(
        Field.of(
                protocol,
                prefix + name,
                label,
                FieldType.UINT,
                (p, layer, out) ->
                    messages(
                        p,
                        layer,
                        (b, type, message, end) ->
                            out.addNumber(b.unsigned(message + at, size), message + at, size)))
            .bits(size * Byte.SIZE),
        names);
  }

  /** A byte of each alert in clear. */
  Field alertNumber(String name, String label, int at, Names names) {
    return named(
        Field.of(
                protocol,
                prefix + name,
                label,
                FieldType.UINT,
                (p, layer, out) ->
                    records(
                        p,
                        layer,
                        (b, type, record, end, sealed) -> {
                          int place = record + header + at;
                          if (type == TlsRecord.ALERT && !sealed && place < end) {
                            out.addNumber(b.u8(place), place, 1);
                          }
                        }))
            .bits(8),
        names);
  }

  /** Whether there is application data in a layer. */
  boolean holdsData(Packet packet, int layer) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    int end = packet.end(layer);
    while (at + header <= end && plausible(bytes, at)) {
      if (bytes.u8(at) == TlsRecord.APPLICATION_DATA) {
        return true;
      }
      at += header + length(bytes, at);
    }
    return false;
  }

  /** The content of records of application data. */
  Field applicationData(String name) {
    return Field.of(
        protocol,
        prefix + name,
        "Encrypted Application Data",
        FieldType.BYTES,
        (p, layer, out) ->
            records(
                p,
                layer,
                (b, type, record, end, sealed) -> {
                  int body = record + header;
                  if (type == TlsRecord.APPLICATION_DATA && body < end) {
                    out.addRange(body, end - body);
                  }
                }));
  }

  /** Words for numbers. */
  interface Names extends LongFunction<@Nullable String> {}

  private static Field named(Field field, @Nullable Names names) {
    return names == null ? field : field.named(names);
  }

  /** What Info says of the layer: {@code Server Hello, Certificate}. */
  void info(Packet packet, int layer, StringBuilder out) {
    int before = out.length();
    records(
        packet,
        layer,
        (bytes, type, at, end, sealed) -> {
          int body = at + header;
          switch (type) {
            case TlsRecord.HANDSHAKE -> handshakeInfo(bytes, body, end, sealed, before, out);
            case TlsRecord.ALERT -> add(before, out, alert(bytes, body, end, sealed));
            default -> add(before, out, String.valueOf(TlsNames.contentType(type)));
          }
        });
  }

  private void handshakeInfo(
      ByteView bytes, int body, int end, boolean sealed, int before, StringBuilder out) {
    if (sealed) {
      add(before, out, "Encrypted Handshake Message");
      return;
    }
    int at = body;
    while (at + messageHeader <= end) {
      int next = Math.min(end, at + messageHeader + bodyLength(bytes, at));
      String name = String.valueOf(TlsNames.handshake(bytes.u8(at)));
      boolean part = bodyLength(bytes, at) < bytes.u24(at + 1);
      add(before, out, part ? name + " (Fragment)" : name + serverName(bytes, at, next));
      at = next;
    }
  }

  private String serverName(ByteView bytes, int at, int end) {
    Hello hello = new Hello();
    boolean client = bytes.u8(at) == Handshake.CLIENT_HELLO;
    if (!client || !hello.parse(bytes, at + messageHeader, end, true, this == DTLS)) {
      return "";
    }
    int name = hello.serverNameAt();
    return name == Hello.NONE
        ? ""
        : " (SNI=" + bytes.ascii(name, hello.serverNameLength(name)) + ")";
  }

  private static String alert(ByteView bytes, int body, int end, boolean sealed) {
    if (sealed || end - body < CLEAR_ALERT) {
      return "Encrypted Alert";
    }
    return "Alert (Level: "
        + TlsNames.alertLevel(bytes.u8(body))
        + ", Description: "
        + TlsNames.alert(bytes.u8(body + 1))
        + ")";
  }

  private static void add(int before, StringBuilder out, String words) {
    out.append(out.length() > before ? ", " : "").append(words);
  }

  /** Fields of the messages of a handshake. */
  List<Field> handshakeFields() {
    Map<String, Field> byName = new LinkedHashMap<>();
    HelloFields.of(this).forEach(field -> byName.put(field.name(), field));
    KeyExchangeFields.of(this)
        .forEach(field -> byName.merge(field.name(), field, RecordFormat::both));
    List<Field> fields = new ArrayList<>(byName.values());
    fields.add(recordLabel(".record", "Record Layer", ANY_TYPE));
    fields.add(recordLabel(".handshake", "Handshake Protocol", TlsRecord.HANDSHAKE));
    fields.add(
        recordLabel(
            ".change_cipher_spec", "Change Cipher Spec Message", TlsRecord.CHANGE_CIPHER_SPEC));
    fields.add(recordLabel(".alert_message", "Alert Message", TlsRecord.ALERT));
    return fields;
  }

  /** The values of two fields that messages of different types have under one name. */
  private static Field both(Field one, Field other) {
    return Field.of(
            one.protocol(),
            one.name(),
            one.label(),
            one.type(),
            (p, layer, out) -> {
              one.reader().read(p, layer, out);
              other.reader().read(p, layer, out);
            })
        .bits(one.bits())
        .shown(one.display());
  }

  /** A line for each record of a type; of a handshake, for each message. */
  private Field recordLabel(String name, String label, int wanted) {
    return Field.of(
        protocol,
        prefix + name,
        label,
        FieldType.LABEL,
        (p, layer, out) ->
            records(
                p,
                layer,
                (bytes, type, at, end, sealed) -> {
                  if (wanted == ANY_TYPE) {
                    out.addRange(at, end - at);
                  } else if (type == wanted && type == TlsRecord.HANDSHAKE && !sealed) {
                    eachMessage(bytes, at + header, end, out);
                  } else if (type == wanted) {
                    out.addRange(at + header, end - at - header);
                  }
                }));
  }

  private void eachMessage(ByteView bytes, int from, int end, FieldValues out) {
    int at = from;
    while (at + messageHeader <= end) {
      int next = Math.min(end, at + messageHeader + bodyLength(bytes, at));
      out.addRange(at, next - at);
      at = next;
    }
  }
}
