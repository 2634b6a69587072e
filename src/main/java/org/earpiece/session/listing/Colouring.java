package org.earpiece.session.listing;

import java.util.ArrayList;
import java.util.List;
import org.earpiece.filter.FilterCompiler;
import org.earpiece.filter.FilterNames;
import org.earpiece.filter.FilterResult;
import org.earpiece.filter.PacketFilter;
import org.earpiece.packet.Packet;
import org.earpiece.settings.ColouringRule;
import org.jspecify.annotations.Nullable;

/** Colouring rules, ready to judge packets. One thread; others take a {@link #copy}. */
public final class Colouring {
  /** No rule accepts the packet. */
  public static final int NONE = -1;

  private final List<ColouringRule> rules;
  private final @Nullable PacketFilter[] filters;

  private Colouring(List<ColouringRule> rules, @Nullable PacketFilter[] filters) {
    this.rules = rules;
    this.filters = filters;
  }

  /** The rules in their order; those that are off or whose filter is not valid accept nothing. */
  public static Colouring of(List<ColouringRule> rules, FilterNames names) {
    List<@Nullable PacketFilter> filters = new ArrayList<>();
    for (ColouringRule rule : rules) {
      filters.add(rule.on() ? compiled(rule.filter(), names) : null);
    }
    return new Colouring(List.copyOf(rules), filters.toArray(PacketFilter[]::new));
  }

  private static @Nullable PacketFilter compiled(String filter, FilterNames names) {
    return !filter.isBlank()
            && FilterCompiler.compile(filter, names) instanceof FilterResult.Accepted(var ready)
        ? ready
        : null;
  }

  /** The same rules for another thread. */
  public Colouring copy() {
    @Nullable PacketFilter[] copies = new PacketFilter[filters.length];
    for (int i = 0; i < copies.length; i++) {
      PacketFilter filter = filters[i];
      copies[i] = filter == null ? null : filter.copy();
    }
    return new Colouring(rules, copies);
  }

  /** The number of the first rule that accepts a packet, or {@link #NONE}. */
  public int rule(Packet packet) {
    if (packet.context().ignored()) {
      return NONE;
    }
    for (int i = 0; i < filters.length; i++) {
      PacketFilter filter = filters[i];
      if (filter != null && filter.test(packet)) {
        return i;
      }
    }
    return NONE;
  }

  /** The rules by their numbers. */
  public List<ColouringRule> rules() {
    return rules;
  }
}
