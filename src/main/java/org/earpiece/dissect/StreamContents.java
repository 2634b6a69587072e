package org.earpiece.dissect;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.earpiece.dissect.tls.TlsSecrets;
import org.earpiece.dissect.tls.TlsStreams;
import org.earpiece.dissect.web.WebSocketMessages;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What lies inside the layers of streams in another form: the content of TLS, decrypted, and the
 * messages of WebSocket, unmasked. The pipeline's walk takes it; others ask what it is.
 */
public final class StreamContents {
  private final DissectorTable table;
  private final Flows flows;
  private final TlsStreams tls;
  private final WebSocketMessages webSockets = new WebSocketMessages();

  StreamContents(DissectorTable table, Flows flows, TlsSecrets secrets) {
    this.table = table;
    this.flows = flows;
    tls =
        new TlsStreams(
            secrets,
            Stream.of(Protocol.SIP, Protocol.HTTP)
                .map(table::of)
                .filter(Objects::nonNull)
                .toList());
  }

  /** What became whole inside the layer just walked, which ends at {@code end}. */
  List<byte[]> take(Packet packet, DataSource kind, int end) {
    int from = packet.offset(packet.layers() - 1);
    int flow = packet.flow();
    if (kind == DataSource.WEBSOCKET) {
      byte[] message = webSockets.take(flow, packet.bytes(), from, end);
      return message == null ? List.of() : List.of(message);
    }
    int back = flows.back(packet);
    List<byte[]> ready = tls.take(packet, back, from, end);
    flows.sealed(flow, tls.sealed());
    if (back != Packet.NONE) {
      flows.sealed(back, tls.sealed());
    }
    Protocol inside = ready.isEmpty() ? null : tls.protocol(flow);
    if (inside != null) {
      flows.inside(flow, inside);
    }
    return ready;
  }

  /** What is open inside the TLS of the packet's stream, which ends with it. */
  List<byte[]> end(Packet packet) {
    return tls.end(packet.flow());
  }

  /** The protocol of what lies inside, or null where it is not known. Any thread. */
  @Nullable Dissector protocol(Packet packet, DataSource kind) {
    Protocol inside = kind == DataSource.WEBSOCKET ? Protocol.SIP : flows.inside(packet.flow());
    return inside == null ? null : table.of(inside);
  }

  /** Tells the packet why what the layer just walked holds is not shown. Any thread. */
  void tellSealed(Packet packet) {
    packet.sources().sealed(flows.sealed(packet.flow()));
  }

  /** The TLS connections that are followed. */
  public TlsStreams tls() {
    return tls;
  }

  /** The WebSocket streams that are followed. */
  public WebSocketMessages webSockets() {
    return webSockets;
  }
}
