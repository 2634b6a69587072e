package org.earpiece.capture.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.earpiece.Shared;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PipeSourceTest {
  private static final Path BUSY = Path.of("lab", "02-busy.pcap");

  /** Collects the times of frames. */
  private static final class Times implements FrameSink {
    final BlockingQueue<Long> times = new LinkedBlockingQueue<>();

    @Override
    public int addInterface(CaptureInterface added) {
      return 0;
    }

    @Override
    public void frame(int id, long timeNanos, int length, byte[] array, int offset, int captured) {
      times.add(timeNanos);
    }
  }

  @Test
  void readsToTheEnd() throws IOException {
    Path file = Shared.captures().resolve(BUSY);
    Times sink = new Times();
    PipeSource source = new PipeSource("busy", Files.newInputStream(file));
    source.run(sink);
    assertThat(source.name()).isEqualTo("busy");
    assertThat(source.stats().received()).isEqualTo(sink.times.size()).isPositive();
    assertThat(source.stats().dropped()).isZero();
  }

  @Test
  void framesComeAsTheyAreSentAndStopEndsTheWait() throws Exception {
    byte[] bytes = Files.readAllBytes(Shared.captures().resolve(BUSY));
    Pipe pipe = Pipe.open();
    Times sink = new Times();
    PipeSource source = new PipeSource("pipe", Channels.newInputStream(pipe.source()));
    AtomicReference<IOException> failure = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                source.run(sink);
              } catch (IOException e) {
                failure.set(e);
              }
            });
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      out.write(bytes, 0, 5000);
      assertThat(sink.times.poll(20, TimeUnit.SECONDS)).isNotNull();
      source.stop();
      thread.join();
    }
    assertThat(failure.get()).isNull();
    source.stop();
  }

  @Test
  void cutStreamIsToldAfterItsFrames() throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.captures().resolve(BUSY));
    InputStream cut = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 3));
    Times sink = new Times();
    PipeSource source = new PipeSource("cut", cut);
    assertThatThrownBy(() -> source.run(sink))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("needs 3 more bytes");
    assertThat(sink.times).isNotEmpty();
  }
}
