package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.store.SpoolOptions;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.CallState;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.ladder.LadderModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole engine, on two minutes of the demonstration network. */
class CaptureSessionTest {
  private static final Duration LENGTH = Duration.ofMinutes(2);
  private static final long SEED = 7;

  @TempDir static Path folder;
  private static Path capture;

  @BeforeAll
  static void write() throws IOException {
    capture = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(capture)) {
      DemoNetwork.frames(SEED, LENGTH, writer);
    }
  }

  @Test
  void aFileGivesItsCallsAndStreamsInOrderOfFirstFrame() throws Exception {
    try (CaptureSession session = opened(capture)) {
      Snapshot snapshot = session.snapshot();
      assertThat(snapshot.state()).isEqualTo(Snapshot.State.DONE);
      assertThat(session.failure()).isNull();
      assertThat(snapshot.bytesRead()).isEqualTo(snapshot.bytesTotal());
      assertThat(snapshot.calls())
          .isNotEmpty()
          .isSortedAccordingTo((a, b) -> Integer.compare(a.firstFrame(), b.firstFrame()));
      assertThat(snapshot.streams())
          .isNotEmpty()
          .isSortedAccordingTo((a, b) -> Integer.compare(a.firstFrame(), b.firstFrame()));
      for (int i = 0; i < snapshot.streams().size(); i++) {
        assertThat(snapshot.streams().get(i).number()).isEqualTo(i + 1);
      }
      assertThat(snapshot.calls()).extracting(CallSnapshot::state).contains(CallState.COMPLETED);
    }
  }

  @Test
  void whatCameBeforeADamageCanBeRead() throws Exception {
    Path damaged = folder.resolve("damaged.pcapng");
    byte[] bytes = Arrays.copyOf(Files.readAllBytes(capture), 200_000);
    Arrays.fill(bytes, 150_000, bytes.length, (byte) 0x55);
    Files.write(damaged, bytes);
    try (CaptureSession session = opened(damaged)) {
      assertThat(session.failure()).hasMessageContaining("damaged");
      int last = session.snapshot().packets();
      assertThat(last).isPositive();
      Packet packet = session.reader().read(last);
      assertThat(packet).isNotNull();
      assertThat(packet.layers()).isPositive();
    }
  }

  @Test
  void liveAndFromAFileTheSameIsFound() throws Exception {
    try (CaptureSession file = opened(capture);
        CaptureSession live = CaptureSession.live(new Recorded(), SpoolOptions.TEMPORARY)) {
      live.await();
      assertThat(live.snapshot().packets()).isEqualTo(file.snapshot().packets());
      assertThat(live.snapshot().calls()).isEqualTo(file.snapshot().calls());
      assertThat(live.snapshot().streams()).isEqualTo(file.snapshot().streams());
    }
  }

  @Test
  void aFrameReadAgainIsTheFrameThatWasIndexed() throws Exception {
    try (CaptureSession session = opened(capture)) {
      PacketReader reader = session.reader();
      int sip = 0;
      for (int frame = 1; frame <= session.snapshot().packets(); frame++) {
        Packet packet = reader.read(frame);
        assertThat(packet).isNotNull();
        assertThat(packet.number()).isEqualTo(frame);
        assertThat(packet.malformed()).isFalse();
        if (packet.call() > 0 && packet.find(Protocol.SIP) != Packet.NONE) {
          sip++;
        }
      }
      int expected = session.snapshot().calls().stream().mapToInt(CallSnapshot::frames).sum();
      assertThat(sip).isEqualTo(expected);
      assertThat(reader.read(session.snapshot().packets() + 1)).isNull();
      assertThat(reader.read(0)).isNull();
    }
  }

  @Test
  void theSeriesOfEveryStreamAgreesWithItsSnapshot() throws Exception {
    try (CaptureSession session = opened(capture)) {
      for (StreamSnapshot stream : session.snapshot().streams()) {
        QualitySeries series = session.quality(stream.number());
        assertThat(series.packets()).hasSize((int) stream.packets());
        assertThat(series.packets().stream().mapToDouble(p -> p.jitterMs()).max().orElse(0))
            .isGreaterThanOrEqualTo(stream.maxJitter() - 1e-9);
      }
    }
  }

  @Test
  void aLadderHasTheMessagesOfItsCallAndItsMedia() throws Exception {
    try (CaptureSession session = opened(capture)) {
      CallSnapshot call = completed(session);
      LadderModel ladder = session.ladder(List.of(call.number()));
      List<SipRecord> messages = new ArrayList<>();
      session.messages(List.of(call.number()), messages::add);
      int frames =
          ladder.entries().stream()
              .mapToInt(e -> e instanceof LadderModel.Message m ? m.frames().size() : 0)
              .sum();
      assertThat(frames).isEqualTo(messages.size()).isEqualTo(call.frames());
      assertThat(ladder.entries().stream().filter(e -> e instanceof LadderModel.Media))
          .hasSize(call.streams().size());
      assertThat(ladder.entries()).noneMatch(e -> e instanceof LadderModel.Media m && m.running());
      assertThat(messages.getFirst().text()).startsWith("INVITE ");
    }
  }

  @Test
  void theSoundOfACallIsAsLongAsItsMediaInBothDirections() throws Exception {
    try (CaptureSession session = opened(capture)) {
      CallSnapshot call = completed(session);
      CallAudio audio = session.audio(call.streams());
      assertThat(audio.notes()).isEmpty();
      assertThat(audio.tracks())
          .hasSize(2)
          .extracting(CallAudio.Track::forward)
          .contains(true, false);
      for (CallAudio.Track track : audio.tracks()) {
        StreamSnapshot stream = session.snapshot().streams().get(track.stream() - 1);
        double seconds = (stream.end() - audio.startNanos()) / 1e9;
        assertThat(track.samples().length / (double) audio.sampleRate())
            .isBetween(seconds - 0.1, seconds + 0.1);
        int loudest = 0;
        for (short sample : track.samples()) {
          loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(loudest).isGreaterThan(1000);
      }
    }
  }

  @Test
  void anExportedCallIsThatCallAlone() throws Exception {
    Path out = folder.resolve("call.pcapng");
    try (CaptureSession session = opened(capture)) {
      CallSnapshot call = completed(session);
      int[] frames = session.framesOfCalls(List.of(call.number()), true);
      assertThat(session.save(out, frames, (done, all) -> true)).hasValue(frames.length);
      try (CaptureSession exported = opened(out)) {
        assertThat(exported.snapshot().packets()).isEqualTo(frames.length);
        assertThat(exported.snapshot().calls())
            .extracting(CallSnapshot::callId)
            .containsExactly(call.callId());
        CallSnapshot again = exported.snapshot().calls().getFirst();
        assertThat(again.state()).isEqualTo(call.state());
        assertThat(again.streams()).hasSameSizeAs(call.streams());
        assertThat(again.mos()).isEqualTo(call.mos());
      }
    }
  }

  @Test
  void aFilterFindsWhatReadingEveryFrameFinds() throws Exception {
    try (CaptureSession session = opened(capture)) {
      for (String text :
          List.of("sip", "rtp", "sip.Method == \"INVITE\"", "!rtp", "udp.port == 5060 or rtcp")) {
        PacketFilter filter = filter(session, text);
        PacketReader reader = session.reader();
        int[] expected =
            IntStream.rangeClosed(1, session.snapshot().packets())
                .filter(frame -> accepts(filter, reader, frame))
                .toArray();
        try (FilterScan scan = session.scan(filter)) {
          scan.await();
          assertThat(IntStream.range(0, scan.size()).map(scan::frame).toArray())
              .as(text)
              .isEqualTo(expected);
          assertThat(expected).as(text).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aCutFileGivesEverythingBeforeTheCutAndSaysWhere() throws Exception {
    byte[] all = Files.readAllBytes(capture);
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(all, all.length / 2 + 1));
    try (CaptureSession session = opened(cut)) {
      assertThat(session.snapshot().packets()).isPositive();
      assertThat(session.snapshot().calls()).isNotEmpty();
      assertThat(session.failure())
          .isInstanceOf(CaptureException.class)
          .hasMessageContaining("offset");
      assertThat(session.snapshot().problems()).hasSize(1);
    }
  }

  @Test
  void aCompressedFileIsTheSameCapture() throws Exception {
    Path gz = folder.resolve("demo.pcapng.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      Files.copy(capture, out);
    }
    try (CaptureSession packed = opened(gz);
        CaptureSession plain = opened(capture)) {
      assertThat(packed.snapshot().packets()).isEqualTo(plain.snapshot().packets());
      assertThat(packed.snapshot().calls()).isEqualTo(plain.snapshot().calls());
    }
  }

  @Test
  void whatAnIcmpErrorQuotesIsNoCallAndNoStream() throws Exception {
    Path quoted = folder.resolve("quoted.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(quoted)) {
      DemoNetwork.frames(SEED, Duration.ofSeconds(20), new Quoting(writer));
    }
    try (CaptureSession session = opened(quoted)) {
      assertThat(session.snapshot().packets()).isGreaterThan(1000);
      assertThat(session.snapshot().calls()).isEmpty();
      assertThat(session.snapshot().streams()).isEmpty();
    }
  }

  @Test
  void whatIsNoCaptureIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> CaptureSession.open(empty)).isInstanceOf(CaptureException.class);
  }

  @Test
  void aRingKeepsItsNewestFilesAndAllCalls() throws Exception {
    Path ring = Files.createDirectory(folder.resolve("ring")).resolve("ring.pcapng");
    SpoolOptions options = new SpoolOptions(ring, 1 << 20, 0, 0, 3);
    List<CallSnapshot> calls;
    try (CaptureSession session = CaptureSession.live(new Recorded(), options)) {
      session.await();
      Snapshot snapshot = session.snapshot();
      calls = snapshot.calls();
      assertThat(snapshot.heldFrom()).isGreaterThan(1);
      assertThat(session.reader().read(1)).isNull();
      assertThat(session.reader().read(snapshot.heldFrom())).isNotNull();
      assertThat(session.reader().read(snapshot.packets())).isNotNull();
    }
    try (CaptureSession whole = opened(capture)) {
      assertThat(calls).isEqualTo(whole.snapshot().calls());
    }
    try (Stream<Path> files = Files.list(ring.getParent())) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertThat(names).hasSize(3).allMatch(n -> n.matches("ring_\\d{5}_\\d{14}\\.pcapng"));
    }
  }

  @Test
  void temporaryFilesGoWithTheSession() throws Exception {
    List<Path> files;
    try (CaptureSession session = CaptureSession.live(new Recorded(), SpoolOptions.TEMPORARY)) {
      session.await();
      files = session.files();
      assertThat(files).isNotEmpty().allMatch(Files::exists);
    }
    assertThat(files).noneMatch(Files::exists);
  }

  private static CaptureSession opened(Path file) throws Exception {
    CaptureSession session = CaptureSession.open(file);
    session.await();
    return session;
  }

  private static CallSnapshot completed(CaptureSession session) {
    return session.snapshot().calls().stream()
        .filter(call -> call.state() == CallState.COMPLETED && call.streams().size() == 2)
        .findFirst()
        .orElseThrow();
  }

  private static PacketFilter filter(CaptureSession session, String text) {
    FilterResult result = FilterCompiler.compile(text, session.fields());
    assertThat(result).isInstanceOf(FilterResult.Accepted.class);
    return ((FilterResult.Accepted) result).filter();
  }

  private static boolean accepts(PacketFilter filter, PacketReader reader, int frame) {
    try {
      Packet packet = reader.read(frame);
      return packet != null && filter.test(packet);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts every IPv4 packet into an ICMP port unreachable (RFC 792) back to its sender. */
  private record Quoting(FrameSink to) implements FrameSink {
    private static final int LINK = 14;
    private static final int HEADERS = 28;

    @Override
    public int addInterface(CaptureInterface added) throws IOException {
      return to.addInterface(added);
    }

    @Override
    public void frame(int id, long nanos, int length, byte[] array, int offset, int captured)
        throws IOException {
      if (array[offset + 12] != 8 || array[offset + 13] != 0) {
        return;
      }
      byte[] error = new byte[captured + HEADERS];
      System.arraycopy(array, offset, error, 0, LINK);
      System.arraycopy(array, offset + LINK, error, LINK + HEADERS, captured - LINK);
      ByteBuffer ip = ByteBuffer.wrap(error, LINK, HEADERS);
      ip.putShort((short) 0x4500).putShort((short) (error.length - LINK)).putInt(0);
      ip.putShort((short) 0x4001).putShort((short) 0);
      ip.put(array, offset + LINK + 16, 4).put(array, offset + LINK + 12, 4);
      ip.putShort((short) 0x0303);
      to.frame(id, nanos, error.length, error, 0, error.length);
    }
  }

  /** The same frames as in the file, as fast as they are taken. */
  private static final class Recorded implements FrameSource {
    @Override
    public String name() {
      return "recorded";
    }

    @Override
    public void run(FrameSink sink) throws IOException {
      DemoNetwork.frames(SEED, LENGTH, sink);
    }

    @Override
    public void stop() {}

    @Override
    public CaptureStats stats() {
      return CaptureStats.NONE;
    }
  }
}
