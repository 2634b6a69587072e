package org.earpiece.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.filter.PacketFilter.Asks;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of display filters: what it accepts and of what, what it refuses and how. */
final class FilterTest {
  private final FieldRegistry registry = FilterFixture.registry();
  private final Map<String, Packet> packets = FilterFixture.packets();

  private static List<String[]> table(String name) throws IOException {
    try (InputStream in = FilterTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private PacketFilter accepted(String filter) {
    FilterResult result = FilterCompiler.compile(filter, registry);
    assertThat(result).isInstanceOf(FilterResult.Accepted.class);
    return ((FilterResult.Accepted) result).filter();
  }

  private FilterError refused(String filter) {
    FilterResult result = FilterCompiler.compile(filter, registry);
    assertThat(result).isInstanceOf(FilterResult.Refused.class);
    return ((FilterResult.Refused) result).error();
  }

  private String matching(PacketFilter filter) {
    String names =
        packets.entrySet().stream()
            .filter(e -> filter.test(e.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }

  @TestFactory
  Stream<DynamicTest> accepts() throws IOException {
    return table("accepted.tsv").stream()
        .map(row ->
            dynamicTest(
                row[0],
                () -> {
                  PacketFilter filter = accepted(row[0]);
                  assertThat(matching(filter)).isEqualTo(row[1]);
                  assertThat(matching(filter.copy())).isEqualTo(row[1]);
                  packets.values().forEach(p -> givenItsProtocolsItSaysTheSame(filter, p));
                }));
  }

  private static void givenItsProtocolsItSaysTheSame(PacketFilter filter, Packet packet) {
    PacketFilter rest =
        filter.given(protocol -> protocol == Protocol.FRAME || packet.find(protocol) >= 0);
    boolean accepts = filter.test(packet);
    assertThat(rest.test(packet)).isEqualTo(accepts);
    if (rest.asks() == Asks.ACCEPTS || rest.asks() == Asks.REJECTS) {
      assertThat(rest.asks() == Asks.ACCEPTS).isEqualTo(accepts);
    }
  }

  @TestFactory
  Stream<DynamicTest> refuses() throws IOException {
    return table("refused.tsv").stream()
        .map(row ->
            dynamicTest(
                row[0],
                () -> {
                  FilterError error = refused(row[0]);
                  assertThat(error.message()).contains(row[3]);
                  assertThat(error.start() + "-" + error.end()).isEqualTo(row[1] + "-" + row[2]);
                }));
  }

  @ParameterizedTest(name = "{0} where there is {1}")
  @CsvSource({
    "sip, UDP SIP, ACCEPTS",
    "sip, UDP RTP, REJECTS",
    "not sip, UDP RTP, ACCEPTS",
    "sip or rtp, UDP RTP, ACCEPTS",
    "udp and sip, UDP, REJECTS",
    "sip or frame.len > 1, UDP, PACKET",
    "sip or frame.len > 1, SIP, ACCEPTS",
    "sip and not rtp, SIP, ACCEPTS",
    "udp.port == 5060 and frame.len > 1, TCP, REJECTS",
    "udp.port == 5060 and frame.len > 1, UDP, PACKET",
    "udp.port == 5060 or sip, TCP SIP, ACCEPTS",
    "sip xor rtp, SIP RTP, REJECTS",
    "sip xor rtp, RTP, ACCEPTS",
    "sip xor ip.ttl == 1, SIP IPV4, PACKET",
    "sip xor ip.ttl == 1, SIP, ACCEPTS",
    "sip.Method == sip.CSeq.method, UDP, REJECTS",
    "frame, UDP, ACCEPTS",
    "frame.number > 3, UDP, INDEX",
    "frame.number > 3 and rtp.marker, UDP, REJECTS",
    "frame.number > 3 and rtp, RTP, INDEX",
    "!(rtp.marker == 1), UDP, ACCEPTS",
    "rtp.marker != 1, UDP, REJECTS",
    "'ip.ttl in {1, 2}', IPV6, REJECTS",
    "'!(ip.ttl in {1, 2})', IPV6, ACCEPTS",
    "ip#2, IPV4, PACKET",
    "len(sip.Method) > 3, RTP, REJECTS"
  })
  void asksOnlyWhatItsProtocolsLeaveOpen(String filter, String protocols, Asks asks) {
    Set<String> there = Set.of(protocols.split(" ", -1));
    assertThat(accepted(filter).given(p -> there.contains(p.name())).asks()).isEqualTo(asks);
  }

  @Test
  void blankAcceptsAll() {
    assertThat(matching(accepted("  "))).isEqualTo("invite ok rtp six tunnel");
  }

  @Test
  void manyTermsDoNotOverflow() {
    String or = "udp.port == 9 or ".repeat(10_000) + "rtp";
    assertThat(matching(accepted(or))).isEqualTo("rtp");
    String and = "udp and ".repeat(10_000) + "!".repeat(10_001) + "rtp";
    assertThat(matching(accepted(and))).isEqualTo("invite ok tunnel");
    String xor = "udp xor ".repeat(10_000) + "rtp";
    assertThat(matching(accepted(xor))).isEqualTo("rtp");
    String chain = "udp.port == ".repeat(10_000) + "5060";
    assertThat(matching(accepted(chain))).isEqualTo("invite ok tunnel");
  }

  @Test
  void deepParenthesesAreRefused() {
    int most = FilterParser.MAX_DEPTH;
    assertThat(matching(accepted("(".repeat(most) + "sip" + ")".repeat(most))))
        .isEqualTo("invite ok");
    FilterError error = refused("(".repeat(100_000));
    assertThat(error.start()).isEqualTo(most);
    assertThat(error.message()).contains("more than 250 deep");
    assertThat(refused("s".repeat(FilterParser.MAX_LENGTH + 1)).message()).contains("at most");
  }

  @Test
  void backtrackingIsBounded() {
    packets.clear();
    byte[] long0 = "a".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
    Packet p = new Packet();
    p.begin(1, 0, long0.length, 0, org.earpiece.packet.LinkType.RAW, long0, 0, long0.length, -1);
    packets.put("a", p);
    assertThat(matching(accepted("frame matches \"(a+)+$\""))).isEqualTo("a");
    assertThat(matching(accepted("frame matches \"^(a+)+b$\""))).isEqualTo("-");
    assertThat(matching(accepted("frame matches \"^(a|a)*b$\""))).isEqualTo("-");
  }

  @Test
  void everyPrefixOfEveryFilterIsAnswered() throws IOException {
    List<String[]> rows =
        Stream.concat(table("accepted.tsv").stream(), table("refused.tsv").stream()).toList();
    for (String[] row : rows) {
      for (int end = 0; end <= row[0].length(); end++) {
        String text = row[0].substring(0, end);
        if (FilterCompiler.compile(text, registry)
            instanceof FilterResult.Refused(FilterError error)) {
          assertThat(error.start()).isBetween(0, text.length());
          assertThat(error.end()).isBetween(error.start(), text.length());
          assertThat(error.message()).isNotBlank();
        }
      }
    }
  }

  @Test
  void aCompoundPacketOfRtcpIsOneLayer() {
    Packet compound = FilterFixture.packets().get("rtp");
    compound.addLayer(Protocol.RTCP, 42);
    compound.addLayer(Protocol.RTCP, 50);
    FieldRegistry rtcp = new FieldRegistry(List.of(Field.protocol(Protocol.RTCP)));

    assertThat(List.of("rtcp#1", "rtcp#[-1]", "rtcp#2"))
        .filteredOn(text ->
            FilterCompiler.compile(text, rtcp) instanceof FilterResult.Accepted(var filter)
                && filter.test(compound))
        .containsExactly("rtcp#1", "rtcp#[-1]");
  }
}
