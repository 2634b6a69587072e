package org.earpiece.packet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All fields by name. Made once at start; then any thread may read it. Wireshark gives some names
 * to two fields (ip.addr, udp.port): one name may have several fields if their types agree.
 */
public final class FieldRegistry {
  private final TreeMap<String, List<Field>> byName = new TreeMap<>();
  private final EnumMap<Protocol, List<Field>> byProtocol = new EnumMap<>(Protocol.class);

  /**
   * A registry of these fields.
   *
   * @throws IllegalStateException where a name is declared twice in one protocol
   */
  public FieldRegistry(Collection<Field> fields) {
    for (Field field : fields) {
      add(field);
    }
  }

  private void add(Field field) {
    List<Field> same = byName.computeIfAbsent(field.name(), n -> new ArrayList<>());
    for (Field other : same) {
      if (other.protocol() == field.protocol() || other.type() != field.type()) {
        throw new IllegalStateException("the field " + field.name() + " is declared twice");
      }
    }
    same.add(field);
    byProtocol.computeIfAbsent(field.protocol(), p -> new ArrayList<>()).add(field);
  }

  /** The fields of this name (several where several protocols share it), or none. */
  public List<Field> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The fields of a protocol as declared, the protocol itself among them. */
  public List<Field> of(Protocol protocol) {
    return byProtocol.getOrDefault(protocol, List.of());
  }

  /** Names in alphabetical order with their fields. */
  public Map<String, List<Field>> all() {
    return Collections.unmodifiableMap(byName);
  }

  /** Names that begin with a prefix, in alphabetical order. */
  public Map<String, List<Field>> startingWith(String prefix) {
    return Collections.unmodifiableMap(byName.subMap(prefix, prefix + Character.MAX_VALUE));
  }
}
