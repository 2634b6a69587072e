package org.earpiece.session.listing;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earpiece.dissect.DissectorTable;
import org.earpiece.dissect.Dissectors;
import org.earpiece.dissect.PacketSummary;
import org.earpiece.packet.Field;
import org.earpiece.packet.FieldText;
import org.earpiece.packet.FieldValues;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.packet.Transport;
import org.earpiece.session.PacketReader;
import org.earpiece.session.listing.Ranks.TooMany;
import org.earpiece.settings.PacketColumn;
import org.earpiece.store.PacketIndex;

/** Gives each frame the number by which a column orders it. One thread, one use. */
abstract class SortKeys {
  final PacketIndex index;
  final PacketReader reader;

  SortKeys(PacketIndex index, PacketReader reader) {
    this.index = index;
    this.reader = reader;
  }

  /** The keys of a column. */
  static SortKeys of(
      PacketColumn column, List<Field> fields, PacketIndex index, PacketReader reader) {
    return switch (column.kind()) {
      case NUMBER -> new Plain(index, reader, false);
      case TIME -> new Plain(index, reader, true);
      case SOURCE -> new Ends(index, reader, true);
      case DESTINATION -> new Ends(index, reader, false);
      case PROTOCOL -> new Protocols(index, reader);
      case LENGTH -> new Lengths(index, reader);
      case INFO -> new Infos(index, reader);
      case SOURCE_PORT -> new Ports(index, reader, true);
      case DESTINATION_PORT -> new Ports(index, reader, false);
      case FIELDS -> new Values(index, reader, fields);
    };
  }

  /** The key of a frame, or {@link RadixOrder#MISSING}. */
  abstract long key(int frame) throws IOException, TooMany;

  /** Makes keys that were numbers of {@link Ranks} comparable. */
  void finish(long[] keys) {}

