package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.earpiece.Shared;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.FilterScan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * SIP that came again and RTP out of sequence are known by a filter. Of SIP, tshark 4.0.17 finds as
 * many in these captures; of RTP, the names of the files tell.
 */
class IrregularPacketsTest {
  @ParameterizedTest
  @CsvSource({
    "lab/23-missing-ack.pcap, sip.resend == 1, 10",
    "lab/11-blind-transfer.pcap, sip.resend == 1, 1",
    "lab/02-busy.pcap, sip.resend == 1, 0",
    "public/sip-over-ipv6-fragmented-udp.pcap, sip.resend == 1, 1",
    "public/rtp-pcmu-no-jitter.pcapng, rtp.sequence_break, 0",
    "public/rtp-opus-fec-dropped-packets.pcapng, rtp.sequence_break, 29"
  })
  void areFound(String file, String filter, int count) throws IOException, InterruptedException {
    try (CaptureSession session = CaptureSession.open(Shared.captures().resolve(file))) {
      session.await();
      FilterResult.Accepted ready =
          (FilterResult.Accepted) FilterCompiler.compile(filter, session.fields());
      try (FilterScan scan = session.scan(ready.filter())) {
        scan.await();
        assertThat(scan.size()).isEqualTo(count);
      }
    }
  }
}
