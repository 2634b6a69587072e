package org.earpiece.dissect.voip.sip;

import java.util.List;
import java.util.Locale;
import org.earpiece.bytes.Ascii;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * What is remarkable of a message, under Wireshark's names: each is there or not. {@link SipCheck}
 * finds more, and tells it by {@code sip.problem}.
 */
final class SipExpertFields {
  private static final Protocol P = Protocol.SIP;
  private static final long LAST_LENGTH = (1L << 32) - 1;
  private static final int LAST_PORT = 0xFFFF;

  private SipExpertFields() {}

  /** Judges one header line. */
  @FunctionalInterface
  private interface Judge {
    boolean isWrong(SipMessage message, int from, int to);
  }

  static List<Field> all() {
    return List.of(
        label("sip.unrecognized_header", "Unrecognised SIP header", SipExpertFields::unknown),
        label(
            "sip.header_no_colon",
            "Header has no colon after the name",
            (m, out) -> {
              for (int i = 0; i < m.headerCount(); i++) {
                if (m.isWithoutColon(i)) {
                  out.addRange(m.nameStart(i), m.valueEnd(i) - m.nameStart(i));
                }
              }
            }),
        Field.of(
            P,
            "sip.header_not_terminated",
            "Header not terminated by empty line (CRLF)",
            FieldType.LABEL,
            SipExpertFields::open),
        label(
            "sip.Status-Code.invalid",
            "Invalid Status-Code",
            (m, out) -> {
              SipStartLine line = m.line();
              if (!line.request && line.status == 0) {
                out.addRange(line.statusStart, line.statusEnd - line.statusStart);
              }
            }),
        header(
            "sip.content_length.invalid",
            "Invalid content_length",
            SipHeader.CONTENT_LENGTH,
            (m, from, to) -> !isNumber(m, from, to)),
        header(
            "sip.retry_after.invalid",
            "Invalid retry_after value",
            SipHeader.RETRY_AFTER,
            (m, from, to) -> !isNumber(m, from, delayEnd(m, from, to))),
        label(
            "sip.Via.sent-by.port.invalid",
            "Invalid SIP Via sent-by-port",
            (m, out) -> {
              SipVia via = new SipVia();
              for (int i = m.find(SipHeader.VIA, 0); i >= 0; i = m.find(SipHeader.VIA, i + 1)) {
                via.begin(m.view(), m.valueStart(i), m.valueEnd(i));
                while (via.next()) {
                  via.portAbove(LAST_PORT, out);
                }
              }
            }),
        header(
            "sip.Session-ID.sess_id.invalid",
            "Session ID cannot be empty",
            SipHeader.SESSION_ID,
            (m, from, to) -> from == to || m.view().u8(from) == ';'));
  }

  private static Field label(String name, String label, SipFields.Reader reader) {
    return SipFields.field(name, label, FieldType.LABEL, reader);
  }

  private static Field header(String name, String label, SipHeader header, Judge judge) {
    return label(
        name,
        label,
        (m, out) -> {
          for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
            int from = m.valueStart(i);
            if (judge.isWrong(m, from, m.valueEnd(i))) {
              out.addRange(from, m.valueEnd(i) - from);
            }
          }
        });
  }

  private static boolean isNumber(SipMessage m, int from, int to) {
    long number = Ascii.decimal(m.view(), from, to);
    return number >= 0 && number <= LAST_LENGTH;
  }

  /** Where the seconds end: a comment and parameters may follow (RFC 3261 section 20.33). */
  private static int delayEnd(SipMessage m, int from, int to) {
    int end = from;
    while (end < to && m.view().u8(end) != '(' && m.view().u8(end) != ';') {
      end++;
    }
    return Ascii.trimEnd(m.view(), from, end);
  }

  private static void unknown(SipMessage m, FieldValues out) {
    for (int i = 0; i < m.headerCount(); i++) {
      int from = m.nameStart(i);
      if (m.header(i) != null || m.isWithoutColon(i)) {
        continue;
      }
      String raw = m.view().utf8(from, m.nameEnd(i) - from);
      String name = SipMessage.unfold(raw).toLowerCase(Locale.ROOT);
      if (!SipHeaderTable.isRegistered(name)) {
        out.addText("Unrecognised SIP header (" + name + ")", from, m.valueEnd(i) - from);
      }
    }
  }

  /** Of what the capture cut off, or a fragment alone, nobody knows how it ends. */
  private static void open(Packet p, int layer, FieldValues out) {
    SipMessage m = Sip.message(p, layer);
    boolean whole = p.capturedLength() == p.length() && !p.fragment().partial();
    if (whole && m.headerCount() > 0 && !m.headersComplete()) {
      out.addRange(m.bodyOffset(), 0);
    }
  }
}
