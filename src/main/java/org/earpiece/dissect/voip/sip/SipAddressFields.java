package org.earpiece.dissect.voip.sip;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;

/** The parts of the Request-URI and of the headers that hold addresses (RFC 3261 section 20). */
final class SipAddressFields {
  private SipAddressFields() {}

  /** A part of an address by position, added to the values. */
  @FunctionalInterface
  private interface Part {
    void add(SipMessage message, SipAddress address, FieldValues out);
  }

  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    requestUri(fields);
    header(fields, SipHeader.FROM, "sip.from", ".addr", "SIP from address");
    header(fields, SipHeader.TO, "sip.to", ".addr", "SIP to address");
    header(fields, SipHeader.CONTACT, "sip.contact", ".uri", "Contact URI");
    header(fields, SipHeader.ROUTE, "sip.Route", ".uri", "Route URI");
    header(fields, SipHeader.RECORD_ROUTE, "sip.Record-Route", ".uri", "Record-Route URI");
    header(fields, SipHeader.SERVICE_ROUTE, "sip.Service-Route", ".uri", "Service-Route URI");
    header(fields, SipHeader.PATH, "sip.Path", ".uri", "Path URI");
    header(fields, SipHeader.P_ASSERTED_IDENTITY, "sip.pai", ".addr", "SIP PAI Address");
    header(fields, SipHeader.P_PREFERRED_IDENTITY, "sip.ppi", ".addr", "SIP PPI Address");
    header(fields, SipHeader.PERMISSION_MISSING, "sip.pmiss", ".addr", "SIP PMISS Address");
    header(fields, SipHeader.TRIGGER_CONSENT, "sip.tc", ".addr", "SIP TC Address");
    fields.add(
        part(
            "sip.tc.target-uri",
            "SIP TC Target URI",
            SipHeader.TRIGGER_CONSENT,
            (m, a, out) -> {
              SipParams walk = a.params(new SipParams());
              if (walk.find("target-uri")) {
                SipFields.add(m, walk.valueStart(), walk.valueEnd(), out);
              }
            }));
    fields.add(tag("sip.from.tag", "SIP from tag", SipHeader.FROM));
    fields.add(tag("sip.to.tag", "SIP to tag", SipHeader.TO));
    fields.add(
        SipFields.text(
                "sip.tag",
                "SIP tag",
                (m, out) -> {
                  each(m, SipHeader.FROM, SipAddressFields::tag, out);
                  each(m, SipHeader.TO, SipAddressFields::tag, out);
                })
            .asHidden());
    fields.add(
        SipFields.text("sip.display.info", "SIP Display info", SipAddressFields::displays)
            .asHidden());
    fields.add(
        SipFields.text(
            "sip.contact.parameter",
            "Contact parameter",
            (m, out) ->
                each(
                    m,
                    SipHeader.CONTACT,
                    (message, a, o) -> params(message, a.params(new SipParams()), o),
                    out)));
    return fields;
  }

  private static void requestUri(List<Field> fields) {
    fields.add(request("sip.r-uri", "Request-URI", SipAddressFields::uri));
    fields.add(request("sip.r-uri.user", "Request-URI User Part", SipAddressFields::user));
    fields.add(request("sip.r-uri.host", "Request-URI Host Part", SipAddressFields::host));
    fields.add(request("sip.r-uri.port", "Request-URI Host Port", SipAddressFields::port));
    fields.add(request("sip.r-uri.param", "Request URI parameter", SipAddressFields::uriParams));
  }

  private static Field request(String name, String label, Part part) {
    return SipFields.text(
        name,
        label,
        (m, out) -> {
          if (m.isRequest()) {
            part.add(m, requestUri(m), out);
          }
        });
  }

  /** The Request-URI, without the angle brackets that it must not have. */
  private static SipAddress requestUri(SipMessage m) {
    SipStartLine line = m.line();
    boolean brackets = m.view().u8(line.uriStart) == '<';
    return brackets
        ? new SipAddress().single(m.view(), line.uriStart, line.uriEnd)
        : new SipAddress().uri(m.view(), line.uriStart, line.uriEnd);
  }

  private static void header(
      List<Field> fields, SipHeader header, String name, String uri, String label) {
    fields.add(
        part(name + ".display.info", label + " display info", header, SipAddressFields::display));
    fields.add(part(name + uri, label, header, SipAddressFields::uri));
    fields.add(part(name + ".user", label + " User Part", header, SipAddressFields::user));
    fields.add(part(name + ".host", label + " Host Part", header, SipAddressFields::host));
    fields.add(part(name + ".port", label + " Host Port", header, SipAddressFields::port));
    fields.add(part(name + ".param", label + " parameter", header, SipAddressFields::uriParams));
  }

  private static Field part(String name, String label, SipHeader header, Part part) {
    return SipFields.text(name, label, (m, out) -> each(m, header, part, out));
  }

  private static Field tag(String name, String label, SipHeader header) {
    return part(name, label, header, SipAddressFields::tag);
  }

  /** Adds a part of every address of a header. */
  private static void each(SipMessage m, SipHeader header, Part part, FieldValues out) {
    boolean list = isList(header);
    SipAddress address = new SipAddress();
    for (int i = m.find(header, 0); i >= 0; i = m.find(header, i + 1)) {
      address.begin(m.view(), m.valueStart(i), m.valueEnd(i), list);
      while (address.next()) {
        part.add(m, address, out);
      }
    }
  }

  private static void displays(SipMessage m, FieldValues out) {
    for (int i = 0; i < m.headerCount(); i++) {
      SipHeader header = m.header(i);
      if (header != null && isAddress(header)) {
        SipAddress address = new SipAddress();
        address.begin(m.view(), m.valueStart(i), m.valueEnd(i), isList(header));
        while (address.next()) {
          display(m, address, out);
        }
      }
    }
  }

  /** Whether the header may have several addresses in one line. */
  static boolean isList(SipHeader header) {
    return header != SipHeader.FROM && header != SipHeader.TO;
  }

  /** Whether the header's value is addresses that have fields. */
  static boolean isAddress(SipHeader header) {
    return switch (header) {
      case FROM,
          TO,
          CONTACT,
          ROUTE,
          RECORD_ROUTE,
          SERVICE_ROUTE,
          PATH,
          P_ASSERTED_IDENTITY,
          P_PREFERRED_IDENTITY,
          PERMISSION_MISSING,
          TRIGGER_CONSENT ->
          true;
      default -> false;
    };
  }

  private static void display(SipMessage m, SipAddress a, FieldValues out) {
    SipFields.add(m, a.displayStart(), a.displayEnd(), out);
  }

  private static void uri(SipMessage m, SipAddress a, FieldValues out) {
    SipFields.add(m, a.uriStart(), a.uriEnd(), out);
  }

  private static void user(SipMessage m, SipAddress a, FieldValues out) {
    SipFields.add(m, a.userStart(), a.userEnd(), out);
  }

  private static void host(SipMessage m, SipAddress a, FieldValues out) {
    SipFields.add(m, a.hostStart(), a.hostEnd(), out);
  }

  private static void port(SipMessage m, SipAddress a, FieldValues out) {
    SipFields.add(m, a.portStart(), a.portEnd(), out);
  }

  private static void uriParams(SipMessage m, SipAddress a, FieldValues out) {
    params(m, a.uriParams(new SipParams()), out);
  }

  private static void params(SipMessage m, SipParams walk, FieldValues out) {
    while (walk.next()) {
      SipFields.add(m, walk.nameStart(), walk.valueEnd(), out);
    }
  }

  private static void tag(SipMessage m, SipAddress a, FieldValues out) {
    SipParams walk = a.params(new SipParams());
    if (walk.find("tag")) {
      SipFields.add(m, walk.valueStart(), walk.valueEnd(), out);
    }
  }
}
