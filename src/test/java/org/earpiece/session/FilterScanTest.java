package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earpiece.Shared;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.store.SpoolOptions;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.earpiece.voip.StreamSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans against reading every frame, and against the lists of calls and streams. */
@Timeout(120)
class FilterScanTest {
  private static final Duration LENGTH = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static Path capture;

  @BeforeAll
  static void write() throws IOException {
    capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(5, LENGTH, writer);
    }
  }

  private static PacketFilter filter(String text) {
    return switch (FilterCompiler.compile(text, Fields.ALL)) {
      case FilterResult.Accepted accepted -> accepted.filter();
      case FilterResult.Refused refused -> throw new AssertionError(refused.error().message());
    };
  }

  private static List<Integer> found(CaptureSession session, String text) throws Exception {
    try (FilterScan scan = session.scan(filter(text))) {
      scan.await();
      assertThat(scan.failure()).isNull();
      assertThat(scan.judged()).isEqualTo(session.snapshot().packets());
      return IntStream.range(0, scan.size()).map(scan::frame).boxed().toList();
    }
  }

  private static List<Integer> readOneByOne(CaptureSession session, String text)
      throws IOException {
    PacketFilter filter = filter(text);
    PacketReader reader = session.reader();
    List<Integer> accepted = new ArrayList<>();
    for (int frame = 1; frame <= session.snapshot().packets(); frame++) {
      Packet packet = reader.read(frame);
      if (packet != null && filter.test(packet)) {
        accepted.add(frame);
      }
    }
    return accepted;
  }

  private static final String[] FILTERS = {
    "",
    "sip",
    "!sip",
    "rtp",
    "udp && !(sip || rtp || rtcp)",
    "sip || rtp.marker == 1 || udp.srcport == 5060",
    "frame.number % 7 == 3",
    "frame.number > 100 && rtp",
    "frame.time_relative > 20 && frame.time_relative < 21",
    "sip.Method == \"INVITE\" xor frame.len > 600",
    "call",
    "call.state == \"COMPLETED\"",
    "call.state == \"COMPLETED\" && sip",
    "call.state != \"COMPLETED\"",
    "!call",
    "call.mos < 4.3",
    "call.duration > 10",
    "stream.loss > 0.5 || sip.Status-Code >= 400",
    "stream.codec == \"PCMA\" and rtp.marker == 1",
    "session == 1",
    "abs(call.setup_ms) > 100",
    "count(call) == 1"
  };

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsWhatReadingEachFrameFinds(boolean followed) throws Exception {
    try (CaptureSession session =
        followed ? CaptureSession.open(List.of(capture, capture)) : CaptureSession.open(capture)) {
      session.await();
      for (String text : FILTERS) {
        assertThat(found(session, text)).as(text).isEqualTo(readOneByOne(session, text));
      }
    }
  }

  static Stream<Path> captures() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String part : new String[] {"lab", "public"}) {
      try (Stream<Path> all = Files.list(Shared.captures().resolve(part))) {
        all.filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)"))
            .filter(file -> file.toFile().length() < 3_000_000)
            .sorted()
            .forEach(files::add);
      }
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void findsInRealCapturesWhatReadingEachFrameFinds(Path file) throws Exception {
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      for (String text : FILTERS) {
        assertThat(found(session, text)).as(text).isEqualTo(readOneByOne(session, text));
      }
    }
  }

  /**
   * Completion proposes what calls and streams have, also those with few packets or without media.
   */
  @ParameterizedTest
  @ValueSource(strings = {"call.state", "call.id", "call.from", "stream.codec", "stream.loss"})
  void valuesOfCallsAndStreamsAreSeen(String name) throws Exception {
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      Set<String> all = new TreeSet<>();
      PacketReader reader = session.reader();
      Field field = session.fields().named(name).getFirst();
      FieldValues values = new FieldValues();
      for (int frame = 1; frame <= session.index().size(); frame++) {
        Packet packet = reader.read(frame);
        field.reader().read(packet, Packet.FRAME_LAYER, values.begin(packet.bytes()));
        for (int i = 0; i < values.size(); i++) {
          all.add(FieldText.plain(field, values, i));
        }
      }
      assertThat(all).isNotEmpty();
      assertThat(session.seen(name))
          .as("of %s", all)
          .hasSize(all.size())
          .extracting(each -> unquoted(each.text()))
          .allMatch(all::contains);
    }
  }

  @Test
  void aCallsPacketsIncludeItsMedia() throws Exception {
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      Snapshot snapshot = session.snapshot();
      CallSnapshot call =
          snapshot.calls().stream()
              .filter(c -> c.state() == CallState.COMPLETED && !c.streams().isEmpty())
              .findFirst()
              .orElseThrow();
      List<Integer> frames =
          IntStream.of(session.framesOfCalls(List.of(call.number()), true)).boxed().toList();
      assertThat(found(session, "call.id == " + call.number())).isEqualTo(frames);
      assertThat(found(session, "call.call_id == \"" + call.callId() + "\"")).isEqualTo(frames);
      StreamSnapshot stream = snapshot.streams().get(call.streams().getFirst() - 1);
      assertThat(found(session, "stream == " + stream.number())).hasSize((int) stream.packets());
      try (FilterScan scan = session.scan(filter("call.state == \"REJECTED\""))) {
        scan.await();
        for (CallSnapshot each : snapshot.calls()) {
          assertThat(scan.hasCall(each.number()))
              .as("call %d", each.number())
              .isEqualTo(each.state() == CallState.REJECTED);
        }
      }
    }
  }

  private static String unquoted(String literal) {
    boolean quoted = literal.startsWith("\"");
    return quoted ? literal.substring(1, literal.length() - 1).replace("\\\"", "\"") : literal;
  }

  /** A frame of the demonstration network. */
  private record Sent(long nanos, byte[] bytes) {}

  /** Frames up to one of them, and the rest when it is let go. */
  private static final class Halting implements FrameSource {
    private final List<Sent> frames;
    private final CaptureInterface device;
    private final int halt;
    private final CountDownLatch go = new CountDownLatch(1);

    Halting(List<Sent> frames, CaptureInterface device, int halt) {
      this.frames = frames;
      this.device = device;
      this.halt = halt;
    }

    @Override
    public String name() {
      return "halting";
    }

    @Override
    public void run(FrameSink sink) throws IOException {
      int id = sink.addInterface(device);
      for (int i = 0; i < frames.size(); i++) {
        if (i == halt) {
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }
        Sent sent = frames.get(i);
        sink.frame(id, sent.nanos(), sent.bytes().length, sent.bytes(), 0, sent.bytes().length);
      }
    }

    @Override
    public void stop() {
      go.countDown();
    }

    @Override
    public CaptureStats stats() {
      return new CaptureStats(0, 0, 0, 0);
    }
  }

  /** Remembers frames. */
  private static final class Remembering implements FrameSink {
    final List<Sent> frames = new ArrayList<>();
    CaptureInterface device = new CaptureInterface("", "", org.earpiece.packet.LinkType.RAW, 9, 0);

    @Override
    public int addInterface(CaptureInterface added) {
      device = added;
      return 0;
    }

    @Override
    public void frame(int id, long nanos, int length, byte[] array, int offset, int captured) {
      frames.add(new Sent(nanos, java.util.Arrays.copyOfRange(array, offset, offset + captured)));
    }
  }

  /** RTP that nobody announced; of the second half every tenth packet is missing. */
  private static List<Sent> unannounced() {
    List<Sent> frames = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      if (n < 200 || n % 10 != 0) {
        byte[] frame =
            java.nio.ByteBuffer.allocate(200)
                .putLong(0x4500_00C8_0000_0000L)
                .putInt(0x4011_0000)
                .putInt(0x0A000001)
                .putInt(0x0A000002)
                .putLong(0x4E20_4E22_00B4_0000L)
                .putShort((short) 0x8008)
                .putShort((short) n)
                .putInt(n * 160)
                .putInt(77)
                .array();
        frames.add(new Sent(1_700_000_000_000_000_000L + n * 20_000_000L, frame));
      }
    }
    return frames;
  }

  @Test
  void packetsThatWereGuessedToBeMediaAreJudgedAgainToo() throws Exception {
    CaptureInterface device = new CaptureInterface("", "", org.earpiece.packet.LinkType.RAW, 9, 0);
    List<Sent> frames = unannounced();
    Halting source = new Halting(frames, device, 150);
    try (CaptureSession session = CaptureSession.live(source, new SpoolOptions(null, 0, 0, 0, 0));
        FilterScan lossy = session.scan(filter("stream.loss > 1"))) {
      until(() ->
          session.snapshot().packets() == 150
              && !session.snapshot().streams().isEmpty()
              && lossy.judged() == 150);
      assertThat(lossy.size()).isZero();
      source.stop();
      lossy.await();
      assertThat(lossy.size()).isEqualTo(frames.size());
    }
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsKnownOfACallLaterCountsForItsEarlierPackets() throws Exception {
    Remembering demo = new Remembering();
    DemoNetwork.frames(5, LENGTH, demo);
    int number;
    int halt;
    int[] frames;
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      CallSnapshot call =
          session.snapshot().calls().stream()
              .filter(c -> c.state() == CallState.COMPLETED && !c.streams().isEmpty())
              .findFirst()
              .orElseThrow();
      number = call.number();
      halt = call.lastFrame() - 3;
      frames = session.framesOfCalls(List.of(number), true);
    }
    Halting source = new Halting(demo.frames, demo.device, halt);
    String its = "call.id == " + number + " && call.state == ";
    try (CaptureSession session = CaptureSession.live(source, new SpoolOptions(null, 0, 0, 0, 0));
        FilterScan up = session.scan(filter(its + "\"IN_CALL\""));
        FilterScan over = session.scan(filter(its + "\"COMPLETED\""))) {
      until(() -> session.snapshot().packets() == halt && up.size() > 0 && up.judged() == halt);
      assertThat(up.hasCall(number)).isTrue();
      assertThat(over.size()).isZero();
      source.stop();
      up.await();
      over.await();
      assertThat(up.size()).isZero();
      assertThat(up.hasCall(number)).isFalse();
      assertThat(IntStream.range(0, over.size()).map(over::frame).toArray()).isEqualTo(frames);
    }
  }

  /** Judges all there is by a snapshot. */
  private static void judge(FilterScan scan, SnapshotExchange told, Snapshot by)
      throws IOException {
    told.publish(by);
    int done = scan.doWork(true);
    while (done > 0) {
      done = scan.doWork(true);
    }
  }

  @Test
  void verdictsAreRememberedWhileSnapshotsChangeNoneOfThem() throws Exception {
    Remembering demo = new Remembering();
    DemoNetwork.frames(5, LENGTH, demo);
    CallSnapshot call;
    int[] frames;
    try (CaptureSession session = CaptureSession.open(capture)) {
      session.await();
      call =
          session.snapshot().calls().stream()
              .filter(c -> c.state() == CallState.COMPLETED && !c.streams().isEmpty())
              .findFirst()
              .orElseThrow();
      frames = session.framesOfCalls(List.of(call.number()), true);
    }
    int halt = call.lastFrame() - 3;
    Halting source = new Halting(demo.frames, demo.device, halt);
    try (CaptureSession session = CaptureSession.live(source, new SpoolOptions(null, 0, 0, 0, 0))) {
      until(() -> session.snapshot().packets() == halt);
      Snapshot up = session.snapshot();
      until(() -> session.snapshot().version() > up.version());
      Snapshot later = session.snapshot();
      source.stop();
      session.await();

      SnapshotExchange told = new SnapshotExchange();
      String over = "call.id == " + call.number() + " && call.state == \"COMPLETED\"";
      FilterScan scan = session.scan(filter(over), told);
      judge(scan, told, up);
      judge(scan, told, later);
      assertThat(scan.size()).isZero();
      judge(scan, told, session.snapshot());
      assertThat(IntStream.range(0, scan.size()).map(scan::frame).toArray()).isEqualTo(frames);
    }
  }
}
