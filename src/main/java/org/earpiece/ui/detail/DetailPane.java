package org.earpiece.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.earpiece.dissect.DetailNode;
import org.earpiece.packet.FieldRegistry;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.filters.FilterDrag;
import org.earpiece.ui.kit.table.ColumnChoice;
import org.jspecify.annotations.Nullable;

/**
 * The selected packet taken apart, as a tree; what is open stays open from packet to packet. What
 * names a frame, a call or a stream leads there. FX thread.
 */
public final class DetailPane implements Pane {
  private static final double ROW = 22;
  private static final PseudoClass DERIVED = PseudoClass.getPseudoClass("derived");

  private final PacketPlace place;
  private final FieldRegistry fields;
  private final OpenNodes open;
  private final ContextMenu menu = new ContextMenu();
  private final TreeView<DetailNode> tree = new TreeView<>();
  private final Label foot = new Label();
  private final BorderPane root = new BorderPane(tree);
  private @Nullable PacketView shown;
  private boolean following;

  /** A pane on the packet of a place. */
  public DetailPane(PacketPlace place) {
    this.place = place;
    fields = place.workspace().session().fields();
    open = new OpenNodes(place.workspace().preferences());
    tree.setShowRoot(false);
    tree.setFixedCellSize(ROW);
    tree.getStyleClass().addAll("dense", "details");
    tree.setCellFactory(view -> new Line());
    tree.setOnContextMenuRequested(this::menu);
    FilterDrag.from(
        tree,
        e -> {
          DetailNode node = selected();
          return node == null ? "" : node.filter();
        });
    tree.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> chosen(is));
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    foot.getStyleClass().add("pane-foot");
    foot.setMaxWidth(Double.MAX_VALUE);
    root.setBottom(foot);
    place.listen(this::shown);
  }

  private final class Line extends TreeCell<DetailNode> {
    private final Hyperlink link = new Hyperlink();
    private final Tooltip tooltip = new Tooltip();

    Line() {
      setContentDisplay(ContentDisplay.RIGHT);
      link.setFocusTraversable(false);
      link.setOnAction(e -> follow(getItem()));
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          e -> {
            if (e.getClickCount() == 2 && !linkWords(getItem()).isEmpty()) {
              follow(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable DetailNode node, boolean empty) {
      super.updateItem(node, empty);
      DetailNode shownNode = empty ? null : node;
      if (shownNode == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        pseudoClassStateChanged(DERIVED, false);
      } else {
        fill(shownNode);
      }
    }

    private void fill(DetailNode node) {
      setText(node.label());
      pseudoClassStateChanged(DERIVED, node.label().startsWith("["));
      String words = linkWords(node);
      link.setText(words);
      setGraphic(words.isEmpty() ? null : link);
      String where = FieldWords.place(node);
      tooltip.setText(FieldWords.of(node.field(), fields) + (where.isEmpty() ? "" : "\n" + where));
      setTooltip(tooltip);
    }
  }

  /** What a link on a node says; empty where the node leads nowhere. */
  private String linkWords(@Nullable DetailNode node) {
    if (node == null) {
      return "";
    }
    return switch (node.field()) {
      case Belonging.CALL, "call" -> "show the call";
      case Belonging.STREAM, "stream" -> "show the stream";
      default -> node.frame() > 0 ? "go to " + Numbers.count(node.frame()) : "";
    };
  }

  private void follow(@Nullable DetailNode node) {
    PacketView packet = shown;
    if (node == null || packet == null) {
      return;
    }
    switch (node.field()) {
      case Belonging.CALL, "call" -> place.actions().places().call(packet.belonging().call());
      case Belonging.STREAM, "stream" ->
          place.actions().places().stream(packet.belonging().stream());
      default -> {
        if (node.frame() > 0) {
          place.actions().places().packet(node.frame());
        }
      }
    }
  }

  @Override
  public String title() {
    return "Details";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    place.show(selection);
  }

  private void shown(@Nullable PacketView packet, @Nullable DetailNode node) {
    following = true;
    if (packet != null && !packet.equals(shown)) {
      shown = packet;
      TreeItem<DetailNode> top = new TreeItem<>();
      packet.nodes().forEach(child -> top.getChildren().add(item(child)));
      tree.setRoot(top);
    }
    mark(node);
    following = false;
    foot(node);
  }

  private void foot(@Nullable DetailNode node) {
    foot.setText(node == null ? "" : FieldWords.line(node, fields));
  }

  private TreeItem<DetailNode> item(DetailNode node) {
    TreeItem<DetailNode> item = new TreeItem<>(node);
    item.setExpanded(open.has(node.field()));
    item.expandedProperty().addListener((o, was, is) -> open.set(node.field(), is));
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

  private @Nullable DetailNode selected() {
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    return item == null ? null : item.getValue();
  }

  /** Left and Right alone belong to the tree: they open, shut, and go to parent and child. */
  private void key(KeyEvent e) {
    DetailNode node = selected();
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    boolean right = e.getCode() == KeyCode.RIGHT;
    if (right || e.getCode() == KeyCode.LEFT) {
      if (e.isShortcutDown()) {
        all(right);
        e.consume();
      } else if (e.isShiftDown() && item != null) {
        subtree(item, right);
        e.consume();
      }
    } else if (node != null && e.getCode() == KeyCode.C && e.isShortcutDown()) {
      Clip.put(e.isShiftDown() ? node.filter() : node.label());
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && !linkWords(node).isEmpty()) {
      follow(node);
      e.consume();
    }
  }

  private void menu(ContextMenuEvent e) {
    List<MenuItem> items = new ArrayList<>();
    TreeItem<DetailNode> item = tree.getSelectionModel().getSelectedItem();
    DetailNode node = selected();
    if (item != null && node != null) {
      String words = linkWords(node);
      if (!words.isEmpty()) {
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        items.add(Menus.item(title, () -> follow(node)));
      }
      items.addAll(place.actions().of(shown == null ? 0 : shown.frame(), node.filter()));
      if (!fields.named(node.field()).isEmpty()) {
        items.add(Menus.item("Show as column", () -> column(node)));
      }
      items.add(new SeparatorMenuItem());
      items.add(Menus.item("Copy description", () -> Clip.put(node.label())));
      items.add(Menus.item("Copy value", () -> Clip.put(FieldWords.value(node))));
      items.add(Menus.item("Copy field name", () -> Clip.put(node.field())));
      items.add(Menus.item("Copy with what is below", () -> Clip.put(text(List.of(node)))));
    }
    PacketView packet = shown;
    if (packet != null) {
      items.add(Menus.item("Copy the whole tree", () -> Clip.put(text(packet.nodes()))));
    }
    items.add(new SeparatorMenuItem());
    if (item != null) {
      items.add(Menus.item("Expand what is below (Shift+Right)", () -> subtree(item, true)));
      items.add(Menus.item("Collapse what is below (Shift+Left)", () -> subtree(item, false)));
    }
    items.add(Menus.item("Expand all (Ctrl+Right)", () -> all(true)));
    items.add(Menus.item("Collapse all (Ctrl+Left)", () -> all(false)));
    menu.getItems().setAll(items);
    menu.show(tree, e.getScreenX(), e.getScreenY());
    e.consume();
  }

  private void column(DetailNode node) {
    ColumnChoice.show(node.field(), fields, place.workspace().preferences());
  }

  private static String text(List<DetailNode> nodes) {
    StringBuilder out = new StringBuilder();
    text(nodes, "", out);
    return out.toString();
  }

  private static void text(List<DetailNode> nodes, String indent, StringBuilder out) {
    for (DetailNode node : nodes) {
      out.append(indent).append(node.label()).append('\n');
      text(node.children(), indent + "    ", out);
    }
  }

  private void all(boolean on) {
    open.change(() -> tree.getRoot().getChildren().forEach(child -> expand(child, on)));
  }

  private void subtree(TreeItem<DetailNode> item, boolean on) {
    open.change(() -> expand(item, on));
  }

  private static void expand(TreeItem<DetailNode> item, boolean on) {
    if (!item.isLeaf()) {
      item.getChildren().forEach(child -> expand(child, on));
      item.setExpanded(on);
    }
  }
}
