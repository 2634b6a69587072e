package org.earpiece.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.earpiece.capture.CaptureStats;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.store.DerivedLog;
import org.earpiece.store.OpenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  @TempDir Path folder;

  @Test
  void whatCannotBeNumberedIsCountedAndTheRestStays() throws IOException {
    Path file = folder.resolve("demo.pcapng");
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      DemoNetwork.frames(3, Duration.ofSeconds(10), writer);
    }
    SnapshotExchange exchange = new SnapshotExchange();
    try (DerivedLog derived = new DerivedLog();
        OpenFiles files = OpenFiles.of(List.of(file), false)) {
      Analysis analysis = new Analysis(derived, new TlsSecrets(), List.of());
      Pipeline pipeline = new Pipeline(files.store(), null, analysis, exchange, false, 100);
      int handled = 0;
      for (int n = pipeline.doWork(); n > 0; n = pipeline.doWork()) {
        handled += n;
      }
      pipeline.publish(Snapshot.State.DONE, CaptureStats.NONE, List.of());
      Snapshot snapshot = exchange.latest();
      assertThat(snapshot.packets()).isEqualTo(100);
      assertThat(snapshot.discarded().unnumbered()).isEqualTo(handled - 100).isPositive();
      assertThat(snapshot.discarded().sentences())
          .containsExactly(
              "%,d packets are in the files alone, as more than 2,000,000,000 are not numbered"
                  .formatted(handled - 100));
    }
  }
}
