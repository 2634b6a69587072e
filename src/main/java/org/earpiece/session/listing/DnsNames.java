package org.earpiece.session.listing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.store.PacketIndex;
import org.jspecify.annotations.Nullable;

/**
 * The names that DNS answers of a capture give to addresses: that of the question, as people asked
 * for it; the first one counts. Goes on where it ended as a capture grows. One thread at a time.
 */
public final class DnsNames {
  /** Addresses that are given a name at most. */
  static final int MAX_ADDRESSES = 100_000;

  private static final Set<Protocol> PROTOCOLS =
      Set.of(Protocol.DNS, Protocol.MDNS, Protocol.LLMNR);

  private final PacketIndex index;
  private final PacketReader reader;
  private final FieldRegistry fields;
  private final FieldValues values = new FieldValues();
  private final Map<String, String> names = new TreeMap<>();
  private int seen;

  public DnsNames(CaptureSession session) {
    index = session.index();
    reader = session.reader();
    fields = session.fields();
  }

  /** The names by the text of an address, of all frames that are there. */
  public Map<String, String> update() throws IOException {
    int last = index.size();
    while (seen < last) {
      int frame = ++seen;
      if (PROTOCOLS.contains(index.protocol(frame))) {
        Packet packet = reader.read(frame);
        if (packet != null) {
          learn(packet);
        }
      }
    }
    return Map.copyOf(names);
  }

  private void learn(Packet packet) {
    int layer = packet.layers() - 1;
    String asked = first(packet, layer, "dns.qry.name");
    String name = asked.isEmpty() ? first(packet, layer, "dns.resp.name") : asked;
    if (!name.isEmpty()) {
      give(packet, layer, "dns.a", name);
      give(packet, layer, "dns.aaaa", name);
    }
  }

  private void give(Packet packet, int layer, String field, String name) {
    Field known = read(packet, layer, field);
    for (int i = 0; known != null && i < values.size() && names.size() < MAX_ADDRESSES; i++) {
      names.putIfAbsent(FieldText.plain(known, values, i), name);
    }
  }

  private String first(Packet packet, int layer, String field) {
    Field known = read(packet, layer, field);
    return known == null || values.size() == 0 ? "" : values.text(0);
  }

  /** Reads the field of this name into {@link #values}; null where the protocol has none. */
  private @Nullable Field read(Packet packet, int layer, String name) {
    List<Field> known = fields.named(name);
    for (Field field : known) {
      if (field.protocol() == packet.protocol(layer)) {
        field.reader().read(packet, layer, values.begin(packet.bytes(layer)));
        return field;
      }
    }
    return null;
  }
}
