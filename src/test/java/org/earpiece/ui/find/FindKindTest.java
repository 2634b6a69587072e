package org.earpiece.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindKindTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT   | Softphone 3    | frame matches \"Softphone 3\"",
        "TEXT   | a.b@c          | frame matches \"a\\\\.b\\\\@c\"",
        "TEXT   | say \"hi\" \\  | frame matches \"say \\\\\\\"hi\\\\\\\" \\\\\\\\\"",
        "REGEX  | tag=[0-9a-f]+  | frame matches \"tag=[0-9a-f]+\"",
        "HEX    | 80 08 4F e8    | frame contains 80:08:4f:e8",
        "HEX    | 0x8008         | frame contains 80:08",
        "HEX    | de-ad:be.ef    | frame contains de:ad:be:ef",
        "FILTER | rtp && !rtcp   | rtp && !rtcp"
      })
  void asksAsADisplayFilter(FindKind kind, String words, String filter) {
    assertThat(kind.filter(words)).isEqualTo(filter);
    assertThat(FilterCompiler.compile(filter, FIELDS)).isInstanceOf(FilterResult.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"REGEX, (unclosed", "HEX, xyz", "FILTER, sip.nonsense"})
  void whatCannotBeAskedIsRefused(FindKind kind, String words) {
    assertThat(FilterCompiler.compile(kind.filter(words), FIELDS))
        .isInstanceOf(FilterResult.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, a.b, false, xA.By, true",
    "TEXT, a.b, false, axb, false",
    "TEXT, a.b, true, A.b, false",
    "REGEX, a.b, false, xAxB, true",
    "REGEX, a.b, true, xAxB, false"
  })
  void findsText(FindKind kind, String words, boolean exactly, String in, boolean found) {
    assertThat(kind.pattern(words, exactly).matcher(in).find()).isEqualTo(found);
  }
}
