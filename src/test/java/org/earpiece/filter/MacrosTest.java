package org.earpiece.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What filters name beside fields: saved filters, and values of the selected packet. */
final class MacrosTest {
  private final Map<String, Packet> packets = FilterFixture.packets();
  private final FilterNames names =
      new FilterNames(FilterFixture.registry(), macros(), packets.get("invite"));

  private static List<String[]> rows(String kind) {
    try (InputStream in = MacrosTest.class.getResourceAsStream("macros.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(row -> row[0].equals(kind))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> macros() {
    Map<String, String> macros = new HashMap<>();
    rows("macro").forEach(row -> macros.put(row[1], row[2]));
    return macros;
  }

  @TestFactory
  Stream<DynamicTest> accepts() {
    return rows("accepts").stream()
        .map(row -> dynamicTest(row[1], () -> assertThat(accepted(row[1])).isEqualTo(row[2])));
  }

  private String accepted(String text) {
    FilterResult result = FilterCompiler.compile(text, names);
    if (result instanceof FilterResult.Refused refused) {
      return refused.error().toString();
    }
    PacketFilter filter = ((FilterResult.Accepted) result).filter().copy();
    String found =
        packets.entrySet().stream()
            .filter(e -> filter.test(e.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? "-" : found;
  }

  @TestFactory
  Stream<DynamicTest> refuses() {
    return rows("refuses").stream()
        .map(row ->
            dynamicTest(
                row[1],
                () -> {
                  FilterResult result = FilterCompiler.compile(row[1], names);
                  assertThat(result).isInstanceOf(FilterResult.Refused.class);
                  FilterError error = ((FilterResult.Refused) result).error();
                  assertThat(error.message()).contains(row[4]);
                  assertThat(error.start()).isEqualTo(Integer.parseInt(row[2]));
                  assertThat(error.end()).isEqualTo(Integer.parseInt(row[3]));
                }));
  }

  @Test
  void aFilterKeepsTheValuesOfThePacketThatWasSelectedThen() {
    Packet selected = FilterFixture.packets().get("rtp");
    FilterResult result =
        FilterCompiler.compile(
            "udp.srcport == ${udp.srcport} && rtp.ssrc == ${rtp.ssrc}", names.selecting(selected));
    byte[] bytes = selected.bytes().array();
    java.util.Arrays.fill(bytes, (byte) 0);

    assertThat(((FilterResult.Accepted) result).filter().test(packets.get("rtp"))).isTrue();
  }

  @Test
  void withoutASelectedPacketItsValuesFitNothing() {
    FilterResult result = FilterCompiler.compile("ip.src == ${ip.src}", names.selecting(null));

    assertThat(packets.values())
        .noneMatch(packet -> ((FilterResult.Accepted) result).filter().test(packet));
  }

  @Test
  void macrosThatMultiplyComeToAnEnd() {
    Map<String, String> doubling = new HashMap<>();
    doubling.put("m0", "sip or ".repeat(20_000) + "sip");
    for (int i = 1; i < 9; i++) {
      doubling.put("m" + i, "${m" + (i - 1) + "} or ${m" + (i - 1) + "}");
    }
    FilterResult result =
        FilterCompiler.compile("${m8}", new FilterNames(names.fields(), doubling, null));

    assertThat(result).isInstanceOf(FilterResult.Refused.class);
    assertThat(((FilterResult.Refused) result).error().message()).contains("characters at most");
  }

  private String refusal(String text, Map<String, String> macros) {
    FilterResult result =
        FilterCompiler.compile(text, new FilterNames(names.fields(), macros, null));
    return ((FilterResult.Refused) result).error().message();
  }

  @Test
  @Timeout(20)
  void macrosThatMultiplyAndGiveNothingComeToAnEnd() {
    Map<String, String> empty = new HashMap<>();
    empty.put("m0", "");
    for (int i = 1; i < 9; i++) {
      empty.put("m" + i, ("${m" + (i - 1) + "}").repeat(100));
    }

    assertThat(refusal("${m8}", empty)).contains("10000 times at most");
  }

  @Test
  @Timeout(20)
  void bracketsThatNobodyClosesAreRefusedAtOnce() {
    assertThat(refusal("${".repeat(400_000), Map.of())).contains("the } for this { is missing");
    assertThat(refusal("$a(".repeat(300_000), Map.of())).contains("the ) for this ( is missing");
  }
}
