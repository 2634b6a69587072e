package org.earpiece.ui.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earpiece.dissect.Dissectors;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Protocol;
import org.earpiece.settings.PacketColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PacketFiltersTest {
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  private static PacketLine line(String src, String dst, String protocol) {
    return new PacketLine(1, src, dst, "udp", 4000, 5060, protocol, 214, "", false, -1, List.of());
  }

  private static void assertValid(String filter) {
    assertThat(FilterCompiler.compile(filter, FIELDS))
        .as(filter)
        .isInstanceOf(FilterResult.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, frame.number == 7",
    "1, ''",
    "2, ip.src == 10.0.0.1",
    "3, ip.dst == 10.0.0.2",
    "4, rtp",
    "5, frame.len == 214",
    "6, ''"
  })
  void aCellGivesAFilter(int column, String filter) {
    PacketLine line = line("10.0.0.1", "10.0.0.2", "RTP");
    assertThat(PacketFilters.ofCell(line, 7, PacketColumn.DEFAULT.get(column))).isEqualTo(filter);
    assertValid(filter);
  }

  @ParameterizedTest
  @CsvSource({"SIP/SDP, sdp", "MGCP/SDP, sdp", "MGCP, mgcp"})
  void messagesWithADescriptionAreFilteredOnByIt(String name, String filter) {
    assertThat(PacketFilters.ofCell(line("", "", name), 1, PacketColumn.DEFAULT.get(4)))
        .isEqualTo(filter);
    assertValid(filter);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void everyProtocolOfTheListCanBeFilteredOn(Protocol protocol) {
    String filter =
        PacketFilters.ofCell(line("", "", protocol.shortName()), 1, PacketColumn.DEFAULT.get(4));
    assertValid(filter);
  }
}
