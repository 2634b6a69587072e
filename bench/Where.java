import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Says where the processor time of a command went, from a flight recording with CPU-time samples:
 * java Where.java RECORDING PACKETS CPU_SECONDS. Bench/where calls it.
 */
final class Where {
  /** A stage of the pipeline, known by the method that all its work is inside of. */
  private enum Stage {
    READ("read: bytes of the file, records", "store.PacketStore", "next"),
    FLOW("flow: the number of the 5-tuple", "dissect.Flows", "number"),
    WALK("walk: layers, without flow", "dissect.LayerWalk", "walk"),
    CALLS("calls: SIP, SDP, dialogs", "voip.CallTracker", "packet"),
    STREAMS("streams: RTP statistics", "voip.rtp.StreamTracker", "packet"),
    INDEX("index: a row a packet", "store.PacketIndex", null),
    PUBLISH("publish: snapshots", "session.Pipeline", "publish"),
    REST("rest of the pipeline", "session.Pipeline", null),
    OTHER("other threads: start, output", "", null),
    MACHINE("virtual machine: compiler, collector, loading", "", null);

    final String title;
    private final String type;
    private final String method;

    Stage(String title, String type, String method) {
      this.title = title;
      this.type = "org.earpiece." + type;
      this.method = method;
    }

    private boolean holds(RecordedFrame frame) {
      return frame.getMethod().getType().getName().equals(type)
          && (method == null || frame.getMethod().getName().equals(method));
    }

    static Stage of(List<RecordedFrame> frames) {
      for (Stage stage : List.of(READ, FLOW, WALK, CALLS, STREAMS, INDEX, PUBLISH, REST)) {
        if (frames.stream().anyMatch(stage::holds)) {
          return stage;
        }
      }
      return OTHER;
    }
  }

  public static void main(String[] args) throws Exception {
    long packets = Long.parseLong(args[1]);
    double all = Double.parseDouble(args[2]) * 1e9;
    Map<Stage, Double> nanos = new EnumMap<>(Stage.class);
    double sampled = 0;
    try (RecordingFile file = new RecordingFile(Path.of(args[0]))) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
          double period = event.getDuration("samplingPeriod").toNanos();
          var trace = event.getStackTrace();
          Stage stage = trace == null ? Stage.REST : Stage.of(trace.getFrames());
          nanos.merge(stage, period, Double::sum);
          sampled += period;
        }
      }
    }
    nanos.put(Stage.MACHINE, Math.max(0, all - sampled));
    System.out.printf(Locale.ROOT, "%-48s %9s %7s%n", "stage", "ns/packet", "share");
    for (Stage stage : Stage.values()) {
      double spent = nanos.getOrDefault(stage, 0.0);
      System.out.printf(
          Locale.ROOT,
          "%-48s %9.1f %6.1f%%%n",
          stage.title,
          spent / packets,
          100 * spent / Math.max(all, sampled));
    }
    System.out.printf(
        Locale.ROOT, "%-48s %9.1f %6.1f%%%n", "all", Math.max(all, sampled) / packets, 100.0);
  }
}
