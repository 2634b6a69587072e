package org.earpiece.dissect.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.Field.Display;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link DnsMessage}, which three protocols have under the same names. */
final class DnsFields {
  /** The character strings of NAPTR before its replacement (RFC 3403 section 4.1). */
  private static final int NAPTR_STRINGS = 3;

  private static final int NAPTR_FIXED = 4;

  private final Protocol protocol;
  private final List<Field> fields = new ArrayList<>();

  private DnsFields(Protocol protocol) {
    this.protocol = protocol;
  }

  static List<Field> of(Protocol protocol) {
    DnsFields all = new DnsFields(protocol);
    all.header();
    all.questions();
    all.records();
    all.data();
    all.services();
    all.fields.addAll(DnsRecordFields.of(protocol));
    all.exchange();
    return all.fields;
  }

  private void header() {
    Collections.addAll(
        fields,
        Field.protocol(protocol),
        Field.of(
                protocol,
                "dns.length",
                "Length",
                FieldType.UINT,
                (p, layer, out) -> {
                  int at = p.offset(layer);
                  if (DnsMessage.start(p, layer) > at && at + 2 <= p.end(layer)) {
                    out.addNumber(p.bytes(layer).u16(at), at, 2);
                  }
                })
            .bits(16),
        number("dns.id", "Transaction ID", FieldType.UINT, Display.HEX, 0, -1L),
        number("dns.flags", "Flags", FieldType.UINT, Display.HEX, 2, -1L),
        flag("response", "Response", DnsMessage.RESPONSE),
        number("dns.flags.opcode", "Opcode", FieldType.UINT, Display.DECIMAL, 2, 0x7800)
            .named(DnsMessage::opcode),
        answer("authoritative", "Authoritative", 0x0400),
        flag("truncated", "Truncated", 0x0200),
        flag("recdesired", "Recursion desired", 0x0100),
        answer("recavail", "Recursion available", 0x0080),
        flag("z", "Z", 0x0040),
        answer("authenticated", "Answer authenticated", 0x0020),
        flag("checkdisable", "Non-authenticated data", 0x0010),
        Field.of(
                protocol,
                "dns.flags.rcode",
                "Reply code",
                FieldType.UINT,
                (p, layer, out) -> {
                  int from = DnsMessage.start(p, layer) + 2;
                  if (DnsMessage.whole(p, layer) && DnsMessage.isResponse(p, layer)) {
                    out.addNumber(p.bytes(layer).u16(from) & 0xF, from, 2);
                  }
                })
            .bits(16)
            .masked(0xF)
            .named(DnsMessage::replyCode),
        number("dns.count.queries", "Questions", FieldType.UINT, Display.DECIMAL, 4, -1L),
        number("dns.count.answers", "Answer RRs", FieldType.UINT, Display.DECIMAL, 6, -1L),
        number("dns.count.auth_rr", "Authority RRs", FieldType.UINT, Display.DECIMAL, 8, -1L),
        number("dns.count.add_rr", "Additional RRs", FieldType.UINT, Display.DECIMAL, 10, -1L));
  }

  /** What the messages before it say of a message. */
  private void exchange() {
    Collections.addAll(
        fields,
        RelatedFields.of(
            protocol, "dns.response_to", "Request In", FieldType.FRAME_NUMBER, Fact.REQUEST_FRAME),
        RelatedFields.of(protocol, "dns.time", "Time", FieldType.RELATIVE_TIME, Fact.SINCE_REQUEST),
        RelatedFields.number(
            protocol,
            "dns.retransmission",
            "Retransmission",
            FieldType.BOOLEAN,
            (p, layer) ->
                p.facts().of(Fact.ORIGINAL_FRAME, p, layer) == Field.ABSENT ? Field.ABSENT : 1),
        repeated("request", "query", false),
        repeated("response", "response", true));
    Collections.addAll(fields, original("request", false), original("response", true));
    if (protocol == Protocol.DNS) {
      fields.add(
          RelatedFields.number(
              protocol, "dns.unsolicited", "Unsolicited", FieldType.BOOLEAN, DnsFields::unasked));
    }
    if (protocol == Protocol.LLMNR) {
      fields.add(flag("conflict", "Conflict", 0x0400));
      fields.add(flag("tentative", "Tentative", 0x0100));
    }
  }

