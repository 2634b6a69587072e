package org.earpiece.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The selection of one capture, shared by its lists and panes. FX thread. Listeners are called at
 * once when it changed; panes need none: they are shown the selection with the next frame.
 */
public final class SelectionModel {
  private Selection selection = Selection.NONE;
  private final List<Consumer<Selection>> listeners = new ArrayList<>();

  public Selection get() {
    return selection;
  }

  /** Selects calls and with them a frame (their first, as a rule); no stream. */
  public void calls(List<Integer> calls, int frame) {
    set(new Selection(calls, 0, 0, frame));
  }

  /** Selects a stream with its call, if it has one, and a frame of it. */
  public void stream(int stream, List<Integer> calls, int frame) {
    set(new Selection(calls, stream, 0, frame));
  }

  /**
   * Selects a registration, subscription or publication by its identity, with the call that holds
   * it, if one does, and a frame of it.
   */
  public void softState(int id, List<Integer> calls, int frame) {
    set(new Selection(calls, 0, id, frame));
  }

  /**
   * Selects another frame of the same calls and stream: a message in the ladder, a packet in a
   * graph.
   */
  public void frame(int frame) {
    set(new Selection(selection.calls(), selection.stream(), selection.softState(), frame));
  }

  public void set(Selection next) {
    if (!next.equals(selection)) {
      selection = next;
      List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
  }

  public void addListener(Consumer<Selection> listener) {
    listeners.add(listener);
  }
}
