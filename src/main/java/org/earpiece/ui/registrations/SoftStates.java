package org.earpiece.ui.registrations;

import java.util.List;
import java.util.function.ToIntFunction;
import org.earpiece.filter.phrase.Phrases;
import org.earpiece.ui.kit.Selection;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.subscription.SubscriptionSnapshot;

/** What both lists do alike. FX thread. */
final class SoftStates {
  private SoftStates() {}

  /**
   * The number of the one that is selected; none where it is not in this list.
   *
   * @param all number n at n - 1, their identities ascending
   */
  static <T> List<Integer> selected(List<T> all, Selection selection, ToIntFunction<T> id) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high && selection.softState() > 0) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(id.applyAsInt(all.get(middle)), selection.softState());
      if (order == 0) {
        return List.of(middle + 1);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return List.of();
  }

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
