package org.earpiece.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.ResolvedName;
import org.earpiece.dissect.PortRule;
import org.earpiece.filter.PacketFilter;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;
import org.earpiece.store.DerivedLog;
import org.earpiece.store.FrameMarks;
import org.earpiece.store.OpenFiles;
import org.earpiece.store.PacketIndex;
import org.earpiece.store.PacketSpool;
import org.earpiece.store.PacketStore;
import org.earpiece.store.SpoolOptions;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.ladder.LadderModel;
import org.jspecify.annotations.Nullable;

/**
 * One capture: a file, or frames that come live; what was found in it; and what may be asked of it.
 * Methods may be called from any thread; those that read many packets (messages, ladder, quality,
 * audio, save) block and belong on a worker, see {@link Workers}.
 */
public final class CaptureSession implements AutoCloseable {
  private static final long IDLE_NANOS = 2_000_000;
  private static final long STOP_MILLIS = 2_000;

  private final String name;
  private final PacketStore store;
  private final Intake intake;
  private final DerivedLog derived = new DerivedLog();
  private final Decryption decryption;
  private final Analysis analysis;
  private final SnapshotExchange exchange = new SnapshotExchange();
  private final Questions questions;
  private final Pipeline pipeline;
  private final Snapshot.State running;
  private final Thread captureThread = daemon("capture", this::capture);
  private final CountDownLatch done = new CountDownLatch(1);
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private final List<IOException> failures = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> errands = new ArrayDeque<>();
  private volatile boolean intakeEnded;
  private volatile boolean closing;

  private CaptureSession(
      String name,
      PacketStore store,
      @Nullable PacketSpool spool,
      Intake intake,
      Snapshot.State running,
      Decryption decryption,
      List<PortRule> ports) {
    this.name = name;
    this.decryption = decryption;
    analysis = new Analysis(derived, decryption.secrets(), ports);
    this.store = store;
    this.intake = intake;
    this.running = running;
    store.secretsTo(decryption::add);
    boolean live = running == Snapshot.State.CAPTURING;
    pipeline = new Pipeline(store, spool, analysis, exchange, live, PacketIndex.MAX_FRAMES);
    questions = new Questions(store, analysis, exchange);
  }

  /**
   * Opens a capture file and begins to index it on a thread of its own. A compressed one is
   * unpacked into a temporary file.
   *
   * @throws CaptureException where it is no capture
   */
  public static CaptureSession open(Path file) throws IOException {
    return open(List.of(file), Decryption.none());
  }

  /** Opens capture files as one, as {@link #open(List, Decryption)}, without secrets. */
  public static CaptureSession open(List<Path> files) throws IOException {
    return open(files, Decryption.none());
  }

  /**
   * Opens capture files as one, their frames in order of time, and decrypts what these secrets and
   * those in the files let it. Files that are no captures are left out, which {@link #failures}
   * tells.
   *
   * @throws CaptureException where none of them is a capture
   */
  public static CaptureSession open(List<Path> files, Decryption decryption) throws IOException {
    return open(files, decryption, List.of());
  }

  /** Opens capture files as {@link #open(List, Decryption)}, with a user's word on ports. */
  public static CaptureSession open(List<Path> files, Decryption decryption, List<PortRule> ports)
      throws IOException {
    return open(files, false, decryption, ports);
  }

  /** Opens capture files as {@link #open(List)} and goes on while they are being written. */
  public static CaptureSession follow(List<Path> files, Decryption decryption) throws IOException {
    return open(files, true, decryption, List.of());
  }

  private static CaptureSession open(
      List<Path> files, boolean follows, Decryption decryption, List<PortRule> ports)
      throws IOException {
    String first = String.valueOf(files.getFirst().getFileName());
    String name = files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    return stored(
        name, OpenFiles.of(files, follows), follows, Snapshot.State.LOADING, decryption, ports);
  }

  /** Reads a capture from a stream until that ends, and keeps it in a temporary file. */
  public static CaptureSession stream(String name, InputStream stream, Decryption decryption)
      throws IOException {
    Snapshot.State running = Snapshot.State.CAPTURING;
    return stored(name, OpenFiles.of(stream), false, running, decryption, List.of());
  }

  private static CaptureSession stored(
      String name,
      OpenFiles files,
      boolean follows,
      Snapshot.State running,
      Decryption decryption,
      List<PortRule> ports) {
    Intake intake = new Intake.Stored(files, follows);
    CaptureSession session =
        new CaptureSession(name, files.store(), null, intake, running, decryption, ports);
    files.refused().forEach(session::fail);
    session.start();
    return session;
  }

  /** Runs a live source, keeping its frames in a spool. The source is opened on its own thread. */
  public static CaptureSession live(FrameSource source, SpoolOptions options) throws IOException {
    return live(source, options, Decryption.none());
  }

