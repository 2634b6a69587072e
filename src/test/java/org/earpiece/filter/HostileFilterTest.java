package org.earpiece.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.FieldRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters that nobody would write by hand: each is taken or refused in words, none hangs. */
class HostileFilterTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());
  private static final int MANY = 10_000;

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("(".repeat(MANY) + "sip" + ")".repeat(MANY), "parentheses are more than"),
        Arguments.of(regex("(".repeat(MANY) + ")".repeat(MANY)), "groups are more than 250 deep"),
        Arguments.of(regex("(){2000000000}"), "repeats something more than 65535 times"),
        Arguments.of(regex("((){1000}){1000}"), "repeats something more than 65535 times"),
        Arguments.of(regex("\\\\b{70000}"), "repeats something more than 65535 times"),
        Arguments.of(regex("(a{99}){9999999999}"), "repeats something more than 65535 times"));
  }

  private static String regex(String expression) {
    return "sip.Method matches \"" + expression + "\"";
  }

  @ParameterizedTest
  @MethodSource
  void refused(String filter, String why) {
    assertThat(FilterCompiler.compile(filter, FIELDS))
        .isInstanceOfSatisfying(
            FilterResult.Refused.class,
            refused -> assertThat(refused.error().message()).contains(why));
  }

  @ParameterizedTest
  @MethodSource
  void taken(String filter) {
    assertThat(FilterCompiler.compile(filter, FIELDS)).isInstanceOf(FilterResult.Accepted.class);
  }

  static List<String> taken() {
    return List.of(
        String.join(" or ", Collections.nCopies(MANY, "udp.port == 5060")),
        "not ".repeat(MANY) + "sip",
        "udp.port in {" + String.join(", ", Collections.nCopies(MANY, "5060")) + "}",
        regex("(a{2}b{3,9}){100}"),
        regex("\\\\({3}x{0,70000}"),
        regex("(a|a)*".repeat(100)));
  }

  /** Longer than the stack lets the expression be studied: refused or taken, but answered. */
  @Test
  void anExpressionLongerThanTheStack() {
    FilterResult result = FilterCompiler.compile(regex("(a|b)*".repeat(100_000)), FIELDS);
    assertThat(result).isNotNull();
    if (result instanceof FilterResult.Refused refused) {
      assertThat(refused.error().message()).contains("too long");
    }
  }
}
