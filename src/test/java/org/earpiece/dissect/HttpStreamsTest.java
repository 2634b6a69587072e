package org.earpiece.dissect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earpiece.bytes.LongColumn;
import org.earpiece.dissect.reassembly.TcpStreams;
import org.earpiece.dissect.relations.FrameFlows;
import org.earpiece.dissect.relations.Relations;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HTTP over TCP: each message is told once, in the segment that it ends in, and again by whoever
 * reads the frames later; the same messages are found wherever the streams are cut.
 */
final class HttpStreamsTest {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;
  private static final int FIRST = -40; // it overflows
  private static final int ROUNDS = 300;
  private static final long LATER_NANOS = 3_000_000_000L;
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\x(\\p{XDigit}{2})|\\\\([rn])|\\((.)\\)\\*(\\d+)");

  /** A segment of a case, or time that passes, and what is told in it. */
  record Line(String head, byte[] data, String layers, String fields) {
    boolean isPause() {
      return head.equals("later");
    }

    boolean client() {
      return head.charAt(0) == '>';
    }

    int flags() {
      return head.contains("F")
          ? FIN | ACK
          : head.contains("R") ? RST : head.contains("S") ? SYN : ACK;
    }

    /** Where it lies, from behind the last one on. */
    int shift() {
      int number = head.length() > 2 ? Integer.parseInt(head.substring(2)) : 0;
      return head.startsWith("-", 1) ? -number : number;
    }

    boolean overtakes() {
      return head.startsWith("@", 1);
    }
  }

  /** A case of the table. */
  record Case(String name, boolean cuttable, List<Line> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  private record Sent(byte[] frame, int flow, long timeNanos, String told) {}

  /** A connection as the pipeline sees it, and as others read it again. */
  private static final class Connection {
    final KeptBytes kept = new KeptBytes();
    final Flows flows = new Flows();
    final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, kept, true);
    final LayerWalk again = new LayerWalk(Tables.TABLE, flows, kept, false);
    final Packet packet = new Packet();
    final LongColumn times = new LongColumn();
    final List<Sent> sent = new ArrayList<>();
    final int[] next = {FIRST, FIRST};
    final FieldValues values = new FieldValues();
    long timeNanos = 1_700_000_000_000_000_000L;
    @Nullable Relations relations;

    /** Finds what packets say of one another, too. */
    void relate() {
      relations = new Relations(flows);
      FrameFlows frames =
          new FrameFlows() {
            @Override
            public long timeNanos(int frame) {
              return times.get(frame - 1);
            }

            @Override
            public int udpFlow(int frame) {
              return Packet.NONE;
            }
          };
      packet.context().facts(relations.facts(frames));
    }

    /** Sends bytes that follow the last ones, or that lie some bytes before or behind. */
    String send(boolean client, int flags, int shift, boolean overtakes, byte[] data) {
      int side = client ? 0 : 1;
      int at = next[side] + shift;
      ByteBuffer b = ByteBuffer.allocate(40 + data.length);
      b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity()).putInt(0);
      b.put((byte) 64).put((byte) 6).putShort((short) 0);
      b.putInt(client ? 0x0A000001 : 0x0A000002).putInt(client ? 0x0A000002 : 0x0A000001);
      b.putShort((short) (client ? 40_000 : 80)).putShort((short) (client ? 80 : 40_000));
      b.putInt(at).putInt(0);
      b.put((byte) 0x50).put((byte) flags).putShort((short) 1000).putInt(0).put(data);
      int length = data.length + ((flags & (SYN | FIN)) != 0 ? 1 : 0);
      next[side] = overtakes ? next[side] : at + length;
      timeNanos += 10_000_000;
      times.add(timeNanos);
      String told = told(walk, sent.size() + 1, b.array(), timeNanos, Packet.NONE);
      if (relations != null) {
        relations.packet(packet);
      }
      sent.add(new Sent(b.array(), packet.flow(), timeNanos, told));
      return told;
    }

    String send(boolean client, String text) {
      return send(client, ACK, 0, false, text.getBytes(ISO_8859_1));
    }

    private String told(LayerWalk with, int number, byte[] frame, long nanos, int flow) {
      packet.begin(number, nanos, frame.length, 0, LinkType.RAW, frame, 0, frame.length, flow);
      with.walk(packet);
      assertThat(with.caught()).isZero();
      List<String> layers = new ArrayList<>();
      for (int i = packet.find(Protocol.TCP) + 1; i < packet.layers(); i++) {
        layers.add(layer(i));
      }
      return layers.isEmpty() ? "-" : String.join(" ", layers);
    }

    private String layer(int i) {
      if (packet.protocol(i) != Protocol.HTTP) {
        return packet.protocol(i).filterName() + ":" + (packet.end(i) - packet.offset(i));
      }
      String content = value("http.file_data", i);
      return value("http.request.method", i)
          + value("http.response.code", i)
          + (content.isEmpty() ? "" : "[" + content + "]");
    }

