package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.earpiece.dissect.DetailNode;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the selected packet. Where some were put together, decrypted or unmasked, a row of
 * buttons leads to those; a node of the tree leads to its own. FX thread.
 */
public final class BytesPane implements Pane {
  private final PacketPlace place;
  private final BytesView view;
  private final Label foot = new Label();
  private final HBox tabs = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final BorderPane root = new BorderPane();
  private @Nullable PacketView packet;
  private @Nullable DetailNode node;
  private int source;

  /** A pane on the packet of a place. */
  public BytesPane(PacketPlace place) {
    this.place = place;
    view = new BytesView(new Gestures());
    foot.getStyleClass().add("pane-foot");
    foot.setMaxWidth(Double.MAX_VALUE);
    root.setBottom(foot);
    tabs.getStyleClass().add("byte-sources");
    root.setCenter(view);
    place.listen(this::shown);
  }

  private final class Gestures implements BytesView.Listener {
    @Override
    public void chosen(@Nullable DetailNode chosen) {
      place.select(chosen);
    }

    @Override
    public void over(@Nullable DetailNode over) {
      foot(over == null ? node : over);
    }

    @Override
    public List<MenuItem> items() {
      PacketView shown = packet;
      if (shown == null || shown.frame() == 0) {
        return List.of();
      }
      List<MenuItem> items =
          new ArrayList<>(place.actions().of(shown.frame(), node == null ? "" : node.filter()));
      items.add(new SeparatorMenuItem());
      return items;
    }
  }

  private void foot(@Nullable DetailNode of) {
    int selected = view.selectedBytes();
    String words = selected > 0 ? Numbers.of(selected, "byte", "bytes") + " selected" : "";
    if (of != null) {
      words += words.isEmpty() ? "" : " · ";
      words += FieldWords.line(of, place.workspace().session().fields());
    }
    foot.setText(words);
  }

  private void shown(@Nullable PacketView next, @Nullable DetailNode selected) {
    node = selected;
    if (next != null && !next.equals(packet)) {
      packet = next;
      tabs(next.sources());
      choose(selected == null ? 0 : selected.source());
    } else {
      choose(selected == null || selected.length() == 0 ? source : selected.source());
    }
  }

  private void tabs(List<PacketView.Source> sources) {
    tabs.getChildren().clear();
    boolean several = sources.size() > 1;
    root.setTop(several ? tabs : null);
    for (int i = 0; several && i < sources.size(); i++) {
      PacketView.Source one = sources.get(i);
      ToggleButton tab =
          new ToggleButton("%s (%d bytes)".formatted(one.title(), one.bytes().length));
      int number = i;
      tab.setToggleGroup(group);
      tab.setOnAction(e -> choose(number));
      tabs.getChildren().add(tab);
    }
  }

  private void choose(int number) {
    source = number;
    if (number < tabs.getChildren().size()) {
      group.selectToggle((ToggleButton) tabs.getChildren().get(number));
    }
    view.show(packet, number, node != null && node.source() == number ? node : null);
    foot(node);
  }

  @Override
  public String title() {
    return "Bytes";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    place.show(selection);
  }
}
