package org.earpiece.dissect.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.bytes.FlowTable;
import org.earpiece.bytes.SparseRows;
import org.earpiece.dissect.web.Http;
import org.earpiece.dissect.web.HttpMessage;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Finds for messages of HTTP where they stand in their connection, as Wireshark 4.0 does: a
 * response answers the request before it, whatever else is open; a request and its response have
 * one number, and so has each message that finds no partner. The pipeline's thread adds; any thread
 * asks.
 */
final class HttpExchanges {
  /** Connections remembered at least; twice as many at most. */
  static final int MAX_CONNECTIONS = 50_000;

  /** Bytes of memory for what was asked for; of what is one too many no response tells. */
  static final int MAX_URI_BYTES = 32 << 20;

  /** What a text takes beside its characters, which mostly take a byte each. */
  private static final int TEXT_BYTES = 128;

  /** Characters of one that is kept at most. */
  static final int MAX_URI = 8_192;

  /** What is found of a layer. */
  static final int NUMBER = 0;

  static final int PREVIOUS_REQUEST = 1;
  static final int PREVIOUS_RESPONSE = 2;

  /** Of a response: what {@link #uri} knows it by; 0 for none. */
  static final int URI = 3;

  private static final int WIDTH = 4;

  /** What is remembered of a connection: the last number, its frames, those before, the URI. */
  private static final int COUNT = 0;

  private static final int REQUEST = 1;
  private static final int RESPONSE = 2;
  private static final int REQUEST_BEFORE = 3;
  private static final int RESPONSE_BEFORE = 4;
  private static final int ASKED = 5;
  private static final int REMEMBERED = 6;

  final SparseRows rows = new SparseRows(WIDTH);

  private final ExchangeRows found;
  private final TcpConversations tcp;
  private final RecentTable connections = new RecentTable(MAX_CONNECTIONS, REMEMBERED);
  private final HttpMessage message = new HttpMessage();
  private final int[] row = new int[WIDTH];

  private final Map<String, Integer> uris = new HashMap<>();
  private final List<String> urisInOrder = new ArrayList<>();
  private int uriBytes;

  HttpExchanges(ExchangeRows found, TcpConversations tcp) {
    this.found = found;
    this.tcp = tcp;
  }

  /** Looks at the messages of a packet. */
  void packet(Packet packet) {
    int layer = packet.find(Protocol.HTTP);
    if (layer < 0 || packet.transport() != Transport.TCP) {
      return;
    }
    int stream = tcp.streamOf(packet);
    if (stream == FlowTable.NONE) {
      return;
    }
    int place = connections.place(RecentTable.hash(connections.hash(), stream));
    for (; layer >= 0; layer = packet.find(Protocol.HTTP, layer + 1)) {
      boolean begins = message.parse(packet.bytes(layer), packet.offset(layer), packet.end(layer));
      if (begins && message.isRequest() && !message.isNotification()) {
        request(packet, layer, place);
      } else if (begins && !message.isRequest()) {
        response(packet, layer, place);
      }
    }
  }

  private void request(Packet packet, int layer, int place) {
    boolean open = (get(place, REQUEST) | get(place, RESPONSE)) == 0;
    if (!open || get(place, COUNT) == 0) {
      next(place);
    }
    connections.set(place, REQUEST, packet.number());
    connections.set(place, ASKED, keep(message.target(Http.overTls(packet, layer))));
    connections.nanos(place, packet.timeNanos());
    add(packet, layer, place, 0, 0);
  }

  private void response(Packet packet, int layer, int place) {
    if (get(place, RESPONSE) != 0 || get(place, COUNT) == 0) {
      next(place);
    }
    connections.set(place, RESPONSE, packet.number());
    int request = get(place, REQUEST);
    long nanos = packet.timeNanos() - connections.nanos(place);
    found.add(packet.number(), layer, request, 0, nanos);
    add(packet, layer, place, get(place, RESPONSE_BEFORE), get(place, ASKED));
  }

  private void add(Packet packet, int layer, int place, int responseBefore, int uri) {
    row[NUMBER] = get(place, COUNT);
    row[PREVIOUS_REQUEST] = get(place, REQUEST_BEFORE);
    row[PREVIOUS_RESPONSE] = responseBefore;
    row[URI] = uri;
    rows.add(Key.of(packet.number(), layer), row);
  }

  private void next(int place) {
    connections.set(place, COUNT, get(place, COUNT) + 1);
    connections.set(place, REQUEST_BEFORE, get(place, REQUEST));
    connections.set(place, RESPONSE_BEFORE, get(place, RESPONSE));
    connections.set(place, REQUEST, 0);
    connections.set(place, RESPONSE, 0);
  }

  private int get(int place, int value) {
    return connections.value(place, value);
  }

  /** Keeps a text once; 0 where there is no room for it. */
  private synchronized int keep(String uri) {
    Integer known = uris.get(uri);
    if (known != null) {
      return known;
    }
    int bytes = TEXT_BYTES + 2 * uri.length();
    if (uri.length() > MAX_URI || uriBytes + bytes > MAX_URI_BYTES) {
      return 0;
    }
    uriBytes += bytes;
    urisInOrder.add(uri);
    uris.put(uri, urisInOrder.size());
    return urisInOrder.size();
  }

  /** What {@link #URI} stands for. */
  synchronized @Nullable String uri(int kept) {
    return kept == 0 ? null : urisInOrder.get(kept - 1);
  }
}
