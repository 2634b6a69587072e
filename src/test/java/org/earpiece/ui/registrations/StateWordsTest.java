package org.earpiece.ui.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.voip.registration.Binding;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.earpiece.voip.registration.RegistrationState;
import org.earpiece.voip.softstate.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of registrations says is wrong, and when a registration ends. */
class StateWordsTest {
  private static final long SECOND = 1_000_000_000L;

  /** Of a contact that was granted at 0 for a minute; a refusal came at its second. */
  private static RegistrationSnapshot registration(
      RegistrationState state, int contacts, int missed, String by, @Nullable Refusal refusal) {
    Binding binding = new Binding("sip:a@b", "", null, 60, 60 * SECOND, "", -1);
    List<Binding> bindings = java.util.Collections.nCopies(contacts, binding);
    return new RegistrationSnapshot(
        1,
        1,
        "sip:a@b",
        bindings,
        "",
        by,
        state,
        60,
        60 * SECOND,
        0,
        0,
        2,
        1,
        0,
        missed,
        refusal,
        4,
        1,
        4);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "REGISTERED   | 1 | 0 |           | -1 | \"\"",
        "REGISTERED   | 2 | 0 |           | -1 | 2 contacts",
        "REGISTERED   | 1 | 1 |           | -1 | had expired once",
        "REGISTERED   | 2 | 3 | sip:c@d   | -1 | 2 contacts, had expired 3 times, by c@d",
        "REGISTERED   | 1 | 0 |           | 50 | last try: 403 Forbidden",
        "REFUSED      | 1 | 0 |           | 50 | 403 Forbidden",
        "EXPIRED      | 1 | 1 |           | -1 | \"no refresh, expired 12 s ago\"",
        "CHALLENGED   | 1 | 0 |           | -1 | credentials are asked for",
        "REGISTERING  | 1 | 0 |           | -1 | \"\"",
        "UNREGISTERED | 1 | 0 |           | 50 | \"\"",
      })
  void remarks(
      RegistrationState state, int contacts, int missed, String by, long refused, String words) {
    Refusal refusal = refused < 0 ? null : new Refusal(refused * SECOND, 403, "Forbidden", "");
    String registrar = by == null ? "" : by;
    assertThat(
            StateWords.remark(
                registration(state, contacts, missed, registrar, refusal), 72 * SECOND))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 18, in 42 s",
    "60, 60, –",
    "60, 72, –",
    "3600, 0, in 1:00:00",
    "190, 0, in 3:10"
  })
  void ends(long until, long now, String words) {
    assertThat(StateWords.ends(until * SECOND, now * SECOND)).isEqualTo(words);
  }
}
