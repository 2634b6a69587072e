package org.earpiece.capture.remote;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.DecryptionSecrets;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.FrameSource;
import org.earpiece.capture.file.SourceByMagic;

/** What another program captures and sends as it comes: pcap or pcapng, compressed or not. */
public final class PipeSource implements FrameSource {
  private final String name;
  private final InputStream in;
  private volatile long received;
  private volatile boolean stopped;

  /** A source that reads a stream, and closes it when it ends. */
  public PipeSource(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Standard input. Unlike System.in, its channel lets go of a blocked reader. */
  public static InputStream standardInput() {
    return Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(FrameSink sink) throws IOException {
    try (in) {
      SourceByMagic.copy(in, counting(sink));
    } catch (IOException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  private FrameSink counting(FrameSink sink) {
    return new FrameSink() {
      private long count;

      @Override
      public int addInterface(CaptureInterface added) throws IOException {
        return sink.addInterface(added);
      }

      @Override
      public void secrets(DecryptionSecrets secrets) throws IOException {
        sink.secrets(secrets);
      }

      @Override
      public void frame(int id, long timeNanos, int length, byte[] array, int offset, int captured)
          throws IOException {
        sink.frame(id, timeNanos, length, array, offset, captured);
        received = ++count;
      }
    };
  }

  @Override
  public void stop() {
    stopped = true;
    try {
      in.close();
    } catch (IOException e) {
      // What cannot be closed is not read any more all the same.
    }
  }

  @Override
  public CaptureStats stats() {
    return new CaptureStats(received, 0, 0, 0);
  }
}
