package org.earpiece.dissect.relations;

import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * Finds for messages of SIP the request that they answer and the message that they repeat, as
 * Wireshark does: what each side sent last within a Call-ID is remembered with its CSeq. Of
 * messages over TCP, which Wireshark leaves out, it is kept apart. The pipeline's thread adds; any
 * thread asks.
 */
final class Exchanges {
  /** Sides of Call-IDs remembered at least; twice as many at most. */
  static final int MAX_SIDES = 100_000;

  /** What is remembered of a side: the CSeq number, its method, what was sent, and where. */
  private static final int CSEQ = 0;

  private static final int METHOD = 1;

  /** 1 for a request, else the status code. */
  private static final int SENT = 2;

  private static final int FRAME = 3;
  private static final int A_REQUEST = 1;
  private static final int FINAL = 200;

  private final ExchangeRows found;
  private final ExchangeRows overTcp;
  private final RecentTable sides = new RecentTable(MAX_SIDES);
  private final SipMessage message = new SipMessage();
  private int original;
  private int setup;

  Exchanges(ExchangeRows found, ExchangeRows overTcp) {
    this.found = found;
    this.overTcp = overTcp;
  }

  /** Looks at the messages of a packet. */
  void packet(Packet packet) {
    setup = packet.number();
    boolean datagram = packet.transport() == Transport.UDP;
    boolean whole =
        packet.transport() == Transport.TCP || (datagram && !packet.fragment().partial());
    for (int layer = packet.find(Protocol.SIP);
        whole && layer >= 0;
        layer = packet.find(Protocol.SIP, layer + 1)) {
      int at = packet.offset(layer);
      if (message.parse(packet.bytes(layer), at, packet.end(layer) - at)) {
        look(packet, layer, datagram ? found : overTcp);
        setup = datagram ? setup : packet.number();
      }
    }
  }

  /**
   * The frame that is said to set up the media that the last packet described: that of the request
   * which it accepts; 0 where it only repeats something.
   */
  int setup() {
    return setup;
  }

  private void look(Packet packet, int layer, ExchangeRows into) {
    String callId = message.callId();
    String cseqMethod = message.cseqMethod();
    long cseq = message.cseq();
    if (callId.isEmpty() || cseqMethod.isEmpty() || cseq < 0) {
      return;
    }
    long call = RecentTable.hash(sides.hash(), callId.hashCode());
    for (int i = 0; i < callId.length(); i++) {
      call = RecentTable.hash(call, callId.charAt(i));
    }
    int method = cseqMethod.hashCode();
    boolean request = message.isRequest();
    boolean acknowledges = request && message.method().equals("ACK");
    int answered = 0;
    long nanos = 0;
    if (acknowledges || !request) {
      int asked = sides.place(acknowledges ? sent(call, packet) : received(call, packet));
      boolean same = sides.value(asked, CSEQ) == (int) cseq && sides.value(asked, METHOD) == method;
      int sent = sides.value(asked, SENT);
      if (acknowledges ? sent != 0 : sent == A_REQUEST && same) {
        answered = sides.value(asked, FRAME);
        nanos = packet.timeNanos() - sides.nanos(asked);
      }
    }
    int code = request ? A_REQUEST : message.statusCode();
    remember(sides.place(sent(call, packet)), packet, (int) cseq, method, code, acknowledges);
    into.add(packet.number(), layer, answered, original, nanos);
    boolean accepts = code >= FINAL && code < FINAL + 100 && answered != 0;
    setup = original != 0 ? 0 : accepts ? answered : packet.number();
  }

  private void remember(
      int side, Packet packet, int cseq, int method, int code, boolean acknowledges) {
    original = 0;
    boolean goesOn = sides.value(side, SENT) != 0 && sides.value(side, CSEQ) == cseq;
    boolean same = goesOn && sides.value(side, METHOD) == method;
    boolean again = same && sides.value(side, SENT) == code && !acknowledges;
    if (again && (code == A_REQUEST || code >= FINAL)) {
      original = sides.value(side, FRAME);
      return;
    }
    if (!goesOn || code == A_REQUEST) {
      sides.nanos(side, packet.timeNanos());
    }
    if (!goesOn) {
      sides.set(side, CSEQ, cseq);
      sides.set(side, METHOD, method);
    }
    sides.set(side, SENT, code);
    sides.set(side, FRAME, packet.number());
  }

  /** The key of who sent this packet. */
  private static long sent(long call, Packet p) {
    return side(call, p.srcHi(), p.srcLo(), p.dstHi(), p.dstLo(), p.sport(), p.dport());
  }

  /** The key of who receives it. */
  private static long received(long call, Packet p) {
    return side(
        call,
        /* srcHi= */ p.dstHi(),
        /* srcLo= */ p.dstLo(),
        /* dstHi= */ p.srcHi(),
        /* dstLo= */ p.srcLo(),
        /* sport= */ p.dport(),
        /* dport= */ p.sport());
  }

  private static long side(
      long call, long srcHi, long srcLo, long dstHi, long dstLo, int sport, int dport) {
    long h = RecentTable.hash(RecentTable.hash(call, srcHi), srcLo);
    h = RecentTable.hash(RecentTable.hash(h, dstHi), dstLo);
    return RecentTable.hash(h, (long) sport << 16 | dport);
  }
}
