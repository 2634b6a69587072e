package org.earpiece.dissect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.earpiece.dissect.relations.FrameFlows;
import org.earpiece.dissect.relations.Relations;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.junit.jupiter.api.Test;

/** Which frames datagrams and messages were put together of, told now and when read again. */
final class ReassemblyFieldsTest {
  private static final int SIP_PORT = 5060;
  private static final FrameFlows FRAMES =
      new FrameFlows() {
        @Override
        public long timeNanos(int frame) {
          return frame;
        }

        @Override
        public int udpFlow(int frame) {
          return Packet.NONE;
        }
      };

  private final Flows flows = new Flows();
  private final KeptBytes kept = new KeptBytes();
  private final Relations relations = new Relations(flows);
  private final LayerWalk walk = new LayerWalk(Tables.TABLE, flows, kept, true);
  private final LayerWalk again = new LayerWalk(Tables.TABLE, flows, kept, false);
  private final List<byte[]> sent = new ArrayList<>();
  private final List<Integer> flowNumbers = new ArrayList<>();
  private final Packet packet = new Packet();
  private final FieldValues values = new FieldValues();
  private int sequence = 1000;

  /** Sends a datagram of IP. */
  private void send(int protocol, int id, int fragment, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(20 + payload.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity());
    b.putShort((short) id).putShort((short) fragment);
    b.put((byte) 64).put((byte) protocol).putShort((short) 0).putInt(0x0A000001).putInt(0x0A000002);
    b.put(payload);
    sent.add(b.array());
    walk(walk, sent.size(), Packet.NONE);
    relations.packet(packet);
    flowNumbers.add(packet.flow());
  }

  private void segment(String text) {
    byte[] data = text.getBytes(US_ASCII);
    ByteBuffer b = ByteBuffer.allocate(20 + data.length);
    b.putShort((short) 40000).putShort((short) SIP_PORT).putInt(sequence).putInt(0);
    b.put((byte) 0x50).put((byte) 0x10).putShort((short) 1000).putInt(0).put(data);
    send(6, 0, 0, b.array());
    sequence += data.length;
  }

  private void walk(LayerWalk with, int number, int flow) {
    byte[] frame = sent.get(number - 1);
    packet.begin(number, number, frame.length, 0, LinkType.RAW, frame, 0, frame.length, flow);
    packet.context().facts(relations.facts(FRAMES));
    with.walk(packet);
  }

  /** What fields say of a frame that is read again. */
  private String read(int number, String... names) {
    walk(again, number, flowNumbers.get(number - 1));
    StringJoiner all = new StringJoiner("; ");
    for (String name : names) {
      all.add(values(name));
    }
    return all.toString();
  }

  private String values(String name) {
    StringJoiner found = new StringJoiner(",");
    for (int layer = 0; layer < packet.layers(); layer++) {
      for (Field field : Tables.FIELDS.named(name)) {
        if (field.protocol() == packet.protocol(layer)) {
          field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
          for (int i = 0; i < values.size(); i++) {
            found.add(FieldText.plain(field, values, i));
          }
        }
      }
    }
    return found.toString();
  }

  private static String options(String name) {
    return "OPTIONS sip:%s@b SIP/2.0\r\nContent-Length: 0\r\n\r\n".formatted(name);
  }

  @Test
  void fragmentsInTheOrderOfTheirBytes() {
    byte[] message = options("bob").getBytes(US_ASCII);
    ByteBuffer b = ByteBuffer.allocate(8 + message.length);
    b.putShort((short) SIP_PORT).putShort((short) SIP_PORT).putShort((short) b.capacity());
    byte[] datagram = b.putShort((short) 0).put(message).array();
    send(17, 7, 3, Arrays.copyOfRange(datagram, 24, datagram.length));
    send(17, 7, 0x2000, Arrays.copyOf(datagram, 16));
    send(17, 7, 0x2002, Arrays.copyOfRange(datagram, 16, 24));
    assertThat(read(1, "ip.fragment", "ip.fragment.count", "ip.reassembled.length"))
        .isEqualTo("; ; ");
    assertThat(read(2, "ip.fragment")).isEmpty();
    assertThat(read(3, "ip.fragment", "ip.fragment.count", "ip.reassembled.length", "udp.length"))
        .isEqualTo("2,3,1; 3; %1$d; %1$d".formatted(datagram.length));
    assertThat(read(3, "ip.reassembled.data")).startsWith("13:c4:13:c4:").endsWith(":0d:0a");
  }

  @Test
  void fragmentsThatComeAgainAreBounded() {
    byte[] part = new byte[16];
    for (int i = 0; i < 2000; i++) {
      send(17, 7, 0x2000, part);
    }
    send(17, 7, 2, part);
    assertThat(read(2001, "ip.fragment.count")).isEqualTo("1024");
  }

  @Test
  void segmentsOfMessages() {
    String one = options("one");
    String two = options("two");
    String three = options("three");
    segment(one.substring(0, 10));
    segment(one.substring(10, 20));
    segment(one.substring(20) + two + three.substring(0, 5));
    segment(three.substring(5));
    segment(two);
    String[] names = {"tcp.segment", "tcp.segment.count", "tcp.reassembled.length"};
    assertThat(read(1, names)).isEqualTo("; ; ");
    assertThat(read(1, "tcp.segment_data")).isEqualTo(hex(one.substring(0, 10)));
    assertThat(read(2, "tcp.segment_data")).isEqualTo(hex(one.substring(10, 20)));
    assertThat(read(3, names)).isEqualTo("1,2,3; 3; " + one.length());
    assertThat(read(3, "tcp.segment_data"))
        .isEqualTo(hex(one.substring(20)) + "," + hex(three.substring(0, 5)));
    assertThat(read(4, names)).isEqualTo("3,4; 2; " + three.length());
    assertThat(read(4, "tcp.reassembled.data")).isEqualTo(hex(three));
    assertThat(read(5, names)).isEqualTo("; ; ");
    assertThat(read(5, "tcp.segment_data")).isEmpty();
  }

  private static String hex(String text) {
    StringJoiner hex = new StringJoiner(":");
    for (byte b : text.getBytes(US_ASCII)) {
      hex.add("%02x".formatted(b));
    }
    return hex.toString();
  }
}
