package org.earpiece.ui.actions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.dissect.PortRule;
import org.earpiece.filter.phrase.Conversation;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.session.PacketReader;
import org.earpiece.session.follow.FollowKind;
import org.earpiece.ui.follow.FollowDialog;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.filters.FilterMenus;
import org.earpiece.voip.StreamSnapshot;

/**
 * What may be done with a packet and a value of it, the same in every list, in the tree, the bytes,
 * the message and the ladder. One a capture. FX thread.
 */
public final class PacketActions {
  private final FilterMenus filters;
  private final Comparison comparison;
  private final Places places;
  private final Workspace workspace;
  private final PacketReader reader;

  public PacketActions(Workspace workspace, Places places) {
    this.workspace = workspace;
    this.places = places;
    filters = new FilterMenus(workspace.filter(), workspace::filterNames);
    comparison = new Comparison(workspace, places);
    reader = workspace.session().reader();
  }

  public FilterMenus filters() {
    return filters;
  }

  public Comparison comparison() {
    return comparison;
  }

  public Places places() {
    return places;
  }

  /**
   * The items of a menu on a value of a packet.
   *
   * @param filter on the value, or empty
   */
  public List<MenuItem> of(int frame, String filter) {
    List<MenuItem> items = new ArrayList<>(filters.of(filter));
    List<MenuItem> about = of(frame);
    if (!items.isEmpty() && !about.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.addAll(about);
    return items;
  }

  private List<MenuItem> of(int frame) {
    List<MenuItem> items = new ArrayList<>();
    try {
      Packet packet = frame > 0 ? reader.read(frame) : null;
      if (packet != null) {
        belonging(packet, items);
        if (packet.find(Protocol.SIP) >= 0) {
          items.addAll(comparison.items(frame));
        }
      }
    } catch (IOException e) {
      workspace.notice().accept("The packet cannot be read: " + e.getMessage());
    }
    return items;
  }

  private void belonging(Packet packet, List<MenuItem> items) {
    int call = callOf(packet);
    if (call > 0) {
      items.addAll(follow(call));
      items.add(Menus.item("Show the call", () -> places.call(call)));
    }
    List<Conversation> conversations = Conversation.of(packet);
    if (!conversations.isEmpty()) {
      Menu menu = new Menu("This conversation");
      for (Conversation each : conversations) {
        menu.getItems().add(Menus.item(each.layer(), () -> filters.apply(each.filter())));
      }
      items.add(menu);
    }
    Menu said = new Menu("Follow");
    int frame = packet.number();
    for (FollowKind kind : FollowKind.of(packet)) {
      said.getItems()
          .add(
              Menus.item(
                  kind.title(), () -> FollowDialog.open(workspace, places.window(), kind, frame)));
    }
    if (!said.getItems().isEmpty()) {
      items.add(said);
    }
    String stream = Conversation.stream(packet);
    if (!stream.isEmpty()) {
      items.add(Menus.item("This stream", () -> filters.apply(stream)));
    }
    decoding(packet, items);
  }

  /** The lower port is the server's, as a rule. */
  private void decoding(Packet packet, List<MenuItem> items) {
    Transport transport = packet.transport();
    if (!PortRule.choices(transport).isEmpty()) {
      int port = Math.min(packet.sport(), packet.dport());
      items.add(Menus.item("Decode as…", () -> places.decodeAs(transport, port)));
    }
  }

  /** Filters on a call: its signalling and its media, with what is still to come. */
  public List<MenuItem> follow(int call) {
    String filter = ofCall(call);
    return filters.valid(filter)
        ? List.of(Menus.item("Follow this call", () -> filters.apply(filter)))
        : List.of();
  }

  /** A filter on all packets of a call. */
  public static String ofCall(int call) {
    return "call.id == " + call;
  }

  private int callOf(Packet packet) {
    if (packet.call() > 0) {
      return packet.call();
    }
    int id = packet.stream();
    return id < 0
        ? 0
        : workspace.session().snapshot().streams().stream()
            .filter(stream -> stream.id() == id)
            .mapToInt(StreamSnapshot::call)
            .findFirst()
            .orElse(0);
  }
}
