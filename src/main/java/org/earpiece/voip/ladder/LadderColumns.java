package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earpiece.packet.Endpoint;
import org.earpiece.packet.IpAddress;
import org.earpiece.voip.StreamSnapshot;
import org.earpiece.voip.ladder.LadderModel.Participant;

/**
 * The columns of a ladder in the order of the call's way: a host each; where ports are told apart,
 * and on a host that talks to itself, a port each.
 */
final class LadderColumns {
  private final boolean split;
  private final Map<Endpoint, Endpoint> announced;
  private final Set<IpAddress> talkingToThemselves = new HashSet<>();
  private final List<Endpoint> order = new ArrayList<>();
  private final Set<Endpoint> present = new HashSet<>();
  private final Map<Endpoint, Set<Integer>> ports = new HashMap<>();
  private final Map<Endpoint, Integer> index = new HashMap<>();

  /**
   * @param announced who announced an endpoint for media in its SDP
   * @param split whether each port of a host has its column
   */
  LadderColumns(
      List<LadderLine> lines,
      List<StreamSnapshot> streams,
      Map<Endpoint, Endpoint> announced,
      boolean split) {
    this.announced = announced;
    this.split = split;
    for (LadderLine line : lines) {
      if (line.src.address().equals(line.dst.address())) {
        talkingToThemselves.add(line.src.address());
      }
    }
    lines.stream().filter(line -> line.opening).forEach(this::add);
    lines.stream().filter(line -> !line.opening).forEach(this::add);
    streams.forEach(this::add);
    for (int i = 0; i < order.size(); i++) {
      index.put(order.get(i), i);
    }
  }

  private void add(LadderLine line) {
    for (Endpoint end : List.of(line.src, line.dst)) {
      Endpoint column = column(end);
      if (present.add(column)) {
        order.add(column);
      }
      ports.computeIfAbsent(column, c -> new TreeSet<>()).add(end.port());
    }
  }

  /** A host that only has media stands beside the one it exchanges it with. */
  private void add(StreamSnapshot stream) {
    Endpoint src = mediaColumn(stream.src());
    Endpoint dst = mediaColumn(stream.dst());
    if (present.add(src)) {
      order.add(beside(order.indexOf(dst)), src);
      ports.computeIfAbsent(src, c -> new TreeSet<>()).add(stream.src().port());
    }
    if (present.add(dst)) {
      order.add(beside(order.indexOf(src)), dst);
      ports.computeIfAbsent(dst, c -> new TreeSet<>()).add(stream.dst().port());
    }
  }

  private int beside(int place) {
    return place < 0 ? order.size() : place + 1;
  }

  private boolean byPort(Endpoint end) {
    return split || talkingToThemselves.contains(end.address());
  }

  private Endpoint column(Endpoint end) {
    return byPort(end) ? end : new Endpoint(end.address(), 0);
  }

  private Endpoint mediaColumn(Endpoint end) {
    if (!byPort(end)) {
      return new Endpoint(end.address(), 0);
    }
    Endpoint announcer = announced.get(end);
    return announcer == null ? end : column(announcer);
  }

  int of(Endpoint end) {
    return index.getOrDefault(column(end), 0);
  }

  int ofMedia(Endpoint end) {
    return index.getOrDefault(mediaColumn(end), 0);
  }

  List<Participant> participants(LadderNames names) {
    Map<Endpoint, LadderNames.Evidence> known = names.byColumn(this::column);
    List<Participant> participants = new ArrayList<>(order.size());
    for (Endpoint column : order) {
      String address = column.address().toString();
      participants.add(
          new Participant(
              column.port() == 0 ? address : column.toString(),
              names.name(known.get(column)),
              address,
              List.copyOf(ports.getOrDefault(column, Set.of()))));
    }
    return participants;
  }
}
