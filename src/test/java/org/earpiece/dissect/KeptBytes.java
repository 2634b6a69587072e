package org.earpiece.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earpiece.packet.DataSource;
import org.earpiece.packet.DerivedBytes;
import org.jspecify.annotations.Nullable;

/** What a store would keep, in memory. */
final class KeptBytes implements DerivedBytes {
  private record Kept(DataSource source, byte[] bytes) {}

  private final Map<Integer, List<Kept>> kept = new HashMap<>();
  private final Set<Integer> superseded = new HashSet<>();

  void clear() {
    kept.clear();
    superseded.clear();
  }

  @Override
  public void add(int frame, DataSource source, byte[] array, int offset, int length) {
    kept.computeIfAbsent(frame, f -> new ArrayList<>())
        .add(new Kept(source, Arrays.copyOfRange(array, offset, offset + length)));
  }

  @Override
  public byte @Nullable [] find(int frame, int place, DataSource source) {
    List<Kept> all = kept.getOrDefault(frame, List.of());
    return place < all.size() && all.get(place).source() == source ? all.get(place).bytes() : null;
  }

  @Override
  public void supersede(int frame) {
    superseded.add(frame);
  }

  @Override
  public boolean superseded(int frame) {
    return superseded.contains(frame);
  }
}
