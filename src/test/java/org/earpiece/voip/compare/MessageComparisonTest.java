package org.earpiece.voip.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.earpiece.voip.compare.MessageComparison.Change;
import org.earpiece.voip.compare.MessageComparison.Part;
import org.earpiece.voip.compare.MessageComparison.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageComparisonTest {
  @TestFactory
  Stream<DynamicTest> effectsAreTold() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("comparisons.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> cases = List.of(text.split("(?m)^== ", -1));
      return cases.stream()
          .skip(1)
          .map(each ->
              DynamicTest.dynamicTest(each.substring(0, each.indexOf('\n')), () -> check(each)));
    }
  }

  private static void check(String text) {
    String[] parts = text.substring(text.indexOf('\n') + 1).split("\n--\n|\n=>\n", -1);
    MessageComparison comparison = MessageComparison.of(sent(parts[0]), sent(parts[1]));
    assertThat(comparison.effects())
        .containsExactlyElementsOf(parts[2].lines().filter(line -> !line.isBlank()).toList());
    boolean same = comparison.rows().stream().allMatch(row -> row.change() == Change.SAME);
    assertThat(same).isEqualTo(comparison.effects().isEmpty());
  }

  private static String sent(String lines) {
    return lines.replace("\n", "\r\n");
  }

  @Test
  void headersAreAlignedByNameWhateverTheirOrder() {
    List<Row> rows =
        MessageComparison.of(
                "INVITE sip:b SIP/2.0\r\nTo: b\r\nVia: 1\r\nVia: 0\r\nX-Y: y\r\n z\r\n\r\nv=0\r\na=x:1\r\n",
                "INVITE sip:b SIP/2.0\r\nv: 2, 1,0\r\nt: b\r\nSubject: s\r\nx-y: y z\r\n\r\nv=0\r\na=x:2\r\n")
            .rows();
    assertThat(rows)
        .containsExactly(
            new Row(Part.START, "", Change.SAME, "INVITE sip:b SIP/2.0", "INVITE sip:b SIP/2.0"),
            new Row(Part.HEADER, "To", Change.SAME, "b", "b"),
            new Row(Part.HEADER, "Subject", Change.ADDED, "", "s"),
            new Row(Part.HEADER, "Via", Change.ADDED, "", "2"),
            new Row(Part.HEADER, "Via", Change.SAME, "1", "1"),
            new Row(Part.HEADER, "Via", Change.SAME, "0", "0"),
            new Row(Part.HEADER, "X-Y", Change.SAME, "y z", "y z"),
            new Row(Part.BODY, "", Change.SAME, "v=0", "v=0"),
            new Row(Part.BODY, "", Change.CHANGED, "a=x:1", "a=x:2"));
  }

  @Test
  void whateverIsNoMessageIsComparedAllTheSame() {
    for (String odd : List.of("", "\r\n", ":", "A\r\n:\r\n\r\n", "\"<,", "SIP/2.0")) {
      assertThat(MessageComparison.of(odd, odd).effects()).as(odd).isEmpty();
      assertThat(MessageComparison.of(odd, "INVITE sip:b SIP/2.0").rows()).isNotEmpty();
    }
    String vast = "X: y\r\n".repeat(100_000);
    assertThat(MessageComparison.of(vast, vast).rows()).hasSizeLessThan(2_100);
  }
}
