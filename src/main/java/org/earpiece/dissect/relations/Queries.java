package org.earpiece.dissect.relations;

import org.earpiece.bytes.ByteView;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * Finds the question that a message answers where both carry the same number between the same two
 * ends: DNS (RFC 1035 section 4.1.1), STUN (RFC 8489 section 5), echoes of ICMP (RFC 792, RFC
 * 4443). The pipeline's thread.
 */
final class Queries {
  /** Questions remembered at least; twice as many at most. */
  static final int MAX_QUESTIONS = 50_000;

  /** A question is asked again within this time; later it is another one, ns. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private static final int QUESTION = 0;
  private static final int ANSWER = 1;
  private static final int DNS_RESPONSE = 0x80;
  private static final int STUN_HEADER = 20;
  private static final int STUN_CLASS = 0x0110;
  private static final int STUN_REQUEST = 0;
  private static final int STUN_INDICATION = 0x0010;
  private static final int ECHO_HEADER = 8;

  private final RecentTable questions = new RecentTable(MAX_QUESTIONS);
  private final ExchangeRows found;

  Queries(ExchangeRows found) {
    this.found = found;
  }

  /** Looks at a packet whose innermost layer is a message of DNS or STUN. */
  void message(Packet packet) {
    int layer = packet.layers() - 1;
    if (packet.fragment().partial()) {
      return;
    }
    if (packet.protocol(layer) == Protocol.DNS) {
      dns(packet, layer);
    } else {
      stun(packet, layer);
    }
  }

  /** Looks at a packet without ports: an echo or its reply. */
  void echo(Packet packet) {
    int layer = packet.find(Protocol.ICMP);
    if (layer >= 0) {
      echo(packet, layer, 8, 0);
      return;
    }
    layer = packet.find(Protocol.ICMPV6);
    if (layer >= 0) {
      echo(packet, layer, 128, 129);
    }
  }

  private void dns(Packet packet, int layer) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer) + (packet.transport() == Transport.TCP ? 2 : 0);
    if (at + 4 > packet.end(layer)) {
      return;
    }
    boolean answers = (bytes.u8(at + 2) & DNS_RESPONSE) != 0;
    long key = ends(packet, Protocol.DNS, answers);
    take(packet, layer, RecentTable.hash(key, bytes.u16(at)), answers, true);
  }

  private void stun(Packet packet, int layer) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    if (at + STUN_HEADER > packet.end(layer)) {
      return;
    }
    int kind = bytes.u16(at) & STUN_CLASS;
    if (kind != STUN_INDICATION) {
      long key = ends(packet, Protocol.STUN, kind != STUN_REQUEST);
      key = RecentTable.hash(RecentTable.hash(key, bytes.i64(at + 4)), bytes.i64(at + 12));
      take(packet, layer, key, kind != STUN_REQUEST, false);
    }
  }

  private void echo(Packet packet, int layer, int request, int reply) {
    ByteView bytes = packet.bytes(layer);
    int at = packet.offset(layer);
    if (at + ECHO_HEADER > packet.end(layer)) {
      return;
    }
    int type = bytes.u8(at);
    if (type == request || type == reply) {
      long key =
          RecentTable.hash(ends(packet, packet.protocol(layer), type == reply), bytes.u32(at + 4));
      take(packet, layer, key, type == reply, true);
    }
  }

  /**
   * Takes a question or an answer.
   *
   * @param renews whether a question that was answered may be asked anew under its number
   */
  private void take(Packet packet, int layer, long key, boolean answers, boolean renews) {
    int place = questions.place(key);
    int question = questions.value(place, QUESTION);
    int answer = questions.value(place, ANSWER);
    int frame = packet.number();
    if (answers) {
      long nanos = question == 0 ? 0 : packet.timeNanos() - questions.nanos(place);
      found.add(frame, layer, renews && answer != 0 ? 0 : question, answer, nanos);
      questions.set(place, ANSWER, answer == 0 ? frame : answer);
    } else if (question == 0 || (renews && isNew(packet, place, answer))) {
      questions.set(place, QUESTION, frame);
      questions.set(place, ANSWER, 0);
      questions.nanos(place, packet.timeNanos());
    } else {
      found.add(frame, layer, 0, question, 0);
    }
  }

  /** Whether a question that comes again is another: the one before was answered, or is old. */
  private boolean isNew(Packet packet, int place, int answer) {
    return answer != 0 || packet.timeNanos() - questions.nanos(place) > PATIENCE_NANOS;
  }

  /** Who asks whom. */
  private long ends(Packet p, Protocol protocol, boolean answers) {
    long seed = RecentTable.hash(questions.hash(), protocol.ordinal());
    long from = RecentTable.hash(RecentTable.hash(p.srcHi(), p.srcLo()), p.sport());
    long to = RecentTable.hash(RecentTable.hash(p.dstHi(), p.dstLo()), p.dport());
    return answers
        ? RecentTable.hash(RecentTable.hash(seed, to), from)
        : RecentTable.hash(RecentTable.hash(seed, from), to);
  }
}
