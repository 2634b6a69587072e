package org.earpiece.ui.packets.names;

import java.util.Map;
import org.earpiece.dissect.link.MacVendors;

/**
 * What addresses and ports are called in the list. Immutable.
 *
 * @param addresses names by the text of an address
 * @param services names by port
 * @param vendors whether addresses of Ethernet are told by the vendors of the network cards
 */
public record PacketNames(
    Map<String, String> addresses, Map<Integer, String> services, boolean vendors) {
  public static final PacketNames NONE = new PacketNames(Map.of(), Map.of(), false);

  /** The name of an address, or its text. */
  public String address(String text) {
    String name = addresses.get(text);
    return name != null ? name : vendors ? MacVendors.text(text) : text;
  }

  /** The number of a port, with the service where it has one. */
  public String port(int port) {
    String service = services.get(port);
    return service == null ? Integer.toString(port) : service + " (" + port + ")";
  }
}
