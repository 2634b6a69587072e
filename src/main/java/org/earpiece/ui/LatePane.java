package org.earpiece.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.jspecify.annotations.Nullable;

/** A pane that is made when it first comes on show, so that a capture opens sooner. FX thread. */
final class LatePane<P extends Pane> implements Pane {
  private final String title;
  private final Supplier<P> maker;
  private @Nullable P made;

  LatePane(String title, Supplier<P> maker) {
    this.title = title;
    this.maker = maker;
  }

  /** The pane itself. */
  P pane() {
    P pane = made;
    if (pane == null) {
      pane = maker.get();
      made = pane;
    }
    return pane;
  }

  @Override
  public String title() {
    return made == null ? title : made.title();
  }

  @Override
  public Node node() {
    return pane().node();
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    pane().show(selection, snapshot);
  }

  @Override
  public List<Node> tools() {
    return pane().tools();
  }

  @Override
  public boolean wide() {
    return pane().wide();
  }

  @Override
  public void close() {
    if (made != null) {
      made.close();
    }
  }
}
