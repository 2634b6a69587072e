package org.earpiece.dissect.relations;

import org.earpiece.dissect.voip.mgcp.MgcpMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;

/**
 * Finds for messages of MGCP the command that they answer and the message that they repeat (RFC
 * 3435 section 3.5), as Wireshark does: a transaction is its number, where it was asked from, and
 * the port it went to; another host may answer. The pipeline's thread adds; any thread asks.
 */
final class GatewayExchanges {
  /** Transactions remembered at least; twice as many at most. */
  static final int MAX_TRANSACTIONS = 100_000;

  private static final int COMMAND = 0;
  private static final int ANSWER = 1;
  private static final int CODE = 2;
  private static final int FINAL = 200;

  private final ExchangeRows found;
  private final RecentTable transactions = new RecentTable(MAX_TRANSACTIONS);
  private final MgcpMessage message = new MgcpMessage();

  GatewayExchanges(ExchangeRows found) {
    this.found = found;
  }

  /** Looks at the messages of a packet, the first of which is this layer. */
  void packet(Packet packet, int first) {
    if (packet.transport() != Transport.UDP || packet.fragment().partial()) {
      return;
    }
    for (int layer = first; layer >= 0; layer = packet.find(Protocol.MGCP, layer + 1)) {
      if (message.parse(packet.bytes(layer), packet.offset(layer), packet.end(layer))
          && message.transaction() >= 0) {
        look(packet, layer);
      }
    }
  }

  private void look(Packet p, int layer) {
    boolean asks = message.isRequest();
    long key = RecentTable.hash(transactions.hash(), message.transaction());
    key = RecentTable.hash(key, asks ? p.srcHi() : p.dstHi());
    key = RecentTable.hash(key, asks ? p.srcLo() : p.dstLo());
    int from = asks ? p.sport() : p.dport();
    int to = asks ? p.dport() : p.sport();
    int place = transactions.place(RecentTable.hash(key, (long) from << 16 | to));
    int command = transactions.value(place, COMMAND);
    if (asks && command == 0) {
      transactions.set(place, COMMAND, p.number());
      transactions.nanos(place, p.timeNanos());
    } else if (asks) {
      found.add(p.number(), layer, 0, command, 0);
    } else if (command != 0) {
      answer(p, layer, place, command);
    }
  }

  private void answer(Packet packet, int layer, int place, int command) {
    int answer = transactions.value(place, ANSWER);
    int code = message.code();
    boolean again = answer != 0 && code >= FINAL && code == transactions.value(place, CODE);
    long nanos = packet.timeNanos() - transactions.nanos(place);
    found.add(packet.number(), layer, command, again ? answer : 0, nanos);
    transactions.set(place, CODE, code);
    if (answer == 0) {
      transactions.set(place, ANSWER, packet.number());
    }
  }
}
