package org.earpiece.ui.packets.names;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import org.earpiece.dissect.link.MacVendors;
import org.earpiece.session.Snapshot;
import org.earpiece.session.listing.DnsNames;
import org.earpiece.session.listing.Services;
import org.earpiece.ui.kit.Background;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.voip.ladder.HostNames;

/** Which names a person wants, and where they come from; kept in the settings. FX thread. */
public final class NameChoice {
  /** As the ladder has it: one hosts file serves both. */
  private static final String HOSTS_FILE = "ladder.hosts";

  private static final String HOSTS = "packets.names.hosts";
  private static final String DNS = "packets.names.dns";
  private static final String SERVICES = "packets.names.services";
  private static final String VENDORS = "packets.names.vendors";
  private static final long REST_NANOS = 2_000_000_000L;

  private final Workspace workspace;
  private final Consumer<PacketNames> changed;
  private final Background.Slot reading;
  private final Background.Slot listing;
  private final LiveQuery<String, Map<String, String>> query;
  private final DnsNames dns;
  private Map<String, String> ofFile = Map.of();
  private Map<String, String> ofDns = Map.of();
  private boolean vendorsRead;
  private String read = "";
  private int captured = -1;

  /**
   * @param changed is given the names in force
   */
  public NameChoice(Workspace workspace, Consumer<PacketNames> changed) {
    this.workspace = workspace;
    this.changed = changed;
    reading = workspace.background().slot();
    listing = workspace.background().slot();
    dns = new DnsNames(workspace.session());
    query =
        new LiveQuery<>(
            workspace.background(),
            REST_NANOS,
            found -> {
              ofDns = found;
              renew();
            },
            e -> {});
    renew();
  }

  private boolean wanted(String name) {
    return Boolean.parseBoolean(workspace.preferences().layout(name, ""));
  }

  /** Follows the capture and the hosts file. Cheap. */
  public void show(Snapshot snapshot) {
    if (wanted(DNS)) {
      query.want(DNS, snapshot.packets(), dns::update);
    }
    String file = workspace.preferences().layout(HOSTS_FILE, "");
    if (wanted(HOSTS) && !file.equals(read)) {
      read = file;
      read(file);
    }
    int told = wanted(HOSTS) ? workspace.session().names().size() : 0;
    if (told != captured) {
      captured = told;
      renew();
    }
  }

  private void read(String file) {
    if (file.isEmpty()) {
      return;
    }
    reading.run(
        () -> HostNames.parse(Files.readString(Path.of(file))),
        names -> {
          ofFile = names;
          renew();
        },
        e -> workspace.notice().accept("No names of hosts can be read from " + file + "."));
  }

  private void renew() {
    Map<String, String> addresses = new HashMap<>();
    if (wanted(DNS)) {
      addresses.putAll(ofDns);
    }
    if (wanted(HOSTS)) {
      workspace
          .session()
          .names()
          .forEach(name -> addresses.put(name.address().toString(), name.name()));
      addresses.putAll(ofFile);
    }
    if (wanted(VENDORS) && !vendorsRead) {
      readVendors();
    }
    changed.accept(
        new PacketNames(
            addresses,
            wanted(SERVICES) ? Services.NAMES : Map.of(),
            wanted(VENDORS) && vendorsRead));
  }

  private void readVendors() {
    listing.run(
        () -> {
          MacVendors.prepare();
          return true;
        },
        done -> {
          vendorsRead = done;
          renew();
        },
        e -> workspace.notice().accept("The list of vendors of MAC addresses can not be read."));
  }

  /** Which names are shown. */
  public Menu menu() {
    Menu menu = new Menu("Names");
    menu.getItems()
        .setAll(
            item("Of hosts: the hosts file, and what the capture tells", HOSTS),
            item("Of hosts: DNS answers in this capture", DNS),
            item("Of services at ports", SERVICES),
            item("Of vendors: MAC addresses", VENDORS),
            Menus.item("Choose a hosts file…", this::choose));
    return menu;
  }

  private CheckMenuItem item(String title, String setting) {
    CheckMenuItem item = new CheckMenuItem(title);
    item.setSelected(wanted(setting));
    item.setOnAction(e -> {
      workspace.preferences().keepLayout(setting, item.isSelected());
      renew();
    });
    return item;
  }

  private void choose() {
    for (Path file : workspace.files().any("Names of hosts, as /etc/hosts has them")) {
      workspace.preferences().keepLayout(HOSTS_FILE, file);
      workspace.preferences().keepLayout(HOSTS, true);
    }
  }
}
