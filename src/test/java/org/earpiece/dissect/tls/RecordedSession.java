package org.earpiece.dissect.tls;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One of the recorded sessions, as the README beside them explains their lines. */
record RecordedSession(String name, List<Line> lines) {
  /** A line: K, C, S, c, s or N, and what it says. */
  record Line(char kind, String text) {
    byte[] bytes() {
      return HexFormat.of().parseHex(text);
    }

    int side() {
      return kind == 'C' || kind == 'c' ? 0 : 1;
    }
  }

  /** What is heard of the two sides. */
  static final class Ear implements TlsConnection.Sink {
    private final StringBuilder[] heard = {new StringBuilder(), new StringBuilder()};
    private int missing;

    @Override
    public void plaintext(int side, byte[] array, int offset, int length) {
      heard[side].append(HexFormat.of().formatHex(array, offset, offset + length));
    }

    @Override
    public void missing(int side) {
      missing++;
    }

    String heard(int side) {
      return heard[side].toString();
    }

    int missing() {
      return missing;
    }
  }

  static Path folder() {
    URL url = RecordedSession.class.getResource("README.md");
    try {
      return Path.of(Objects.requireNonNull(url).toURI()).resolveSibling(".");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<RecordedSession> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(f -> f.toString().endsWith(".session")).sorted().toList().stream()
          .map(RecordedSession::read);
    }
  }

  static RecordedSession named(String name) {
    return read(folder().resolve(name + ".session"));
  }

  private static RecordedSession read(Path file) {
    try {
      List<Line> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#")) {
          lines.add(new Line(line.charAt(0), line.length() > 2 ? line.substring(2) : ""));
        }
      }
      return new RecordedSession(String.valueOf(file.getFileName()).replace(".session", ""), lines);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The connections, one behind the other. */
  List<RecordedSession> connections() {
    List<RecordedSession> connections = new ArrayList<>();
    List<Line> part = new ArrayList<>();
    for (Line line : lines) {
      if (line.kind == 'N') {
        connections.add(new RecordedSession(name, part));
        part = new ArrayList<>();
      } else {
        part.add(line);
      }
    }
    connections.add(new RecordedSession(name, part));
    return connections;
  }

  /** The lines of the key log. */
  List<String> keys() {
    return lines.stream().filter(l -> l.kind == 'K').map(Line::text).toList();
  }

  /** What one side says, in hexadecimal. */
  String said(int side) {
    StringBuilder said = new StringBuilder();
    for (Line line : lines) {
      if (line.kind == (side == 0 ? 'c' : 's')) {
        said.append(line.text);
      }
    }
    return said.toString();
  }

  /** The bytes that went over the wire, in order. */
  List<Line> wire() {
    return lines.stream().filter(l -> l.kind == 'C' || l.kind == 'S').toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
