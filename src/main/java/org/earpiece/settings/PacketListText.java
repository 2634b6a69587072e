package org.earpiece.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The choices of the packet list as names and values, and back. */
final class PacketListText {
  private static final String COLUMNS = "packet_column";
  private static final String RULES = "colouring_rule";

  private PacketListText() {}

  static Map<String, String> write(PacketListChoice packets) {
    Map<String, String> out = new TreeMap<>();
    List<PacketColumn> columns = packets.columns();
    SettingsText.list(out, COLUMNS + ".id", columns.stream().map(PacketColumn::id).toList());
    SettingsText.list(out, COLUMNS + ".title", columns.stream().map(PacketColumn::title).toList());
    SettingsText.list(
        out, COLUMNS + ".content", columns.stream().map(PacketColumn::content).toList());
    SettingsText.list(
        out, COLUMNS + ".right", columns.stream().map(c -> Boolean.toString(c.right())).toList());
    if (!packets.rules().equals(ShippedRules.ALL)) {
      write(packets.rules(), out);
    }
    return out;
  }

  /** Rules that a person has changed: who has not gets those that a later program comes with. */
  private static void write(List<ColouringRule> rules, Map<String, String> out) {
    out.put(RULES + "s", Integer.toString(rules.size()));
    SettingsText.list(out, RULES + ".name", rules.stream().map(ColouringRule::name).toList());
    SettingsText.list(out, RULES + ".filter", rules.stream().map(ColouringRule::filter).toList());
    SettingsText.list(out, RULES + ".ink", rules.stream().map(ColouringRule::ink).toList());
    SettingsText.list(out, RULES + ".ground", rules.stream().map(ColouringRule::ground).toList());
    SettingsText.list(
        out, RULES + ".on", rules.stream().map(r -> Boolean.toString(r.on())).toList());
    SettingsText.list(
        out, RULES + ".told", rules.stream().map(r -> Boolean.toString(r.told())).toList());
  }

  /** Built-in columns that are not told are there all the same: a person may only hide them. */
  static PacketListChoice read(Map<String, String> in) {
    List<String> ids = SettingsText.list(in, COLUMNS + ".id");
    List<String> titles = SettingsText.list(in, COLUMNS + ".title");
    List<String> contents = SettingsText.list(in, COLUMNS + ".content");
    List<String> rights = SettingsText.list(in, COLUMNS + ".right");
    List<PacketColumn> columns = new ArrayList<>();
    for (int i = 0; i < shortest(ids, titles, contents, rights); i++) {
      boolean right = Boolean.parseBoolean(rights.get(i));
      columns.add(new PacketColumn(ids.get(i), titles.get(i), contents.get(i), right));
    }
    for (PacketColumn column : PacketColumn.DEFAULT) {
      if (columns.stream().noneMatch(known -> known.id().equals(column.id()))) {
        columns.add(column);
      }
    }
    return new PacketListChoice(columns, rules(in));
  }

  private static List<ColouringRule> rules(Map<String, String> in) {
    if (!in.containsKey(RULES + "s")) {
      return ShippedRules.ALL;
    }
    List<String> names = SettingsText.list(in, RULES + ".name");
    List<String> filters = SettingsText.list(in, RULES + ".filter");
    List<String> inks = SettingsText.list(in, RULES + ".ink");
    List<String> grounds = SettingsText.list(in, RULES + ".ground");
    List<String> on = SettingsText.list(in, RULES + ".on");
    List<String> told = SettingsText.list(in, RULES + ".told");
    List<ColouringRule> rules = new ArrayList<>();
    for (int i = 0; i < shortest(names, filters, inks, grounds, on, told); i++) {
      rules.add(
          new ColouringRule(
              names.get(i),
              filters.get(i),
              inks.get(i),
              grounds.get(i),
              Boolean.parseBoolean(on.get(i)),
              Boolean.parseBoolean(told.get(i))));
    }
    return rules;
  }

  @SafeVarargs
  private static int shortest(List<String>... lists) {
    int shortest = Integer.MAX_VALUE;
    for (List<String> list : lists) {
      shortest = Math.min(shortest, list.size());
    }
    return shortest;
  }
}