  /** Whether a response answers nothing that was seen. */
  private static long unasked(Packet p, int layer) {
    boolean answers = DnsMessage.whole(p, layer) && DnsMessage.isResponse(p, layer);
    boolean asked =
        p.facts().of(Fact.REQUEST_FRAME, p, layer) != Field.ABSENT
            || p.facts().of(Fact.ORIGINAL_FRAME, p, layer) != Field.ABSENT;
    return answers && !asked ? 1 : Field.ABSENT;
  }

  private Field repeated(String name, String what, boolean response) {
    return Field.of(
            protocol,
            "dns.retransmit_" + name,
            "DNS " + what + " retransmission",
            FieldType.LABEL,
            (p, layer, out) -> {
              if (original(p, layer, response) != Field.ABSENT) {
                out.addRange(p.offset(layer), 0);
              }
            })
        .asGenerated();
  }

  private Field original(String name, boolean response) {
    return RelatedFields.number(
        protocol,
        "dns.retransmit_" + name + "_in",
        "Retransmitted " + name + ". Original " + name + " in",
        FieldType.FRAME_NUMBER,
        (p, layer) -> original(p, layer, response));
  }

  private static long original(Packet p, int layer, boolean response) {
    boolean fits = DnsMessage.whole(p, layer) && DnsMessage.isResponse(p, layer) == response;
    return fits ? p.facts().of(Fact.ORIGINAL_FRAME, p, layer) : Field.ABSENT;
  }

  private Field flag(String name, String label, long mask) {
    return number("dns.flags." + name, label, FieldType.BOOLEAN, Display.DECIMAL, 2, mask);
  }

  /** A flag that only responses have. */
  private Field answer(String name, String label, int mask) {
    int shift = Integer.numberOfTrailingZeros(mask);
    return Field.of(
            protocol,
            "dns.flags." + name,
            label,
            FieldType.BOOLEAN,
            (p, layer, out) -> {
              if (DnsMessage.whole(p, layer) && DnsMessage.isResponse(p, layer)) {
                int from = DnsMessage.start(p, layer) + 2;
                out.addNumber((p.bytes(layer).u16(from) & mask) >>> shift, from, 2);
              }
            })
        .bits(1)
        .masked(mask);
  }

  /** Two bytes of the header, or some of their bits. */
  private Field number(
      String name, String label, FieldType type, Display display, int at, long mask) {
    int shift = mask == -1L ? 0 : Long.numberOfTrailingZeros(mask);
    return Field.of(
            protocol,
            name,
            label,
            type,
            (p, layer, out) -> {
              if (DnsMessage.whole(p, layer)) {
                int from = DnsMessage.start(p, layer) + at;
                out.addNumber((p.bytes(layer).u16(from) & mask) >>> shift, from, 2);
              }
            })
        .shown(display)
        .bits(type == FieldType.BOOLEAN ? 1 : 16)
        .masked(mask);
  }

  /** Adds what it finds in a question. */
  @FunctionalInterface
  private interface QuestionReader {
    void read(Packet p, int layer, int name, int at, FieldValues out);
  }

  private Field question(String name, String label, FieldType type, QuestionReader reader) {
    return Field.of(
            protocol,
            name,
            label,
            type,
            (p, layer, out) ->
                DnsMessage.each(
                    p,
                    layer,
                    new DnsMessage.Visitor() {
                      @Override
                      public void question(int nameAt, int at) {
                        reader.read(p, layer, nameAt, at, out);
                      }
                    }))
        .bits(16);
  }

