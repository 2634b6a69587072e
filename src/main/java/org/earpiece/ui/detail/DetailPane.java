package org.earpiece.ui.detail;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.earpiece.dissect.DetailNode;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.filters.FilterDrag;
import org.earpiece.ui.kit.table.ColumnChoice;
import org.jspecify.annotations.Nullable;

/**
 * The selected packet taken apart, as a tree; what is open stays open from packet to packet. FX
 * thread.
 */
public final class DetailPane implements Pane {
  private static final double ROW = 22;
  private static final PseudoClass DERIVED = PseudoClass.getPseudoClass("derived");

  private final PacketPlace place;
  private final ContextMenu menu = new ContextMenu();
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
    tree.setOnContextMenuRequested(this::menu);
    FilterDrag.from(tree, e -> selected(DetailNode::filter));
    tree.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> chosen(is));
    tree.setOnKeyPressed(e -> {
      if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(e)) {
        Clip.put(selected(DetailNode::label));
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

  private void menu(ContextMenuEvent e) {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    menu.getItems().clear();
    if (item != null) {
      DetailNode node = item.getValue();
      menu.getItems().addAll(place.actions().of(frame(), node.filter()));
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().add(Menus.item("Copy", () -> Clip.put(node.label())));
      menu.getItems().add(Menus.item("Copy value", () -> Clip.put(value(node))));
      menu.getItems().add(Menus.item("Copy field name", () -> Clip.put(node.field())));
      menu.getItems().add(Menus.item("Show as column", () -> column(node.field())));
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().add(Menus.item("Expand all", () -> expand(tree.getRoot(), true)));
    menu.getItems().add(Menus.item("Collapse all", () -> expand(tree.getRoot(), false)));
    menu.show(tree, e.getScreenX(), e.getScreenY());
    e.consume();
  }

  private int frame() {
    return shown == null ? 0 : shown.frame();
  }

  private static String value(DetailNode node) {
    return node.label().replaceFirst("^[^:]*: ", "");
  }

  private String selected(java.util.function.Function<DetailNode, String> part) {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    return item == null ? "" : part.apply(item.getValue());
  }

  private void column(String field) {
    Workspace workspace = place.workspace();
    ColumnChoice.show(field, workspace.session().fields(), workspace.preferences());
  }

  private static void expand(TreeItem<DetailNode> from, boolean open) {
    from.getChildren()
        .forEach(child -> {
          child.setExpanded(open);
          expand(child, open);
        });
  }
}
