package org.earpiece.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.filter.completion.Completion;
import org.earpiece.filter.completion.Proposal;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldType;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.store.PacketIndex;

/**
 * The values that a field has in a capture, found by looking at some of the packets, or of the
 * calls and streams, that may have it, spread over all of them. One question; its thread.
 */
final class SeenValues {
  /** Packets, calls or streams that are looked at. */
  private static final int SAMPLE = 4_000;

  /** Different values that are kept; what comes later is left out. */
  static final int MAX_SEEN_VALUES = 400;

  /** A longer text is no proposal. */
  private static final int LONGEST = 120;

  private final PacketIndex index;
  private final PacketReader reader;
  private final Snapshot snapshot;
  private final FieldValues values = new FieldValues();
  private final Map<String, Counted> found = new HashMap<>();

  private static final class Counted {
    private final FieldType type;
    private final String plain;
    private final String text;
    private int times;

    Counted(FieldType type, String plain, String text) {
      this.type = type;
      this.plain = plain;
      this.text = text;
    }

    Proposal proposal() {
      return Completion.value(type, plain, text, times);
    }
  }

  SeenValues(PacketIndex index, PacketReader reader, Snapshot snapshot) {
    this.index = index;
    this.reader = reader;
    this.snapshot = snapshot;
  }

  /** The values of fields of one name, the most frequent first. */
  List<Proposal> of(List<Field> fields) throws IOException {
    for (Field field : fields) {
      if (field.scope() == Field.Scope.OWNER) {
        lookAtOwners(field);
      } else if (field.type() != FieldType.PROTOCOL && field.type() != FieldType.LABEL) {
        look(field);
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingInt((Counted c) -> -c.times).thenComparing((Counted c) -> c.plain))
        .map(Counted::proposal)
        .toList();
  }

  /** What calls have; of a field that none has, what streams have. */
  private void lookAtOwners(Field field) {
    int calls = snapshot.calls().size();
    for (int i = 0; i < calls; i += step(calls)) {
      take(field, reader.of(snapshot.calls().get(i).number(), Packet.NONE), Packet.FRAME_LAYER);
    }
    int streams = found.isEmpty() ? snapshot.streams().size() : 0;
    for (int i = 0; i < streams; i += step(streams)) {
      take(field, reader.of(Packet.NONE, snapshot.streams().get(i).id()), Packet.FRAME_LAYER);
    }
  }

  private static int step(int all) {
    return Math.max(1, (all + SAMPLE - 1) / SAMPLE);
  }

  private void look(Field field) throws IOException {
    List<Integer> frames = sample(field.protocol());
    for (int frame : frames) {
      Packet packet = reader.read(frame);
      if (packet == null) {
        continue;
      }
      if (field.protocol() == Protocol.FRAME) {
        take(field, packet, Packet.FRAME_LAYER);
      }
      for (int layer = packet.find(field.protocol());
          layer != Packet.NONE;
          layer = packet.find(field.protocol(), layer + 1)) {
        take(field, packet, layer);
      }
    }
  }

  private void take(Field field, Packet packet, int layer) {
    values.begin(packet.bytes(layer));
    field.reader().read(packet, layer, values);
    for (int i = 0; i < values.size(); i++) {
      String plain = FieldText.plain(field, values, i);
      String text = FieldText.text(field, values, i);
      boolean writable = plain.length() <= LONGEST && plain.chars().noneMatch(c -> c < ' ');
      if (writable && (found.size() < MAX_SEEN_VALUES || found.containsKey(plain))) {
        found.computeIfAbsent(plain, p -> new Counted(field.type(), p, text)).times++;
      }
    }
  }

  /** Frames that have the protocol, evenly spread where there are many. */
  private List<Integer> sample(Protocol protocol) {
    int frames = index.size();
    boolean[] has = new boolean[index.protocols().size()];
    for (int i = 0; i < has.length; i++) {
      has[i] = protocol == Protocol.FRAME || index.protocols().has(i, protocol);
    }
    int all = 0;
    for (int frame = 1; frame <= frames; frame++) {
      all += has(has, frame) ? 1 : 0;
    }
    int step = step(all);
    List<Integer> chosen = new ArrayList<>(Math.min(all, SAMPLE));
    int nth = 0;
    for (int frame = 1; frame <= frames; frame++) {
      if (has(has, frame) && nth++ % step == 0) {
        chosen.add(frame);
      }
    }
    return chosen;
  }

  private boolean has(boolean[] has, int frame) {
    int stack = index.stack(frame);
    return stack < has.length && has[stack];
  }
}