  private void questions() {
    Collections.addAll(
        fields,
        question(
            "dns.qry.name",
            "Name",
            FieldType.STRING,
            (p, layer, name, at, out) -> name(p, layer, name, at, out)),
        question(
            "dns.qry.name.len",
            "Name Length",
            FieldType.UINT,
            (p, layer, name, at, out) ->
                out.addNumber(text(p, layer, name, at).length(), name, at - name)),
        question(
            "dns.count.labels",
            "Label Count",
            FieldType.UINT,
            (p, layer, name, at, out) ->
                out.addNumber(DnsNames.labels(text(p, layer, name, at)), name, at - name)),
        question(
                "dns.qry.type",
                "Type",
                FieldType.UINT,
                (p, layer, name, at, out) -> out.addNumber(p.bytes(layer).u16(at), at, 2))
            .named(DnsMessage::type),
        question(
                "dns.qry.class",
                "Class",
                FieldType.UINT,
                (p, layer, name, at, out) ->
                    out.addNumber(p.bytes(layer).u16(at + 2) & classMask(), at + 2, 2))
            .shown(Display.HEX)
            .named(DnsFields::className));
  }

  /** The first bit of a class says something else in multicast DNS (RFC 6762 section 18). */
  private int classMask() {
    return protocol == Protocol.MDNS ? 0x7FFF : 0xFFFF;
  }

  private static @Nullable String className(long value) {
    return switch ((int) value) {
      case 1 -> "IN";
      case 254 -> "NONE";
      case 255 -> "ANY";
      default -> null;
    };
  }

  /** Adds what it finds in a record. */
  @FunctionalInterface
  private interface RecordReader {
    void read(Packet p, int layer, int name, int at, int data, int size, FieldValues out);
  }

  private Field record(String name, String label, FieldType type, RecordReader reader) {
    return Field.of(
        protocol,
        name,
        label,
        type,
        (p, layer, out) ->
            DnsMessage.each(
                p,
                layer,
                new DnsMessage.Visitor() {
                  @Override
                  public void record(int nameAt, int at, int data, int size) {
                    reader.read(p, layer, nameAt, at, data, size, out);
                  }
                }));
  }

  private void records() {
    Collections.addAll(
        fields,
        record(
            "dns.resp.name",
            "Name",
            FieldType.STRING,
            (p, layer, name, at, data, size, out) -> name(p, layer, name, at, out)),
        record(
                "dns.resp.type",
                "Type",
                FieldType.UINT,
                (p, layer, name, at, data, size, out) ->
                    out.addNumber(p.bytes(layer).u16(at), at, 2))
            .bits(16)
            .named(DnsMessage::type),
        record(
                "dns.resp.class",
                "Class",
                FieldType.UINT,
                (p, layer, name, at, data, size, out) -> {
                  if (p.bytes(layer).u16(at) != DnsMessage.TYPE_OPT) {
                    out.addNumber(p.bytes(layer).u16(at + 2) & classMask(), at + 2, 2);
                  }
                })
            .shown(Display.HEX)
            .bits(16)
            .named(DnsFields::className),
        record(
            "dns.resp.ttl",
            "Time to live",
            FieldType.UINT,
            (p, layer, name, at, data, size, out) -> {
              if (p.bytes(layer).u16(at) != DnsMessage.TYPE_OPT) {
                out.addNumber(p.bytes(layer).u32(at + 4), at + 4, 4);
              }
            }),
        record(
                "dns.resp.len",
                "Data length",
                FieldType.UINT,
                (p, layer, name, at, data, size, out) -> out.addNumber(size, at + 8, 2))
            .bits(16));
  }

  private void data() {
    Collections.addAll(
        fields,
        range("dns.a", "Address", FieldType.IPV4, DnsMessage.TYPE_A, 4),
        range("dns.aaaa", "AAAA Address", FieldType.IPV6, DnsMessage.TYPE_AAAA, 16),
        named("dns.cname", "CNAME", DnsMessage.TYPE_CNAME, 0),
        named("dns.ns", "Name Server", DnsMessage.TYPE_NS, 0),
        named("dns.ptr.domain_name", "Domain Name", DnsMessage.TYPE_PTR, 0),
        named("dns.soa.mname", "Primary name server", DnsMessage.TYPE_SOA, 0),
        of("dns.mx.preference", "Preference", DnsMessage.TYPE_MX, 0),
        named("dns.mx.mail_exchange", "Mail Exchange", DnsMessage.TYPE_MX, 2),
        record(
            "dns.txt",
            "TXT",
            FieldType.STRING,
            (p, layer, name, at, data, size, out) -> {
              if (p.bytes(layer).u16(at) == DnsMessage.TYPE_TXT) {
                texts(p.bytes(layer), data, size, out);
              }
            }));
  }

