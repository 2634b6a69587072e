package org.earpiece.capture.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.FrameSink;
import org.earpiece.packet.LinkType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Captures datagrams that the test sends to itself; skipped where capturing is not permitted. */
@Timeout(60)
final class LiveCaptureTest {
  private static final int ETHERNET_IP_UDP = 14 + 20 + 8;

  private record Seen(long timeNanos, int length, String text) {}

  /** A capture on a thread of its own. */
  private static final class Running implements FrameSink, AutoCloseable {
    final BlockingQueue<Seen> frames = new LinkedBlockingQueue<>();
    final List<CaptureInterface> interfaces = new ArrayList<>();
    final AtomicReference<IOException> failure = new AtomicReference<>();
    final LiveCapture capture;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private final IOException sinkFailure;

    Running(CaptureOptions options, IOException sinkFailure) throws InterruptedException {
      this.sinkFailure = sinkFailure;
      capture = new LiveCapture(options);
      thread = Thread.ofPlatform().start(this::run);
      opened.await();
    }

    private void run() {
      try {
        capture.run(this);
      } catch (IOException e) {
        failure.set(e);
      } finally {
        opened.countDown();
      }
    }

    @Override
    public int addInterface(CaptureInterface added) {
      interfaces.add(added);
      opened.countDown();
      return 0;
    }

    @Override
    public void frame(int id, long timeNanos, int length, byte[] array, int offset, int captured)
        throws IOException {
      if (sinkFailure != null) {
        throw sinkFailure;
      }
      int from = Math.min(captured, ETHERNET_IP_UDP);
      frames.add(
          new Seen(timeNanos, length, new String(array, offset + from, captured - from, UTF_8)));
    }

    Seen await(String text) throws InterruptedException {
      Seen seen;
      do {
        seen = frames.poll(20, TimeUnit.SECONDS);
        assertThat(seen).as("a frame with %s", text).isNotNull();
      } while (!seen.text.equals(text));
      return seen;
    }

    void join() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    void stop() {
      capture.stop();
      join();
    }

    @Override
    public void close() {
      stop();
    }
  }

  private static Running onLoopback(String filter) throws InterruptedException {
    return onLoopback(CaptureOptions.on("lo", filter), null);
  }

  private static Running onLoopback(CaptureOptions options, IOException sinkFailure)
      throws InterruptedException {
    Running running = new Running(options, sinkFailure);
    boolean permitted =
        !(running.failure.get() instanceof CaptureException e
            && e.kind() != CaptureException.Kind.COMMAND);
    Assumptions.assumeTrue(permitted, () -> "not permitted: " + running.failure.get());
    return running;
  }

  private static void send(DatagramSocket from, DatagramSocket to, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    from.send(
        new DatagramPacket(
            bytes, bytes.length, InetAddress.getLoopbackAddress(), to.getLocalPort()));
  }

  @Test
  void seesWhatIsSent() throws Exception {
    try (DatagramSocket a = new DatagramSocket();
        DatagramSocket b = new DatagramSocket();
        Running running = onLoopback("udp port " + b.getLocalPort())) {
      long before = System.currentTimeMillis() * 1_000_000L;
      for (int i = 0; i < 1000; i++) {
        send(a, b, "datagram " + i);
      }
      for (int i = 0; i < 1000; i++) {
        Seen seen = running.await("datagram " + i);
        assertThat(seen.length).isEqualTo(ETHERNET_IP_UDP + seen.text.length());
        assertThat(seen.timeNanos).isBetween(before - 1_000_000_000L, before + 60_000_000_000L);
      }
      assertThat(running.interfaces)
          .containsExactly(new CaptureInterface("lo", "", LinkType.ETHERNET, 9, 262_144));
      CaptureStats live = running.capture.stats();
      assertThat(live.received()).isEqualTo(1000);
      assertThat(live.dropped()).isZero();
      running.stop();
      assertThat(running.failure.get()).isNull();
      assertThat(running.capture.stats()).as("after the end").isEqualTo(live);
    }
  }

