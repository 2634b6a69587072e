package org.earpiece.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.earpiece.dissect.SampleFrames.Sample;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One frame or more of each protocol: its layers and fields are as the table says, and every prefix
 * of it and every changed byte goes through.
 */
class SampleFramesTest {
  private static final int[] CHANGES = {0x01, 0x80, 0xFF};

  private final Packet packet = new Packet();
  private final FieldValues values = new FieldValues();
  private final DetailTree tree = new DetailTree(Tables.FIELDS, Tables.TABLE);
  private final PacketSummary summary = new PacketSummary(Tables.TABLE);
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, new Flows(), true);

  static Stream<Sample> samples() {
    return Stream.of("link", "wlan", "net", "tunnel", "app", "voip")
        .flatMap(room -> SampleFrames.of(room + ".frames").stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void layersAndFields(Sample sample) {
    walk(sample, sample.frame());
    Map<String, String> found = new LinkedHashMap<>();
    sample.fields().keySet().forEach(name -> found.put(name, valuesOf(name)));
    assertThat(found).isEqualTo(sample.fields());
    assertThat(packet.malformed()).isEqualTo(sample.title().contains("malformed"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void innermostWins(Sample sample) {
    walk(sample, sample.frame());
    String ports = sample.fields().getOrDefault("udp.srcport", "");
    if (!ports.isEmpty()) {
      int expected = packet.quoted() ? 0 : Integer.parseInt(last(ports));
      assertThat(packet.sport()).isEqualTo(expected);
    }
    int v4 = lastOf(Protocol.IPV4);
    int v6 = lastOf(Protocol.IPV6);
    if (v4 >= 0 || v6 >= 0) {
      String source = new IpAddress(packet.srcHi(), packet.srcLo()).toString();
      assertThat(source).isEqualTo(last(valuesOf(v4 > v6 ? "ip.src" : "ipv6.src")));
    }
  }

  private static String last(String values) {
    return values.substring(values.lastIndexOf(',') + 1);
  }

  private int lastOf(Protocol protocol) {
    int layer = packet.layers() - 1;
    while (layer >= 0 && packet.protocol(layer) != protocol) {
      layer--;
    }
    return layer;
  }

  @Test
  void portsOfATunnelAreNotThoseOfWhatIsInside() {
    Sample sample =
        SampleFrames.of("tunnel.frames").stream()
            .filter(s -> s.title().equals("VXLAN, ICMP inside"))
            .findFirst()
            .orElseThrow();
    walk(sample, sample.frame());
    assertThat(packet.innermost()).isEqualTo(Protocol.DATA);
    assertThat(packet.transport()).isEqualTo(Transport.NONE);
    assertThat(packet.dport()).isZero();
  }

  private String valuesOf(String name) {
    List<Field> fields = Tables.FIELDS.named(name);
    assertThat(fields).as(name).isNotEmpty();
    StringJoiner text = new StringJoiner(",");
    for (int layer = Packet.FRAME_LAYER; layer < packet.layers(); layer++) {
      for (Field field : fields) {
        if (field.protocol() == packet.protocol(layer)) {
          field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
          for (int i = 0; i < values.size(); i++) {
            text.add(text(field, i));
          }
        }
      }
    }
    return text.toString();
  }

  /** A value as tshark writes it. */
  private String text(Field field, int i) {
    if (field.type() == FieldType.BOOLEAN) {
      return values.number(i) != 0 ? "1" : "0";
    }
    if (field.type() == FieldType.BYTES) {
      return HexFormat.of().formatHex(values.view(i).copy(values.start(i), values.bytes(i)));
    }
    return FieldText.plain(field, values, i);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPrefixAndEveryChangedByte(Sample sample) {
    byte[] frame = sample.frame();
    for (int length = 0; length <= frame.length; length++) {
      hostile(sample, Arrays.copyOf(frame, length));
    }
    for (int at = 0; at < frame.length; at++) {
      for (int change : CHANGES) {
        byte[] wrong = frame.clone();
        wrong[at] ^= (byte) change;
        hostile(sample, wrong);
      }
    }
    assertThat(walk.caught()).as("reads beyond the bytes that are there").isZero();
  }

  private void hostile(Sample sample, byte[] frame) {
    walk(sample, frame);
    Tables.readEverything(packet, values);
    assertThat(tree.of(packet)).hasSize(packet.layers() + 1);
    assertThat(summary.info(packet)).isNotEmpty();
  }

  private void walk(Sample sample, byte[] frame) {
    packet.begin(
        1, 0, sample.frame().length, 0, sample.link(), frame, 0, frame.length, Packet.NONE);
    packet.context().fcs(sample.fcs());
    walk.walk(packet);
  }
}
