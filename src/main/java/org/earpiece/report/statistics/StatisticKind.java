package org.earpiece.report.statistics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.earpiece.report.plot.Plot;
import org.jspecify.annotations.Nullable;

/** The one list of statistics. */
public enum StatisticKind {
  HIERARCHY("Protocol hierarchy", false),
  CONVERSATIONS("Conversations", true),
  ENDPOINTS("Endpoints", true),
  LENGTHS("Packet lengths", false),
  SIP("SIP messages", false);

  private static final int BARS = 20;

  private final String title;
  private final boolean layered;

  StatisticKind(String title, boolean layered) {
    this.title = title;
    this.layered = layered;
  }

  public String title() {
    return title;
  }

  /** Whether it is told for one layer. */
  public boolean layered() {
    return layered;
  }

  /**
   * The longest bars of a statistic.
   *
   * @param name the text of a row
   * @param value the length of its bar
   */
  static Plot bars(
      String title,
      String unit,
      List<@Nullable Object[]> rows,
      Function<@Nullable Object[], String> name,
      ToDoubleFunction<@Nullable Object[]> value) {
    List<@Nullable Object[]> shown = rows.subList(0, Math.min(rows.size(), BARS));
    double[] values = shown.stream().mapToDouble(value).toArray();
    return Plot.bars(title, unit, shown.stream().map(name).toList(), values);
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The statistic of this word, or null. */
  public static @Nullable StatisticKind of(String word) {
    for (StatisticKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }

  /**
   * A statistic without a packet.
   *
   * @param layer where it is told for one layer
   */
  public Statistic begin(TalkLayer layer) {
    return switch (this) {
      case HIERARCHY -> new ProtocolHierarchy();
      case CONVERSATIONS -> new Conversations(layer);
      case ENDPOINTS -> new Endpoints(layer);
      case LENGTHS -> new PacketLengths();
      case SIP -> new SipMessages();
    };
  }
}