    private String value(String name, int layer) {
      List<String> all = new ArrayList<>();
      for (Field field : Tables.FIELDS.named(name)) {
        if (packet.protocol(layer) == field.protocol()) {
          field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
          for (int v = 0; v < values.size(); v++) {
            all.add(FieldText.text(field, values, v).replaceAll("[ \r\n]", "_"));
          }
        }
      }
      return String.join(",", all);
    }

    /** The values of the fields that are asked for, as they are asked for. */
    String fields(String asked) {
      return Arrays.stream(asked.split(" ", -1))
          .filter(word -> !word.isEmpty())
          .map(word -> word.substring(0, word.indexOf('=')))
          .map(name -> name + "=" + values(name))
          .collect(Collectors.joining(" "));
    }

    private String values(String name) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < packet.layers(); i++) {
        String value = value(name, i);
        if (!value.isEmpty()) {
          all.add(value);
        }
      }
      return String.join(",", all);
    }

    /** Whoever reads the frames again finds the same in them. */
    void readAgain() {
      for (int i = 0; i < sent.size(); i++) {
        Sent one = sent.get(i);
        assertThat(told(again, i + 1, one.frame(), one.timeNanos(), one.flow()))
            .as("frame %d again", i + 1)
            .isEqualTo(one.told());
        Tables.readEverything(packet, values);
      }
    }

    /** All layers that were told, in their order. */
    String all() {
      return sent.stream()
          .map(Sent::told)
          .filter(told -> !told.equals("-"))
          .collect(Collectors.joining(" "));
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(HttpStreamsTest.class.getResourceAsStream("http-streams.txt"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (line.startsWith("=")) {
          boolean cuttable = !line.endsWith("!");
          cases.add(new Case(line.substring(1).strip(), cuttable, new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          cases.getLast().lines().add(line(line));
        }
      }
    }
    return cases.stream();
  }

  private static Line line(String line) {
    String[] parts = line.split("\\|", -1);
    String[] sent = parts[0].strip().split(" ", 2);
    byte[] data = sent.length < 2 ? new byte[0] : bytes(sent[1]);
    return new Line(sent[0], data, parts[1].strip(), parts[2].strip());
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    while (escape.find()) {
      out.writeBytes(text.substring(at, escape.start()).getBytes(ISO_8859_1));
      at = escape.end();
      if (escape.group(1) != null) {
        out.write(Integer.parseInt(escape.group(1), 16));
      } else if (escape.group(2) != null) {
        out.write(escape.group(2).equals("r") ? '\r' : '\n');
      } else {
        int count = Integer.parseInt(escape.group(4));
        out.writeBytes(escape.group(3).repeat(count).getBytes(ISO_8859_1));
      }
    }
    out.writeBytes(text.substring(at).getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsMessagesWhereTheyEnd(Case told) {
    Connection connection = new Connection();
    connection.relate();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Line line : told.lines()) {
      if (line.isPause()) {
        connection.timeNanos += LATER_NANOS;
        continue;
      }
      expected.add(line.layers() + " | " + line.fields());
      found.add(play(connection, line, line.data()) + " | " + connection.fields(line.fields()));
    }
    assertThat(found).isEqualTo(expected);
    connection.readAgain();
  }

  private static String play(Connection connection, Line line, byte[] data) {
    return connection.send(line.client(), line.flags(), line.shift(), line.overtakes(), data);
  }

  static Stream<Case> cuttable() throws IOException {
    return cases().filter(Case::cuttable);
  }

  @ParameterizedTest
  @MethodSource("cuttable")
  void theSameMessagesWhereverTheyAreCut(Case told) {
    String expected = messages(told, -1, 0);
    for (int i = 0; i < told.lines().size(); i++) {
      for (int cut = 1; cut < told.lines().get(i).data().length; cut++) {
        assertThat(messages(told, i, cut)).as("segment %d cut at %d", i, cut).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cuttable")
  void theSameMessagesWithEveryByteInASegmentOfItsOwn(Case told) {
    Connection connection = new Connection();
    for (Line line : told.lines()) {
      for (int i = 0; i < line.data().length - 1; i++) {
        byte[] one = {line.data()[i]};
        connection.send(line.client(), ACK, 0, false, one);
      }
      int last = Math.max(0, line.data().length - 1);
      play(connection, line, Arrays.copyOfRange(line.data(), last, line.data().length));
    }
    assertThat(connection.all()).isEqualTo(messages(told, -1, 0));
    connection.readAgain();
  }

  /** What is told of a case of which one segment is cut in two. */
  private static String messages(Case told, int segment, int cut) {
    Connection connection = new Connection();
    for (int i = 0; i < told.lines().size(); i++) {
      Line line = told.lines().get(i);
      int from = i == segment ? cut : 0;
      if (from > 0) {
        connection.send(line.client(), ACK, 0, false, Arrays.copyOf(line.data(), from));
      }
      play(connection, line, Arrays.copyOfRange(line.data(), from, line.data().length));
    }
    connection.readAgain();
    return connection.all();
  }

  private static String length(long length) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
  }

  /** Sends so many bytes of a body; what is told in all of their segments. */
  private static String body(Connection connection, String part, int bytes) {
    return send(connection, false, part, bytes);
  }

  private static String send(Connection connection, boolean client, String part, int bytes) {
    int before = connection.sent.size();
    for (int i = 0; i < bytes / part.length(); i++) {
      connection.send(client, part);
    }
    return connection.sent.subList(before, connection.sent.size()).stream()
        .map(Sent::told)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  @Test
  void aBodyThatIsTooLongIsPassedOver() {
    Connection connection = new Connection();
    assertThat(connection.send(false, length(TcpStreams.MAX_OPEN))).isEqualTo("200");
    assertThat(body(connection, "x".repeat(1 << 14), TcpStreams.MAX_OPEN - (1 << 14)))
        .isEqualTo("-");
    assertThat(connection.walk.streams().bytes()).isLessThan(1 << 16);
    assertThat(connection.send(false, "x".repeat(1 << 14) + length(1) + "y")).isEqualTo("200[y]");
    connection.readAgain();
  }

  @Test
  void aBodyThatIsJustNotTooLongIsHeld() {
    Connection connection = new Connection();
    int part = 1 << 14;
    assertThat(connection.send(false, length(TcpStreams.MAX_OPEN - part))).isEqualTo("-");
    int parts = TcpStreams.MAX_OPEN / part - 2;
    assertThat(body(connection, "x".repeat(part), parts * part)).isEqualTo("-");
    assertThat(connection.send(false, "x".repeat(part))).startsWith("200[xxx");
  }

  @Test
  void chunksThatAreTooManyArePassedOver() {
    Connection connection = new Connection();
    String part = "8\r\nGET / HT\r\n".repeat(1_000);
    connection.send(false, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    assertThat(body(connection, part, TcpStreams.MAX_OPEN + 3 * part.length()))
        .startsWith("- 200[GET");
    assertThat(connection.walk.streams().bytes()).isLessThan(3L * TcpStreams.MAX_OPEN);
    assertThat(connection.send(false, "0\r\n\r\n" + length(1) + "y")).isEqualTo("200[y]");
    connection.readAgain();
  }

  @Test
  void aBodyWithoutEndIsPassedOver() {
    Connection connection = new Connection();
    connection.send(false, "HTTP/1.1 200 OK\r\n\r\n");
    String told = body(connection, "x".repeat(1 << 14), 2 * TcpStreams.MAX_OPEN);
    assertThat(told).startsWith("- 200[xxx").doesNotContain("data");
    assertThat(connection.send(false, FIN, 0, false, new byte[0])).isEqualTo("-");
  }

  @Test
  void aHeaderWithoutEndIsNoMessage() {
    Connection connection = new Connection();
    connection.send(true, "GET / HTTP/1.1\r\n");
    String part = "X-Y: z\r\n".repeat(100);
    assertThat(send(connection, true, part, 1 << 15)).isEqualTo("-");
    assertThat(send(connection, true, part, 1 << 16)).startsWith("- data:");
    assertThat(connection.send(true, "GET / HTTP/1.1\r\n\r\n")).isEqualTo("GET");
    connection.readAgain();
  }

  @Test
  void tinyChunksInTinySegmentsTakeTimeForEachByteOnce() {
    Connection connection = new Connection();
    connection.send(false, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    assertThat(body(connection, "1\r\n\n\r\n", 600_000)).isEqualTo("-");
    assertThat(connection.send(false, "0\r\n\r\n")).startsWith("200[__");
  }

  /** Parts of messages, whole and broken, in any order, cut, lost, repeated and overtaking. */
  @Test
  void whoeverReadsAgainFindsTheSameWhateverWasSent() throws IOException {
    List<byte[]> parts = cases().flatMap(c -> c.lines().stream()).map(Line::data).toList();
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      Connection connection = new Connection();
      for (int i = 0; i < 60; i++) {
        byte[] part = parts.get(random.nextInt(parts.size())).clone();
        int from = random.nextInt(4) == 0 ? random.nextInt(part.length + 1) : 0;
        int to =
            random.nextInt(3) == 0 ? from + random.nextInt(part.length - from + 1) : part.length;
        if (to > from && random.nextInt(8) == 0) {
          part[from + random.nextInt(to - from)] = (byte) random.nextInt();
        }
        int flags = ACK | (random.nextInt(25) == 0 ? 1 << random.nextInt(3) : 0);
        int shift = random.nextInt(8) == 0 ? random.nextInt(40) - 20 : 0;
        boolean overtakes = shift > 0 && random.nextBoolean();
        connection.timeNanos += random.nextInt(20) == 0 ? LATER_NANOS : 0;
        byte[] data = Arrays.copyOfRange(part, from, to);
        connection.send(random.nextBoolean(), flags, shift, overtakes, data);
      }
      connection.readAgain();
    }
  }
}
