package org.earpiece.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacketListChoiceTest {
  @Test
  void aFurtherColumnStandsBeforeTheInfoUnderAnIdentityOfItsOwn() {
    PacketListChoice two =
        PacketListChoice.DEFAULT
            .withColumn("Method", "sip.Method", false)
            .withColumn("Sequence", "rtp.seq", true);
    assertThat(two.columns().stream().map(PacketColumn::id).toList())
        .containsExactly(
            "no",
            "time",
            "source",
            "destination",
            "protocol",
            "length",
            "c1",
            "c2",
            "info",
            "sport",
            "dport",
            "comment");
    assertThat(two.columns().get(7).kind()).isEqualTo(PacketColumn.Kind.FIELDS);
  }

  @Test
  void settingsThatTellNothingGiveWhatIsShipped() {
    assertThat(PacketListText.read(Map.of())).isEqualTo(PacketListChoice.DEFAULT);
  }

  @Test
  void builtInColumnsThatSettingsDoNotTellAreThere() {
    PacketListChoice read =
        PacketListText.read(
            Map.of(
                "packet_column.id.1", "info",
                "packet_column.title.1", "What it says",
                "packet_column.content.1", "%i",
                "packet_column.right.1", "false"));
    assertThat(read.columns().getFirst().title()).isEqualTo("What it says");
    assertThat(read.columns()).hasSameSizeAs(PacketColumn.DEFAULT);
  }

  @Test
  void rulesThatNobodyChangedAreNotWritten() {
    assertThat(PacketListText.write(PacketListChoice.DEFAULT).keySet())
        .noneMatch(key -> key.startsWith("colouring_rule"));
  }

  @Test
  void allRulesMayBeRemoved() {
    PacketListChoice none = PacketListChoice.DEFAULT.withRules(List.of());
    assertThat(PacketListText.read(PacketListText.write(none))).isEqualTo(none);
  }
}
