package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * What is in the body of a message besides SDP: the parts of a multipart body (RFC 2046), the
 * message that a NOTIFY of a transfer reports (message/sipfrag, RFC 3420), digits (RFC 6086 tells
 * of application/dtmf-relay).
 */
final class SipBodyFields {
  private static final String SIPFRAG = "message/sipfrag";
  private static final String RELAY = "application/dtmf-relay";
  private static final String DIGIT = "application/dtmf";

  private SipBodyFields() {}

  /** Takes the content of the body or of a part of it. */
  @FunctionalInterface
  private interface ContentReader {
    void read(SipMessage message, int from, int to, FieldValues out);
  }

  @FunctionalInterface
  private interface PartReader {
    void read(MimeParts part, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        SipFields.field("sip.msg_body", "Message Body", FieldType.BYTES, SipBodyFields::body));
    fields.add(
        SipFields.text("mime_multipart.type", "Type", SipBodyFields::multipart).asGenerated());
    fields.add(
        part(
            "mime_multipart.part",
            "Encapsulated multipart part",
            (part, out) -> add(part.start(), part.end(), out)));
    for (String name :
        List.of(
            "Content-Description",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Id",
            "Content-Language",
            "Content-Length",
            "Content-Transfer-Encoding",
            "Content-Type")) {
      fields.add(header(name));
    }
    fields.add(content("sipfrag.line", "Line", FieldType.STRING, SIPFRAG, SipBodyFields::lines));
    fields.add(
        SipFields.text(
            "sip.dtmf.signal",
            "Signal",
            (m, out) -> {
              each(m, RELAY, (message, from, to, o) -> relay(message, from, to, "Signal", o), out);
              each(m, DIGIT, SipBodyFields::digit, out);
            }));
    fields.add(
        content(
            "sip.dtmf.duration",
            "Duration (ms)",
            FieldType.UINT,
            RELAY,
            (m, from, to, out) -> relay(m, from, to, "Duration", out)));
    return fields;
  }

  private static void add(int from, int to, FieldValues out) {
    if (from < to) {
      out.addRange(from, to - from);
    }
  }

  private static void body(SipMessage message, FieldValues out) {
    add(message.bodyOffset(), message.bodyEnd(), out);
  }

  private static void multipart(SipMessage m, FieldValues out) {
    int type = m.find(SipHeader.CONTENT_TYPE, 0);
    if (type >= 0 && MimeParts.isMultipart(m.view(), m.valueStart(type), m.valueEnd(type))) {
      int from = m.valueStart(type);
      SipFields.add(m, from, SipBody.typeEnd(m.view(), from, m.valueEnd(type)), out);
    }
  }

  private static Field part(String name, String label, PartReader reader) {
    return SipFields.text(
        name,
        label,
        (m, out) -> {
          MimeParts parts = parts(m);
          while (parts.next()) {
            reader.read(parts, out);
          }
        });
  }

  private static MimeParts parts(SipMessage m) {
    int type = m.find(SipHeader.CONTENT_TYPE, 0);
    boolean none = type < 0 || SipBody.isEncoded(m);
    int from = none ? 0 : m.valueStart(type);
    int to = none ? 0 : m.valueEnd(type);
    return new MimeParts().begin(m.view(), from, to, m.bodyOffset(), m.bodyEnd());
  }

  private static Field header(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SipFields.text(
        "mime_multipart.header." + lower,
        name,
        (m, out) -> {
          MimeParts parts = parts(m);
          while (parts.next()) {
            if (parts.find(lower)) {
              SipFields.add(m, parts.valueStart(), parts.valueEnd(), out);
            }
          }
        });
  }

  /** A field of the body or of the parts that are of this type. */
  private static Field content(
      String name, String label, FieldType type, String contentType, ContentReader reader) {
    return SipFields.field(name, label, type, (m, out) -> each(m, contentType, reader, out));
  }

  private static void each(
      SipMessage m, String contentType, ContentReader reader, FieldValues out) {
    int type = m.find(SipHeader.CONTENT_TYPE, 0);
    if (type < 0 || SipBody.isEncoded(m)) {
      return;
    }
    if (SipBody.isType(m.view(), m.valueStart(type), m.valueEnd(type), contentType)) {
      reader.read(m, m.bodyOffset(), m.bodyEnd(), out);
      return;
    }
    MimeParts parts = parts(m);
    while (parts.next()) {
      if (parts.findType()
          && SipBody.isType(m.view(), parts.valueStart(), parts.valueEnd(), contentType)) {
        reader.read(m, parts.content(), parts.end(), out);
      }
    }
  }

  private static void lines(SipMessage m, int from, int to, FieldValues out) {
    int at = from;
    while (at < to) {
      int end = lineEnd(m.view(), at, to);
      add(at, end, out);
      at = SipStartLine.afterLineEnd(m.view(), end, to);
    }
  }

  private static int lineEnd(ByteView view, int from, int to) {
    int at = from;
    while (at < to && view.u8(at) != '\r' && view.u8(at) != '\n') {
      at++;
    }
    return at;
  }

  /** {@code Signal=5}, {@code Duration=160}, a line each. */
  private static void relay(SipMessage m, int from, int to, String name, FieldValues out) {
    ByteView view = m.view();
    int at = from;
    while (at < to) {
      int end = lineEnd(view, at, to);
      int equals = view.indexOf((byte) '=', at, end);
      if (equals > 0 && Ascii.equalsIgnoreCase(view, at, Ascii.trimEnd(view, at, equals), name)) {
        int start = Ascii.skipSpace(view, equals + 1, end);
        int stop = Ascii.trimEnd(view, start, end);
        if (name.equals("Duration")) {
          SipFields.addNumber(m, start, stop, out);
        } else {
          SipFields.add(m, start, stop, out);
        }
      }
      at = SipStartLine.afterLineEnd(view, end, to);
    }
  }

  /** The digit alone. */
  private static void digit(SipMessage m, int from, int to, FieldValues out) {
    int start = Ascii.skipSpace(m.view(), from, to);
    SipFields.add(m, start, Ascii.trimEnd(m.view(), start, lineEnd(m.view(), start, to)), out);
  }
}
