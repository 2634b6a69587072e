package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.earpiece.bytes.ByteView;
import org.earpiece.dissect.DetailNode;
import org.earpiece.dissect.DetailTree;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.dissect.voip.sip.SipMessage;
import org.earpiece.packet.DataSources;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The selected packet, shared by the panes that show it, and the node of it that is selected in the
 * tree and in the bytes. FX thread.
 */
public final class PacketPlace {
  /** Learns of another packet, or another node of it. */
  interface Listener {
    void shown(@Nullable PacketView packet, @Nullable DetailNode node);
  }

  private static final String NOTHING = "Select a packet or a message: it appears here.";
  private static final DissectorTable DISSECTORS = new DissectorTable(Dissectors.ALL);

  private final Workspace workspace;
  private final PacketActions actions;
  private final List<Listener> listeners = new ArrayList<>();
  private final LiveQuery<Integer, PacketView> query;
  private @Nullable PacketView packet;
  private @Nullable DetailNode node;

  /** A place for the packets of one capture. */
  public PacketPlace(Workspace workspace, PacketActions actions) {
    this.workspace = workspace;
    this.actions = actions;
    query = new LiveQuery<>(workspace.background(), 0, this::packet, e -> packet(failed(e)));
  }

  private static PacketView failed(Exception e) {
    String sentence = "The packet cannot be read: " + e.getMessage();
    return PacketView.note(0, sentence);
  }

  Workspace workspace() {
    return workspace;
  }

  PacketActions actions() {
    return actions;
  }

  void listen(Listener listener) {
    listeners.add(listener);
    listener.shown(packet, node);
  }

  /** Shows the selected frame, soon. */
  void show(Selection selection) {
    int frame = selection.frame();
    if (frame == 0) {
      query.drop();
      if (packet == null || packet.frame() != 0) {
        packet(PacketView.note(0, NOTHING));
      }
    } else {
      CaptureSession session = workspace.session();
      query.want(frame, "", () -> read(session, frame));
    }
  }

  private void packet(PacketView next) {
    String was = node == null ? "" : node.field();
    packet = next;
    node = was.isEmpty() ? null : find(next.nodes(), was);
    tell();
  }

  private static @Nullable DetailNode find(List<DetailNode> nodes, String field) {
    for (DetailNode node : nodes) {
      if (node.field().equals(field)) {
        return node;
      }
      DetailNode below = find(node.children(), field);
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  /** Selects a node of the packet, or none. */
  void select(@Nullable DetailNode next) {
    if (!Objects.equals(next, node)) {
      node = next;
      tell();
    }
  }

  private void tell() {
    listeners.forEach(listener -> listener.shown(packet, node));
  }

  private static List<PacketView.Source> sources(DataSources sources) {
    List<PacketView.Source> all = new ArrayList<>();
    for (int i = 0; i < sources.count(); i++) {
      ByteView bytes = sources.bytes(i);
      all.add(new PacketView.Source(sources.kind(i).title(), bytes.copy(0, bytes.length())));
    }
    return all;
  }

  private static PacketView read(CaptureSession session, int frame) throws java.io.IOException {
    PacketReader reader = session.reader();
    Packet packet = reader.read(frame);
    if (packet == null) {
      String sentence = "Frame " + frame + " is no longer held: the capture has dropped its file.";
      return PacketView.note(frame, sentence);
    }
    List<DetailNode> nodes =
        new ArrayList<>(new DetailTree(session.fields(), DISSECTORS).of(packet));
    Belonging belonging = Belonging.of(packet, session.snapshot());
    nodes.addAll(belonging.nodes());
    PacketSummary summary = new PacketSummary(DISSECTORS);
    String line = summary.protocol(packet) + "  " + summary.info(packet);
    List<PacketView.Source> sources = sources(packet.sources());
    PacketView.Message message = message(packet);
    nodes.addAll(RelatedNodes.of(packet, reader, summary));
    return new PacketView(frame, sources, message, line, List.copyOf(nodes), belonging);
  }

  private static PacketView.@Nullable Message message(Packet packet) {
    int sip = packet.find(Protocol.SIP);
    SipMessage message = new SipMessage();
    if (sip < 0) {
      return null;
    }
    int offset = packet.offset(sip);
    int length = packet.end(sip) - offset;
    return message.parse(packet.bytes(sip), offset, length)
        ? new PacketView.Message(
            packet.bytes(sip).copy(offset, length),
            message.bodyOffset() - offset,
            packet.source(sip),
            offset)
        : null;
  }
}
