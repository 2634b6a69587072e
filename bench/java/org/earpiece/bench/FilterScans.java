package org.earpiece.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Fields;
import org.earpiece.session.FilterScan;

/** How long display filters take over a capture that is indexed: FILE [FILTER...]; see bench/filters. */
public final class FilterScans {
  private static final int RUNS = 5;

  private static final List<String> FILTERS =
      List.of(
          "sip",
          "sip.Method == \"INVITE\"",
          "sip.Status-Code >= 400",
          "sip.from.user contains \"7\"",
          "rtp",
          "!rtp",
          "udp && !(sip || rtp || rtcp)",
          "frame.number > 1000000",
          "call.state == \"REJECTED\"",
          "call.mos < 3.6",
          "stream.loss > 1",
          "ip.addr == 10.0.0.7",
          "udp.port == 10000",
          "rtp.marker == 1",
          "rtp.ssrc == 0x12345678",
          "frame.len > 300",
          "rtp.payload contains 01:02:03",
          "sip || rtp.marker == 1 || udp.port == 53");

  private FilterScans() {}

  public static void main(String[] args) throws Exception {
    List<String> filters = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : FILTERS;
    try (CaptureSession session = CaptureSession.open(Path.of(args[0]))) {
      session.await();
      System.out.printf("%,d packets%n%-44s %10s %10s %12s%n", session.snapshot().packets(), "", "first ms", "median ms", "accepted");
      for (String filter : filters) {
        measure(session, filter);
      }
    }
  }

  private static void measure(CaptureSession session, String filter) throws Exception {
    if (!(FilterCompiler.compile(filter, Fields.ALL) instanceof FilterResult.Accepted accepted)) {
      System.out.printf("%-44s refused%n", filter);
      return;
    }
    double[] ms = new double[RUNS];
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      try (FilterScan scan = session.scan(accepted.filter())) {
        scan.await();
        ms[run] = (System.nanoTime() - start) / 1e6;
        found = scan.size();
      }
    }
    double first = ms[0];
    Arrays.sort(ms);
    System.out.printf("%-44s %10.1f %10.1f %,12d%n", filter, first, ms[RUNS / 2], found);
  }
}
