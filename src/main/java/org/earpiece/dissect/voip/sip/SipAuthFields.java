package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.bytes.Ascii;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;

/**
 * The parts of challenges and credentials (RFC 3261 section 22, RFC 7616, RFC 3310), and of what
 * hops agree on to be secure (RFC 3329).
 */
final class SipAuthFields {
  private static final SipHeader[] HEADERS = {
    SipHeader.WWW_AUTHENTICATE,
    SipHeader.AUTHORIZATION,
    SipHeader.PROXY_AUTHENTICATE,
    SipHeader.PROXY_AUTHORIZATION,
    SipHeader.AUTHENTICATION_INFO
  };

  private static final SipHeader[] SECURITY = {
    SipHeader.SECURITY_CLIENT, SipHeader.SECURITY_SERVER, SipHeader.SECURITY_VERIFY
  };

  private SipAuthFields() {}

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        SipFields.text(
                "sip.auth", "Authentication", (m, out) -> each(m, SipAuthFields::wholeLine, out))
            .asHidden());
    fields.add(
        SipFields.text(
            "sip.auth.scheme",
            "Authentication Scheme",
            (m, out) -> each(m, SipAuthFields::scheme, out)));
    fields.add(param("sip.auth.username", "Username", "username"));
    fields.add(param("sip.auth.realm", "Realm", "realm"));
    fields.add(param("sip.auth.nonce", "Nonce Value", "nonce"));
    fields.add(param("sip.auth.uri", "Authentication URI", "uri"));
    fields.add(param("sip.auth.digest.response", "Digest Authentication Response", "response"));
    fields.add(param("sip.auth.algorithm", "Algorithm", "algorithm"));
    fields.add(param("sip.auth.opaque", "Opaque Value", "opaque"));
    fields.add(param("sip.auth.qop", "QOP", "qop"));
    fields.add(param("sip.auth.cnonce", "CNonce Value", "cnonce"));
    fields.add(param("sip.auth.nc", "Nonce Count", "nc"));
    fields.add(param("sip.auth.stale", "Stale Flag", "stale"));
    fields.add(param("sip.auth.domain", "Authentication Domain", "domain"));
    fields.add(param("sip.auth.rspauth", "Response auth", "rspauth"));
    fields.add(param("sip.auth.nextnonce", "Next Nonce", "nextnonce"));
    fields.add(param("sip.auth.auts", "Authentication Token", "auts"));
    fields.add(param("sip.auth.ik", "Integrity Key", "ik"));
    fields.add(param("sip.auth.ck", "Cyphering Key", "ck"));
    mechanisms(fields);
    return fields;
  }

  /** Offers and agreements of security (RFC 3329). */
  private static void mechanisms(List<Field> fields) {
    fields.add(SipPartFields.firstWord("sip.sec_mechanism", "[Security-mechanism]", SECURITY));
    for (String name : List.of("alg", "ealg", "prot")) {
      fields.add(SipPartFields.param("sip.sec_mechanism." + name, name, SECURITY, name));
    }
    for (String name : List.of("spi-c", "spi-s")) {
      fields.add(number(name, 32));
    }
    for (String name : List.of("port1", "port-c", "port2", "port-s")) {
      fields.add(number(name, 16));
    }
  }

  private static Field number(String param, int bits) {
    return SipFields.number(
            "sip.sec_mechanism." + param.replace('-', '_'),
            param,
            (m, out) ->
                SipPartFields.elements(
                    m,
                    SECURITY,
                    (message, from, wordEnd, to, o) -> {
                      SipParams walk = new SipParams().begin(message.view(), wordEnd, to, ';');
                      if (walk.find(param)) {
                        SipFields.addNumber(message, walk.valueStart(), walk.valueEnd(), o);
                      }
                    },
                    out))
        .bits(bits);
  }

  @FunctionalInterface
  private interface Part {
    void add(SipMessage message, int header, FieldValues out);
  }

  private static void each(SipMessage m, Part part, FieldValues out) {
    for (SipHeader header : HEADERS) {
      for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
        part.add(m, i, out);
      }
    }
  }

  private static void wholeLine(SipMessage m, int i, FieldValues out) {
    SipFields.add(m, m.nameStart(i), m.valueEnd(i), out);
  }

  /** The end of the scheme; Authentication-Info has none. */
  private static int schemeEnd(SipMessage m, int i) {
    int at = m.valueStart(i);
    while (at < m.valueEnd(i) && !Ascii.isSpace(m.view().u8(at)) && m.view().u8(at) != '=') {
      at++;
    }
    boolean scheme = m.header(i) != SipHeader.AUTHENTICATION_INFO;
    return scheme ? at : m.valueStart(i);
  }

  private static void scheme(SipMessage m, int i, FieldValues out) {
    SipFields.add(m, m.valueStart(i), schemeEnd(m, i), out);
  }

  /** The value with its quotes, as Wireshark has it. */
  private static Field param(String name, String label, String param) {
    return SipFields.text(
        name,
        label,
        (message, values) ->
            each(
                message,
                (m, i, out) -> {
                  SipParams walk = new SipParams();
                  walk.begin(m.view(), schemeEnd(m, i), m.valueEnd(i), ',');
                  if (walk.find(param)) {
                    SipFields.add(m, walk.valueStart(), walk.valueEnd(), out);
                  }
                },
                values));
  }
}
