package org.earpiece.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the list of packets is made up.
 *
 * @param columns as they were declared; their order on screen is a matter of layout
 * @param rules the colouring rules, in the order in which they are asked
 */
public record PacketListChoice(List<PacketColumn> columns, List<ColouringRule> rules) {
  public static final PacketListChoice DEFAULT =
      new PacketListChoice(PacketColumn.DEFAULT, ShippedRules.ALL);

  public PacketListChoice {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
  }

  /** The same list with other columns. */
  public PacketListChoice withColumns(List<PacketColumn> next) {
    return new PacketListChoice(next, rules);
  }

  /** The same list with other rules. */
  public PacketListChoice withRules(List<ColouringRule> next) {
    return new PacketListChoice(columns, next);
  }

  /** The same list with one more column before the info, under an identity of its own. */
  public PacketListChoice withColumn(String title, String content, boolean right) {
    Set<String> ids = new HashSet<>();
    columns.forEach(column -> ids.add(column.id()));
    int number = 1;
    while (ids.contains("c" + number)) {
      number++;
    }
    List<PacketColumn> more = new ArrayList<>(columns);
    int place = 0;
    while (place < more.size() && more.get(place).kind() != PacketColumn.Kind.INFO) {
      place++;
    }
    more.add(place, new PacketColumn("c" + number, title, content, right));
    return withColumns(more);
  }
}
