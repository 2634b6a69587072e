package org.earpiece.ui.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in the quality view, top to bottom: for each stream its graphs, its MOS
 * strip and its lane of marks; then the one time axis. Pixels; the width is the view's. Where there
 * is room, titles stand above the boxes; else they move into a margin at the left.
 *
 * @param compact whether titles stand at the left
 * @param height of all of it: more than was offered where that is too little to be read
 */
record QualityLayout(boolean compact, List<Group> groups, double axisY, double height) {
  /** The space at the right of the graphs, and at the left where titles stand above. */
  static final double SIDE = 14;

  private static final double MARGIN = 66;
  private static final double TOP = 6;
  private static final double TITLE = 24;
  private static final double GAP = 12;
  private static final double COMPACT_GAP = 6;
  private static final double GROUP_GAP = 8;
  private static final double AXIS = 24;
  private static final double MOS = 60;
  private static final double LANE = 26;
  private static final double COMPACT_LANE = 20;
  private static final double LEAST = 0.28;
  private static final double ROOMY = 0.75;
  private static final double MOST = 1.8;

  /** A box with its title above it or at its left. */
  record Band(double y, double height) {
    double bottom() {
      return y + height;
    }

    /** The base line of a title above. */
    double titleY() {
      return y - 7;
    }
  }

  /**
   * What belongs to one stream.
   *
   * @param headerY the base line of the stream's name, which only several streams have
   */
  record Group(double headerY, List<Metric> metrics, List<Band> graphs, Band mos, Band lane) {
    double top() {
      return graphs.isEmpty() ? mos.y() : graphs.getFirst().y();
    }

    double bottom() {
      return lane.bottom();
    }
  }

  /** Lays out {@code streams} groups with these metrics in a height, larger where it must be. */
  static QualityLayout of(int streams, List<Metric> metrics, double offered) {
    double boxes = MOS;
    for (Metric metric : metrics) {
      boxes += metric.height();
    }
    int rows = metrics.size() + 2;
    double room = (offered - TOP - AXIS) / Math.max(1, streams) - GROUP_GAP;
    double roomy = room - rows * TITLE - (rows - 1) * GAP - LANE;
    boolean compact = streams > 1 || roomy < boxes * ROOMY;
    double fixed = TITLE + (rows - 1) * COMPACT_GAP + COMPACT_LANE;
    double factor = Math.clamp((compact ? room - fixed : roomy) / boxes, LEAST, MOST);
    List<Group> groups = new ArrayList<>();
    double y = TOP;
    for (int i = 0; i < streams; i++) {
      groups.add(compact ? compact(y, metrics, factor) : roomy(y, metrics, factor));
      y = groups.getLast().bottom() + GROUP_GAP;
    }
    double end = y - (streams > 0 ? GROUP_GAP : 0);
    return new QualityLayout(compact, groups, end, Math.max(offered, end + AXIS));
  }

  private static Group roomy(double top, List<Metric> metrics, double factor) {
    return group(top, top, TITLE, GAP, LANE, metrics, factor);
  }

  private static Group compact(double top, List<Metric> metrics, double factor) {
    return group(top, top + TITLE, 0, COMPACT_GAP, COMPACT_LANE, metrics, factor);
  }

  private static Group group(
      double top,
      double from,
      double title,
      double gap,
      double lane,
      List<Metric> metrics,
      double factor) {
    double y = from;
    List<Band> graphs = new ArrayList<>();
    for (Metric metric : metrics) {
      Band band = new Band(y + title, Math.floor(metric.height() * factor));
      graphs.add(band);
      y = band.bottom() + gap;
    }
    Band mos = new Band(y + title, Math.floor(MOS * factor));
    Band marks = new Band(mos.bottom() + gap + title, lane);
    return new Group(top + TITLE - 8, List.copyOf(metrics), graphs, mos, marks);
  }

  /** Where the first box begins: below its title. */
  double top() {
    return groups.isEmpty() ? 0 : groups.getFirst().top();
  }

  /** Where the graphs begin. */
  double left() {
    return compact ? MARGIN : SIDE;
  }

  /** The group at a height, or the nearest. */
  int groupAt(double y) {
    for (int i = 0; i < groups.size(); i++) {
      if (y < groups.get(i).bottom() + GROUP_GAP) {
        return i;
      }
    }
    return groups.size() - 1;
  }
}
