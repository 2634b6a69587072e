package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earpiece.dissect.DetailNode;
import org.earpiece.filter.phrase.Conversation;
import org.earpiece.packet.Packet;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;

/**
 * What a packet belongs to.
 *
 * @param call number of its call, or 0
 * @param stream number of its RTP stream, or 0
 * @param nodes of the detail tree that say so
 */
record Belonging(int call, int stream, List<DetailNode> nodes) {
  /** The field names of the nodes that lead to a call and to a stream. */
  static final String CALL = "call.id";

  static final String STREAM = "stream.id";

  static final Belonging NONE = new Belonging(0, 0, List.of());

  Belonging {
    nodes = List.copyOf(nodes);
  }

  static Belonging of(Packet packet, Snapshot snapshot) {
    int streamNumber = 0;
    int callNumber = Math.max(0, packet.call());
    List<DetailNode> nodes = new ArrayList<>();
    for (StreamSnapshot stream : snapshot.streams()) {
      if (packet.stream() >= 0 && stream.id() == packet.stream()) {
        streamNumber = stream.number();
        callNumber = stream.call();
      }
    }
    if (callNumber > 0 && callNumber <= snapshot.calls().size()) {
      CallSnapshot call = snapshot.calls().get(callNumber - 1);
      String label =
          "[Call: %d, %s → %s, %s]"
              .formatted(
                  callNumber,
                  call.fromUser(),
                  call.toUser(),
                  call.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      nodes.add(node(label, CALL, PacketActions.ofCall(callNumber)));
    }
    if (streamNumber > 0) {
      StreamSnapshot stream = snapshot.streams().get(streamNumber - 1);
      String label =
          "[Stream: %d, %s → %s, %s]"
              .formatted(streamNumber, stream.src(), stream.dst(), stream.ssrcText());
      nodes.add(node(label, STREAM, Conversation.stream(packet)));
    }
    return new Belonging(callNumber, streamNumber, nodes);
  }

  private static DetailNode node(String label, String field, String filter) {
    return new DetailNode(label, field, 0, 0, 0, 0, filter, List.of());
  }
}
