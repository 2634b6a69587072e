package org.earpiece.ui.registrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import org.earpiece.session.FilterScan;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.registration.Binding;
import org.earpiece.voip.registration.RegistrationSnapshot;

/** The list of registrations: an address of record a row. */
public final class RegistrationsView extends SoftStateView<RegistrationSnapshot> {
  private static final int CONTACTS_IN_MENU = 3;

  /** A list for one capture. */
  public RegistrationsView(Workspace workspace, PacketActions actions, Exports exports) {
    super(workspace, actions, exports, "Registrations", now -> new RegistrationColumns(now).all());
  }

  @Override
  List<RegistrationSnapshot> all(Snapshot of) {
    return of.registrations();
  }

  @Override
  int number(RegistrationSnapshot registration) {
    return registration.number();
  }

  @Override
  int id(RegistrationSnapshot registration) {
    return registration.id();
  }

  @Override
  String word(RegistrationSnapshot registration) {
    return "registration";
  }

  @Override
  boolean accepted(FilterScan scan, RegistrationSnapshot registration) {
    return scan.hasSoftState(registration.id());
  }

  @Override
  String filter(RegistrationSnapshot registration) {
    return SoftStates.ofRecord(registration);
  }

  @Override
  void selected(RegistrationSnapshot registration) {
    workspace.selection().softState(registration.id(), List.of(), registration.firstFrame());
  }

  @Override
  String nothingAccepted() {
    return "The display filter accepts no REGISTER nor its answer. Clear it with Esc in its field.";
  }

  @Override
  String nothingYet(Snapshot.State state) {
    return switch (state) {
      case CAPTURING ->
          "No registration yet. Phones renew theirs every few minutes, some only once an hour.";
      case LOADING -> "Looking for registrations while the file is read.";
      case DONE -> "There is no REGISTER in this capture.";
    };
  }

  @Override
  List<MenuItem> ways(RegistrationSnapshot registration) {
    return registration.bindings().stream()
        .limit(CONTACTS_IN_MENU)
        .map(Binding::source)
        .filter(Objects::nonNull)
        .map(source -> signallingOf(source.address().toString()))
        .toList();
  }

  @Override
  List<MenuItem> copies(RegistrationSnapshot registration) {
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Copy the address of record", () -> Clip.put(registration.aor())));
    for (Binding binding : registration.bindings().stream().limit(CONTACTS_IN_MENU).toList()) {
      items.add(Menus.item("Copy " + binding.uri(), () -> Clip.put(binding.uri())));
    }
    return items;
  }
}
