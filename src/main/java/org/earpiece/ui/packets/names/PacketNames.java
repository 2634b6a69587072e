package org.earpiece.ui.packets.names;

import java.util.Map;

/**
 * What addresses and ports are called in the list. Immutable.
 *
 * @param addresses names by the text of an address
 * @param services names by port
 */
public record PacketNames(Map<String, String> addresses, Map<Integer, String> services) {
  public static final PacketNames NONE = new PacketNames(Map.of(), Map.of());

  /** The name of an address, or its text. */
  public String address(String text) {
    return addresses.getOrDefault(text, text);
  }

  /** The number of a port, with the service where it has one. */
  public String port(int port) {
    String service = services.get(port);
    return service == null ? Integer.toString(port) : service + " (" + port + ")";
  }
}