  @Test
  void filterKeepsOthersOut() throws Exception {
    try (DatagramSocket a = new DatagramSocket();
        DatagramSocket wanted = new DatagramSocket();
        DatagramSocket other = new DatagramSocket();
        Running running = onLoopback("udp dst port " + wanted.getLocalPort())) {
      send(a, other, "other");
      send(a, wanted, "wanted");
      assertThat(running.frames.poll(20, TimeUnit.SECONDS).text).isEqualTo("wanted");
      assertThat(running.capture.stats().received()).isEqualTo(1);
    }
  }

  @Test
  void snaplenCuts() throws Exception {
    try (DatagramSocket a = new DatagramSocket();
        DatagramSocket b = new DatagramSocket();
        Running running =
            onLoopback(
                new CaptureOptions("lo", "udp port " + b.getLocalPort(), 64, false, 2), null)) {
      String text = "x".repeat(500);
      send(a, b, text);
      Seen seen = running.await("x".repeat(64 - ETHERNET_IP_UDP));
      assertThat(seen.length).isEqualTo(ETHERNET_IP_UDP + 500);
    }
  }

  @Test
  void stopsOnIdleLink() throws Exception {
    Running running = onLoopback("udp port 1");
    running.stop();
    assertThat(running.failure.get()).isNull();
  }

  @Test
  void stoppedBeforeItRuns() throws Exception {
    onLoopback("").stop();
    LiveCapture capture = new LiveCapture(CaptureOptions.on("lo", ""));
    capture.stop();
    List<CaptureInterface> seen = new ArrayList<>();
    capture.run(
        new FrameSink() {
          @Override
          public int addInterface(CaptureInterface added) {
            seen.add(added);
            return 0;
          }

          @Override
          public void frame(
              int id, long timeNanos, int length, byte[] array, int offset, int captured) {
            throw new AssertionError("no frame is wanted");
          }
        });
    assertThat(seen).hasSize(1);
  }

  /** Frames that the kernel holds when the capture is stopped are part of it. */
  @Test
  void stopLosesNothing() throws Exception {
    try (DatagramSocket a = new DatagramSocket();
        DatagramSocket b = new DatagramSocket();
        Running running = onLoopback("udp port " + b.getLocalPort())) {
      for (int i = 0; i < 500; i++) {
        send(a, b, "datagram " + i);
      }
      long sent = System.currentTimeMillis();
      while (System.currentTimeMillis() <= sent + 1) {
        Thread.onSpinWait();
      }
      running.stop();
      assertThat(running.frames).hasSize(500);
    }
  }

  @Test
  void sinkThatFailsEndsTheCapture() throws Exception {
    IOException full = new IOException("no space left");
    try (DatagramSocket a = new DatagramSocket();
        Running running = onLoopback(CaptureOptions.on("lo", "udp"), full)) {
      send(a, a, "x");
      running.join();
      assertThat(running.failure.get()).isSameAs(full);
    }
  }

  @Test
  void wrongFilterIsTheCommandsFault() throws Exception {
    onLoopback("").stop();
    LiveCapture capture = new LiveCapture(CaptureOptions.on("lo", "port sip5060x or"));
    assertThatThrownBy(() -> capture.run(null))
        .isInstanceOfSatisfying(
            CaptureException.class,
            e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.COMMAND))
        .hasMessageStartingWith("the capture filter is wrong: port sip5060x or: ");
  }

  @Test
  void unknownInterfaceIsTheCommandsFault() throws Exception {
    Assumptions.assumeFalse(Interfaces.list().isEmpty());
    onLoopback("").stop();
    LiveCapture capture = new LiveCapture(CaptureOptions.on("nosuch0", ""));
    assertThatThrownBy(() -> capture.run(null))
        .isInstanceOfSatisfying(
            CaptureException.class,
            e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.COMMAND))
        .hasMessageStartingWith("there is no interface nosuch0; there are: ")
        .hasMessageContaining("lo");
  }
}
