package org.earpiece.voip.registration;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.voip.sip.NameAddress;
import org.earpiece.dissect.voip.sip.SipHeader;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.dissect.voip.sip.SipValue;
import org.earpiece.voip.softstate.Seconds;
import org.earpiece.voip.softstate.Text;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a REGISTER or of the answer to one.
 *
 * @param uri as written
 * @param expires seconds asked for or granted, or {@link Seconds#NONE}
 * @param instance the client's {@code +sip.instance} (RFC 5626), or empty
 * @param flow its {@code reg-id}, or -1
 */
record Contact(String uri, long expires, String instance, long flow) {
  /** Contacts of one message, and of one address of record; further ones are left aside. */
  static final int MAX_CONTACTS = 32;

  /** The contacts of a message; of {@code *} none. */
  static List<Contact> of(SipMessage message) {
    List<Contact> contacts = new ArrayList<>(1);
    for (SipValue value : SipValue.list(message.headers(SipHeader.CONTACT), MAX_CONTACTS)) {
      String uri = NameAddress.parse(value.text()).uri();
      if (!uri.isEmpty() && !uri.equals("*")) {
        contacts.add(
            new Contact(
                Text.kept(uri),
                Seconds.number(value, "expires"),
                Text.kept(value.param("+sip.instance")),
                value.number("reg-id")));
      }
    }
    return contacts;
  }

  /**
   * Whether both are the same binding: by client and flow where outbound says so (RFC 5626 section
   * 6), else by URI.
   */
  boolean same(Contact other) {
    if (!instance.isEmpty() && instance.equals(other.instance) && flow >= 0 && other.flow >= 0) {
      return flow == other.flow;
    }
    return uri.equals(other.uri);
  }

  /** The URI without its parameters. */
  private String bare() {
    int parameters = uri.indexOf(';');
    return parameters < 0 ? uri : uri.substring(0, parameters);
  }

  int characters() {
    return uri.length() + instance.length();
  }

  /** The one of these that is meant by this, or null: parameters may have been added on the way. */
  @Nullable Contact among(List<Contact> others) {
    for (Contact other : others) {
      if (same(other)) {
        return other;
      }
    }
    for (Contact other : others) {
      if (bare().equals(other.bare())) {
        return other;
      }
    }
    return null;
  }
}
