package org.earpiece.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.packet.LinkType;
import org.earpiece.session.Workers;
import org.earpiece.settings.Settings;
import org.earpiece.settings.SettingsFile;
import org.earpiece.store.SpoolOptions;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.Fonts;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.table.VirtualTable;

/**
 * Times the frames of the window: {@code WindowFrames [ROWS [RATE [SECONDS]]]}, by default ten
 * million packets in the list, then 100 000 a second arriving, then 10 000 calls up, ten seconds of
 * everything. Each line
 * gives the time between frames, and the processor time that a frame took on the window's thread
 * and on the one that draws: the latter two do not depend on what else the machine does.
 */
public final class WindowFrames {
  private static final int STREAMS = 200;
  private static final int CALLS_UP = 10_000;
  private static final String FILTER = "sip.Method == \"OPTIONS\" && ip.addr == 10.0.0.7";

  private final int rows;
  private final int rate;
  private final int seconds;
  private final Workers workers = new Workers();
  private final Random random = new Random(1);
  private MainWindow window;
  private Scene scene;

  private WindowFrames(int rows, int rate, int seconds) {
    this.rows = rows;
    this.rate = rate;
    this.seconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    new WindowFrames(
            argument(args, 0, 10_000_000), argument(args, 1, 100_000), argument(args, 2, 10))
        .run();
    System.exit(0);
  }

