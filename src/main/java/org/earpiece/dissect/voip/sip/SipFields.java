package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.dissect.RelatedFields;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** The fields of SIP: start line, every header that has a name, and the parts of some of them. */
final class SipFields {
  private static final Protocol P = Protocol.SIP;

  private SipFields() {}

  /** Adds values of a field from a message. */
  @FunctionalInterface
  interface Reader {
    void read(SipMessage message, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.protocol(P));
    startLine(fields);
    fields.add(text("sip.msg_hdr", "Message Header", SipFields::headers));
    for (SipHeader header : SipHeader.values()) {
      fields.add(header(header));
    }
    fields.add(
        text(
                "sip.call_id_generated",
                "Generated Call-ID",
                (m, out) -> lines(m, SipHeader.CALL_ID, false, out))
            .asGenerated()
            .asHidden());
    fields.addAll(SipExpertFields.all());
    fields.addAll(SipAddressFields.all());
    fields.addAll(SipPartFields.all());
    fields.addAll(SipAuthFields.all());
    fields.addAll(SipBodyFields.all());
    exchange(fields);
    fields.add(
        Field.of(P, "sip.problem", "Problem", FieldType.STRING, SipFields::problems).asGenerated());
    return fields;
  }

  /** What the messages before it say of a message. */
  private static void exchange(List<Field> fields) {
    Collections.addAll(
        fields,
        RelatedFields.number(
            P,
            "sip.resend",
            "Resent Packet",
            FieldType.BOOLEAN,
            (p, layer) -> p.facts().of(Fact.ORIGINAL_FRAME, p, layer) == Field.ABSENT ? 0 : 1),
        RelatedFields.of(
            P,
            "sip.resend-original",
            "Suspected resend of frame",
            FieldType.FRAME_NUMBER,
            Fact.ORIGINAL_FRAME),
        RelatedFields.of(
            P, "sip.response-request", "Request Frame", FieldType.FRAME_NUMBER, Fact.REQUEST_FRAME),
        RelatedFields.millis(P, "sip.response-time", "Response Time (ms)", Fact.SINCE_REQUEST),
        RelatedFields.number(
            P,
            "sip.release-time",
            "Release Time (ms)",
            FieldType.UINT,
            (p, layer) -> {
              SipMessage message = Sip.message(p, layer);
              boolean released = !message.isRequest() && message.cseqMethod().equals("BYE");
              long nanos = released ? p.facts().of(Fact.SINCE_REQUEST, p, layer) : Field.ABSENT;
              return RelatedFields.millis(p.timeNanos(), nanos);
            }));
  }

  private static void startLine(List<Field> fields) {
    Collections.addAll(
        fields,
        text(
            "sip.Request-Line",
            "Request-Line",
            (m, out) -> {
              if (m.isRequest()) {
                add(m, m.line().start, m.line().end, out);
              }
            }),
        text("sip.Method", "Method", (m, out) -> add(m, m.line().start, m.line().methodEnd, out)),
        text(
            "sip.Status-Line",
            "Status-Line",
            (m, out) -> {
              if (!m.isRequest()) {
                add(m, m.line().start, m.line().end, out);
              }
            }),
        Field.of(
            P,
            "sip.Status-Code",
            "Status-Code",
            FieldType.UINT,
            (p, layer, out) -> {
              SipStartLine line = Sip.message(p, layer).line();
              if (line.status != 0) {
                out.addNumber(line.status, line.statusStart, line.statusEnd - line.statusStart);
              }
            }),
        text(
            "sip.Reason-Phrase",
            "Reason-Phrase",
            (m, out) -> add(m, m.line().reasonStart, m.line().end, out)));
  }

  /** A text field of SIP. */
  static Field text(String name, String label, Reader reader) {
    return field(name, label, FieldType.STRING, reader);
  }

  static Field field(String name, String label, FieldType type, Reader reader) {
    return Field.of(
        P, name, label, type, (p, layer, out) -> reader.read(Sip.message(p, layer), out));
  }

  /** Adds a range of the message; of an empty one nothing, and a fold in it becomes a space. */
  static void add(SipMessage message, int from, int to, FieldValues out) {
    if (from >= to) {
      return;
    }
    for (int i = from; i < to; i++) {
      int c = message.view().u8(i);
      if (c == '\r' || c == '\n') {
        out.addText(SipMessage.unfold(message.view().utf8(from, to - from)), from, to - from);
        return;
      }
    }
    out.addRange(from, to - from);
  }

  /** Adds a decimal number; anything else adds nothing. */
  static void addNumber(SipMessage message, int from, int to, FieldValues out) {
    int end = from;
    while (end < to && message.view().u8(end) >= '0' && message.view().u8(end) <= '9') {
      end++;
    }
    long value = Ascii.decimal(message.view(), from, end);
    if (value >= 0) {
      out.addNumber(value, from, end - from);
    }
  }

  private static void problems(Packet p, int layer, FieldValues out) {
    boolean whole = p.capturedLength() == p.length();
    SipCheck.check(
        Sip.message(p, layer),
        whole,
        (problem, what, from, to) -> out.addText(problem.text(what), from, to - from));
  }

  private static void headers(SipMessage message, FieldValues out) {
    int from = message.line().next;
    if (message.bodyOffset() > from) {
      out.addRange(from, message.bodyOffset() - from);
    }
  }

  private static Field header(SipHeader header) {
    boolean number =
        switch (header) {
          case CONTENT_LENGTH, EXPIRES, MAX_BREADTH, MAX_FORWARDS, RETRY_AFTER, RSEQ -> true;
          default -> false;
        };
    return field(
        header.fieldName(),
        header.text(),
        number ? FieldType.UINT : FieldType.STRING,
        (m, out) -> lines(m, header, number, out));
  }

  private static void lines(SipMessage m, SipHeader header, boolean number, FieldValues out) {
    for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
      if (number) {
        addNumber(m, m.valueStart(i), m.valueEnd(i), out);
      } else {
        add(m, m.valueStart(i), m.valueEnd(i), out);
      }
    }
  }

  /** A number out of a message. */
  static Field number(String name, String label, Reader reader) {
    return field(name, label, FieldType.UINT, reader);
  }
}
