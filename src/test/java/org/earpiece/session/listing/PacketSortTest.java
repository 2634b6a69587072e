package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Transport;
import org.earpiece.session.CaptureSession;
import org.earpiece.settings.PacketColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns order the demonstration network as a plain sort of what each packet says does. */
class PacketSortTest {
  private static final PacketSummary SUMMARY =
      new PacketSummary(new DissectorTable(Dissectors.ALL));

  @TempDir static Path folder;
  private static CaptureSession session;
  private static int packets;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(3, Duration.ofSeconds(20), writer);
    }
    session = CaptureSession.open(capture);
    session.await();
    packets = session.snapshot().packets();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static PacketColumn column(String id) {
    return PacketColumn.DEFAULT.stream()
        .filter(column -> column.id().equals(id))
        .findFirst()
        .orElseGet(() -> new PacketColumn(id, id, id, false));
  }

  private static Comparable<?> value(String id, Packet p) {
    return switch (id) {
      case "no" -> p.number();
      case "time" -> p.timeNanos();
      case "source" -> end(p.srcLo(), PacketEnds.source(p));
      case "destination" -> end(p.dstLo(), PacketEnds.destination(p));
      case "protocol" -> SUMMARY.protocol(p);
      case "length" -> p.length();
      case "info" -> SUMMARY.info(p);
      case "sport" -> p.transport() == Transport.NONE ? null : p.sport();
      default -> FieldColumn.of(id, session.fields()).text(p);
    };
  }

  /** IPv4 by number, then Ethernet by number: there is nothing else in this capture. */
  private static Comparable<?> end(long v4, String text) {
    boolean ether = text.indexOf(':') > 0;
    return ether ? 1L << 62 | Long.parseLong(text.replace(":", ""), 16) : v4;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "time",
        "source",
        "destination",
        "protocol",
        "length",
        "info",
        "sport",
        "sip.Call-ID"
      })
  void ordersAsAPlainSortDoes(String id) throws IOException {
    List<Comparable<?>> values = new ArrayList<>();
    var reader = session.reader();
    for (int frame = 1; frame <= packets; frame++) {
      Comparable<?> value = value(id, Objects.requireNonNull(reader.read(frame)));
      values.add("".equals(value) ? null : value);
    }
    assertThat(values.stream().distinct().count()).isGreaterThan(2);
    for (boolean descending : new boolean[] {false, true}) {
      PacketOrder order =
          new PacketSort(session, column(id), descending, packets, row -> row + 1)
              .call()
              .orElseThrow();
      int[] rows = IntStream.range(0, packets).map(order::row).toArray();
      assertThat(rows).isEqualTo(plain(values, descending));
      assertThat(IntStream.of(rows).map(order::place)).isSorted();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int[] plain(List<Comparable<?>> values, boolean descending) {
    Function<Integer, Comparable> of = row -> (Comparable) values.get(row);
    Comparator<Comparable> natural = Comparator.naturalOrder();
    return IntStream.range(0, values.size())
        .boxed()
        .sorted(
            Comparator.comparing(
                of, Comparator.nullsLast(descending ? natural.reversed() : natural)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void sortsTheRowsOfAFilterAndLeavesLaterOnesBehind() throws IOException {
    PacketOrder order =
        new PacketSort(session, column("no"), true, 3, row -> 10 * (row + 1)).call().orElseThrow();
    assertThat(IntStream.range(0, 5).map(order::row)).containsExactly(2, 1, 0, 3, 4);
    assertThat(IntStream.range(0, 5).map(order::place)).containsExactly(2, 1, 0, 3, 4);
  }

  @Test
  void endsWhereItIsStopped() throws IOException {
    PacketSort sort = new PacketSort(session, column("length"), false, packets, row -> row + 1);
    sort.stop();
    assertThat(sort.call()).isEmpty();
  }
}
