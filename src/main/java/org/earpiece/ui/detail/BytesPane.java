package org.earpiece.ui.detail;

import javafx.scene.Node;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;

/** The bytes of the selected packet. FX thread. */
public final class BytesPane implements Pane {
  private final PacketPlace place;
  private final BytesView view;

  /** A pane on the packet of a place. */
  public BytesPane(PacketPlace place) {
    this.place = place;
    view = new BytesView(place::select);
    place.listen(view::show);
  }

  @Override
  public String title() {
    return "Bytes";
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    place.show(selection);
  }
}
