package org.earpiece.ui.packets.time;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.earpiece.ui.kit.Preferences;
import org.earpiece.ui.kit.TimeStyle;

/** How the times of the list are written, as a person chose it. FX thread. */
public final class PacketTimes {
  private static final String STYLE = "packets.time";
  private static final String PRECISION = "packets.time.precision";
  private static final String PARTS = "packets.time.parts";

  private final Preferences preferences;
  private final Runnable changed;
  private TimeStyle style;
  private TimePrecision precision;
  private boolean parts;

  /**
   * @param changed is told of each change
   */
  public PacketTimes(Preferences preferences, Runnable changed) {
    this.preferences = preferences;
    this.changed = changed;
    style = TimeStyle.named(preferences.layout(STYLE, ""));
    precision = TimePrecision.named(preferences.layout(PRECISION, ""));
    parts = Boolean.parseBoolean(preferences.layout(PARTS, ""));
  }

  public TimeStyle style() {
    return style;
  }

  /**
   * A time as text.
   *
   * @param first what times since the beginning are counted from
   * @param before what differences are counted from
   * @param captured digits of a second that the capture has
   */
  public String text(long time, long first, long before, int captured) {
    int digits = precision.digits(captured);
    if (parts && style.span()) {
      return TimeStyle.parts(time - (style == TimeStyle.RELATIVE ? first : before), digits);
    }
    return style.text(time, first, before, digits);
  }

  /** What may be chosen. */
  public List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (TimeStyle each : TimeStyle.values()) {
      items.add(radio(each.title(), each == style, () -> style = each));
    }
    items.add(new SeparatorMenuItem());
    for (TimePrecision each : TimePrecision.values()) {
      items.add(radio(each.title(), each == precision, () -> precision = each));
    }
    CheckMenuItem hours = new CheckMenuItem("Hours and minutes in long spans");
    hours.setSelected(parts);
    hours.setOnAction(e -> change(() -> parts = hours.isSelected()));
    items.add(hours);
    return items;
  }

  private RadioMenuItem radio(String title, boolean on, Runnable choice) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setSelected(on);
    item.setOnAction(e -> change(choice));
    return item;
  }

  private void change(Runnable choice) {
    choice.run();
    preferences.keepLayout(STYLE, style.settingsName());
    preferences.keepLayout(PRECISION, precision.settingsName());
    preferences.keepLayout(PARTS, parts);
    changed.run();
  }
}
