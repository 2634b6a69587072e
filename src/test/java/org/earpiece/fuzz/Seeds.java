package org.earpiece.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earpiece.capture.CaptureInterface;
import org.earpiece.capture.FrameSink;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;

/** The corpus that fuzzing begins with and that the tests run through, a folder a target. */
final class Seeds {
  static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

  static final String INVITE = "sip/invite";
  static final String OK = "sip/ok";
  static final String REGISTER = "sip/register";

  /** Where the media of {@link #INVITE} and {@link #OK} is wanted, at hosts 1 and 2. */
  static final int MEDIA_PORT = 4000;

  private static final Duration DEMO = Duration.ofSeconds(40);
  private static final int SAME = 2;

  private Seeds() {}

  /** A seed that is text. */
  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of a target's folder in order of their names. */
  static List<Path> of(String target) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(target))) {
      return files.sorted().toList();
    }
  }

  /** Frames of the demonstration network: of each sequence of protocols the first ones. */
  static List<byte[]> demoFrames() throws IOException {
    List<byte[]> frames = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Reading reading = new Reading();
    DemoNetwork.frames(
        1,
        DEMO,
        new FrameSink() {
          @Override
          public int addInterface(CaptureInterface added) {
            return 0;
          }

          @Override
          public void frame(int id, long nanos, int length, byte[] array, int at, int captured) {
            byte[] frame = Arrays.copyOfRange(array, at, at + captured);
            Packet packet = reading.walk(LinkType.ETHERNET, frame, nanos);
            if (seen.merge(shape(packet), 1, Integer::sum) <= SAME) {
              frames.add(frame);
            }
          }
        });
    return frames;
  }

  private static String shape(Packet packet) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < packet.layers(); i++) {
      shape.append(packet.protocol(i)).append(' ');
    }
    return shape.toString();
  }
}
