package org.earpiece.ui.registrations;

import org.earpiece.filter.phrase.Phrases;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;

/** Filters on what expires unless it is refreshed. */
final class SoftStates {
  private SoftStates() {}

  /** A filter on an address of record. */
  static String ofRecord(RegistrationSnapshot registration) {
    String address = StateWords.plain(registration.aor());
    int at = address.indexOf('@');
    String user = at < 0 ? address : address.substring(0, at);
    return "sip.CSeq.method == \"REGISTER\" && sip.to.user == " + Phrases.quoted(user);
  }

  /** A filter on a dialog. */
  static String ofDialog(SubscriptionSnapshot subscription) {
    return "sip.Call-ID == " + Phrases.quoted(subscription.callId());
  }

  /** A filter on the signalling of a host. */
  static String ofHost(String address) {
    return "sip && " + Phrases.address("addr", address);
  }
}
