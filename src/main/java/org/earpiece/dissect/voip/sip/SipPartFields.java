package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;

/** The parts of CSeq, RAck, Via and Reason. */
final class SipPartFields {
  private SipPartFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(word("sip.CSeq.seq", "Sequence Number", SipHeader.CSEQ, 0, true));
    fields.add(word("sip.CSeq.method", "Method", SipHeader.CSEQ, 1, false));
    fields.add(word("sip.RAck.RSeq.seq", "RSeq Sequence Number", SipHeader.RACK, 0, true));
    fields.add(word("sip.RAck.CSeq.seq", "CSeq Sequence Number", SipHeader.RACK, 1, true));
    fields.add(word("sip.RAck.CSeq.method", "CSeq Method", SipHeader.RACK, 2, false));
    via(fields);
    reason(fields);
    return fields;
  }

  /** The n-th word of a header. */
  private static Field word(String name, String label, SipHeader header, int n, boolean number) {
    SipFields.Reader reader =
        (m, out) -> {
          for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
            nth(m, m.valueStart(i), m.valueEnd(i), n, number, out);
          }
        };
    return number ? SipFields.number(name, label, reader) : SipFields.text(name, label, reader);
  }

  private static void nth(
      SipMessage m, int start, int end, int n, boolean number, FieldValues out) {
    int from = start;
    for (int k = 0; k < n; k++) {
      from = Ascii.skipSpace(m.view(), wordEnd(m.view(), from, end), end);
    }
    int to = wordEnd(m.view(), from, end);
    if (number) {
      SipFields.addNumber(m, from, to, out);
    } else {
      SipFields.add(m, from, to, out);
    }
  }

  private static int wordEnd(ByteView view, int from, int to) {
    int i = from;
    while (i < to && !Ascii.isSpace(view.u8(i))) {
      i++;
    }
    return i;
  }

  private static void via(List<Field> fields) {
    fields.add(viaPart("sip.Via.transport", "Transport", false, SipVia::transport));
    fields.add(viaPart("sip.Via.sent-by.address", "Sent-by Address", false, SipVia::address));
    fields.add(viaPart("sip.Via.sent-by.port", "Sent-by port", true, SipVia::port).bits(16));
    fields.add(viaParam("sip.Via.branch", "Branch", "branch"));
    fields.add(viaParam("sip.Via.maddr", "Maddr", "maddr"));
    fields.add(viaParam("sip.Via.rport", "RPort", "rport"));
    fields.add(viaParam("sip.Via.received", "Received", "received"));
    fields.add(viaParam("sip.Via.ttl", "TTL", "ttl"));
    fields.add(viaParam("sip.Via.comp", "Comp", "comp"));
  }

  private static Field viaPart(String name, String label, boolean number, ViaPart part) {
    SipFields.Reader reader =
        (m, out) -> {
          SipVia via = new SipVia();
          for (int i = m.find(SipHeader.VIA, 0); i >= 0; i = m.find(SipHeader.VIA, i + 1)) {
            via.begin(m.view(), m.valueStart(i), m.valueEnd(i));
            while (via.next()) {
              part.read(via, m, out);
            }
          }
        };
    return number ? SipFields.number(name, label, reader) : SipFields.text(name, label, reader);
  }

  private static Field viaParam(String name, String label, String param) {
    return viaPart(name, label, false, (via, m, out) -> via.param(param, m, out));
  }

  @FunctionalInterface
  private interface ViaPart {
    void read(SipVia via, SipMessage message, FieldValues out);
  }

  /** RFC 3326: a protocol, then cause and text, in a list. */
  private static void reason(List<Field> fields) {
    fields.add(reasonPart("sip.reason_protocols", "Reason protocols", "", ""));
    fields.add(reasonPart("sip.reason_cause_q850", "Cause", "Q.850", "cause"));
    fields.add(reasonPart("sip.reason_cause_sip", "Cause", "SIP", "cause"));
    fields.add(reasonPart("sip.reason_text", "Text", "", "text"));
  }

  private static Field reasonPart(String name, String label, String protocol, String param) {
    boolean number = param.equals("cause");
    SipFields.Reader reader =
        (m, out) -> {
          for (int i = m.find(SipHeader.REASON, 0); i >= 0; i = m.find(SipHeader.REASON, i + 1)) {
            int at = m.valueStart(i);
            while (at < m.valueEnd(i)) {
              int stop = SipParams.topLevel(m.view(), at, m.valueEnd(i), (byte) ',');
              reason(m, at, stop, protocol, param, out);
              at = stop + 1;
            }
          }
        };
    return number ? SipFields.number(name, label, reader) : SipFields.text(name, label, reader);
  }

  private static void reason(
      SipMessage m, int from, int to, String protocol, String param, FieldValues out) {
    int start = Ascii.skipSpace(m.view(), from, to);
    int semicolon = SipParams.topLevel(m.view(), start, to, (byte) ';');
    int end = Ascii.trimEnd(m.view(), start, semicolon);
    if (param.isEmpty()) {
      SipFields.add(m, start, end, out);
      return;
    }
    boolean wanted = protocol.isEmpty() || Ascii.equalsIgnoreCase(m.view(), start, end, protocol);
    SipParams params = new SipParams().begin(m.view(), semicolon, to, ';');
    if (wanted && params.find(param)) {
      if (param.equals("cause")) {
        SipFields.addNumber(m, params.valueStart(), params.valueEnd(), out);
      } else {
        SipFields.add(m, params.bareStart(), params.bareEnd(), out);
      }
    }
  }
}
