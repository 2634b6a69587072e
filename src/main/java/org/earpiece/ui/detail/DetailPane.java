package org.earpiece.ui.detail;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.earpiece.dissect.DetailNode;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.FilterModel;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The selected packet taken apart, as a tree; what is open stays open from packet to packet. FX
 * thread.
 */
public final class DetailPane implements Pane {
  private static final double ROW = 22;
  private static final PseudoClass DERIVED = PseudoClass.getPseudoClass("derived");

  private final PacketPlace place;
  private final TreeView<DetailNode> tree = new TreeView<>();
  private final Set<String> open = new HashSet<>(Set.of("sip", "sdp", "rtp", "rtcp"));
  private @Nullable PacketView shown;
  private boolean following;

  /** A pane on the packet of a place. */
  public DetailPane(PacketPlace place) {
    this.place = place;
    tree.setShowRoot(false);
    tree.setFixedCellSize(ROW);
    tree.getStyleClass().addAll("dense", "details");
    tree.setCellFactory(view -> new Line());
    tree.setContextMenu(menu());
    tree.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> chosen(is));
    tree.setOnKeyPressed(e -> {
      if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(e)) {
        copy(selected(DetailNode::label));
      }
    });
    place.listen(this::shown);
  }

  private static final class Line extends TreeCell<DetailNode> {
    @Override
    protected void updateItem(@Nullable DetailNode node, boolean empty) {
      super.updateItem(node, empty);
      setText(empty || node == null ? null : node.label());
      boolean derived = !empty && node != null && node.label().startsWith("[");
      pseudoClassStateChanged(DERIVED, derived);
    }
  }

  @Override
  public String title() {
    return "Details";
  }

  @Override
  public Node node() {
    return tree;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    place.show(selection);
  }

  private void shown(@Nullable PacketView packet, @Nullable DetailNode node) {
    following = true;
    if (packet != null && !packet.equals(shown)) {
      shown = packet;
      TreeItem<DetailNode> root = new TreeItem<>();
      packet.nodes().forEach(child -> root.getChildren().add(item(child)));
      tree.setRoot(root);
    }
    mark(node);
    following = false;
  }

  private TreeItem<DetailNode> item(DetailNode node) {
    TreeItem<DetailNode> item = new TreeItem<>(node);
    item.setExpanded(open.contains(node.field()));
    item.expandedProperty()
        .addListener((o, was, is) -> {
          if (is) {
            open.add(node.field());
          } else {
            open.remove(node.field());
          }
        });
    node.children().forEach(child -> item.getChildren().add(item(child)));
    return item;
  }

  /** Marks a node and brings it into view, its parents open. */
  private void mark(@Nullable DetailNode node) {
    TreeItem<DetailNode> selected = tree.getSelectionModel().getSelectedItem();
    if (node == null) {
      tree.getSelectionModel().clearSelection();
      return;
    }
    if (selected != null && Objects.equals(selected.getValue(), node)) {
      return;
    }
    TreeItem<DetailNode> item = find(tree.getRoot(), node);
    if (item != null) {
      for (TreeItem<DetailNode> up = item.getParent(); up != null; up = up.getParent()) {
        up.setExpanded(true);
      }
      tree.getSelectionModel().select(item);
      tree.scrollTo(Math.max(0, tree.getRow(item) - 3));
    }
  }

  private static @Nullable TreeItem<DetailNode> find(TreeItem<DetailNode> from, DetailNode node) {
    if (node.equals(from.getValue())) {
      return from;
    }
    for (TreeItem<DetailNode> child : from.getChildren()) {
      TreeItem<DetailNode> found = find(child, node);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void chosen(@Nullable TreeItem<DetailNode> item) {
    if (!following) {
      place.select(item == null ? null : item.getValue());
    }
  }

  private ContextMenu menu() {
    ContextMenu menu =
        new ContextMenu(
            filters("Apply as filter", filter()::apply),
            filters("Prepare as filter", filter()::prepare),
            new SeparatorMenuItem(),
            item("Copy", () -> copy(selected(DetailNode::label))),
            item(
                "Copy value", () -> copy(selected(DetailNode::label).replaceFirst("^[^:]*: ", ""))),
            item("Copy as filter", () -> copy(selected(DetailNode::filter))),
            item("Copy field name", () -> copy(selected(DetailNode::field))),
            new SeparatorMenuItem(),
            item("Expand all", () -> expand(tree.getRoot(), true)),
            item("Collapse all", () -> expand(tree.getRoot(), false)));
    menu.setOnShowing(e -> {
      boolean none = tree.getSelectionModel().getSelectedItem() == null;
      List<MenuItem> about = menu.getItems().subList(0, 7);
      about.forEach(item -> item.setDisable(none));
    });
    return menu;
  }

  private FilterModel filter() {
    return place.workspace().filter();
  }

  /** Wireshark's ways to join a value with the filter in force. */
  private Menu filters(String title, Consumer<String> use) {
    return new Menu(
        title,
        null,
        item("Selected", () -> use.accept(selected(DetailNode::filter))),
        item("Not selected", () -> use.accept(FilterWords.not(selected(DetailNode::filter)))),
        item("… and selected", () -> use.accept(joined("&&", false))),
        item("… or selected", () -> use.accept(joined("||", false))),
        item("… and not selected", () -> use.accept(joined("&&", true))),
        item("… or not selected", () -> use.accept(joined("||", true))));
  }

  private String joined(String operator, boolean not) {
    String value = selected(DetailNode::filter);
    String before = filter().appliedProperty().get();
    return FilterWords.join(before, operator, not ? FilterWords.not(value) : value);
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(e -> action.run());
    return item;
  }

  private String selected(java.util.function.Function<DetailNode, String> part) {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    return item == null ? "" : part.apply(item.getValue());
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void expand(TreeItem<DetailNode> from, boolean open) {
    from.getChildren()
        .forEach(child -> {
          child.setExpanded(open);
          expand(child, open);
        });
  }
}
