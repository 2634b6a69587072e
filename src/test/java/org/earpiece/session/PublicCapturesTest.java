package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Frames, SIP messages by method and code, and RTP streams of all public captures against what
 * tshark 4.0.17 finds. Where they differ, {@code public-differences.tsv} says so line by line, and
 * {@code docs/differences.md} why.
 */
final class PublicCapturesTest {
  private static final Path DIFFERENCES =
      Path.of("src", "test", "resources", "org", "earpiece", "session", "public-differences.tsv");

  @TestFactory
  Stream<DynamicTest> captures() throws IOException {
    Path folder = Shared.captures().resolve("public");
    Map<String, List<String>> known = new TreeMap<>();
    for (String line : Files.readAllLines(DIFFERENCES)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        known
            .computeIfAbsent(columns[0], f -> new ArrayList<>())
            .add(columns[1] + ": " + columns[2] + ", tshark " + columns[3]);
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
      return files.sorted().toList().stream()
          .map(expected -> {
            String name = expected.getFileName().toString().replaceFirst("\\.json$", "");
            return DynamicTest.dynamicTest(
                name,
                () ->
                    assertThat(differences(folder.resolve(name), expected))
                        .containsExactlyInAnyOrderElementsOf(known.getOrDefault(name, List.of())));
          });
    }
  }

  private static List<String> differences(Path file, Path expected) throws Exception {
    JsonNode truth = new ObjectMapper().readTree(expected.toFile());
    Map<String, Integer> ours = new TreeMap<>();
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      Snapshot snapshot = session.snapshot();
      while (snapshot.state() != Snapshot.State.DONE) {
        snapshot = session.snapshot();
      }
      ours.put("frames", snapshot.packets());
      messages(session, snapshot.packets(), ours);
      for (StreamSnapshot stream : snapshot.streams()) {
        ours.merge("rtp " + name(stream), (int) stream.packets(), Integer::sum);
      }
    }
    Map<String, Integer> theirs = new TreeMap<>();
    theirs.put("frames", truth.get("packets").asInt());
    truth
        .get("sip_requests")
        .properties()
        .forEach(e -> theirs.put("sip " + e.getKey(), e.getValue().asInt()));
    truth
        .get("sip_responses")
        .properties()
        .forEach(e -> theirs.put("sip " + e.getKey(), e.getValue().asInt()));
    for (String list : List.of("rtp_streams_heuristic", "rtp_streams")) {
      Map<String, Integer> streams = new TreeMap<>();
      truth
          .get(list)
          .forEach(s -> streams.merge("rtp " + name(s), s.get("packets").asInt(), Integer::sum));
      theirs.putAll(streams);
    }
    return compared(ours, theirs);
  }

  private static List<String> compared(Map<String, Integer> ours, Map<String, Integer> theirs) {
    TreeSet<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    List<String> different = new ArrayList<>();
    for (String key : keys) {
      int our = ours.getOrDefault(key, 0);
      int their = theirs.getOrDefault(key, 0);
      if (our != their) {
        different.add(key + ": " + our + ", tshark " + their);
      }
    }
    return different;
  }

  private static void messages(CaptureSession session, int packets, Map<String, Integer> counts)
      throws IOException {
    PacketReader reader = session.reader();
    SipMessage message = new SipMessage();
    for (int frame = 1; frame <= packets; frame++) {
      Packet p = reader.read(frame);
      for (int layer = p == null ? Packet.NONE : p.find(Protocol.SIP);
          p != null && layer != Packet.NONE;
          layer = p.find(Protocol.SIP, layer + 1)) {
        int offset = p.offset(layer);
        if (!p.quoted() && message.parse(p.bytes(layer), offset, p.end(layer) - offset)) {
          String key = message.isRequest() ? message.method() : "" + message.statusCode();
          counts.merge("sip " + key, 1, Integer::sum);
        }
      }
    }
  }

  private static String name(StreamSnapshot s) {
    return s.src().address()
        + " "
        + s.src().port()
        + " "
        + s.dst().address()
        + " "
        + s.dst().port()
        + " 0x"
        + Integer.toHexString(s.ssrc());
  }

  private static String name(JsonNode s) {
    return s.get("src").asText()
        + " "
        + s.get("sport").asInt()
        + " "
        + s.get("dst").asText()
        + " "
        + s.get("dport").asInt()
        + " 0x"
        + Integer.toHexString(Integer.parseUnsignedInt(s.get("ssrc").asText().substring(2), 16));
  }
}
