package org.earpiece.session.follow;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;

/** What of a conversation is followed. */
public enum FollowKind {
  UDP("UDP datagrams"),
  TCP("TCP stream"),
  TLS("TLS, decrypted"),
  WEBSOCKET("WebSocket messages"),
  SIP("SIP of the call");

  private final String title;

  FollowKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** What of a packet's conversation can be followed. */
  public static List<FollowKind> of(Packet packet) {
    List<FollowKind> kinds = new ArrayList<>();
    if (packet.quoted()) {
      return kinds;
    }
    boolean tcp = packet.find(Protocol.TCP) >= 0;
    if (tcp || packet.find(Protocol.UDP) >= 0) {
      kinds.add(tcp ? TCP : UDP);
    }
    for (int i = 1; i < packet.sources().count(); i++) {
      DataSource source = packet.sources().kind(i);
      FollowKind kind =
          source == DataSource.TLS ? TLS : source == DataSource.WEBSOCKET ? WEBSOCKET : null;
      if (kind != null && !kinds.contains(kind)) {
        kinds.add(kind);
      }
    }
    if (packet.call() > 0) {
      kinds.add(SIP);
    }
    return kinds;
  }
}
