package org.earpiece.ui.filterbar;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.Remembered;
import org.earpiece.settings.SavedFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  private static Completion at(String filter) {
    return Completion.at(filter, filter.length(), FIELDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rtp.ss; rtp.ssrc",
        "sip && rtp.se; rtp.seq",
        "!(ip.ad; ip.addr",
        "sip.call; sip.Call-ID",
        "synchron; rtp.ssrc",
        "sip && upp; upper(",
        "len(sip.call; sip.Call-ID"
      })
  void proposesNamesThatBeginOrGoOnSo(String filter, String proposal) {
    assertThat(at(filter).proposals()).extracting(Completion.Proposal::text).contains(proposal);
  }

  @Test
  void replacesTheNameThatIsBeingWritten() {
    Completion c = Completion.at("sip && rtp.ss || udp", 13, FIELDS);
    assertThat(c.from()).isEqualTo(7);
    assertThat(c.to()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rtp.seq ; '>= '; 'contains '",
        "sip.Method ; 'contains '; '> '",
        "sip ; '&& '; '== '"
      })
  void proposesOperatorsThatSuitTheField(String filter, String there, String notThere) {
    String written = filter.strip() + " ";
    assertThat(at(written).proposals())
        .extracting(Completion.Proposal::text)
        .contains(there)
        .doesNotContain(notThere);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"''", "'sip.Method == \"INV'", "'\"a\\\" rtp'", "'== '", "rtp.ssrc"})
  void saysNothingWhereNothingCanBeCompleted(String filter) {
    assertThat(at(filter).proposals()).isEmpty();
  }

  @Test
  void theFiltersThatComeWithTheProgramAreValid() {
    for (SavedFilter each : Remembered.DEFAULT.savedFilters()) {
      assertThat(FilterCompiler.compile(each.filter(), FIELDS))
          .as(each.name())
          .isInstanceOf(FilterResult.Accepted.class);
    }
  }
}
