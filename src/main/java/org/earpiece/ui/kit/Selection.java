package org.earpiece.ui.kit;

import java.util.List;

/**
 * What the lower panes are about.
 *
 * @param calls numbers of the selected calls (a conversation has several), or none
 * @param stream number of the selected stream, or 0
 * @param softState identity of the selected registration, subscription or publication, or 0
 * @param frame number of the selected frame, or 0
 */
public record Selection(List<Integer> calls, int stream, int softState, int frame) {
  public static final Selection NONE = new Selection(List.of(), 0, 0, 0);

  public Selection {
    calls = List.copyOf(calls);
  }
}
