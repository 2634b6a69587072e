package org.earpiece.voip.softstate;

import java.util.Locale;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of the URI that names a user (RFC 3261 section 10.3 step 5), to be compared as
 * text: without parameters, and without the usual ports, of UDP and TCP or of TLS, which some write
 * and some leave out.
 */
public final class AddressOfRecord {
  private AddressOfRecord() {}

  /** {@code sip:2000@pbx.example.com}; empty where there is no address. */
  public static String of(@Nullable NameAddress address) {
    if (address == null || address.uri().isEmpty()) {
      return "";
    }
    String uri = address.uri();
    int colon = uri.indexOf(':');
    String scheme = uri.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    if (!scheme.equals("sip") && !scheme.equals("sips")) {
      int end = uri.indexOf(';');
      return Text.kept(end < 0 ? uri : uri.substring(0, end));
    }
    String user = address.user();
    String host = address.host().toLowerCase(Locale.ROOT);
    return Text.kept(scheme + ':' + user + (user.isEmpty() ? "" : "@") + host + port(uri, address));
  }

  private static String port(String uri, NameAddress address) {
    int host = uri.indexOf(address.host(), uri.indexOf('@') + 1);
    int from = host + address.host().length();
    if (host < 0 || from >= uri.length() || uri.charAt(from) != ':') {
      return "";
    }
    int to = from + 1;
    while (to < uri.length() && Character.isDigit(uri.charAt(to))) {
      to++;
    }
    String port = uri.substring(from, to);
    boolean usual = port.equals(":5060") || port.equals(":5061") || port.equals(":");
    return usual ? "" : port;
  }
}
