package org.earpiece.voip.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earpiece.voip.ladder.LadderModel.Message;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;
import org.junit.jupiter.api.Test;

class LadderArrangementTest {
  private static LadderModel model() {
    return LadderBuilderTest.built(
            """
            0    a>p INVITE 1 branch=1
            0.1  p>b INVITE 1 branch=2 vias=2
            4    b>p 180 INVITE 1 branch=2 vias=2
            4.1  p>a 180 INVITE 1 branch=1
            """)
        .build(0);
  }

  private static List<String> names(LadderModel model) {
    return model.participants().stream().map(Participant::word).toList();
  }

  private static List<String> arrows(LadderModel model) {
    return model.entries().stream()
        .filter(Message.class::isInstance)
        .map(Message.class::cast)
        .map(m -> m.from() + ">" + m.to() + " " + m.label())
        .toList();
  }

  @Test
  void naturalOrderIsThatOfTheCall() {
    LadderModel model = model();
    assertThat(LadderArrangement.NATURAL.apply(model)).isSameAs(model);
    assertThat(names(model)).containsExactly("2000 Alice", "10.0.0.16", "2010");
    assertThat(arrows(model))
        .containsExactly("0>1 INVITE", "1>2 INVITE", "2>1 180 Ringing", "1>0 180 Ringing");
  }

  @Test
  void participantsAreMovedAndTheirArrowsWithThem() {
    LadderModel moved =
        new LadderArrangement(Map.of(), Map.of(), List.of("10.0.0.2", "10.0.0.9"), Set.of())
            .apply(model());
    assertThat(names(moved)).containsExactly("2010", "2000 Alice", "10.0.0.16");
    assertThat(arrows(moved))
        .containsExactly("1>2 INVITE", "2>0 INVITE", "0>2 180 Ringing", "2>1 180 Ringing");
  }

  @Test
  void whoIsHiddenTakesItsArrowsAlong() {
    LadderModel model = model();
    LadderModel fewer =
        new LadderArrangement(Map.of(), Map.of(), List.of(), Set.of("10.0.0.2")).apply(model);
    assertThat(names(fewer)).containsExactly("2000 Alice", "10.0.0.16");
    assertThat(arrows(fewer)).containsExactly("0>1 INVITE", "1>0 180 Ringing");
    assertThat(quiet(model)).containsExactly(3_900_000_000L);
    assertThat(quiet(fewer)).containsExactly(4_100_000_000L);
    assertThat(fewer.startNanos()).isEqualTo(model.startNanos());
  }

  @Test
  void whoComesWhileOneReadsStandsAtTheRight() {
    LadderModel model = model();
    LadderArrangement reading = LadderArrangement.NATURAL.keeping(List.of("10.0.0.1", "10.0.0.2"));
    assertThat(names(reading.apply(model))).containsExactly("2000 Alice", "2010", "10.0.0.16");
    assertThat(arrows(reading.apply(model))).startsWith("0>2 INVITE", "2>1 INVITE");
    assertThat(reading.keeping(List.of())).isSameAs(reading);
    assertThat(LadderArrangement.NATURAL.keeping(List.of()).apply(model)).isSameAs(model);
  }

  private static List<Long> quiet(LadderModel model) {
    return model.entries().stream()
        .filter(Quiet.class::isInstance)
        .map(entry -> ((Quiet) entry).nanos())
        .toList();
  }

  @Test
  void namesOfAHostsFileGoBeforeAllOthersAndThoseOfTheCaptureBehind() {
    Map<String, String> hosts =
        HostNames.parse(
            """
            # the lab
            10.0.0.1   alice.example alice   # her phone
              10.0.0.1 other.example
            10.0.0.300 nobody
            fe80::1    router
            nonsense
            10.0.0.7
            """);
    assertThat(hosts)
        .containsOnly(Map.entry("10.0.0.1", "alice.example"), Map.entry("fe80::1", "router"));
    Map<String, String> captured = Map.of("10.0.0.16", "proxy.example", "10.0.0.2", "bob.example");
    LadderModel named = new LadderArrangement(hosts, captured, List.of(), Set.of()).apply(model());
    assertThat(names(named)).containsExactly("alice.example", "proxy.example", "2010");
  }

  @Test
  void eachPortOfAHostIsAParticipantWhenAsked() {
    LadderBuilder builder = new LadderBuilder(true);
    LadderBuilderTest.feed(builder, "0 a5060>b INVITE 1\n1 b5070>a5062 200 INVITE 1");
    LadderModel model = builder.build(0);
    assertThat(model.participants())
        .extracting(Participant::key)
        .containsExactly("10.0.0.1:5060", "10.0.0.2:5060", "10.0.0.2:5070", "10.0.0.1:5062");
  }
}
