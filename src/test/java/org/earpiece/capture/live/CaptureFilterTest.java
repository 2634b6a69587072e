package org.earpiece.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.earpiece.capture.CaptureException;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters as one types them, with libpcap's own words about the wrong ones. */
final class CaptureFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "'  '",
        "port 5060",
        "udp port 5060 or portrange 10000-20000",
        "host 192.0.2.1 and (tcp or udp)",
        "vlan and port 5060",
        "udp[8:4] = 0x494e5649",
      })
  void right(String filter) throws CaptureException {
    assertThat(CaptureFilter.check(filter, LinkType.ETHERNET)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port                | syntax error",
        "port 99999          | illegal port number 99999",
        "prot 5060           | syntax error",
        "(udp                | syntax error",
        "host 300.1.1.1      | 300.1.1.1",
        "udp and tcp         | expression rejects all packets",
        "portrange 5-        | syntax error",
      })
  void wrong(String filter, String message) throws CaptureException {
    String error = CaptureFilter.check(filter, LinkType.ETHERNET);
    assertThat(error).isNotNull().contains(message).doesNotContain("pcap_");
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PPP_WITH_DIR", "NFLOG"})
  void everyLinkType(LinkType linkType) throws CaptureException {
    assertThat(CaptureFilter.check("udp port 5060", linkType)).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkType.class,
      names = {"PPP_WITH_DIR", "NFLOG"})
  void whereLibpcapCannotFilterItSaysSo(LinkType linkType) throws CaptureException {
    assertThat(CaptureFilter.check("udp port 5060", linkType)).endsWith("not implemented");
  }

  @Test
  void fromManyThreads() {
    long wrong =
        IntStream.range(0, 400)
            .parallel()
            .filter(i -> isWrong(i % 2 == 0 ? "port " + (i + 1) : "port"))
            .count();
    assertThat(wrong).isEqualTo(200);
  }

  private static boolean isWrong(String filter) {
    try {
      return CaptureFilter.check(filter, LinkType.ETHERNET) != null;
    } catch (CaptureException e) {
      throw new AssertionError(e);
    }
  }
}
