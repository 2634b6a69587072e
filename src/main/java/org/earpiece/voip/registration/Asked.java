package org.earpiece.voip.registration;

import java.util.List;
import org.earpiece.packet.Endpoint;
import org.earpiece.voip.softstate.Seconds;

/**
 * What a REGISTER asks for.
 *
 * @param contacts none where it only asks who is bound (RFC 3261 section 10.2.3)
 * @param all whether it is {@code Contact: *}
 * @param expires its Expires header, or {@link Seconds#NONE}
 * @param source where it was sent from, on the first hop that was captured
 */
record Asked(List<Contact> contacts, boolean all, long expires, String userAgent, Endpoint source) {
  /** What a registrar grants where nobody says anything (RFC 3261 section 20.19). */
  private static final long USUAL = 3600;

  /** Whether it takes a contact away, or asks only: then an answer without contacts means none. */
  boolean removes() {
    return all || contacts.isEmpty() || contacts.stream().anyMatch(c -> expires(c) == 0);
  }

  int characters() {
    return contacts.stream().mapToInt(Contact::characters).sum();
  }

  /** The seconds asked for a contact. */
  long expires(Contact contact) {
    if (contact.expires() != Seconds.NONE) {
      return contact.expires();
    }
    return expires == Seconds.NONE ? USUAL : expires;
  }
}