  private void services() {
    Collections.addAll(
        fields,
        of("dns.srv.priority", "Priority", DnsMessage.TYPE_SRV, 0),
        of("dns.srv.weight", "Weight", DnsMessage.TYPE_SRV, 2),
        of("dns.srv.port", "Port", DnsMessage.TYPE_SRV, 4),
        named("dns.srv.target", "Target", DnsMessage.TYPE_SRV, 6),
        of("dns.naptr.order", "Order", DnsMessage.TYPE_NAPTR, 0),
        of("dns.naptr.preference", "Preference", DnsMessage.TYPE_NAPTR, 2),
        naptr("dns.naptr.flags", "Flags", 0),
        naptr("dns.naptr.service", "Service", 1),
        naptr("dns.naptr.regex", "Regex", 2),
        record(
            "dns.naptr.replacement",
            "Replacement",
            FieldType.STRING,
            (p, layer, name, at, data, size, out) -> {
              int from = string(p.bytes(layer), data, size, NAPTR_STRINGS);
              if (p.bytes(layer).u16(at) == DnsMessage.TYPE_NAPTR && from > 0) {
                name(p, layer, from, data + size, out);
              }
            }));
  }

  /** Where the character string of a number begins in the data of NAPTR, or -1. */
  private static int string(ByteView bytes, int data, int size, int number) {
    int at = data + NAPTR_FIXED;
    for (int n = 0; n < number; n++) {
      if (at >= data + size) {
        return -1;
      }
      at += 1 + bytes.u8(at);
    }
    return at < data + size ? at : -1;
  }

  private Field naptr(String name, String label, int number) {
    return record(
        name,
        label,
        FieldType.STRING,
        (p, layer, nameAt, at, data, size, out) -> {
          if (p.bytes(layer).u16(at) == DnsMessage.TYPE_NAPTR) {
            int from = string(p.bytes(layer), data, size, number);
            if (from > 0 && from + 1 + p.bytes(layer).u8(from) <= data + size) {
              out.addRange(from + 1, p.bytes(layer).u8(from));
            }
          }
        });
  }

  private static void texts(ByteView bytes, int data, int size, FieldValues out) {
    int from = data;
    while (from < data + size && from + 1 + bytes.u8(from) <= data + size) {
      out.addRange(from + 1, bytes.u8(from));
      from += 1 + bytes.u8(from);
    }
  }

  private Field range(String name, String label, FieldType fieldType, int type, int length) {
    return record(
        name,
        label,
        fieldType,
        (p, layer, nameAt, at, data, size, out) -> {
          if (p.bytes(layer).u16(at) == type && size == length) {
            out.addRange(data, size);
          }
        });
  }

  private Field of(String name, String label, int type, int from) {
    return record(
            name,
            label,
            FieldType.UINT,
            (p, layer, nameAt, at, data, size, out) -> {
              if (p.bytes(layer).u16(at) == type && size >= from + 2) {
                out.addNumber(p.bytes(layer).u16(data + from), data + from, 2);
              }
            })
        .bits(16);
  }

  private Field named(String name, String label, int type, int from) {
    return record(
        name,
        label,
        FieldType.STRING,
        (p, layer, nameAt, at, data, size, out) -> {
          if (p.bytes(layer).u16(at) == type && size > from) {
            name(p, layer, data + from, data + size, out);
          }
        });
  }

  /** Adds a name whose own bytes end at {@code end}. */
  private static void name(Packet p, int layer, int at, int end, FieldValues out) {
    out.addText(text(p, layer, at, end), at, end - at);
  }

  private static String text(Packet p, int layer, int at, int end) {
    return DnsNames.text(p.bytes(layer), DnsMessage.start(p, layer), at, end);
  }
}
