package org.earpiece.ui.kit.choice;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words of the values that a list offers. FX thread. */
public final class Words<T> extends StringConverter<T> {
  private final List<T> values;
  private final Function<T, String> words;

  private Words(List<T> values, Function<T, String> words) {
    this.values = values;
    this.words = words;
  }

  /** Offers these values by their words, the first of them chosen. */
  public static <T> void offer(ComboBox<T> list, List<T> values, Function<T, String> words) {
    list.getItems().setAll(values);
    list.setConverter(new Words<>(values, words));
    list.setValue(values.getFirst());
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  /** The value with these words, or null. */
  @Override
  public @Nullable T fromString(String text) {
    return values.stream()
        .filter(value -> words.apply(value).equals(text))
        .findFirst()
        .orElse(null);
  }
}
