package org.earpiece.ui.kit;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The display filter of one capture: the text in the bar, and the filter in force. FX thread. */
public final class FilterModel {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper applied = new ReadOnlyStringWrapper("");

  private final ReadOnlyIntegerWrapper again = new ReadOnlyIntegerWrapper();

  /** What stands in the bar, valid or not. */
  public StringProperty textProperty() {
    return text;
  }

  /** The filter that the lists obey; empty for none. */
  public ReadOnlyStringProperty appliedProperty() {
    return applied.getReadOnlyProperty();
  }

  /** Counts how often the filter in force was to be judged anew. */
  public ReadOnlyIntegerProperty againProperty() {
    return again.getReadOnlyProperty();
  }

  /** Has the filter in force judged anew: packets are no longer what they were. */
  public void again() {
    again.set(again.get() + 1);
  }

  /** Puts a filter into the bar without applying it (Wireshark's "prepare as filter"). */
  public void prepare(String filter) {
    text.set(filter);
  }

  /** Puts a filter into the bar and applies it; it must be valid. */
  public void apply(String filter) {
    text.set(filter);
    applied.set(filter.strip());
  }
}
