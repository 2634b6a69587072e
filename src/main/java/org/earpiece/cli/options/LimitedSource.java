package org.earpiece.cli.options;

import java.io.IOException;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;

/** A source that ends after so many packets or bytes of a capture file. */
public final class LimitedSource implements FrameSource {
  /** What pcapng adds to a packet at least. */
  private static final int BLOCK_BYTES = 32;

  private final FrameSource source;
  private final long maxPackets;
  private final long maxBytes;

  /** A source with limits; 0 for none. */
  public LimitedSource(FrameSource source, long maxPackets, long maxBytes) {
    this.source = source;
    this.maxPackets = maxPackets;
    this.maxBytes = maxBytes;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void run(FrameSink sink) throws IOException {
    source.run(
        new FrameSink() {
          private long packets;
          private long bytes;

          @Override
          public int addInterface(CaptureInterface added) throws IOException {
            return sink.addInterface(added);
          }

          @Override
          public void secrets(DecryptionSecrets secrets) throws IOException {
            sink.secrets(secrets);
          }

          @Override
          public void frame(
              int interfaceId, long timeNanos, int length, byte[] array, int offset, int captured)
              throws IOException {
            if (full()) {
              return;
            }
            sink.frame(interfaceId, timeNanos, length, array, offset, captured);
            packets++;
            bytes += BLOCK_BYTES + (captured + 3 & ~3);
            if (full()) {
              source.stop();
            }
          }

          private boolean full() {
            return (maxPackets > 0 && packets >= maxPackets) || (maxBytes > 0 && bytes >= maxBytes);
          }
        });
  }

  @Override
  public void stop() {
    source.stop();
  }

  @Override
  public CaptureStats stats() {
    return source.stats();
  }
}
