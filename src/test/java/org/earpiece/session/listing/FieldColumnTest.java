package org.earpiece.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.packet.Field;
import org.earpiece.packet.Packet;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column shows of the demonstration network, and the filters that its cells give. */
class FieldColumnTest {
  /** Every so many packets are asked for all fields. */
  private static final int STEP = 41;

  @TempDir static Path folder;
  private static CaptureSession session;
  private static PacketReader reader;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(3, Duration.ofSeconds(20), writer);
    }
    session = CaptureSession.open(capture);
    session.await();
    reader = session.reader();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Packet first(String filter) throws IOException {
    if (FilterCompiler.compile(filter, session.fields())
        instanceof FilterResult.Accepted(var accepts)) {
      for (int frame = 1; frame <= session.snapshot().packets(); frame++) {
        Packet packet = reader.read(frame);
        if (packet != null && accepts.test(packet)) {
          return packet;
        }
      }
    }
    throw new AssertionError(filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sip.Method; sip.Method == \"INVITE\"; INVITE; sip.Method == \"INVITE\"",
        "udp.dstport; sip; 5060; udp.dstport == 5060",
        "udp.port; sip; 5060, 5060; udp.port == 5060",
        "sip.Method, udp.dstport; sip.Method == \"ACK\"; ACK, 5060;"
            + " sip.Method == \"ACK\" && udp.dstport == 5060",
        "rtp.marker or sip.Method; sip.Method == \"ACK\"; ACK; sip.Method == \"ACK\"",
        "rtp.ssrc; sip; ''; ''"
      })
  void aCellShowsValuesAndGivesAFilterOnThem(String content, String of, String text, String filter)
      throws IOException {
    FieldColumn column = FieldColumn.of(content, session.fields());
    Packet packet = first(of);

    assertThat(column.text(packet)).isEqualTo(text);
    assertThat(column.filter(packet)).isEqualTo(filter);
  }

  @Test
  void whatIsTooMuchForACellIsLeftOut() throws IOException {
    String many = "udp.port,".repeat(FieldColumn.MAX_VALUES) + "udp.port";

    assertThat(FieldColumn.of(many, session.fields()).text(first("sip")))
        .isEqualTo("5060, ".repeat(FieldColumn.MAX_VALUES) + "…");
  }

  /** Fields that say the same of a packet whatever a filter accepted before. */
  private static List<String> ofPacketsAlone() {
    return session.fields().all().entrySet().stream()
        .filter(e -> e.getValue().getFirst().scope() != Field.Scope.SEQUENCE)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void everyFilterFindsThePacketThatGaveIt() throws IOException {
    Map<String, FilterResult> compiled = new HashMap<>();
    List<String> lost = new ArrayList<>();
    for (int frame = 1; frame <= session.snapshot().packets(); frame += STEP) {
      for (String name : ofPacketsAlone()) {
        Packet packet = reader.read(frame);
        String filter = FieldColumn.of(name, session.fields()).filter(packet);
        FilterResult result =
            compiled.computeIfAbsent(filter, f -> FilterCompiler.compile(f, session.fields()));
        boolean found =
            result instanceof FilterResult.Accepted(var accepts) && accepts.test(packet);
        if (!found) {
          lost.add(frame + ": " + filter);
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
