package org.earpiece.voip.rtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.earpiece.capture.CaptureException;
import org.earpiece.capture.Frame;
import org.earpiece.capture.FrameReader;
import org.earpiece.capture.file.SourceByMagic;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.packet.Packet;
import org.earpiece.voip.CallTracker;
import org.earpiece.voip.MediaDirectory;
import org.earpiece.voip.QualitySeries;
import org.earpiece.voip.StreamSnapshot;

/** A capture file run through the layer walk and both trackers, on the test's own thread. */
final class TrackedCapture {
  private static final DissectorTable TABLE = new DissectorTable(Dissectors.ALL);

  final Flows flows = new Flows();
  final MediaDirectory directory = new MediaDirectory(flows);
  final CallTracker calls = new CallTracker(directory);
  final StreamTracker streams = new StreamTracker(directory);
  private final Path file;
  private final List<Integer> owners = new ArrayList<>();
  private final List<Integer> flowNumbers = new ArrayList<>();

  private TrackedCapture(Path file) {
    this.file = file;
  }

  /** Reads the whole file; a damaged end is passed over. */
  static TrackedCapture of(Path file) throws IOException {
    TrackedCapture capture = new TrackedCapture(file);
    LayerWalk walk = new LayerWalk(TABLE, capture.flows, true);
    read(
        file,
        List.of(),
        packet -> {
          walk.walk(packet);
          capture.calls.packet(packet);
          capture.streams.packet(packet);
          capture.owners.add(packet.stream());
          capture.flowNumbers.add(packet.flow());
        });
    return capture;
  }

  List<StreamSnapshot> streams() {
    return streams.snapshots();
  }

  /** Reads the file again and analyses all packets of each stream. */
  List<QualitySeries> series() throws IOException {
    Map<Integer, StreamAnalysis> analyses = new LinkedHashMap<>();
    streams().forEach(s -> analyses.put(s.id(), new StreamAnalysis(s)));
    LayerWalk walk = new LayerWalk(TABLE, flows, false);
    read(
        file,
        flowNumbers,
        packet -> {
          StreamAnalysis analysis = analyses.get(owners.get(packet.number() - 1));
          if (analysis != null) {
            walk.walk(packet);
            analysis.add(packet);
          }
        });
    return analyses.values().stream().map(StreamAnalysis::series).toList();
  }

  private static void read(Path file, List<Integer> flows, Consumer<Packet> tap)
      throws IOException {
    Packet packet = new Packet();
    Frame frame = new Frame();
    int number = 0;
    try (FrameReader reader = SourceByMagic.open(file)) {
      while (reader.next(frame)) {
        packet.begin(
            ++number,
            frame.timeNanos,
            frame.length,
            frame.interfaceId,
            frame.linkType,
            frame.array,
            frame.offset,
            frame.captured,
            flows.isEmpty() ? Packet.NONE : flows.get(number - 1));
        tap.accept(packet);
      }
    } catch (CaptureException e) {
      // what came before the damage counts
    }
  }
}
