package org.earpiece.voip.ladder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earpiece.voip.ladder.LadderModel.Between;
import org.earpiece.voip.ladder.LadderModel.Entry;
import org.earpiece.voip.ladder.LadderModel.Participant;
import org.earpiece.voip.ladder.LadderModel.Quiet;

/**
 * How a person wants the participants of a ladder: by their {@link Participant#key}, so that it
 * holds as the ladder grows and for the next one. Immutable; any thread.
 *
 * @param names what to call them, by key or address, instead of what the ladder found
 * @param fallback what to call those, by address, for whom the ladder found no name
 * @param order the first ones, from left to right; the others follow in their natural order
 * @param hidden those not shown, and nothing that goes to or from them
 */
public record LadderArrangement(
    Map<String, String> names,
    Map<String, String> fallback,
    List<String> order,
    Set<String> hidden) {
  /** As the ladder found it. */
  public static final LadderArrangement NATURAL =
      new LadderArrangement(Map.of(), Map.of(), List.of(), Set.of());

  public LadderArrangement {
    names = Map.copyOf(names);
    fallback = Map.copyOf(fallback);
    order = List.copyOf(order);
    hidden = Set.copyOf(hidden);
  }

  /**
   * The same for a ladder that grows while someone reads it: those on show stay where they are, who
   * is new comes to stand at the right.
   *
   * @param shown keys from left to right; none to arrange the ladder anew
   */
  public LadderArrangement keeping(List<String> shown) {
    return shown.isEmpty() ? this : new LadderArrangement(names, fallback, shown, hidden);
  }

  /** The ladder so arranged. */
  public LadderModel apply(LadderModel model) {
    if (equals(NATURAL)) {
      return model;
    }
    List<Participant> all = model.participants();
    List<Integer> places = places(all);
    int[] moved = new int[all.size()];
    Arrays.fill(moved, -1);
    List<Participant> participants = new ArrayList<>(places.size());
    for (int place : places) {
      moved[place] = participants.size();
      participants.add(named(all.get(place)));
    }
    List<Entry> entries = new ArrayList<>(model.entries().size());
    for (Entry entry : model.entries()) {
      switch (entry) {
        case Quiet quiet -> {}
        case Between between -> {
          int from = moved[between.from()];
          int to = moved[between.to()];
          if (from >= 0 && to >= 0) {
            entries.add(between.between(from, to));
          }
        }
      }
    }
    return new LadderModel(
        List.copyOf(participants),
        List.copyOf(QuietStretches.marked(entries)),
        model.dialogs(),
        model.startNanos(),
        model.nowNanos());
  }

  /** The participants on show from left to right, by their index in the model. */
  private List<Integer> places(List<Participant> all) {
    Map<String, Integer> rank = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      rank.putIfAbsent(order.get(i), i);
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!hidden.contains(all.get(i).key())) {
        places.add(i);
      }
    }
    places.sort(
        Comparator.comparingInt(i -> rank.getOrDefault(all.get(i).key(), Integer.MAX_VALUE)));
    return places;
  }

  private Participant named(Participant p) {
    String found = p.name().isEmpty() ? fallback.getOrDefault(p.address(), "") : p.name();
    String name = names.getOrDefault(p.key(), names.getOrDefault(p.address(), found));
    return new Participant(p.key(), name, p.address(), p.ports());
  }
}
