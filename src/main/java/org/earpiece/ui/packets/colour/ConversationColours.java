package org.earpiece.ui.packets.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earpiece.settings.ColouringRule;
import org.earpiece.settings.ShippedRules;

/** Conversations that a person coloured, until the capture is closed. FX thread. */
public final class ConversationColours {
  /** How many there may be. */
  public static final int COUNT = ShippedRules.CONVERSATIONS.size();

  private final Map<Integer, String> filters = new TreeMap<>();

  /** Gives a conversation colour 1 to 10. */
  public void colour(int number, String filter) {
    filters.values().remove(filter);
    filters.put(number, filter);
  }

  /** Takes all of them back. */
  public void reset() {
    filters.clear();
  }

  public boolean none() {
    return filters.isEmpty();
  }

  /** As rules, which are asked before all others. */
  public List<ColouringRule> rules() {
    List<ColouringRule> rules = new ArrayList<>();
    filters.forEach((number, filter) ->
        rules.add(ShippedRules.CONVERSATIONS.get(number - 1).accepting(filter)));
    return rules;
  }
}
