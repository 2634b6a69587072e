package org.earpiece.dissect.voip.sip;

import org.earpiece.bytes.Ascii;
import org.earpiece.bytes.ByteView;
import org.earpiece.packet.FieldValues;

/**
 * Takes the Vias of a header line apart in place (RFC 3261 section 20.42): {@code SIP/2.0/UDP
 * host:port;params}. Reused; one thread.
 */
final class SipVia {
  private final SipParams params = new SipParams();
  private ByteView view = new ByteView();
  private int position;
  private int listEnd;
  private int end;
  private int versionStart;
  private int versionEnd;
  private int transportStart;
  private int transportEnd;
  private int hostStart;
  private int hostEnd;
  private int portStart;
  private int portEnd;

  void begin(ByteView bytes, int from, int to) {
    view = bytes;
    position = from;
    listEnd = to;
  }

  boolean next() {
    while (position < listEnd) {
      int stop = SipParams.topLevel(view, position, listEnd, (byte) ',');
      int from = Ascii.skipSpace(view, position, stop);
      position = stop + 1;
      if (from < stop) {
        end = stop;
        takeApart(from);
        return true;
      }
    }
    return false;
  }

  private void takeApart(int from) {
    int semicolon = SipParams.topLevel(view, from, end, (byte) ';');
    int version = view.indexOf((byte) '/', from, semicolon);
    int slash = version < 0 ? -1 : view.indexOf((byte) '/', version + 1, semicolon);
    versionStart = version < 0 ? from : Ascii.skipSpace(view, version + 1, semicolon);
    versionEnd = slash < 0 ? versionStart : Ascii.trimEnd(view, versionStart, slash);
    transportStart = slash < 0 ? from : Ascii.skipSpace(view, slash + 1, semicolon);
    transportEnd = transportStart;
    while (transportEnd < semicolon && !Ascii.isSpace(view.u8(transportEnd))) {
      transportEnd++;
    }
    hostStart = Ascii.skipSpace(view, transportEnd, semicolon);
    int bracket =
        hostStart < semicolon && view.u8(hostStart) == '['
            ? view.indexOf((byte) ']', hostStart, semicolon)
            : -1;
    int colon = view.indexOf((byte) ':', Math.max(hostStart, bracket), semicolon);
    hostEnd = Ascii.trimEnd(view, hostStart, colon < 0 ? semicolon : colon);
    portStart = colon < 0 ? semicolon : Ascii.skipSpace(view, colon + 1, semicolon);
    portEnd = Ascii.trimEnd(view, portStart, semicolon);
    params.begin(view, semicolon, end, ';');
  }

  /** Whether the protocol's version is 2.0. */
  boolean isVersion2() {
    return Ascii.equalsIgnoreCase(view, versionStart, versionEnd, "2.0");
  }

  /** Whether the host is this one, as written. */
  boolean isHost(String host) {
    return Ascii.equalsIgnoreCase(view, hostStart, hostEnd, host);
  }

  void transport(SipMessage message, FieldValues out) {
    SipFields.add(message, transportStart, transportEnd, out);
  }

  void address(SipMessage message, FieldValues out) {
    boolean bracket = hostEnd - hostStart > 2 && view.u8(hostStart) == '[';
    int inner = bracket ? 1 : 0; // Wireshark's field has an IPv6 address without brackets
    SipFields.add(message, hostStart + inner, hostEnd - inner, out);
  }

  void port(SipMessage message, FieldValues out) {
    SipFields.addNumber(message, portStart, portEnd, out);
  }

  /** Adds the port where it is a number above this one. */
  void portAbove(int last, FieldValues out) {
    int end = portStart;
    while (end < portEnd && view.u8(end) >= '0' && view.u8(end) <= '9') {
      end++;
    }
    boolean above = end > portStart && !isUpTo(last, portStart, end);
    if (above) {
      out.addRange(portStart, end - portStart);
    }
  }

  private boolean isUpTo(int last, int from, int to) {
    long number = Ascii.decimal(view, from, to);
    return number >= 0 && number <= last;
  }

  /** The number that a parameter is. */
  void number(String name, SipMessage message, FieldValues out) {
    if (params.find(name)) {
      SipFields.addNumber(message, params.valueStart(), params.valueEnd(), out);
    }
  }

  /** The value of a parameter; its name where it has none. */
  void param(String name, SipMessage message, FieldValues out) {
    if (params.find(name)) {
      int from = params.hasValue() ? params.valueStart() : params.nameStart();
      SipFields.add(message, from, params.valueEnd(), out);
    }
  }
}
