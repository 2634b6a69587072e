package org.earpiece.dissect.relations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.earpiece.bytes.LongColumn;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Facts;
import org.earpiece.packet.Field;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Packets between two hosts, 10.0.0.1 (the client) and 10.0.0.2, as the pipeline sees them. */
final class Observed {
  private static final int CLIENT_SEQUENCE = 1000;
  private static final int SERVER_SEQUENCE = 5000;
  private static final int IP_HEADER = 20;
  private static final long STEP_NANOS = 10_000_000;
  private static final long START_NANOS = 1_700_000_000_000_000_000L;
  private static final DissectorTable TABLE = new DissectorTable(Dissectors.ALL);

  /** That a frame has to do with an earlier one. */
  record Reference(Facts.Tie tie, int earlier, int later) {}

  /** What the packets so far say of those before them. */
  final Set<Reference> backwards = new HashSet<>();

  private final Flows flows = new Flows();
  final Relations relations = new Relations(flows);
  private final LayerWalk walk = new LayerWalk(TABLE, flows, true);
  private final Packet packet = new Packet();
  private final LongColumn times = new LongColumn();
  private final Facts facts =
      relations.facts(
          new FrameFlows() {
            @Override
            public long timeNanos(int frame) {
              return times.get(frame - 1);
            }

            @Override
            public int udpFlow(int frame) {
              return Packet.NONE;
            }
          });

  /** A segment of TCP; its numbers count from the client's 1000 and the server's 5000. */
  Packet segment(
      long nanos, boolean client, int flags, int sequence, int acknowledged, int window, int size) {
    return segment(nanos, client, flags, sequence, acknowledged, window, new byte[size]);
  }

  /** The same, with what it carries. */
  Packet segment(
      long nanos,
      boolean client,
      int flags,
      int sequence,
      int acknowledged,
      int window,
      byte[] payload) {
    byte[] frame = new byte[2 * IP_HEADER + (scales(flags) ? 4 : 0) + payload.length];
    ByteBuffer b = ip(client, 6, frame);
    b.putShort((short) (client ? 40000 : 80)).putShort((short) (client ? 80 : 40000));
    b.putInt((client ? CLIENT_SEQUENCE : SERVER_SEQUENCE) + sequence);
    b.putInt((client ? SERVER_SEQUENCE : CLIENT_SEQUENCE) + acknowledged);
    b.put((byte) (scales(flags) ? 0x60 : 0x50)).put((byte) flags);
    b.putShort((short) window).putInt(0);
    if (scales(flags)) {
      b.putInt(0x01030300); // no operation, a window scale of 0
    }
    b.put(payload);
    return see(nanos, frame);
  }

  /** Whether a segment offers to scale windows: a SYN does where no bit above the flags forbids. */
  private static boolean scales(int flags) {
    return (flags & 0x102) == 0x02;
  }

  /** A segment without anything new, as often as one likes. */
  Packet again(long nanos) {
    return segment(nanos, true, 0x10, 1, 1, 512, 0);
  }

  /** A message of SIP: {@code > INVITE 1} or {@code < 200 INVITE 1}. */
  Packet message(String[] words, String callId) {
    boolean client = words[0].equals(">");
    boolean request = words.length == 3;
    String method = words[words.length - 2];
    String start =
        request ? method + " sip:bob@example.com SIP/2.0" : "SIP/2.0 " + words[1] + " Any";
    String text =
        start
            + "\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\nFrom: <sip:a@example.com>;tag=a"
            + "\r\nTo: <sip:b@example.com>\r\nCall-ID: "
            + callId.replace(' ', '-')
            + "\r\nCSeq: "
            + words[words.length - 1]
            + " "
            + method
            + "\r\nContent-Length: 0\r\n\r\n";
    byte[] payload = text.getBytes(US_ASCII);
    byte[] frame = new byte[IP_HEADER + 8 + payload.length];
    ByteBuffer b = ip(client, 17, frame);
    b.putShort((short) 5060).putShort((short) 5060).putShort((short) (8 + payload.length));
    b.putShort((short) 0).put(payload);
    return see(STEP_NANOS * times.size(), frame);
  }

