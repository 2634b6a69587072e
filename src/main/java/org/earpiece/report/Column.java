package org.earpiece.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param key name for machines: JSON key, CSV head
 * @param title name for people
 * @param digits decimals of numbers and of seconds
 * @param ink what colour a value has on a terminal
 * @param inText whether people get it, too; machines always do
 */
public record Column(
    String key,
    String title,
    Kind kind,
    int digits,
    Function<@Nullable Object, Ink> ink,
    boolean inText) {
  /** What values a column takes; null is always allowed. */
  public enum Kind {
    /** Any value's text; a list's parts. Aligned left. */
    TEXT,
    /** Whole numbers as they are, doubles with the column's digits (NaN is null). Aligned right. */
    NUMBER,
    /** A Long of ns, written as seconds; {@link Long#MIN_VALUE} is null. Aligned right. */
    NANOS
  }

  public static Column text(String key, String title) {
    return new Column(key, title, Kind.TEXT, 0, v -> Ink.TEXT, true);
  }

  /** Whole numbers. */
  public static Column number(String key, String title) {
    return decimal(key, title, 0);
  }

  /** Numbers with decimals. */
  public static Column decimal(String key, String title, int digits) {
    return new Column(key, title, Kind.NUMBER, digits, v -> Ink.TEXT, true);
  }

  /** Times and spans: given in ns, written in seconds. */
  public static Column nanos(String key, String title, int digits) {
    return new Column(key, title, Kind.NANOS, digits, v -> Ink.TEXT, true);
  }

  /** The same column with colours for its values. */
  public Column inked(Function<@Nullable Object, Ink> ink) {
    return new Column(key, title, kind, digits, ink, inText);
  }

  /** The same column, left out where people read. */
  public Column machineOnly() {
    return new Column(key, title, kind, digits, ink, false);
  }

  boolean right() {
    return kind != Kind.TEXT;
  }
}
