package org.earpiece.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.packet.LinkType;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.Snapshot;

/** What calls cost: FILE [N...]; see bench/calls. */
public final class ManyCalls {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final int SECONDS = 12;

  private ManyCalls() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    System.out.printf("%9s %9s %9s %8s %10s %12s %9s %9s%n", "calls", "messages", "cpu s", "us/call", "calls/s", "heap B/call", "joined", "finished");
    measure(file, 2_000, false);
    for (int i = 1; i < args.length; i++) {
      measure(file, Integer.parseInt(args[i]), true);
    }
    Files.deleteIfExists(file);
  }

  private static void measure(Path file, int calls, boolean told) throws Exception {
    int messages = write(file, calls / 2);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long start = system.getProcessCpuTime();
    try (CaptureSession session = CaptureSession.open(file)) {
      session.await();
      double seconds = (system.getProcessCpuTime() - start) / 1e9;
      Snapshot snapshot = session.snapshot();
      long joined = snapshot.calls().stream().filter(c -> c.session() != c.number()).count();
      long finished = snapshot.calls().stream().filter(c -> !c.state().up()).count();
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - before;
      int found = snapshot.calls().size();
      if (told) {
        System.out.printf("%9d %9d %9.2f %8.1f %10.0f %12d %9d %9d%n", found, messages, seconds, seconds * 1e6 / found, found / seconds, heap / found, joined, finished);
      }
    }
  }

  private static int write(Path file, int conversations) throws IOException {
    int messages = 0;
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      int id = writer.addInterface(new CaptureInterface("calls", "", LinkType.RAW, 9, 0));
      for (PbxCalls calls = new PbxCalls(conversations, SECONDS); calls.more(); messages++) {
        long time = START + calls.time();
        byte[] frame = calls.take();
        writer.frame(id, time, frame.length, frame, 0, frame.length);
      }
    }
    return messages;
  }
}
