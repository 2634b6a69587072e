package org.earpiece.ui.packets.colour;

import java.util.List;
import org.earpiece.settings.ColouringRule;
import org.earpiece.ui.kit.Palette;

/** The colours of the rules in force. FX thread. */
public final class RuleColours {
  private List<Shades> light = List.of();
  private List<Shades> dark = List.of();

  /** Takes other rules. */
  public void rules(List<ColouringRule> rules) {
    light = rules.stream().map(rule -> Shades.of(rule, false)).toList();
    dark = rules.stream().map(rule -> Shades.of(rule, true)).toList();
  }

  /** How many rules there are. */
  int count() {
    return light.size();
  }

  /** The colours of a rule by its number. */
  public Shades of(int rule, Palette palette) {
    return (palette.dark() ? dark : light).get(rule);
  }
}
