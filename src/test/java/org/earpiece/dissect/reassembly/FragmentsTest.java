package org.earpiece.dissect.reassembly;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.earpiece.packet.DataSource;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fragments are written {@code at:bytes}, a {@code +} behind those that others follow. */
final class FragmentsTest {
  private static final long SECOND = 1_000_000_000L;

  private final Fragments fragments = new Fragments();
  private final Packet packet = new Packet();
  private int number;

  /** The datagram that a fragment completes, or "-". */
  private String add(String fragment, long id, boolean v4, long timeNanos) {
    String[] parts = fragment.replace("+", "").split(":", -1);
    byte[] bytes = ("link" + parts[1]).getBytes(ISO_8859_1);
    packet.begin(
        ++number,
        timeNanos,
        bytes.length,
        0,
        LinkType.ETHERNET,
        bytes,
        0,
        bytes.length,
        Packet.NONE);
    packet.addresses(0, v4 ? IpAddress.v4(1) : 1, 0, v4 ? IpAddress.v4(2) : 2);
    packet.fragment().set(id, Integer.parseInt(parts[0]), fragment.endsWith("+"));
    if (fragments.take(packet, 4) != Fragments.Outcome.WHOLE) {
      return "-";
    }
    assertThat(packet.sources().kind(packet.source())).isEqualTo(DataSource.IP);
    return packet.bytes().ascii(0, packet.limit());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "in order               | 0:AAAAAAAA+ 8:BBBBBBBB+ 16:CC     | - - AAAAAAAABBBBBBBBCC | same",
        "out of order           | 16:CC 8:BBBBBBBB+ 0:AAAAAAAA+     | - - AAAAAAAABBBBBBBBCC | same",
        "a duplicate            | 0:AAAAAAAA+ 0:AAAAAAAA+ 8:BB      | - - AAAAAAAABB         | same",
        "the end twice          | 8:BB 8:BB 0:AAAAAAAA+             | - - AAAAAAAABB         | same",
        "overlap that agrees    | 0:AAAAAAAABBBBBBBB+ 8:BBBBBBBB+ 16:C | - - AAAAAAAABBBBBBBBC | same",
        "overlap that differs   | 0:AAAAAAAABBBBBBBB+ 8:XXXXXXXX+ 16:C | - - AAAAAAAABBBBBBBBC | - - -",
        "two different ends     | 8:BB 16:CC 0:AAAAAAAA+            | - - -                  | same",
        "data behind the end    | 8:BB 16:CCCCCCCC+ 0:AAAAAAAA+     | - - -                  | same",
        "an end within the data | 0:AAAAAAAABBBBBBBB+ 8:B           | - -                    | same",
        "not in units of eight  | 0:AAAAAAA+ 8:BB                   | - -                    | same",
        "nothing in it          | 0:+ 0:AA                          | - AA                   | same",
        "longer than a datagram | 65528:AAAAAAAA 0:AAAAAAAA+        | - -                    | same",
      })
  void datagrams(String what, String fragmentsInOrder, String v4, String v6) {
    String[] expected4 = v4.split(" ", -1);
    String[] expected6 = v6.equals("same") ? expected4 : v6.split(" ", -1);
    String[] sent = fragmentsInOrder.split(" ", -1);
    for (int i = 0; i < sent.length; i++) {
      assertThat(add(sent[i], 7, true, 0))
          .as("%s, IPv4, %s", what, sent[i])
          .isEqualTo(expected4[i]);
      assertThat(add(sent[i], 7, false, 0))
          .as("%s, IPv6, %s", what, sent[i])
          .isEqualTo(expected6[i]);
    }
  }

  @Test
  void identificationsAreKeptApart() {
    assertThat(add("0:AAAAAAAA+", 1, true, 0)).isEqualTo("-");
    assertThat(add("0:XXXXXXXX+", 2, true, 0)).isEqualTo("-");
    assertThat(add("8:B", 1, true, 0)).isEqualTo("AAAAAAAAB");
    assertThat(add("8:Y", 2, true, 0)).isEqualTo("XXXXXXXXY");
    assertThat(fragments.waiting()).isZero();
    assertThat(fragments.bytes()).isZero();
  }

  @Test
  void anIdentificationMayComeAgain() {
    for (int i = 0; i < 3; i++) {
      assertThat(add("0:AAAAAAAA+", 1, true, i)).isEqualTo("-");
      assertThat(add("8:B", 1, true, i)).isEqualTo("AAAAAAAAB");
    }
  }

  @Test
  void lateFragmentsFindNothing() {
    assertThat(add("0:AAAAAAAA+", 1, true, 0)).isEqualTo("-");
    assertThat(add("8:B", 1, true, 31 * SECOND)).isEqualTo("-");
    assertThat(fragments.discarded()).isEqualTo(1);
    assertThat(fragments.waiting()).isEqualTo(1);
  }

  @Test
  void aClockThatGoesBackGivesNothingUp() {
    assertThat(add("0:AAAAAAAA+", 1, true, 100 * SECOND)).isEqualTo("-");
    assertThat(add("8:B", 1, true, 0)).isEqualTo("AAAAAAAAB");
  }

  @Test
  void endlessFragmentsTakeBoundedMemory() {
    String full = "A".repeat(1024);
    int sent = 100_000;
    for (int i = 0; i < sent; i++) {
      add("60000:" + full + "+", i, true, i);
    }
    assertThat(fragments.waiting()).isLessThanOrEqualTo(Fragments.MAX_DATAGRAMS);
    assertThat(fragments.bytes()).isLessThanOrEqualTo(Fragments.MAX_BYTES);
    assertThat(fragments.discarded()).isEqualTo((long) sent - fragments.waiting());
  }
}
