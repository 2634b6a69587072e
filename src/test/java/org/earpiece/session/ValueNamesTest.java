package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.names.ValueNames;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that display filters take for numbers of all fields: those of tshark 4.0.17. */
final class ValueNamesTest {
  private static Field field(String name) {
    return Fields.ALL.named(name).getFirst();
  }

  private static FilterResult compiled(String field, String name) {
    return FilterCompiler.compile(field + " == \"" + name + "\"", Fields.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "dns.qry.type, A (Host Address), 1",
    "dns.flags.response, Message is a response, 1",
    "rtcp.pt, sender report, 200",
    "rtcp.psfb.fmt, Temporal-Spatial Trade-off Request (TSTR), 5",
    "ip.proto, Datagram Congestion Control Protocol, 33",
    "tcp.flags.syn, Set, 1",
    "tcp.flags.syn, Not set, 0",
    "gre.flags.checksum, Yes, 1",
    "rtp.marker, True, 1",
    "tcp.option_kind, Maximum Segment Size, 2",
    "frame.p2p_dir, Unknown, -1",
    "frame.p2p_dir, Received, 1",
    "icmpv6.opt.prefix.valid_lifetime, Infinity, 4294967295",
    "sip.reason_cause_q850, Normal call clearing, 16",
    "vlan.priority, Excellent Effort, 3",
    "rtpevent.event_id, DTMF Pound #, 11",
    "rtp.red.p_type, ITU-T G.711 PCMU, 0",
  })
  void areTaken(String field, String name, long number) {
    assertThat(compiled(field, name)).isInstanceOf(FilterResult.Accepted.class);
    assertThat(ValueNames.number(field(field), name)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "rtp.p_type, ITU-T G.711 PCMU, write 0",
    "tcp.flags, SYN, write 0x2",
    "icmp.type, Destination unreachable, write 3",
    "stun.type, Binding Request, write 0x1",
    "dns.qry.type, A, write 1",
    "ip.proto, DCCP, write 33",
    "rtcp.pt, Sender Raport, did you mean \"Sender Report\"?",
    "gre.flags.checksum, Set, \"Yes\" or \"No\"",
    "tcp.flags.syn, True, \"Set\" or \"Not set\"",
    "tcp.flags.syn, 1, write true or false",
  })
  void areRefusedWithWhatToWrite(String field, String name, String advice) {
    assertThat(compiled(field, name))
        .isInstanceOfSatisfying(
            FilterResult.Refused.class,
            refused -> assertThat(refused.error().message()).contains(advice));
  }

  @Test
  void ofATruthAreTwo() {
    Fields.ALL
        .all()
        .values()
        .forEach(fields -> {
          Field field = fields.getFirst();
          if (field.type() == FieldType.BOOLEAN) {
            assertThat(ValueNames.of(field).values())
                .as(field.name())
                .containsExactlyInAnyOrder(0L, 1L);
          }
        });
  }
}
