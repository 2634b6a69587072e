package org.earpiece.dissect.voip.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.dissect.voip.Datagram;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of SIP messages: {@code bodies.txt} says what is read of them. */
class SipBodiesTest {
  /** A body and the values that fields have of it. */
  record Body(String title, String type, String text, Map<String, List<String>> fields) {
    byte[] message() {
      String header =
          "INFO sip:b@example.com SIP/2.0\r\nCall-ID: 1\r\nCSeq: 1 INFO\r\nContent-Type: "
              + type
              + "\r\nContent-Length: "
              + text.length()
              + "\r\n\r\n";
      return (header + text).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    List<String> block = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SipBodiesTest.class.getResourceAsStream("bodies.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("= ") && !block.isEmpty()) {
          bodies.add(body(block));
          block.clear();
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          block.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bodies.add(body(block));
    return bodies;
  }

  private static Body body(List<String> block) {
    String type = "";
    StringBuilder text = new StringBuilder();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String line : block.subList(1, block.size())) {
      if (line.startsWith("type ")) {
        type = line.substring(5);
      } else if (line.startsWith("|")) {
        text.append(line.substring(Math.min(2, line.length()))).append("\r\n");
      } else {
        List<String> words = Arrays.asList(line.split(" > ", -1));
        fields.put(words.getFirst(), words.subList(1, words.size()));
      }
    }
    return new Body(block.getFirst().substring(2), type, text.toString(), fields);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void fieldsAreAsTheTableSays(Body body) {
    Datagram datagram = new Datagram(5060, 5060);
    Packet packet = datagram.walk(body.message());
    assertThat(packet.find(Protocol.SIP)).isPositive();
    Map<String, List<String>> found = new LinkedHashMap<>();
    body.fields().keySet().forEach(name -> found.put(name, datagram.values(packet, name)));
    assertThat(found).isEqualTo(body.fields());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyPrefixAndEveryWrongByteIsBorne(Body body) {
    Datagram datagram = new Datagram(5060, 5060);
    byte[] whole = body.message();
    for (int n = 0; n < whole.length; n++) {
      datagram.readEverything(Arrays.copyOf(whole, n));
      byte[] wrong = whole.clone();
      wrong[n] = (byte) (n * 31);
      datagram.readEverything(wrong);
      wrong[n] = '\n';
      datagram.readEverything(wrong);
    }
    assertThat(datagram.caught()).isZero();
  }
}
