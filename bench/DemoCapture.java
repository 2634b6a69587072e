import java.nio.file.Path;
import java.time.Duration;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;

/** Writes a capture of the demonstration network: java -cp target/earpiece.jar DemoCapture.java OUT.pcapng SECONDS [SEED]. */
final class DemoCapture {
  public static void main(String[] args) throws Exception {
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Duration duration = Duration.ofSeconds(Long.parseLong(args[1]));
    try (PcapngWriter writer = PcapngWriter.create(Path.of(args[0]))) {
      DemoNetwork.frames(seed, duration, writer);
    }
  }
}
