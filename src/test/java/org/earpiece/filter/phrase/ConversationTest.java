package org.earpiece.filter.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.CaptureSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters on conversations and streams, held against the packets of the demonstration network. */
class ConversationTest {
  @TempDir static Path folder;
  private static CaptureSession session;
  private static int packets;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Path file = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      DemoNetwork.frames(3, Duration.ofSeconds(20), writer);
    }
    session = CaptureSession.open(file);
    session.await();
    packets = session.snapshot().packets();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Packet first(Protocol protocol) throws IOException {
    for (int frame = 1; frame <= packets; frame++) {
      Packet packet = session.reader().read(frame);
      if (packet != null && packet.find(protocol) >= 0) {
        return packet;
      }
    }
    throw new AssertionError("no " + protocol);
  }

  /** What tells the ends of packets apart, each pair in one order. */
  private static String ends(Packet p, boolean withPorts) {
    Set<String> ends = new TreeSet<>();
    ends.add(IpAddress.text(p.srcHi(), p.srcLo()) + (withPorts ? " " + p.sport() : ""));
    ends.add(IpAddress.text(p.dstHi(), p.dstLo()) + (withPorts ? " " + p.dport() : ""));
    return ends + (withPorts ? p.transport().name() : "");
  }

  private static PacketFilter compiled(String filter) {
    assertThat(FilterCompiler.compile(filter, session.fields()))
        .as(filter)
        .isInstanceOf(FilterResult.Accepted.class);
    return ((FilterResult.Accepted) FilterCompiler.compile(filter, session.fields())).filter();
  }

  private static void same(String filter, String ends, boolean withPorts) throws IOException {
    PacketFilter compiled = compiled(filter);
    var reader = session.reader();
    int accepted = 0;
    for (int frame = 1; frame <= packets; frame++) {
      Packet p = reader.read(frame);
      assertThat(compiled.test(p))
          .as(filter + " of frame " + frame)
          .isEqualTo(p.hasAddresses() && ends(p, withPorts).equals(ends));
      accepted += compiled.test(p) ? 1 : 0;
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void eachLayerHasItsConversation() throws IOException {
    for (Protocol protocol : List.of(Protocol.SIP, Protocol.RTP, Protocol.RTCP)) {
      Packet packet = first(protocol);
      List<Conversation> all = Conversation.of(packet);
      assertThat(all).extracting(Conversation::layer).containsExactly("Ethernet", "IPv4", "UDP");
      assertThat(compiled(all.getFirst().filter()).test(packet)).isTrue();
      same(all.get(1).filter(), ends(packet, false), false);
      same(all.get(2).filter(), ends(packet, true), true);
    }
  }

  @Test
  void aStreamIsOneWay() throws IOException {
    Packet packet = first(Protocol.RTP);
    int id = packet.stream();
    PacketFilter stream = compiled(Conversation.stream(packet));
    var reader = session.reader();
    List<Integer> accepted = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int frame = 1; frame <= packets; frame++) {
      Packet p = reader.read(frame);
      if (stream.test(p)) {
        accepted.add(frame);
      }
      if (p.stream() == id) {
        expected.add(frame);
      }
    }
    assertThat(accepted).isEqualTo(expected).isNotEmpty();
    assertThat(Conversation.stream(first(Protocol.SIP))).isEmpty();
  }
}