  private static int argument(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private void run() throws Exception {
    fx(this::open);
    System.out.printf(
        "%-46s %25s %24s %24s%n", "", "between frames, ms", "window, cpu ms", "drawing, cpu ms");
    System.out.printf(
        "%-46s %7s %7s %9s %7s %7s %8s %7s %7s %8s%n",
        "", "median", "95 %", "longest", "median", "95 %", "longest", "median", "95 %", "longest");
    standing();
    arriving();
    callsUp();
    fx(() -> window.captures().closeNow());
    workers.close();
  }

  /** A list that is there. */
  private void standing() throws Exception {
    watch(new Packets(rows, 0));
    until(() -> page() && packets() >= rows);
    fx(() -> window.page().open(0));
    String all = String.format("%,d packets: ", rows);
    measure(all + "standing still", n -> {});
    measure(all + "Page Down held", n -> key(KeyCode.PAGE_DOWN));
    measure(all + "Home and End in turn", n -> key(n % 2 == 0 ? KeyCode.HOME : KeyCode.END));
    measure(
        all + "the bar dragged about", n -> bar().setValue(random.nextDouble() * bar().getMax()));
    measure(all + "a filter typed", this::type);
    measure(
        all + "filters applied", n -> apply(n % 30 == 0 ? "udp.port == " + (10_000 + n) : null));
    leave();
  }

  private void leave() throws Exception {
    fx(() -> apply(""));
    fx(() -> window.captures().close());
    until(() -> window.captures().session() == null);
  }

  /** Packets that come. */
  private void arriving() throws Exception {
    watch(new Packets(Integer.MAX_VALUE, rate));
    until(() -> page() && packets() > rate);
    String many = String.format("%,d packets a second: ", rate);
    String[] views = {"packets, followed", "calls", "streams and their quality"};
    for (int view = 0; view < views.length; view++) {
      int which = view;
      fx(() -> window.page().open(which));
      measure(many + views[view], n -> {});
    }
    fx(() -> window.page().open(0));
    measure(many + "a filter typed", this::type);
    fx(() -> apply("sip"));
    measure(many + "filtered and followed", n -> {});
    fx(() -> {
      long behind = window.captures().session().snapshot().behindNanos();
      System.out.printf("analysis is %.2f s behind, %,d packets in%n", behind / 1e9, packets());
    });
    leave();
  }

  /** Calls that come and go. */
  private void callsUp() throws Exception {
    watch(new CallsUp());
    until(() -> page() && up() >= CALLS_UP);
    fx(() -> window.page().open(1));
    String many = String.format("%,d calls up: ", CALLS_UP);
    measure(many + "calls, followed", n -> {});
    measure(many + "Page Up held", n -> key(KeyCode.PAGE_UP));
    measure(many + "Home and End in turn", n -> key(n % 2 == 0 ? KeyCode.HOME : KeyCode.END));
    measure(many + "calls up and down", n -> key(n / 20 % 2 == 0 ? KeyCode.UP : KeyCode.DOWN));
    fx(() -> apply("sip.CSeq.method == \"BYE\""));
    measure(many + "filtered on their BYE", n -> {});
    fx(() -> {
      apply("");
      window.page().open(2);
    });
    measure(many + "their streams", n -> {});
    fx(() -> {
      long behind = window.captures().session().snapshot().behindNanos();
      System.out.printf("%,d calls up, %,d in all; analysis is %.2f s behind%n", up(), calls(), behind / 1e9);
    });
  }

  private int calls() {
    return window.captures().session().snapshot().calls().size();
  }

  private int up() {
    return window.captures().session().snapshot().callsUp();
  }

  private void measure(String what, IntConsumer everyFrame) throws Exception {
    Frames frames = new Frames(everyFrame, seconds * 1_000_000_000L);
    fx(frames::start);
    until(frames::done);
    System.out.printf("%-46s %s%n", what, frames);
  }

  private void type(int frame) {
    if (frame % 4 == 0) {
      int length = frame / 4 % (FILTER.length() + 1);
      TextField field = (TextField) scene.lookup(".filter-field.display .text-field");
      field.setText(FILTER.substring(0, length));
    }
  }

  private void apply(String filter) {
    if (filter != null) {
      window.page().workspace().filter().apply(filter);
    }
  }

  private void key(KeyCode code) {
    Event.fireEvent(
        table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private VirtualTable table() {
    Node node = window.page().view().node();
    return (VirtualTable) (node instanceof VirtualTable ? node : node.lookup(".virtual-table"));
  }

  private ScrollBar bar() {
    for (Node child : table().lookupAll(".scroll-bar:vertical")) {
      return (ScrollBar) child;
    }
    throw new IllegalStateException("the list has no scroll bar");
  }

  private boolean page() {
    return window.page() != null;
  }

  private int packets() {
    return window.captures().session().snapshot().packets();
  }

  private void watch(FrameSource source) throws Exception {
    fx(() -> window.captures().watch(() -> source, new SpoolOptions(null, 0, 0, 0, 0), false));
    until(this::page);
  }

  private void open() {
    Fonts.load();
    Background background = new Background(workers, FxThread::run);
    try {
      Path settings = Files.createTempDirectory("earpiece-bench").resolve("settings");
      Preferences preferences =
          new Preferences(Settings.DEFAULT, new SettingsFile(settings), background, s -> {});
      window = new MainWindow(background, preferences, (dialog, save) -> java.util.List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Stage stage = new Stage();
    scene = new WindowFrame(stage, window, "1440 900").scene();
    new ThemeSwitch(scene).choose(Settings.DEFAULT.theme());
    stage.show();
    new FramePulse(window::beat).start();
  }

  /** Frames as they were drawn. */
  private static final class Frames extends AnimationTimer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final IntConsumer everyFrame;
    private final long duration;
    private final long drawing = thread("QuantumRenderer");
    private final long[][] times = new long[3][100_000];
    private int count = -1;
    private long began;
    private final long[] before = new long[3];
    private volatile boolean done;

    Frames(IntConsumer everyFrame, long duration) {
      this.everyFrame = everyFrame;
      this.duration = duration;
    }

    private static long thread(String name) {
      for (ThreadInfo each : THREADS.dumpAllThreads(false, false)) {
        if (each.getThreadName().startsWith(name)) {
          return each.getThreadId();
        }
      }
      throw new IllegalStateException("there is no thread " + name);
    }

    @Override
    public void handle(long frameTime) {
      long[] now = {
        System.nanoTime(), THREADS.getCurrentThreadCpuTime(), THREADS.getThreadCpuTime(drawing)
      };
      for (int i = 0; i < now.length; i++) {
        if (count >= 0) {
          times[i][count] = now[i] - before[i];
        }
        before[i] = now[i];
      }
      began = count < 0 ? now[0] : began;
      if (++count == times[0].length || now[0] - began > duration) {
        stop();
        done = true;
      } else {
        everyFrame.accept(count);
        Platform.requestNextPulse();
      }
    }

    boolean done() {
      return done;
    }

    @Override
    public String toString() {
      StringBuilder line = new StringBuilder();
      for (long[] each : times) {
        long[] sorted = Arrays.copyOf(each, count);
        Arrays.sort(sorted);
        line.append(
            String.format(
                "%7.1f %7.1f %8.1f ",
                sorted[count / 2] / 1e6, sorted[count * 95 / 100] / 1e6, sorted[count - 1] / 1e6));
      }
      return line + " (" + count + " frames)";
    }
  }

  /** Streams of RTP with a SIP request now and then, at a rate or as fast as they are taken. */
  private static final class Packets implements FrameSource {
    private static final int RTP_BYTES = 74;
    private static final int SIP_EVERY = 5_000;

    private final int most;
    private final int rate;
    private final byte[] rtp = udp(RTP_BYTES, 16_384);
    private final byte[] sip = sip();
    private volatile boolean stopped;
    private volatile long sent;

    Packets(int most, int rate) {
      this.most = most;
      this.rate = rate;
    }

    @Override
    public String name() {
      return "bench";
    }

    @Override
    public void run(FrameSink sink) throws IOException {
      int id = sink.addInterface(new CaptureInterface("bench", "", LinkType.ETHERNET, 9, 65_535));
      long start = System.nanoTime();
      long wall = System.currentTimeMillis() * 1_000_000L;
      for (int n = 0; n < most && !stopped; n++) {
        long at = rate == 0 ? n * 10_000L : n * 1_000_000_000L / rate;
        while (rate > 0 && System.nanoTime() - start < at && !stopped) {
          LockSupport.parkNanos(200_000);
        }
        byte[] frame = n % SIP_EVERY == 0 ? sip : media(n);
        sink.frame(id, wall + at, frame.length, frame, 0, frame.length);
        sent = n + 1L;
      }
    }

    private byte[] media(int n) {
      int stream = n % STREAMS;
      int sequence = n / STREAMS;
      put16(rtp, 34, 10_000 + 2 * stream);
      rtp[42] = (byte) 0x80;
      put16(rtp, 44, sequence);
      put16(rtp, 46, sequence * 160 >>> 16);
      put16(rtp, 48, sequence * 160);
      put16(rtp, 52, stream + 1);
      return rtp;
    }

    private static byte[] sip() {
      byte[] text =
          ("OPTIONS sip:10.0.0.2 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.7;branch=z9hG4bK1\r\n"
                  + "From: <sip:a@10.0.0.7>;tag=1\r\nTo: <sip:b@10.0.0.2>\r\nCall-ID: 1@bench\r\n"
                  + "CSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      byte[] frame = udp(42 + text.length, 5060);
      put16(frame, 34, 5060);
      System.arraycopy(text, 0, frame, 42, text.length);
      return frame;
    }

    private static byte[] udp(int length, int port) {
      byte[] frame = new byte[length];
      put16(frame, 12, 0x0800);
      frame[14] = 0x45;
      put16(frame, 16, length - 14);
      frame[22] = 64;
      frame[23] = 17;
      System.arraycopy(new byte[] {10, 0, 0, 7, 10, 0, 0, 2}, 0, frame, 26, 8);
      put16(frame, 36, port);
      put16(frame, 38, length - 34);
      return frame;
    }

    private static void put16(byte[] frame, int at, int value) {
      frame[at] = (byte) (value >> 8);
      frame[at + 1] = (byte) value;
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public CaptureStats stats() {
      return new CaptureStats(sent, 0, 0, 0);
    }
  }

  private static void fx(Runnable task) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        task.run();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }

  private static void until(BooleanSupplier holds) throws Exception {
    boolean[] now = new boolean[1];
    while (!now[0]) {
      fx(() -> now[0] = holds.getAsBoolean());
      LockSupport.parkNanos(50_000_000);
    }
  }
}
