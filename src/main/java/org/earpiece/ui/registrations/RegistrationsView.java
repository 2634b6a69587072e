package org.earpiece.ui.registrations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.packet.Endpoint;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Now;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.table.ItemList;
import org.earpiece.voip.registration.Binding;
import org.earpiece.voip.registration.RegistrationSnapshot;
import org.jspecify.annotations.Nullable;

/** The list of registrations: an address of record a row. */
public final class RegistrationsView implements View {
  private static final String COLUMNS = "registrations.columns";
  private static final int CONTACTS_IN_MENU = 3;

  private final Workspace workspace;
  private final PacketActions actions;
  private final Exports exports;
  private final ItemList<RegistrationSnapshot> list;
  private Snapshot snapshot = Snapshot.EMPTY;

  /** A list for one capture. */
  public RegistrationsView(Workspace workspace, PacketActions actions, Exports exports) {
    this.workspace = workspace;
    this.actions = actions;
    this.exports = exports;
    list =
        new ItemList<>(
            "Registrations",
            COLUMNS,
            new RegistrationColumns(() -> Now.of(snapshot)).all(),
            workspace.preferences(),
            numbers -> selected(numbers.getLast()));
    list.menu(this::menu);
    list.drag(place -> SoftStates.ofRecord(place.item()));
  }

  @Override
  public String title() {
    return "Registrations";
  }

  @Override
  public Node node() {
    return list.table();
  }

  @Override
  public int count(Snapshot of) {
    return of.registrations().size();
  }

  @Override
  public int shown() {
    return list.rows().size();
  }

  @Override
  public void focus() {
    list.table().requestFocus();
  }

  @Override
  public void show(Selection selection, Snapshot now, @Nullable FilterScan scan) {
    snapshot = now;
    List<RegistrationSnapshot> all = now.registrations();
    int n = all.size();
    int[] order =
        IntStream.rangeClosed(1, n)
            .map(i -> n + 1 - i)
            .filter(number -> scan == null || scan.hasSoftState(all.get(number - 1).id()))
            .toArray();
    list.show(all, order, empty(now, scan));
    list.select(SoftStates.selected(all, selection, RegistrationSnapshot::id), () -> 0);
  }

  private void selected(int number) {
    RegistrationSnapshot r = snapshot.registrations().get(number - 1);
    workspace.selection().softState(r.id(), List.of(), r.firstFrame());
  }

  private static String empty(Snapshot now, @Nullable FilterScan scan) {
    if (!now.registrations().isEmpty() && scan != null) {
      return "The display filter accepts no REGISTER nor its answer. Clear it with Esc in its"
          + " field.";
    }
    return switch (now.state()) {
      case CAPTURING ->
          "No registration yet. Phones renew theirs every few minutes, some only once an hour.";
      case LOADING -> "Looking for registrations while the file is read.";
      case DONE -> "There is no REGISTER in this capture.";
    };
  }

  private List<MenuItem> menu(ItemList.Place<RegistrationSnapshot> place) {
    RegistrationSnapshot r = place.item();
    List<MenuItem> items = new ArrayList<>(actions.filters().of(SoftStates.ofRecord(r)));
    items.add(new SeparatorMenuItem());
    for (Binding binding : r.bindings().stream().limit(CONTACTS_IN_MENU).toList()) {
      Endpoint source = binding.source();
      if (source != null) {
        String host = source.address().toString();
        items.add(
            Menus.item(
                "Signalling of " + host, () -> actions.filters().apply(SoftStates.ofHost(host))));
      }
    }
    items.add(new SeparatorMenuItem());
    items.add(
        Menus.item(
            "Export its messages…",
            () -> exports.messages(workspace.session(), "registration", r.number(), r.id())));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Copy the row", () -> Clip.put(place.rowText())));
    items.add(Menus.item("Copy the address of record", () -> Clip.put(r.aor())));
    for (Binding binding : r.bindings().stream().limit(CONTACTS_IN_MENU).toList()) {
      items.add(Menus.item("Copy " + binding.uri(), () -> Clip.put(binding.uri())));
    }
    return items;
  }
}
