package org.earpiece.dissect.voip.mgcp;

import java.util.List;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Fact;
import org.earpiece.packet.Field;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * MGCP (RFC 3435): what a call agent tells its gateways, and what they tell it; several messages in
 * a datagram, each a layer. On its ports every command and response is taken, on any other those
 * commands that leave no doubt.
 */
public final class Mgcp implements Dissector {
  private static final Protocol P = Protocol.MGCP;
  private static final int GATEWAY_PORT = 2427;
  private static final int CALL_AGENT_PORT = 2727;

  /** A message a thread: nothing is allocated while walking. */
  private static final ThreadLocal<MgcpMessage> MESSAGE = ThreadLocal.withInitial(MgcpMessage::new);

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return MgcpFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(GATEWAY_PORT, this);
    table.udpPort(CALL_AGENT_PORT, this);
    table.udpHeuristic(this);
  }

  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    MgcpMessage message = MESSAGE.get();
    return message.parse(packet.bytes(), offset, packet.limit()) && message.strict();
  }

  @Override
  public int dissect(Packet packet, int offset) {
    MgcpMessage message = MESSAGE.get();
    if (!message.parse(packet.bytes(), offset, packet.limit())) {
      return NOT_MINE;
    }
    packet.limit(message.end());
    if (message.bodyStart() < message.end()) {
      packet.next(NextHeader.PROTOCOL, Protocol.SDP.ordinal());
    }
    return message.bodyStart() - offset;
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    MgcpMessage message = MESSAGE.get();
    return message.parse(bytes, from, to) ? message.end() - from : NOT_MINE;
  }

  /** The dots between messages, and empty lines. */
  @Override
  public int filler(ByteView bytes, int from, int to) {
    int at = from;
    while (at < to
        && (bytes.u8(at) == '\r' || bytes.u8(at) == '\n' || MgcpMessage.isDot(bytes, at, to))) {
      at++;
    }
    return at - from;
  }

  /** The message in a layer; valid until the thread asks for another or walks. */
  static MgcpMessage message(Packet packet, int layer) {
    MgcpMessage message = MESSAGE.get();
    if (!message.parse(packet.bytes(layer), packet.offset(layer), packet.end(layer))) {
      throw new IllegalStateException("a layer of MGCP that is none");
    }
    return message;
  }

  /** The line that the message begins with, and whether it repeats another. */
  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    MgcpMessage message = message(packet, layer);
    out.append(message.view().utf8(message.start, message.lineEnd - message.start));
    if (packet.facts().of(Fact.ORIGINAL_FRAME, packet, layer) != Field.ABSENT) {
      out.append(message.isRequest() ? ", Duplicate Request " : ", Duplicate Response ")
          .append(message.transaction());
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    MgcpMessage message = message(packet, layer);
    String word = message.view().utf8(message.start, message.wordEnd - message.start);
    return P.title() + " (" + word + ")";
  }
}
