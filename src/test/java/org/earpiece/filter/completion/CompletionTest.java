package org.earpiece.filter.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.settings.Remembered;
import org.earpiece.settings.SavedFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  private static final FilterNames NAMES =
      new FilterNames(
          FIELDS, Map.of("Failed", "sip.Status-Code >= 400", "port", "udp.port == $1"), null);

  private static List<Proposal> seen(String field) {
    return switch (field) {
      case "sip.Method" ->
          List.of(new Proposal("\"INVITE\"", "31 ×"), new Proposal("\"BYE\"", "7 ×"));
      case "ip.addr" -> List.of(new Proposal("10.0.0.5", "9 ×"));
      default -> List.of();
    };
  }

  private static Completion at(String filter) {
    return Completion.at(filter, filter.length(), NAMES, CompletionTest::seen);
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
    assertThat(at(filter).proposals()).extracting(Proposal::text).contains(proposal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "${; Failed}",
        "sip && ${fa; Failed}",
        "sip && ${po; port:",
        "ip.addr == ${ip.s; ip.src}",
        "udp.port in {1, ${udp.s; udp.srcport}"
      })
  void proposesWhatASavedFilterOrTheSelectedPacketGives(String filter, String proposal) {
    assertThat(at(filter).proposals()).extracting(Proposal::text).contains(proposal);
  }

  @Test
  void replacesTheNameThatIsBeingWritten() {
    Completion c = Completion.at("sip && rtp.ss || udp", 13, NAMES, CompletionTest::seen);
    assertThat(c.from()).isEqualTo(7);
    assertThat(c.to()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rtp.seq ; '>= '; 'contains '",
        "sip.Method ; 'contains '; '> '",
        "sip ; '&& '; '== '",
        "rtp.marker ; '== '; '> '",
        "ip.addr ; 'in {'; '> '",
        "udp.port == 5060 ; '&& '; '== '",
        "(sip || rtp) ; '|| '; '== '",
        "sip.Status-Code in {400, 486} ; '&& '; '== '"
      })
  void proposesOperatorsThatSuitTheField(String filter, String there, String notThere) {
    String written = filter.strip() + " ";
    assertThat(at(written).proposals())
        .extracting(Proposal::text)
        .contains(there)
        .doesNotContain(notThere);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"a\\\" rtp'",
        "rtp.ssrc",
        "'sip.From contains \"udp && rt'",
        "'udp.port == 5060 5061 '",
        "'nonsense == '"
      })
  void saysNothingWhereNothingCanBeCompleted(String filter) {
    assertThat(at(filter).proposals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'sip.Method == '; 14; \"INVITE\"",
        "'sip.Method == \"B'; 14; \"BYE\"",
        "'sip.Method==I'; 12; \"INVITE\"",
        "'sip.Method in {\"BYE\", '; 22; \"INVITE\"",
        "'rtp && sip.Method contains \"IN'; 27; \"INVITE\"",
        "'ip.addr eq '; 11; 10.0.0.5",
        "'ip.addr#2 == 10'; 13; 10.0.0.5",
        "'rtp.marker == '; 14; True",
        "'ip.proto == '; 12; 17",
        "'ip.proto == UD'; 12; 17",
        "'rtp.p_type == pcm'; 14; 8"
      })
  void proposesValuesThatTheCaptureHasOrThatHaveAName(String filter, int from, String value) {
    Completion completion = at(filter);
    assertThat(completion.proposals()).extracting(Proposal::text).contains(value);
    assertThat(completion.from()).isEqualTo(from);
    assertThat(completion.to()).isEqualTo(filter.length());
    String taken = filter.substring(0, from) + value + (filter.contains("{") ? "}" : "");
    assertThat(FilterCompiler.compile(taken, FIELDS)).isInstanceOf(FilterResult.Accepted.class);
  }

  @Test
  void everyProtocolIsProposedWhereNothingIsWritten() {
    for (String filter : List.of("", "sip && ", "!", "(")) {
      assertThat(at(filter).proposals()).extracting(Proposal::text).contains("sip", "rtp", "udp");
    }
  }

  @Test
  void aLongAndHostileTextCostsLittle() {
    String deep = "(".repeat(50_000) + "sip.Method == \"" + "\\\"".repeat(20_000);
    assertTimeout(Duration.ofSeconds(2), () -> at(deep));
    assertTimeout(Duration.ofSeconds(2), () -> at("a ".repeat(50_000)));
    assertTimeout(Duration.ofSeconds(2), () -> at("ip.addr in {" + "1,".repeat(50_000)));
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
