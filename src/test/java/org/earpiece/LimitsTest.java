package org.earpiece;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/limits.md and the constants of the engine say the same. */
final class LimitsTest {
  private static final Set<String> ROOMS =
      Set.of(
          "bytes", "packet", "capture", "dissect", "filter", "voip", "store", "session", "report");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+\\.MAX_\\w+)` \\| ([\\d,]+) \\| \\S.* \\|$", Pattern.MULTILINE);

  @Test
  void theTableHasEveryLimitWithItsValue() throws Exception {
    String text = Files.readString(Path.of("docs", "limits.md"));
    Map<String, String> told =
        ROW.matcher(text)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    Map<String, String> known = constants();
    assertThat(known).isNotEmpty();
    String missing =
        known.entrySet().stream()
            .filter(limit -> !limit.getValue().equals(told.get(limit.getKey())))
            .map(limit -> "| `%s` | %s | ... |".formatted(limit.getKey(), limit.getValue()))
            .collect(Collectors.joining("\n"));
    assertThat(missing).as("docs/limits.md lacks these lines, or has another value").isEmpty();
    assertThat(known.keySet()).as("docs/limits.md has more").containsAll(told.keySet());
  }

  private static Map<String, String> constants() throws Exception {
    Map<String, String> constants = new TreeMap<>();
    for (String name : classes()) {
      Class<?> owner = Class.forName(name, false, LimitsTest.class.getClassLoader());
      for (Field field : owner.getDeclaredFields()) {
        boolean number = field.getType() == int.class || field.getType() == long.class;
        if (number
            && Modifier.isStatic(field.getModifiers())
            && field.getName().startsWith("MAX_")) {
          field.setAccessible(true);
          String value = "%,d".formatted(((Number) field.get(null)).longValue());
          constants.put(owner.getSimpleName() + "." + field.getName(), value);
        }
      }
    }
    return constants;
  }

  private static Set<String> classes() throws IOException, URISyntaxException {
    Path root =
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("org/earpiece");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && ROOMS.contains(file.split("/", 2)[0]))
          .map(file -> "org.earpiece." + file.replace(".class", "").replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }
}
