package org.earpiece.filter;

import java.util.Map;
import java.util.regex.Pattern;
import org.earpiece.filter.macro.Macros;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * What a display filter may name.
 *
 * @param fields what packets may be asked
 * @param macros saved text by its name: {@code ${name}} stands for it, {@code ${name:5060;udp}} and
 *     {@code $name(5060, udp)} put arguments where it has {@code $1} and {@code $2}
 * @param selected the packet whose value {@code ${ip.src}} stands for, or null for none
 */
public record FilterNames(
    FieldRegistry fields, Map<String, String> macros, @Nullable Packet selected) {

  private static final Pattern BRACES = Pattern.compile("\\$\\{([\\w.-]+)\\}");

  public FilterNames {
    macros = Map.copyOf(macros);
  }

  /** Fields alone. */
  public static FilterNames of(FieldRegistry fields) {
    return new FilterNames(fields, Map.of(), null);
  }

  /** The same names where a packet is selected. Its values are read when a filter is compiled. */
  public FilterNames selecting(@Nullable Packet packet) {
    return new FilterNames(fields, macros, packet);
  }

  /** Whether a text may name a macro, or a value of the selected packet. */
  public static boolean refers(String text) {
    return text.indexOf('$') >= 0;
  }

  /** Whether a text asks for values of the selected packet. */
  public boolean asksSelection(String text) {
    return BRACES
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .anyMatch(name -> !macros.containsKey(name) && !fields.named(name).isEmpty());
  }

  /** Whether a saved text takes arguments, and so is no filter alone. */
  public static boolean takesArguments(String text) {
    return Macros.takesArguments(text);
  }
}
