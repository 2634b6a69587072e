package org.earpiece.dissect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.packet.LinkType;

/** Reads the tables of frames that lie beside the tests: anyone can add one. */
final class SampleFrames {
  /** A frame, and the fields that are to be found in it, several values with commas between. */
  record Sample(String title, LinkType link, int fcs, byte[] frame, Map<String, String> fields) {
    @Override
    public String toString() {
      return title;
    }
  }

  private SampleFrames() {}

  static List<Sample> of(String file) {
    List<Sample> samples = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SampleFrames.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      List<String> block = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("= ") && !block.isEmpty()) {
          samples.add(sample(block));
          block.clear();
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          block.add(line);
        }
      }
      samples.add(sample(block));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }

  private static Sample sample(List<String> block) {
    LinkType link = LinkType.UNKNOWN;
    int fcs = 0;
    StringBuilder hex = new StringBuilder();
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : block.subList(1, block.size())) {
      int space = line.indexOf(' ');
      String name = space < 0 ? line : line.substring(0, space);
      String value = space < 0 ? "" : line.substring(space + 1);
      switch (name) {
        case "link" -> link = LinkType.of(Integer.parseInt(value));
        case "fcs" -> fcs = Integer.parseInt(value);
        case "hex" -> hex.append(value.replace(" ", ""));
        default -> fields.put(name, value);
      }
    }
    return new Sample(
        block.getFirst().substring(2), link, fcs, HexFormat.of().parseHex(hex), fields);
  }
}
