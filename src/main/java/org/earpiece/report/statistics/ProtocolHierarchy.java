package org.earpiece.report.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.earpiece.packet.Packet;
import org.earpiece.packet.Protocol;
import org.earpiece.report.Column;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/**
 * Which protocols carry which: each with the packets that have it there, and their bytes on the
 * wire, as {@code tshark -z io,phs} counts them.
 */
final class ProtocolHierarchy implements Statistic {
  private static final String STEP = "  ";
  private static final int PACKETS = 3;

  private static final class Node {
    final Map<Protocol, Node> inside = new LinkedHashMap<>();
    long packets;
    long bytes;
    long endPackets;
    long endBytes;
  }

  private final Node root = new Node();
  private final Traffic all = new Traffic();

  @Override
  public void add(Packet packet) {
    int length = packet.length();
    all.add(packet.timeNanos(), length);
    Node node = root;
    for (int layer = 0; layer < packet.layers(); layer++) {
      node = node.inside.computeIfAbsent(packet.protocol(layer), p -> new Node());
      node.packets++;
      node.bytes += length;
    }
    node.endPackets++;
    node.endBytes += length;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("protocol", "Protocol"),
        Column.text("filter", "Name in filters").machineOnly(),
        Column.number("depth", "Depth").machineOnly(),
        Column.number("packets", "Packets"),
        Column.decimal("packets_percent", "% of packets", 1),
        Column.number("bytes", "Bytes"),
        Column.decimal("bytes_percent", "% of bytes", 1),
        Column.number("bits_per_second", "Bit/s"),
        Column.number("end_packets", "End packets"),
        Column.number("end_bytes", "End bytes"));
  }

  @Override
  public List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    below(root, 0, rows);
    return rows;
  }

  private void below(Node node, int depth, List<@Nullable Object[]> rows) {
    node.inside.forEach((protocol, child) -> {
      rows.add(
          new @Nullable Object[] {
            STEP.repeat(depth) + protocol.title(),
            protocol.filterName(),
            depth,
            child.packets,
            Traffic.percent(child.packets, all.packets),
            child.bytes,
            Traffic.percent(child.bytes, all.bytes),
            Traffic.bits(child.bytes, all.last - all.first),
            child.endPackets,
            child.endBytes
          });
      below(child, depth + 1, rows);
    });
  }

  @Override
  public String filter(@Nullable Object[] row) {
    return String.valueOf(row[1]);
  }

  @Override
  public Plot plot() {
    return StatisticKind.bars(
        "Protocol hierarchy",
        "Packets",
        rows(),
        row -> String.valueOf(row[0]).strip(),
        row -> ((Number) Objects.requireNonNull(row[PACKETS])).doubleValue());
  }
}
