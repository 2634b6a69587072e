package org.earpiece.dissect.voip.sip;

import java.util.List;
import java.util.Set;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.Dissector;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.packet.Field;
import org.earpiece.packet.NextHeader;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/**
 * SIP (RFC 3261): in a datagram, or whole messages in a TCP segment. On its ports every start line
 * is taken that SIP could have; on any other those that leave no doubt.
 */
public final class Sip implements Dissector {
  private static final Protocol P = Protocol.SIP;
  private static final int PORT = 5060;

  /** The methods of the registry of SIP parameters, and three that Wireshark knows besides. */
  private static final Set<String> METHODS =
      Set.of(
          "ACK",
          "BYE",
          "CANCEL",
          "DO",
          "INFO",
          "INVITE",
          "MESSAGE",
          "NOTIFY",
          "OPTIONS",
          "PRACK",
          "PUBLISH",
          "QAUTH",
          "REFER",
          "REGISTER",
          "SPRACK",
          "SUBSCRIBE",
          "UPDATE");

  /** A cursor a thread: fields are read by it, and nothing is allocated while walking. */
  private static final ThreadLocal<SipCursor> CURSOR = ThreadLocal.withInitial(SipCursor::new);

  private static final ThreadLocal<SipFraming> FRAMING = ThreadLocal.withInitial(SipFraming::new);

  @Override
  public Protocol protocol() {
    return P;
  }

  @Override
  public List<Field> fields() {
    return SipFields.all();
  }

  @Override
  public void register(DissectorTable table) {
    table.udpPort(PORT, this);
    table.tcpPort(PORT, this);
    table.udpHeuristic(this);
    table.tcpHeuristic(this);
  }

  @Override
  public boolean looksLikeMine(Packet packet, int offset) {
    SipMessage message = CURSOR.get().parse(packet.bytes(), offset, packet.limit());
    return message != null && message.line().strict;
  }

  @Override
  public int dissect(Packet packet, int offset) {
    SipCursor cursor = CURSOR.get();
    SipMessage message = cursor.parse(packet.bytes(), offset, packet.limit());
    if (message == null) {
      return NOT_MINE;
    }
    packet.limit(message.bodyEnd());
    cursor.keep(packet);
    if (!message.hasSdp()) {
      return packet.limit() - offset;
    }
    SipBody sdp = message.body();
    packet.limitInside(sdp.start() + sdp.length());
    packet.next(NextHeader.PROTOCOL, Protocol.SDP.ordinal());
    return sdp.start() - offset;
  }

  @Override
  public int streamLength(ByteView bytes, int from, int to) {
    return FRAMING.get().length(bytes, from, to);
  }

  /** Nothing is told before the empty line behind the header. */
  @Override
  public boolean mayTell(ByteView bytes, int from, int added, int to) {
    if (to - from > SipFraming.MAX_HEADER_SIZE) {
      return true;
    }
    int returns = 0;
    int feeds = 0;
    for (int i = Math.max(from, added - 3); i < to; i++) {
      int c = bytes.u8(i);
      boolean lineEnd = c == '\r' || c == '\n';
      returns = lineEnd ? returns + (c == '\r' ? 1 : 0) : 0;
      feeds = lineEnd ? feeds + (c == '\n' ? 1 : 0) : 0;
      if (returns > 1 || feeds > 1) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int filler(ByteView bytes, int from, int to) {
    return SipFraming.keepAlive(bytes, from, to);
  }

  @Override
  public int resynchronise(ByteView bytes, int from, int to) {
    return FRAMING.get().resynchronise(bytes, from, to);
  }

  /** The message in a layer; valid until the thread asks for another or walks. */
  static SipMessage message(Packet packet, int layer) {
    return CURSOR.get().message(packet, layer);
  }

  @Override
  public void info(Packet packet, int layer, StringBuilder out) {
    SipMessage message = message(packet, layer);
    if (message.isRequest()) {
      String method = message.method();
      out.append(METHODS.contains(method) ? "Request: " : "Unknown request: ")
          .append(method)
          .append(' ')
          .append(message.requestUri());
      NameAddress to = message.to();
      if (method.equals("INVITE") && to != null && !to.tag().isEmpty()) {
        out.append(", in-dialog");
      }
      if (method.equals("REGISTER")) {
        bindings(message, out);
      }
      return;
    }
    out.append("Status: ").append(message.statusText());
    if (!message.reasonPhrase().isEmpty()) {
      out.append(' ').append(message.reasonPhrase());
    }
    if (message.statusCode() / 100 == 2) {
      String method = message.cseqMethod();
      out.append(" (").append(method).append(')');
      if (method.equals("REGISTER")) {
        bindings(message, out);
      }
    }
  }

  private static void bindings(SipMessage message, StringBuilder out) {
    SipAddress address = new SipAddress();
    int count = 0;
    boolean all = false;
    for (int i = message.find(SipHeader.CONTACT, 0);
        i >= 0;
        i = message.find(SipHeader.CONTACT, i + 1)) {
      address.begin(message.view(), message.valueStart(i), message.valueEnd(i), true);
      while (address.next()) {
        all |= message.view().u8(address.start()) == '*';
        count++;
      }
    }
    boolean removed = "0".equals(message.header(SipHeader.EXPIRES));
    if (count == 0) {
      out.append(message.isRequest() ? " (fetch bindings)" : " (no bindings)");
    } else if (all) {
      out.append(" (remove all bindings)");
    } else {
      out.append(removed ? " (remove " : " (").append(count);
      out.append(count == 1 ? " binding)" : " bindings)");
    }
  }

  @Override
  public String title(Packet packet, int layer) {
    SipMessage message = message(packet, layer);
    return P.title() + " (" + (message.isRequest() ? message.method() : message.statusText()) + ")";
  }
}
