package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;

/**
 * The parts of CSeq, RAck, Via and Reason, and of what networks put into messages: where somebody
 * is (P-Access-Network-Info, RFC 7315), how calls are charged (P-Charging-Vector), which features
 * there are (RFC 6809), and the identifier of a session end to end (RFC 7989).
 */
final class SipPartFields {
  private static final SipHeader[] ACCESS = {SipHeader.P_ACCESS_NETWORK_INFO};
  private static final SipHeader[] CHARGING = {SipHeader.P_CHARGING_VECTOR};
  private static final SipHeader[] FEATURES = {SipHeader.FEATURE_CAPS};
  private static final SipHeader[] SESSION = {SipHeader.SESSION_ID};
  private static final String Q850 = "Q.850";
  private static final String SIP = "SIP";

  /** Any protocol that has no field for its causes. */
  private static final String OTHER = "other";

  private static final int UUID_DIGITS = 32;
  private static final int[] UUID_GROUPS = {8, 12, 16, 20};

  private SipPartFields() {}

  /** Takes one element of a header: its first word, and where its parameters begin and end. */
  @FunctionalInterface
  interface Element {
    void read(SipMessage m, int from, int wordEnd, int to, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(word("sip.CSeq.seq", "Sequence Number", SipHeader.CSEQ, 0, true));
    fields.add(word("sip.CSeq.method", "Method", SipHeader.CSEQ, 1, false));
    fields.add(word("sip.RAck.RSeq.seq", "RSeq Sequence Number", SipHeader.RACK, 0, true));
    fields.add(word("sip.RAck.CSeq.seq", "CSeq Sequence Number", SipHeader.RACK, 1, true));
    fields.add(word("sip.RAck.CSeq.method", "CSeq Method", SipHeader.RACK, 2, false));
    via(fields);
    reason(fields);
    network(fields);
    session(fields);
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
    fields.add(viaParam("sip.Via.sigcomp-id", "Sigcomp identifier", "sigcomp-id"));
    overload(fields);
    fields.add(viaParam("sip.Via.be_route", "be-route", "be-route"));
  }

  /** RFC 7339. */
  private static void overload(List<Field> fields) {
    fields.add(viaParam("sip.Via.oc", "Overload Control", "oc"));
    fields.add(
        viaPart(
            "sip.Via.oc_val",
            "Overload Control Value",
            true,
            (via, m, out) -> via.number("oc", m, out)));
    fields.add(viaParam("sip.Via.oc_validity", "Overload Control Validity", "oc-validity"));
    fields.add(viaParam("sip.Via.oc_seq", "Overload Control Sequence", "oc-seq"));
    fields.add(viaParam("sip.Via.oc_algo", "Overload Control Algorithm", "oc-algo"));
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
    fields.add(reasonPart("sip.reason_cause_q850", "Cause", Q850, "cause"));
    fields.add(reasonPart("sip.reason_cause_sip", "Cause", SIP, "cause"));
    fields.add(reasonPart("sip.reason_cause_other", "Cause", OTHER, "cause"));
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

  private static boolean isProtocol(ByteView view, int from, int to, String protocol) {
    if (!protocol.equals(OTHER)) {
      return Ascii.equalsIgnoreCase(view, from, to, protocol);
    }
    return !Ascii.equalsIgnoreCase(view, from, to, Q850)
        && !Ascii.equalsIgnoreCase(view, from, to, SIP);
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
    boolean wanted = protocol.isEmpty() || isProtocol(m.view(), start, end, protocol);
    SipParams params = new SipParams().begin(m.view(), semicolon, to, ';');
    if (wanted && params.find(param)) {
      if (param.equals("cause")) {
        SipFields.addNumber(m, params.valueStart(), params.valueEnd(), out);
      } else {
        SipFields.add(m, params.bareStart(), params.bareEnd(), out);
      }
    }
  }

  private static void network(List<Field> fields) {
    fields.add(firstWord("sip.P-Access-Network-Info.access-type", "access-type", ACCESS));
    fields.add(
        param(
            "sip.P-Access-Network-Info.utran-cell-id-3gpp",
            "utran-cell-id-3gpp",
            ACCESS,
            "utran-cell-id-3gpp"));
    fields.add(param("sip.icid_value", "icid-value", CHARGING, "icid-value"));
    fields.add(param("sip.icid_gen_addr", "icid-gen-addr", CHARGING, "icid-gen-addr"));
    fields.add(
        SipFields.text(
            "sip.feature_cap",
            "Feature Cap",
            (m, out) -> elements(m, FEATURES, SipPartFields::capabilities, out)));
  }

  private static void session(List<Field> fields) {
    fields.add(
        SipFields.field(
            "sip.Session-ID.sess_id",
            "sess-id",
            FieldType.BYTES,
            (m, out) -> elements(m, SESSION, SipPartFields::identifier, out)));
    fields.add(sessionOf("local_uuid", "local-uuid", false));
    fields.add(sessionOf("remote_uuid", "remote-uuid", true));
    fields.add(
        SipFields.field(
            "sip.Session-ID.logme",
            "logme",
            FieldType.BOOLEAN,
            (m, out) ->
                elements(
                    m,
                    SESSION,
                    (message, from, word, to, o) -> {
                      SipParams walk = new SipParams().begin(message.view(), word, to, ';');
                      if (walk.find("logme")) {
                        o.addNumber(1, walk.nameStart(), walk.valueEnd() - walk.nameStart());
                      }
                    },
                    out)));
    fields.add(
        SipFields.text(
            "sip.Session-ID.param",
            "param",
            (m, out) ->
                elements(
                    m,
                    SESSION,
                    (message, from, word, to, o) -> {
                      SipParams walk = new SipParams().begin(message.view(), word, to, ';');
                      if (walk.next() && !walk.is("remote") && !walk.is("logme")) {
                        SipFields.add(message, walk.nameStart(), to, o);
                      }
                    },
                    out)));
  }

  /** The identifier as bytes, half a byte a digit. */
  private static void identifier(SipMessage m, int from, int wordEnd, int to, FieldValues out) {
    if (isHex(m.view(), from, wordEnd) && (wordEnd - from) % 2 == 0) {
      String digits = m.view().ascii(from, wordEnd - from);
      out.addBytes(HexFormat.of().parseHex(digits), from, wordEnd - from);
    }
  }

  private static boolean isHex(ByteView view, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(view.u8(i))) {
        return false;
      }
    }
    return from < to;
  }