  /** Runs a live source as {@link #live(FrameSource, SpoolOptions)} and decrypts as it comes. */
  public static CaptureSession live(FrameSource source, SpoolOptions options, Decryption decryption)
      throws IOException {
    return live(source, options, decryption, List.of());
  }

  /** Runs a live source and decrypts as it comes, with a user's word on ports. */
  public static CaptureSession live(
      FrameSource source, SpoolOptions options, Decryption decryption, List<PortRule> ports)
      throws IOException {
    PacketStore store = new PacketStore();
    PacketSpool spool = new PacketSpool(store, options);
    decryption.keepIn(spool);
    CaptureSession session =
        new CaptureSession(
            source.name(),
            store,
            spool,
            new Intake.Live(source, spool),
            Snapshot.State.CAPTURING,
            decryption,
            ports);
    session.start();
    return session;
  }

  private void start() {
    captureThread.start();
    daemon("pipeline", this::analyse).start();
  }

  private static Thread daemon(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).unstarted(work);
  }

  private void capture() {
    try {
      intake.run();
    } catch (IOException e) {
      fail(e);
    } finally {
      intakeEnded = true;
    }
  }

  private void fail(IOException e) {
    failures.add(e);
    notices.add(String.valueOf(e.getMessage()));
  }

  private void analyse() {
    try {
      while (!closing && !step()) {}
    } catch (IOException e) {
      fail(e);
    } catch (OutOfMemoryError e) {
      fail(new IOException("ends early: no memory is left for further packets", e));
    } catch (RuntimeException e) {
      fail(new IOException("ends early, by a fault of Earpiece: " + e, e));
    } finally {
      synchronized (errands) {
        analysis.calls.over();
        runErrands();
        pipeline.publish(Snapshot.State.DONE, intake.stats(), notices);
        done.countDown();
      }
    }
  }

  /** Has what changes the analysis done between two packets; after the last one, at once. */
  private void errand(Runnable errand) {
    synchronized (errands) {
      errands.add(errand);
      if (done.getCount() == 0) {
        runErrands();
        pipeline.publish(Snapshot.State.DONE, intake.stats(), notices);
      }
    }
  }

  private void runErrands() {
    synchronized (errands) {
      while (!errands.isEmpty()) {
        errands.remove().run();
      }
    }
  }

  /** Makes calls one conversation, whatever the evidence says. */
  public void join(List<Integer> calls) {
    List<Integer> joined = List.copyOf(calls);
    errand(() -> joined.forEach(call -> analysis.calls.join(joined.getFirst(), call)));
  }

  /** Takes calls out of their conversation: each then stands alone. */
  public void split(List<Integer> calls) {
    List<Integer> alone = List.copyOf(calls);
    errand(() -> alone.forEach(analysis.calls::split));
  }

  /** One round of the pipeline; true when all is done. */
  private boolean step() throws IOException {
    decryption.poll();
    runErrands();
    boolean ended = intakeEnded || store.damaged();
    intake.flush();
    int handled = pipeline.doWork();
    pipeline.publishIfWanted(running, intake.stats(), notices);
    if (handled > 0) {
      return false;
    }
    if (ended) {
      store.problems().forEach(this::fail);
      return true;
    }
    LockSupport.parkNanos(IDLE_NANOS);
    return false;
  }

  /** The latest snapshot; asking makes the pipeline prepare a newer one. Cheap. */
  public Snapshot snapshot() {
    return exchange.take();
  }

  /** The names of addresses that the capture tells. */
  public List<ResolvedName> names() {
    return store.names();
  }

  /** Stops a live source, or following a file; everything captured stays. Again does nothing. */
  public void stop() {
    intake.stop();
  }

  /** Blocks until the file is read or the live source has ended, and all of it is analysed. */
  public void await() throws InterruptedException {
    done.await();
  }

  /** Blocks as {@link #await()}, but not longer than this; tells whether all is done. */
  public boolean await(long millis) throws InterruptedException {
    return done.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Why reading or capturing ended early, or null. What came before is there all the same. */
  public @Nullable IOException failure() {
    return failures.isEmpty() ? null : failures.getFirst();
  }

  /** All that went wrong: of several files, with their names. */
  public List<IOException> failures() {
    return failures;
  }

  /**
   * Takes secrets, too, for what comes from now on and what waits for secrets.
   *
   * @return what is wrong with those that cannot be read, a sentence each
   */
  public List<String> decryptWith(@Nullable Path keyLog, List<Path> rsaKeys) {
    return decryption.add(keyLog, rsaKeys);
  }

  /** The name for titles: a file name or an interface. */
  public String name() {
    return name;
  }

  /** A reader of single frames for one thread, with what a person noted about them. */
  public PacketReader reader() {
    return questions.notedReader();
  }

  /** What a person noted about frames: any thread asks, and the window's changes it. */
  public FrameMarks marks() {
    return store.marks();
  }

  /** What is known of every frame without reading it. */
  public PacketIndex index() {
    return store.index();
  }

  /** The fields that filters, columns and the detail tree know. */
  public FieldRegistry fields() {
    return Fields.ALL;
  }

  public List<CaptureInterface> interfaces() {
    return store.interfaces();
  }

  /** The files that hold the frames: the one opened, or the spool's. */
  public List<Path> files() {
    return store.files();
  }

  /** Digits of a second that times of this capture have: 6 or 9. */
  public int timeDigits() {
    return store.interfaces().stream().mapToInt(CaptureInterface::timeDigits).max().orElse(6);
  }

  /** Begins to find the frames that a filter accepts; goes on as further frames come. */
  public FilterScan scan(PacketFilter filter) {
    FilterScan scan = scan(filter, exchange);
    daemon("filter", () -> scan.run(() -> done.getCount() == 0, () -> closing)).start();
    return scan;
  }

  /** A scan that has not begun. */
  FilterScan scan(PacketFilter filter, SnapshotExchange by) {
    return new FilterScan(
        () -> questions.judge(filter.copy()),
        store.index(),
        store::heldFrom,
        by,
        filter.joined(),
        filter.sequential());
  }

  /**
   * The next frame after {@code from} that a filter accepts, or the one before it, going on around
   * the end; 0 where there is none, or {@code stopped} said so.
   */
  public int find(PacketFilter filter, int from, boolean forward, BooleanSupplier stopped)
      throws IOException {
    return questions.find(filter, from, forward, stopped);
  }

  /** The frame numbers of calls' SIP messages, and with {@code media} of their RTP and RTCP too. */
  public int[] framesOfCalls(List<Integer> calls, boolean media) {
    return questions.framesOfCalls(calls, media);
  }

  /** Values that fields of a name have in the capture, the most frequent first; of a sample. */
  public List<Proposal> seen(String field) throws IOException {
    return questions.seen(fields().named(field));
  }

  /** Gives the SIP messages of calls in order of time, one after the other. */
  public void messages(List<Integer> calls, SipRecord.Taker taker) throws IOException {
    questions.messages(calls, taker);
  }

  /** The SIP messages of a frame; none where it has none, or is no longer held. */
  public List<SipRecord> messagesOf(int frame) throws IOException {
    return questions.messagesOf(frame);
  }

  /**
   * Frames of a registration, subscription or publication by its identity; of a subscription that
   * is part of a call, the SIP of that call.
   */
  public int[] framesOf(int softState) {
    return questions.framesOf(softState);
  }

  /** Frames between the same two ports as a frame, both ways; that frame alone without ports. */
  public int[] framesOfConversation(int frame) throws IOException {
    return questions.framesOfConversation(frame);
  }

  /**
   * Hands over the packets that are there, or of them those that a scan accepted so far, from some
   * place on; each is valid until the next. Blocks.
   *
   * @param from how many were handed over before: 0 at first, then what the last call returned
   * @param stopped asked before each packet
   * @return how many have been handed over in all
   */
  public int walk(
      int from, @Nullable FilterScan accepted, Consumer<Packet> taker, BooleanSupplier stopped)
      throws IOException {
    return questions.walk(from, accepted, taker, stopped);
  }

  /** The ladder diagram of calls. */
  public LadderModel ladder(List<Integer> calls) throws IOException {
    return ladder(calls, false);
  }

  /** The same, with a participant for each port of a host where {@code split}. */
  public LadderModel ladder(List<Integer> calls, boolean split) throws IOException {
    return questions.ladder(calls, split);
  }

  /** The ladder diagram of a registration, subscription or publication, by its identity. */
  public LadderModel ladderOf(int softState, boolean split) throws IOException {
    return questions.ladderOf(softState, split);
  }

  /** The packets of a stream, analysed. */
  public QualitySeries quality(int stream) throws IOException {
    return questions.quality(stream);
  }

  /** The sound of a call's streams, both directions aligned. */
  public CallAudio audio(List<Integer> streams) throws IOException {
    return questions.audio(streams);
  }

  /**
   * Saves frames (all, where {@code frames} is null) as pcapng, also over the file that is open.
   * Tells how many were still held and are saved; empty where {@code progress} ended it.
   */
  public OptionalInt save(Path out, int @Nullable [] frames, SaveProgress progress)
      throws IOException {
    return new Saving(store, frames).to(out, progress);
  }

  /** Stops, and lets go of everything; temporary files are deleted. */
  @Override
  public void close() {
    stop();
    closing = true;
    try {
      captureThread.join(STOP_MILLIS);
      done.await();
      store.close();
      derived.close();
      intake.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      notices.add(String.valueOf(e.getMessage()));
    }
  }
}
