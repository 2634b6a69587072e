package org.earpiece.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earpiece.session.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/display-filters.md: its filters are accepted, and those it says are refused are. */
final class FilterPageTest {
  /** The saved filters that the page speaks of. */
  private static final FilterNames NAMES =
      new FilterNames(
          Fields.ALL,
          Map.of(
              "Failed", "call.state == \"FAILED\"",
              "host", "ip.addr == $1 and sip",
              "pair", "ip.addr == $1 and ip.addr == $2"),
          null);

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| (.+) \\|$");

  private static Stream<Arguments> rows(boolean refused) throws IOException {
    String page = Files.readString(Path.of("docs", "display-filters.md"));
    int heading = page.indexOf("\n## What is refused\n");
    assertThat(heading).isPositive();
    Matcher rows = ROW.matcher(refused ? page.substring(heading) : page.substring(0, heading));
    return rows
        .results()
        .map(row -> Arguments.of(row.group(1).replace("\\|", "|"), row.group(2)))
        .toList()
        .stream();
  }

  static Stream<Arguments> accepts() throws IOException {
    return rows(false);
  }

  static Stream<Arguments> refuses() throws IOException {
    return rows(true);
  }

  @ParameterizedTest
  @MethodSource
  void accepts(String filter, String meaning) {
    assertThat(FilterCompiler.compile(filter, NAMES))
        .as(meaning)
        .isInstanceOf(FilterResult.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource
  void refuses(String filter, String why) {
    assertThat(FilterCompiler.compile(filter, NAMES))
        .isInstanceOfSatisfying(
            FilterResult.Refused.class,
            refused -> assertThat(refused.error().message()).contains(why));
  }
}
