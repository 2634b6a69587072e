package org.earpiece.report.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.packet.Packet;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.earpiece.report.statistics.TalkLayer.Place;
import org.jspecify.annotations.Nullable;

/** Who sends and gets how much. */
final class Endpoints implements Statistic {
  /** Endpoints that are told apart; packets of others are not counted. */
  static final int MAX_ENDPOINTS = 200_000;

  private static final class Share {
    final Traffic sent = new Traffic();
    final Traffic got = new Traffic();

    long bytes() {
      return sent.bytes + got.bytes;
    }
  }

  private final TalkLayer layer;
  private final Map<Place, Share> shares = new LinkedHashMap<>();

  Endpoints(TalkLayer layer) {
    this.layer = layer;
  }

  @Override
  public void add(Packet packet) {
    layer.each(
        packet,
        (from, to) -> {
          Share sender = share(from);
          Share receiver = share(to);
          if (sender != null) {
            sender.sent.add(packet.timeNanos(), packet.length());
          }
          if (receiver != null) {
            receiver.got.add(packet.timeNanos(), packet.length());
          }
        });
  }

  private @Nullable Share share(Place place) {
    Share known = shares.get(place);
    if (known == null && shares.size() < MAX_ENDPOINTS) {
      known = new Share();
      shares.put(place, known);
    }
    return known;
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("address", "Address"));
    if (layer.ports()) {
      columns.add(Column.number("port", "Port"));
    }
    columns.addAll(
        List.of(
            Column.number("packets", "Packets"),
            Column.number("bytes", "Bytes"),
            Column.number("packets_sent", "Packets sent"),
            Column.number("bytes_sent", "Bytes sent"),
            Column.number("packets_received", "Packets received"),
            Column.number("bytes_received", "Bytes received")));
    return columns;
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<Map.Entry<Place, Share>> sorted = new ArrayList<>(shares.entrySet());
    sorted.sort((x, y) -> Long.compare(y.getValue().bytes(), x.getValue().bytes()));
    return sorted.stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private @Nullable Object[] row(Place place, Share share) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(place.address());
    if (layer.ports()) {
      row.add(place.portOrNull());
    }
    row.add(share.sent.packets + share.got.packets);
    row.add(share.bytes());
    row.add(share.sent.packets);
    row.add(share.sent.bytes);
    row.add(share.got.packets);
    row.add(share.got.bytes);
    return row.toArray();
  }

  @Override
  public String filter(@Nullable Object[] row) {
    return layer.filter(row[0], layer.ports() ? row[1] : null, null, null);
  }

  @Override
  public Plot plot() {
    return StatisticKind.bars(
        layer.title() + " endpoints",
        "Bytes",
        rows(),
        row -> layer.ports() ? row[0] + ":" + row[1] : String.valueOf(row[0]),
        row -> ((Number) Objects.requireNonNull(row[layer.ports() ? 3 : 2])).doubleValue());
  }
}