  static void rank(long[] keys, int[] ranks) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != RadixOrder.MISSING) {
        keys[i] = ranks[(int) keys[i]];
      }
    }
  }

  /** What the index knows. */
  private static final class Plain extends SortKeys {
    private final boolean time;

    Plain(PacketIndex index, PacketReader reader, boolean time) {
      super(index, reader);
      this.time = time;
    }

    @Override
    long key(int frame) {
      return time ? index.timeNanos(frame) : frame;
    }
  }

  private static final class Lengths extends SortKeys {
    Lengths(PacketIndex index, PacketReader reader) {
      super(index, reader);
    }

    @Override
    long key(int frame) throws IOException {
      int length = reader.length(frame);
      return length < 0 ? RadixOrder.MISSING : length;
    }
  }

  /** Something that all packets of a flow have in common: one of them is read. */
  private abstract static class OfFlow<T extends Comparable<? super T>> extends SortKeys {
    private static final int UNKNOWN = -2;

    final Ranks<T> ranks = new Ranks<>();
    private int[] known = new int[0];

    OfFlow(PacketIndex index, PacketReader reader) {
      super(index, reader);
    }

    /** The number of a packet's value in {@link #ranks}; below 0 where it has none. */
    abstract int number(Packet packet) throws TooMany;

    /** The key of a frame that was asked for before in this flow. */
    long ofFlow(int flow, int frame) throws IOException, TooMany {
      if (flow >= known.length) {
        int size = known.length;
        known = Arrays.copyOf(known, Math.max(1 << 10, 2 * flow));
        Arrays.fill(known, size, known.length, UNKNOWN);
      }
      if (flow >= 0 && known[flow] != UNKNOWN) {
        return key(known[flow], true);
      }
      Packet packet = reader.read(frame);
      int number = packet == null ? -1 : number(packet);
      if (flow >= 0 && packet != null) {
        known[flow] = number;
      }
      return key(number, packet != null);
    }

    private static long key(int number, boolean there) {
      return number < 0 || !there ? RadixOrder.MISSING : number;
    }

    @Override
    void finish(long[] keys) {
      rank(keys, ranks.ranks());
    }
  }

  private static final class Ends extends OfFlow<PacketEnds.Key> {
    private final boolean source;

    Ends(PacketIndex index, PacketReader reader, boolean source) {
      super(index, reader);
      this.source = source;
    }

    @Override
    int number(Packet packet) throws TooMany {
      PacketEnds.Key end = PacketEnds.Key.of(packet, source);
      return end.missing() ? -1 : ranks.number(end);
    }

    @Override
    long key(int frame) throws IOException, TooMany {
      return ofFlow(index.flow(frame), frame);
    }
  }

  private static final class Ports extends OfFlow<Integer> {
    private final boolean source;

    Ports(PacketIndex index, PacketReader reader, boolean source) {
      super(index, reader);
      this.source = source;
    }

    @Override
    int number(Packet packet) throws TooMany {
      boolean none = packet.transport() == Transport.NONE;
      return none ? -1 : ranks.number(source ? packet.sport() : packet.dport());
    }

    @Override
    long key(int frame) throws IOException, TooMany {
      return ofFlow(index.flow(frame), frame);
    }
  }

  /** The protocol follows from the flow and the protocols that the index knows. */
  private static final class Protocols extends OfFlow<String> {
    private final PacketSummary summary = summary();
    private final Map<Long, Integer> classes = new HashMap<>();
    private long lastPair = -1;
    private int lastClass;

    Protocols(PacketIndex index, PacketReader reader) {
      super(index, reader);
    }

    @Override
    int number(Packet packet) throws TooMany {
      return ranks.number(summary.protocol(packet));
    }

    @Override
    long key(int frame) throws IOException, TooMany {
      long flow = index.flow(frame) & 0xFFFF_FFFFL;
      long pair = (long) index.stack(frame) << Integer.SIZE | flow;
      if (pair != lastPair) {
        lastPair = pair;
        Integer known = classes.get(pair);
        lastClass = known == null ? classes.size() : known;
        if (known == null) {
          classes.put(pair, lastClass);
        }
      }
      return ofFlow(lastClass, frame);
    }
  }

  private static final class Infos extends SortKeys {
    private static final int LONGEST = 200;

    private final PacketSummary summary = summary();
    private final Ranks<String> ranks = new Ranks<>();

    Infos(PacketIndex index, PacketReader reader) {
      super(index, reader);
    }

    @Override
    long key(int frame) throws IOException, TooMany {
      Packet packet = reader.read(frame);
      if (packet == null) {
        return RadixOrder.MISSING;
      }
      String info = summary.info(packet);
      return ranks.number(info.length() > LONGEST ? info.substring(0, LONGEST) : info);
    }

    @Override
    void finish(long[] keys) {
      rank(keys, ranks.ranks());
    }
  }

  /** The first value of fields; frames without their protocols are not read. */
  private static final class Values extends SortKeys {
    private static final int LONGEST = 200;

    private final FieldColumn column;
    private final EnumSet<Protocol> needs = EnumSet.noneOf(Protocol.class);
    private final Ranks<String> ranks = new Ranks<>();
    private boolean ranked;
    private boolean[] possible = new boolean[0];

    Values(PacketIndex index, PacketReader reader, List<Field> fields) {
      super(index, reader);
      column = FieldColumn.of(fields);
      fields.forEach(field -> needs.add(field.protocol()));
      ranked = fields.stream().anyMatch(field -> !numeric(field));
    }

    private static boolean numeric(Field field) {
      return switch (field.type()) {
        case BOOLEAN, UINT, INT, FRAME_NUMBER, ABSOLUTE_TIME, RELATIVE_TIME -> true;
        case DOUBLE, IPV4, ETHER, LABEL -> true;
        case PROTOCOL, STRING, BYTES, IPV6 -> false;
      };
    }

    @Override
    long key(int frame) throws IOException, TooMany {
      if (!possible(index.stack(frame))) {
        return RadixOrder.MISSING;
      }
      Packet packet = reader.read(frame);
      Field field = packet == null ? null : column.first(packet);
      if (field == null) {
        return RadixOrder.MISSING;
      }
      return ranked ? ranks.number(text(field)) : number(field, column.values());
    }

    private String text(Field field) {
      String text = FieldText.text(field, column.values(), 0);
      return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static long number(Field field, FieldValues values) {
      return switch (field.type()) {
        case DOUBLE -> ordered(values.real(0));
        case IPV4 ->
            values.length(0) == Integer.BYTES
                ? values.view(0).unsigned(values.start(0), Integer.BYTES)
                : values.number(0);
        case ETHER ->
            values.bytes(0) > Long.BYTES
                ? values.number(0)
                : values.view(0).unsigned(values.start(0), values.bytes(0));
        case UINT ->
            field.bits() == Long.SIZE
                ? (values.number(0) ^ Long.MIN_VALUE) // compared as signed later on
                : values.number(0);
        default -> values.number(0);
      };
    }

    /** A number that stands to others as the fractions do. */
    private static long ordered(double real) {
      long bits = Double.doubleToLongBits(real);
      return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private boolean possible(int stack) {
      if (needs.contains(Protocol.FRAME)) {
        return true;
      }
      if (stack >= possible.length) {
        boolean[] more = new boolean[index.protocols().size()];
        for (int i = 0; i < more.length; i++) {
          for (Protocol protocol : needs) {
            more[i] |= index.protocols().has(i, protocol);
          }
        }
        possible = more;
      }
      return possible[stack];
    }

    @Override
    void finish(long[] keys) {
      if (ranked) {
        rank(keys, ranks.ranks());
      }
    }
  }

  private static PacketSummary summary() {
    return new PacketSummary(new DissectorTable(Dissectors.ALL));
  }
}
