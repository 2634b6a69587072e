package org.earpiece.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code statistics} and {@code graph}: what tshark 4.0.17 counts in the same captures. */
final class StatisticsTest {
  private static final String AAA = "sip-rtp-wireshark-aaa-register-auth-calls.pcap";

  @TempDir Path folder;

  private static Shell.Result ok(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add(Shared.captures().resolve("public").resolve(AAA).toString());
    arguments.addAll(List.of(more));
    Shell.Result result = new Shell().run(arguments.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isZero();
    return result;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # arguments                              | a line of it
          --kind hierarchy                         | Ethernet II,eth,0,691,100.0,99997,100.0,511,0,0
          --kind hierarchy                         | "  Internet Protocol Version 4",ip,1,647,93.6,97753,97.8,499,0,0
          --kind hierarchy                         | "    User Datagram Protocol",udp,2,590,85.4,93736,93.7,479,0,0
          --kind hierarchy -Y sip                  | "      Session Initiation Protocol",sip,3,81,100.0,46100,100.0,255,69,35130
          --kind lengths                           | 40–79,126,18.23,57.14,42,76,0.0001
          --kind lengths                           | 80–159,463,67.00,89.93,81,146,0.0003
          --kind lengths                           | 640–1279,23,3.33,815.74,651,1118,0.0000
          --kind lengths                           | 5120 and more,0,0.00,,,,0.0000
          --kind conversations --layer udp         | 192.168.1.2,5060,212.242.33.35,5060,84,37575,53,21940,31,15635,32.004937,1521.569116,115,82
          --kind conversations --layer udp         | 192.168.1.41,137,192.168.1.255,137,12,1104,12,1104,0,0,1116.969517,14.266897,619,0
          --kind endpoints --layer udp             | 192.168.1.1,53,357,31570,54,5892,303,25678
          --kind endpoints --layer udp             | 192.168.1.2,5060,102,47087,68,29508,34,17579
          --kind sip                               | request,INVITE,11,4,154.1,5658.1,36772.8
          --kind sip                               | request,REGISTER,18,0,132.3,148.8,195.9
          --kind sip                               | response,401 Unauthorized (and other phrases),14,0,132.3,142.4,152.0
          --kind sip                               | response,200 OK,3,0,158.5,163.4,171.5
          """)
  void countsAsTsharkDoes(String arguments, String line) {
    List<String> words = new ArrayList<>(List.of(arguments.split(" ", -1)));
    words.addAll(List.of("--format", "csv"));
    assertThat(ok("statistics", words.toArray(String[]::new)).lines())
        .contains(line.replace("\"", ""));
  }

  @Test
  void aGraphHasALineForEachInterval() {
    List<String> lines =
        ok("graph", "--series", "sip", "--series", "rtp", "--interval", "10", "--format", "csv")
            .lines();
    assertThat(lines.getFirst()).isEqualTo("time,sip,rtp");
    assertThat(lines).hasSize(158).contains("30.000,2,0", "40.000,3,0", "1440.000,5,9");
    assertThat(ok("graph", "--measure", "bytes", "--series", "sip", "--interval", "10").lines())
        .anyMatch(line -> line.matches(" *30\\.000 +1037"));
    assertThat(ok("graph", "--measure", "sum(frame.len)", "--interval", "10").lines())
        .anyMatch(line -> line.matches(" *10\\.000 +920"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "pdf", "png"})
  void picturesAreWritten(String ending) throws IOException {
    for (String kind : new String[] {"hierarchy", "conversations", "endpoints", "lengths", "sip"}) {
      Path out = folder.resolve(kind + "." + ending);
      ok("statistics", "--kind", kind, "-o", out.toString());
      assertThat(Files.size(out)).isGreaterThan(500);
    }
    Path graph = folder.resolve("graph." + ending);
    String other = Shared.captures().resolve("public").resolve(AAA).toString();
    ok("graph", "--series", "sip", "--beside", other, "-o", graph.toString());
    assertThat(Files.size(graph)).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statistics FILE --kind nonsense",
        "statistics FILE --kind conversations --layer osi",
        "statistics FILE -o picture.doc",
        "statistics FILE -Y nonsense",
        "graph FILE --interval 0",
        "graph FILE --interval NaN",
        "graph FILE --series nonsense",
        "graph FILE --measure height",
        "graph FILE --measure avg(nonsense)",
        "graph FILE --measure avg(sip.Method)",
        "graph FILE --beside FILE"
      })
  void whatCannotBeIsRefused(String line) {
    Shell.Result result = new Shell().run(line.split(" ", -1));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("earpiece: ");
  }
}