  private static void uuid(ByteView view, int from, int to, FieldValues out) {
    if (to - from == UUID_DIGITS && isHex(view, from, to)) {
      StringBuilder text = new StringBuilder(view.ascii(from, UUID_DIGITS));
      for (int i = UUID_GROUPS.length - 1; i >= 0; i--) {
        text.insert(UUID_GROUPS[i], '-');
      }
      out.addText(text.toString(), from, to - from);
    }
  }

  /** The feature tags, without the plus sign before them. */
  private static void capabilities(SipMessage m, int from, int wordEnd, int to, FieldValues out) {
    SipParams walk = new SipParams().begin(m.view(), from, to, ';');
    while (walk.next()) {
      int start = walk.nameStart();
      boolean plus = start > from && m.view().u8(start) == '+';
      SipFields.add(m, plus ? start + 1 : start, walk.valueEnd(), out);
    }
  }

  static Field firstWord(String name, String label, SipHeader[] headers) {
    return SipFields.text(
        name,
        label,
        (m, out) ->
            elements(
                m,
                headers,
                (message, from, wordEnd, to, o) -> SipFields.add(message, from, wordEnd, o),
                out));
  }

  static Field param(String name, String label, SipHeader[] headers, String param) {
    return SipFields.text(
        name,
        label,
        (m, out) ->
            elements(
                m,
                headers,
                (message, from, wordEnd, to, o) -> {
                  // a vector has no word before its parameters
                  SipParams walk = new SipParams().begin(message.view(), from, to, ';');
                  if (walk.find(param)) {
                    SipFields.add(message, walk.valueStart(), walk.valueEnd(), o);
                  }
                },
                out));
  }

  /** Reads each element of the lists in these headers. */
  static void elements(SipMessage m, SipHeader[] headers, Element element, FieldValues out) {
    ByteView view = m.view();
    for (SipHeader header : headers) {
      for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
        int at = m.valueStart(i);
        while (at < m.valueEnd(i)) {
          int stop = SipParams.topLevel(view, at, m.valueEnd(i), (byte) ',');
          int from = Ascii.skipSpace(view, at, stop);
          int semicolon = SipParams.topLevel(view, from, stop, (byte) ';');
          element.read(m, from, Ascii.trimEnd(view, from, semicolon), stop, out);
          at = stop + 1;
        }
      }
    }
  }

  /** A side of a session that both sides have named (RFC 7989 section 5). */
  private static Field sessionOf(String name, String label, boolean remote) {
    return SipFields.text(
        "sip.Session-ID." + name,
        label,
        (m, out) ->
            elements(
                m,
                SESSION,
                (message, from, word, to, o) -> {
                  SipParams walk = new SipParams().begin(message.view(), word, to, ';');
                  if (walk.find("remote")) {
                    int start = remote ? walk.valueStart() : from;
                    uuid(message.view(), start, remote ? walk.valueEnd() : word, o);
                  }
                },
                out));
  }
}
