package org.earpiece.dissect.relations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.dissect.Dissectors;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.TcpMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What packets say of one another, told as tables, and what bounds it. */
final class RelationsTest {
  private static final long MILLI = 1_000_000;
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          Map.entry("stream", Fact.TCP_STREAM),
          Map.entry("shift", Fact.TCP_WINDOW_SHIFT),
          Map.entry("completeness", Fact.TCP_COMPLETENESS),
          Map.entry("acknowledged", Fact.TCP_ACKNOWLEDGED_FRAME),
          Map.entry("roundTrip", Fact.TCP_ROUND_TRIP),
          Map.entry("initial", Fact.TCP_INITIAL_ROUND_TRIP),
          Map.entry("flight", Fact.TCP_IN_FLIGHT),
          Map.entry("pushed", Fact.TCP_PUSHED),
          Map.entry("repeats", Fact.TCP_REPEATED_FRAME),
          Map.entry("late", Fact.TCP_SINCE_REPEATED),
          Map.entry("duplicates", Fact.TCP_DUPLICATES),
          Map.entry("duplicateOf", Fact.TCP_DUPLICATE_OF));

  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());

  /** A case of a table: its name, and its lines. */
  record Case(String name, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Case> cases(String table) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(RelationsTest.class.getResourceAsStream(table))) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (line.startsWith("=")) {
          cases.add(new Case(line.substring(1).strip(), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          cases.getLast().lines().add(line);
        }
      }
    }
    return cases.stream();
  }

  static Stream<Case> tcp() throws IOException {
    return cases("tcp-segments.txt");
  }

  static Stream<Case> sip() throws IOException {
    return cases("sip-exchanges.txt");
  }

  @ParameterizedTest
  @MethodSource("tcp")
  void judgesSegments(Case told) {
    Observed observed = new Observed();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : told.lines()) {
      String[] parts = line.split("\\|", -1);
      String[] s = SPACES.split(parts[0].strip(), -1);
      Packet packet =
          observed.segment(
              Long.parseLong(s[0]) * MILLI,
              s[1].equals(">"),
              flags(s[2]),
              Integer.parseInt(s[3]),
              Integer.parseInt(s[4]),
              Integer.parseInt(s[5]),
              Integer.parseInt(s[6]));
      expected.add(parts[0] + words(parts[1]) + " " + parts[2].strip());
      found.add(
          parts[0] + marks(observed, packet) + " " + facts(observed, packet, parts[2].strip()));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(observed.forwards()).isEqualTo(observed.backwards);
  }

  private static int flags(String letters) {
    int flags = 0;
    for (int i = 0; i < letters.length(); i++) {
      flags |= 1 << "FSRPAUECN".indexOf(letters.charAt(i));
    }
    return flags;
  }

  private static Set<String> words(String marks) {
    return Arrays.stream(SPACES.split(marks.strip(), -1))
        .filter(word -> !word.equals("-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> marks(Observed observed, Packet packet) {
    long bits = observed.fact(Fact.TCP_MARKS, packet, Protocol.TCP);
    return Arrays.stream(TcpMark.values())
        .filter(mark -> mark.in(bits))
        .map(mark -> mark.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is known under the names that are asked for; times in ms. */
  private static String facts(Observed observed, Packet packet, String asked) {
    return Arrays.stream(SPACES.split(asked, -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, word.indexOf('=')))
        .map(name -> name + "=" + value(observed, packet, name))
        .collect(Collectors.joining(" "));
  }

  private static long value(Observed observed, Packet packet, String name) {
    long value = observed.fact(Objects.requireNonNull(FACTS.get(name)), packet, Protocol.TCP);
    boolean time = name.equals("roundTrip") || name.equals("initial") || name.equals("late");
    return time && value != Field.ABSENT ? value / MILLI : value;
  }

  @ParameterizedTest
  @MethodSource("sip")
  void findsRequestsAndOriginals(Case told) {
    Observed observed = new Observed();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : told.lines()) {
      String[] parts = line.split("\\|", -1);
      String[] words = SPACES.split(parts[0].strip(), -1);
      Packet packet = observed.message(words, told.name());
      expected.add(parts[0] + parts[1].strip() + " " + parts[2].strip());
      found.add(
          parts[0]
              + frame(observed.fact(Fact.ORIGINAL_FRAME, packet, Protocol.SIP))
              + " "
              + frame(observed.fact(Fact.REQUEST_FRAME, packet, Protocol.SIP)));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(observed.forwards()).isEqualTo(observed.backwards);
  }

  static Stream<Case> dns() throws IOException {
    return cases("dns-exchanges.txt");
  }

  @ParameterizedTest
  @MethodSource("dns")
  void findsQuestions(Case told) {
    Observed observed = new Observed();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : told.lines()) {
      String[] parts = line.split("\\|", -1);
      String[] words = SPACES.split(parts[0].strip(), -1);
      Packet packet =
          observed.question(
              Long.parseLong(words[0]) * MILLI, words[1].equals(">"), Integer.parseInt(words[2]));
      expected.add(parts[0] + parts[1].strip() + " " + parts[2].strip());
      found.add(
          parts[0]
              + frame(observed.fact(Fact.ORIGINAL_FRAME, packet, Protocol.DNS))
              + " "
              + frame(observed.fact(Fact.REQUEST_FRAME, packet, Protocol.DNS)));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(observed.forwards()).isEqualTo(observed.backwards);
  }

  static Stream<Case> mgcp() throws IOException {
    return cases("mgcp-exchanges.txt");
  }

  @ParameterizedTest
  @MethodSource("mgcp")
  void findsCommands(Case told) {
    Observed observed = new Observed();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : told.lines()) {
      String[] parts = line.split("\\|", -1);
      String[] words = SPACES.split(parts[0].strip(), 2);
      Packet packet = observed.gateway(words[0].equals(">"), words[1]);
      expected.add(parts[0] + parts[1].strip() + " " + parts[2].strip() + " " + parts[3].strip());
      long nanos = observed.fact(Fact.SINCE_REQUEST, packet, Protocol.MGCP);
      found.add(
          parts[0]
              + frame(observed.fact(Fact.ORIGINAL_FRAME, packet, Protocol.MGCP))
              + " "
              + frame(observed.fact(Fact.REQUEST_FRAME, packet, Protocol.MGCP))
              + " "
              + frame(nanos == Field.ABSENT ? nanos : nanos / MILLI));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(observed.forwards()).isEqualTo(observed.backwards);
  }

  private static String frame(long number) {
    return number == Field.ABSENT ? "-" : Long.toString(number);
  }

  static Stream<Case> rtcp() throws IOException {
    return cases("rtcp-delays.txt");
  }

  @ParameterizedTest
  @MethodSource("rtcp")
  void tellsRoundTrips(Case told) {
    Observed observed = new Observed();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : told.lines()) {
      String[] parts = line.split("\\|", -1);
      String[] s = SPACES.split(parts[0].strip(), -1);
      Packet packet =
          observed.report(
              Long.parseLong(s[0]) * MILLI,
              s[1].equals(">"),
              Integer.parseInt(s[2]),
              Integer.parseInt(s[3]),
              Integer.parseInt(s[4]));
      expected.add(parts[0] + parts[1].strip() + " " + parts[2].strip() + " " + parts[3].strip());
      found.add(
          parts[0]
              + number(packet, "rtcp.lsr-frame")
              + " "
              + number(packet, "rtcp.lsr-frame-captured")
              + " "
              + number(packet, "rtcp.roundtrip-delay"));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(observed.forwards()).isEqualTo(observed.backwards);
  }

  private static String number(Packet packet, String name) {
    int layer = packet.find(Protocol.RTCP);
    Field field = FIELDS.named(name).getFirst();
    return frame(Objects.requireNonNull(field.number()).read(packet, layer));
  }

  @Test
  void aRetransmissionIsSaidToBeOneOnce() {
    Observed observed = new Observed();
    byte[] message =
        "OPTIONS sip:a SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8);
    observed.segment(0, true, 0x02, -1, 0, 512, 0);
    Packet first = observed.segment(MILLI, true, 0x18, 0, 0, 512, message);
    assertThat(Observed.info(first)).isEqualTo("Request: OPTIONS sip:a");
    Packet again = observed.segment(300 * MILLI, true, 0x18, 0, 0, 512, message);
    assertThat(Observed.info(again)).startsWith("[TCP Retransmission] 40000 → 80 [PSH, ACK]");
  }

  @Test
  void messagesOverTcpLeadToOneAnother() {
    Observed observed = new Observed();
    String rest = "Call-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    byte[] request = ("OPTIONS sip:a SIP/2.0\r\n" + rest).getBytes(UTF_8);
    byte[] response = ("SIP/2.0 200 OK\r\n" + rest).getBytes(UTF_8);
    observed.segment(0, true, 0x02, -1, 0, 512, 0);
    observed.segment(MILLI, true, 0x18, 0, 0, 512, request);
    observed.segment(2 * MILLI, false, 0x18, 0, request.length, 512, response);
    assertThat(observed.backwards).isEmpty();
    assertThat(observed.forwards())
        .containsExactlyInAnyOrder(
            new Observed.Reference(Facts.Tie.ANSWER, 2, 3),
            new Observed.Reference(Facts.Tie.ANSWER, 3, 2));
  }

  @Test
  void whatIsLetGoIsNoLongerKnownAndTheRestIs() {
    Observed observed = new Observed();
    for (int i = 0; i < 3_000_000; i++) {
      observed.again(i);
    }
    Packet last = observed.again(0);
    long before = observed.relations.bytes();
    observed.relations.release(last.number() - 1);
    assertThat(observed.relations.bytes()).isLessThan(before / 3);
    assertThat(observed.fact(Fact.TCP_STREAM, last, Protocol.TCP)).isZero();
  }

  @Test
  void whoeverIsRepeatedForEverIsToldOfTheFirstFew() {
    Observed observed = new Observed();
    for (int i = 0; i < 3 * LaterFrames.MAX_FRAMES; i++) {
      observed.message(new String[] {">", "REGISTER", "1"}, "again");
    }
    assertThat(observed.forwards())
        .hasSize(LaterFrames.MAX_FRAMES)
        .isSubsetOf(observed.backwards)
        .contains(new Observed.Reference(Facts.Tie.REPETITION, 1, 1 + LaterFrames.MAX_FRAMES));
  }

  @Test
  void segmentsThatNobodyAcknowledgesCostNoMoreThanTheirNumberAllows() {
    Observed observed = new Observed();
    Packet packet = observed.segment(0, true, 0x10, 1, 1, 512, 100);
    for (int i = 1; i < 5 * TcpDirection.MAX_UNACKNOWLEDGED; i++) {
      packet = observed.segment(i, true, 0x10, 1 + 100 * i, 1, 512, 100);
    }
    assertThat(observed.fact(Fact.TCP_IN_FLIGHT, packet, Protocol.TCP))
        .isEqualTo(100L * TcpDirection.MAX_UNACKNOWLEDGED);
  }
}
