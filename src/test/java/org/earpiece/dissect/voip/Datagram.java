package org.earpiece.dissect.voip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.earpiece.dissect.DetailTree;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.Flows;
import org.earpiece.dissect.LayerWalk;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.IpAddress;
import org.earpiece.packet.LinkType;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** Puts payloads into UDP datagrams from 192.0.2.1 to 192.0.2.2 and reads what is told of them. */
public final class Datagram {
  public static final long SOURCE = IpAddress.v4(0xC0000201L);
  public static final long DESTINATION = IpAddress.v4(0xC0000202L);
  private static final DissectorTable TABLE = new DissectorTable(Dissectors.ALL);
  private static final FieldRegistry FIELDS = new FieldRegistry(Dissectors.fields());
  private static final int HEADERS = 28;

  public final Flows flows = new Flows();
  private final LayerWalk walk = new LayerWalk(TABLE, flows, true);
  private final LayerWalk reading = new LayerWalk(TABLE, flows, false);
  private final DetailTree tree = new DetailTree(FIELDS, TABLE);
  private final PacketSummary summary = new PacketSummary(TABLE);
  private final FieldValues values = new FieldValues();
  private final Packet packet = new Packet();
  private final int sport;
  private final int dport;
  private int number;

  public Datagram(int sport, int dport) {
    this.sport = sport;
    this.dport = dport;
  }

  /** The packet with this payload, walked; valid until the next one. */
  public Packet walk(byte[] payload) {
    return walk(walk, ++number, payload, Packet.NONE);
  }

  /** An earlier packet as whoever reads it again walks it. */
  public Packet again(int frameNumber, byte[] payload, int flow) {
    return walk(reading, frameNumber, payload, flow);
  }

  private Packet walk(LayerWalk with, int frameNumber, byte[] payload, int flow) {
    byte[] frame =
        ByteBuffer.allocate(HEADERS + payload.length)
            .putShort((short) 0x4500)
            .putShort((short) (HEADERS + payload.length))
            .putInt(0)
            .putShort((short) 0x4011)
            .putShort((short) 0)
            .putInt(0xC0000201)
            .putInt(0xC0000202)
            .putShort((short) sport)
            .putShort((short) dport)
            .putShort((short) (8 + payload.length))
            .putShort((short) 0)
            .put(payload)
            .array();
    packet.begin(frameNumber, 0, frame.length, 0, LinkType.RAW, frame, 0, frame.length, flow);
    with.walk(packet);
    return packet;
  }

  /** All values of a field, as a person reads them. */
  public List<String> values(Packet walked, String field) {
    List<String> texts = new ArrayList<>();
    for (int layer = 0; layer < walked.layers(); layer++) {
      for (Field candidate : FIELDS.of(walked.protocol(layer))) {
        if (candidate.name().equals(field)) {
          values.begin(walked.bytes(layer));
          candidate.reader().read(walked, layer, values);
          for (int i = 0; i < values.size(); i++) {
            texts.add(FieldText.text(candidate, values, i));
          }
        }
      }
    }
    return texts;
  }

  /** The protocols of the layers, outermost first. */
  public static List<Protocol> protocols(Packet walked) {
    List<Protocol> protocols = new ArrayList<>();
    for (int layer = 0; layer < walked.layers(); layer++) {
      protocols.add(walked.protocol(layer));
    }
    return protocols;
  }

  public String info(Packet walked) {
    return summary.info(walked);
  }

  /** Walks a payload and reads every field, the tree and the columns of it. */
  public int readEverything(byte[] payload) {
    Packet walked = walk(payload);
    int length = summary.protocol(walked).length() + summary.info(walked).length();
    for (int layer = 0; layer < walked.layers(); layer++) {
      for (Field field : FIELDS.of(walked.protocol(layer))) {
        values.begin(walked.bytes(layer));
        field.reader().read(walked, layer, values);
        for (int i = 0; i < values.size(); i++) {
          length += FieldText.text(field, values, i).length();
        }
      }
    }
    return length + tree.of(walked).size();
  }

  /** Packets whose dissector read beyond their bytes. */
  public long caught() {
    return walk.caught();
  }
}
