package org.earpiece.report.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.earpiece.report.statistics.TalkLayer.Place;
import org.jspecify.annotations.Nullable;

/** Who talks with whom, both ways apart; A is who sent first. */
final class Conversations implements Statistic {
  /** Conversations that are told apart; packets of others are not counted. */
  static final int MAX_CONVERSATIONS = 200_000;

  private static final int TIME_DIGITS = 6;

  private record Pair(Place a, Place b) {}

  private static final class Talk {
    final Pair pair;
    final Traffic forward = new Traffic();
    final Traffic backward = new Traffic();

    Talk(Pair pair) {
      this.pair = pair;
    }

    long bytes() {
      return forward.bytes + backward.bytes;
    }
  }

  private final TalkLayer layer;
  private final Map<Pair, Talk> talks = new HashMap<>();
  private final List<Talk> inOrder = new ArrayList<>();
  private long start = Long.MAX_VALUE;

  Conversations(TalkLayer layer) {
    this.layer = layer;
  }

  @Override
  public void add(Packet packet) {
    start = Math.min(start, packet.timeNanos());
    layer.each(packet, (from, to) -> count(packet, from, to));
  }

  private void count(Packet packet, Place from, Place to) {
    Talk talk = talks.get(new Pair(from, to));
    boolean forward = talk != null;
    if (talk == null) {
      talk = talks.get(new Pair(to, from));
    }
    if (talk == null) {
      if (inOrder.size() == MAX_CONVERSATIONS) {
        return;
      }
      talk = new Talk(new Pair(from, to));
      talks.put(talk.pair, talk);
      inOrder.add(talk);
      forward = true;
    }
    (forward ? talk.forward : talk.backward).add(packet.timeNanos(), packet.length());
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("address_a", "Address A"));
    if (layer.ports()) {
      columns.add(Column.number("port_a", "Port A"));
    }
    columns.add(Column.text("address_b", "Address B"));
    if (layer.ports()) {
      columns.add(Column.number("port_b", "Port B"));
    }
    columns.addAll(
        List.of(
            Column.number("packets", "Packets"),
            Column.number("bytes", "Bytes"),
            Column.number("packets_a_b", "Packets A → B"),
            Column.number("bytes_a_b", "Bytes A → B"),
            Column.number("packets_b_a", "Packets B → A"),
            Column.number("bytes_b_a", "Bytes B → A"),
            Column.nanos("start", "Start", TIME_DIGITS),
            Column.nanos("duration", "Duration", TIME_DIGITS),
            Column.number("bits_per_second_a_b", "Bit/s A → B"),
            Column.number("bits_per_second_b_a", "Bit/s B → A")));
    return columns;
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<Talk> sorted = new ArrayList<>(inOrder);
    sorted.sort((x, y) -> Long.compare(y.bytes(), x.bytes()));
    return sorted.stream().map(this::row).toList();
  }

  private @Nullable Object[] row(Talk talk) {
    long first = Math.min(talk.forward.first, talk.backward.first);
    long duration = Math.max(talk.forward.last, talk.backward.last) - first;
    List<@Nullable Object> row = new ArrayList<>();
    place(row, talk.pair.a());
    place(row, talk.pair.b());
    row.add(talk.forward.packets + talk.backward.packets);
    row.add(talk.bytes());
    row.add(talk.forward.packets);
    row.add(talk.forward.bytes);
    row.add(talk.backward.packets);
    row.add(talk.backward.bytes);
    row.add(first - start);
    row.add(duration);
    row.add(Traffic.bits(talk.forward.bytes, duration));
    row.add(Traffic.bits(talk.backward.bytes, duration));
    return row.toArray();
  }

  private void place(List<@Nullable Object> row, Place place) {
    row.add(place.address());
    if (layer.ports()) {
      row.add(place.portOrNull());
    }
  }

  @Override
  public String filter(@Nullable Object[] row) {
    return layer.ports()
        ? layer.filter(row[0], row[1], row[2], row[3])
        : layer.filter(row[0], null, row[1], null);
  }

  @Override
  public Plot plot() {
    return StatisticKind.bars(
        layer.title() + " conversations",
        "Bytes",
        rows(),
        row ->
            layer.ports()
                ? row[0] + ":" + row[1] + " ↔ " + row[2] + ":" + row[3]
                : row[0] + " ↔ " + row[1],
        row -> ((Number) Objects.requireNonNull(row[layer.ports() ? 5 : 3])).doubleValue());
  }
}
