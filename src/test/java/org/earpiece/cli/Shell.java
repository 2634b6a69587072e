package org.earpiece.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earpiece.capture.demo.DemoNetwork;
import org.earpiece.capture.file.PcapngWriter;
import org.earpiece.cli.terminal.Streams;
import org.earpiece.report.Terminal;

/** Runs commands inside the test and keeps what they print. */
final class Shell {
  /** What a command did. */
  record Result(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** What the window was asked to open. */
  final List<WindowRequest> opened = new ArrayList<>();

  private final Map<String, String> environment;
  private byte[] input = new byte[0];

  Shell(Map<String, String> environment) {
    this.environment = environment;
  }

  Shell() {
    this(Map.of());
  }

  Shell given(byte[] standardInput) {
    input = standardInput;
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = new Commands(streams(out, err), opened::add).run(arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Streams that nobody looks at. */
  Streams streams() {
    return streams(new ByteArrayOutputStream(), new ByteArrayOutputStream());
  }

  private Streams streams(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Streams(
        () -> new ByteArrayInputStream(input),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Terminal.PLAIN,
        false,
        environment);
  }

  /** Writes what the demonstration network sends in a time. */
  static Path demo(Path file, Duration duration) throws IOException {
    try (PcapngWriter writer = PcapngWriter.create(file)) {
      DemoNetwork.frames(7, duration, writer);
    }
    return file;
  }
}
