package org.earpiece.voip.owner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Owners;
import org.earpiece.packet.Packet;
import org.earpiece.voip.CallSnapshot;
import org.earpiece.voip.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code call.*}, {@code stream.*} and {@code session}, and their values by a snapshot.
 * One thread.
 */
public final class OwnerFields implements Owners {
  private List<CallSnapshot> calls = List.of();
  private List<StreamSnapshot> streams = List.of();
  private long nowNanos;
  private final Map<Integer, StreamSnapshot> byId = new HashMap<>();
  private boolean numbered;

  /** All of these fields. */
  public static List<Field> all() {
    return IntStream.range(0, OwnerField.ALL.size())
        .mapToObj(place -> OwnerField.ALL.get(place).field(place))
        .toList();
  }

  /**
   * Says what calls and streams there are from now on.
   *
   * @param now the time of the last packet, ns since 1970
   */
  public void know(List<CallSnapshot> knownCalls, List<StreamSnapshot> knownStreams, long now) {
    calls = knownCalls;
    streams = knownStreams;
    nowNanos = now;
    numbered = false;
  }

  @Override
  public void add(int field, Packet packet, FieldValues out) {
    StreamSnapshot stream = stream(packet.stream());
    CallSnapshot call = call(stream != null ? stream.call() : packet.call());
    OwnerField.Call asked = call == null ? null : new OwnerField.Call(call, nowNanos);
    OwnerField.ALL.get(field).add(asked, stream, out);
  }

  private @Nullable StreamSnapshot stream(int id) {
    if (!numbered) {
      byId.clear();
      streams.forEach(stream -> byId.put(stream.id(), stream));
      numbered = true;
    }
    return id == Packet.NONE ? null : byId.get(id);
  }

  private @Nullable CallSnapshot call(int number) {
    return number < 1 || number > calls.size() ? null : calls.get(number - 1);
  }
}