  /** A question for the address of {@code a}, or an answer to it without any. */
  Packet question(long nanos, boolean client, int id) {
    byte[] frame = new byte[IP_HEADER + 8 + 19];
    ByteBuffer b = ip(client, 17, frame);
    b.putShort((short) (client ? 40000 : 53)).putShort((short) (client ? 53 : 40000));
    b.putShort((short) (frame.length - IP_HEADER)).putShort((short) 0);
    b.putShort((short) id).putShort((short) (client ? 0x0100 : 0x8180)).putShort((short) 1);
    b.putShort((short) 0).putInt(0).putShort((short) 0x0161).put((byte) 0).putInt(0x00010001);
    return see(nanos, frame);
  }

  /** A line of MGCP from the call agent's port 2727 to the gateway's 2427, or back. */
  Packet gateway(boolean agent, String line) {
    byte[] payload = (line + "\r\n").getBytes(US_ASCII);
    byte[] frame = new byte[IP_HEADER + 8 + payload.length];
    ByteBuffer b = ip(agent, 17, frame);
    b.putShort((short) (agent ? 2727 : 2427)).putShort((short) (agent ? 2427 : 2727));
    b.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    return see(STEP_NANOS * times.size(), frame);
  }

  /**
   * A report of RTCP between ports of their own: of a sender at this moment of NTP (its middle 32
   * bits), or, where that is 0, of a receiver.
   *
   * @param lastSr the moment of the sender report that it answers, or 0
   * @param delay since then, in 1/65536 s
   */
  Packet report(long nanos, boolean client, int moment, int lastSr, int delay) {
    boolean sender = moment != 0;
    int blocks = lastSr == 0 ? 0 : 1;
    int size = 8 + (sender ? 20 : 0) + 24 * blocks;
    byte[] frame = new byte[IP_HEADER + 8 + size];
    ByteBuffer b = ip(client, 17, frame);
    b.putShort((short) (client ? 4001 : 5001)).putShort((short) (client ? 5001 : 4001));
    b.putShort((short) (8 + size)).putShort((short) 0);
    b.put((byte) (0x80 | blocks)).put((byte) (sender ? 200 : 201)).putShort((short) (size / 4 - 1));
    b.putInt(client ? 7 : 8);
    if (sender) {
      b.putInt(0xE000_0000 | moment >>> 16).putInt(moment << 16).putInt(0).putLong(0);
    }
    if (blocks > 0) {
      b.putInt(client ? 8 : 7).putInt(0).putInt(0).putInt(0).putInt(lastSr).putInt(delay);
    }
    return see(nanos, frame);
  }

  private static ByteBuffer ip(boolean client, int protocol, byte[] frame) {
    ByteBuffer b = ByteBuffer.wrap(frame);
    b.putShort((short) 0x4500).putShort((short) frame.length).putInt(0);
    b.put((byte) 64).put((byte) protocol).putShort((short) 0);
    return b.putInt(client ? 0x0A000001 : 0x0A000002).putInt(client ? 0x0A000002 : 0x0A000001);
  }

  private Packet see(long nanos, byte[] frame) {
    long time = START_NANOS + nanos;
    times.add(time);
    packet.begin(
        times.size(), time, frame.length, 0, LinkType.RAW, frame, 0, frame.length, Packet.NONE);
    packet.context().facts(facts);
    walk.walk(packet);
    relations.packet(packet);
    for (int layer = 0; layer < packet.layers(); layer++) {
      refers(Facts.Tie.ANSWER, facts.of(Fact.REQUEST_FRAME, packet, layer));
      refers(Facts.Tie.REPETITION, facts.of(Fact.ORIGINAL_FRAME, packet, layer));
      refers(Facts.Tie.REPETITION, facts.of(Fact.TCP_REPEATED_FRAME, packet, layer));
    }
    return packet;
  }

  private void refers(Facts.Tie tie, long to) {
    if (to != Field.ABSENT) {
      backwards.add(new Reference(tie, (int) to, packet.number()));
    }
  }

  /** What the packets so far are told of those behind them. */
  Set<Reference> forwards() {
    Set<Reference> all = new HashSet<>();
    Packet any = new Packet();
    for (int frame = 1; frame <= times.size(); frame++) {
      int of = frame;
      any.begin(of, 0, 0, 0, LinkType.RAW, new byte[0], 0, 0, Packet.NONE);
      facts.related(any, (tie, later) -> all.add(new Reference(tie, of, later)));
    }
    return all;
  }

  /** What the packet says, in a line. */
  static String info(Packet packet) {
    return new PacketSummary(TABLE).info(packet);
  }

  /** What is known of the packet's layer of a protocol. */
  long fact(Fact fact, Packet of, Protocol protocol) {
    return facts.of(fact, of, of.find(protocol));
  }
}
