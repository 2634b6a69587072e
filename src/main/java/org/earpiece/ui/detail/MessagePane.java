package org.earpiece.ui.detail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.earpiece.dissect.DetailNode;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.find.FindBar;
import org.earpiece.ui.find.FindInText;
import org.earpiece.ui.kit.Clip;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The selected message as text, coloured, long headers folded; a click on a line selects its bytes.
 * FX thread.
 */
public final class MessagePane implements Pane {
  private static final String SELECTED_LINE = "of-selection";

  private final PacketPlace place;
  private final StyleClassedTextArea area = new StyleClassedTextArea();
  private final BorderPane root = new BorderPane(new VirtualizedScrollPane<>(area));
  private final FindInText search =
      new FindInText("this message", area::getText, this::reveal, area::requestFocus);
  private final Tooltip explanation = new Tooltip();
  private final ContextMenu menu = new ContextMenu();

  /** Names of headers whose folds were opened; they stay open from message to message. */
  private final Set<String> unfolded = new HashSet<>();

  private @Nullable PacketView shown;
  private SipText text = SipText.note("");
  private int marked = -1;

  /** A pane on the packet of a place. */
  public MessagePane(PacketPlace place) {
    this.place = place;
    area.setEditable(false);
    area.setWrapText(false);
    area.getStyleClass().add("message");
    area.setMouseOverTextDelay(Duration.ofMillis(350));
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::explain);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> explanation.hide());
    area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    area.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    explanation.setWrapText(true);
    explanation.setMaxWidth(420);
    root.setTop(search.node());
    FindBar.offers(root, search::open);
    place.listen(this::shown);
  }

  /** Hovering a start line, a header's name or a line of SDP tells what it means. */
  private void explain(MouseOverTextEvent e) {
    String words = text.explanation(e.getCharacterIndex());
    if (!words.isEmpty()) {
      explanation.setText(words);
      explanation.show(area, e.getScreenPosition().getX() + 8, e.getScreenPosition().getY() + 16);
    }
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY || area.getSelection().getLength() > 0) {
      return;
    }
    int character = area.hit(e.getX(), e.getY()).getInsertionIndex();
    String fold = text.foldAt(character);
    if (fold.isEmpty()) {
      place.select(node(character));
    } else {
      unfolded.add(fold);
      render();
    }
  }

  /** The node of the detail tree that the line at a character is. */
  private @Nullable DetailNode node(int character) {
    PacketView packet = shown;
    SipText.Line line = text.line(character);
    if (packet == null || packet.message() == null || line == null) {
      return null;
    }
    int from = packet.message().offset() + line.offset();
    return packet.within(packet.message().source(), from, from + line.length());
  }

  private void reveal(int from, int to) {
    area.selectRange(from, to);
    area.requestFollowCaret();
  }

  private void menu(ContextMenuEvent e) {
    List<MenuItem> items = new ArrayList<>();
    PacketView packet = shown;
    int character = area.hit(e.getX(), e.getY()).getInsertionIndex();
    DetailNode node = node(character);
    if (packet != null && packet.frame() > 0) {
      items.addAll(place.actions().of(packet.frame(), node == null ? "" : node.filter()));
      items.add(new SeparatorMenuItem());
    }
    MenuItem copy = Menus.item("Copy", area::copy);
    copy.setDisable(area.getSelection().getLength() == 0);
    items.add(copy);
    if (node != null) {
      items.add(Menus.item("Copy value", () -> Clip.put(FieldWords.value(node))));
    }
    items.add(Menus.item("Copy the message as sent", () -> Clip.put(plain())));
    items.add(Menus.item("Select all", area::selectAll));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Find… (Ctrl+F)", search::open));
    MenuItem fold = Menus.item("Fold long headers again", this::foldAgain);
    fold.setDisable(unfolded.isEmpty());
    items.add(fold);
    menu.getItems().setAll(items);
    menu.show(area, e.getScreenX(), e.getScreenY());
    e.consume();
  }

  private void foldAgain() {
    unfolded.clear();
    render();
  }

  private String plain() {
    PacketView packet = shown;
    if (packet == null) {
      return "";
    }
    PacketView.Message message = packet.message();
    return message == null ? packet.words() : new String(message.bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public String title() {
    return "Message";
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
    if (packet == null) {
      return;
    }
    if (!packet.equals(shown)) {
      shown = packet;
      render();
      area.moveTo(0);
      area.scrollToPixel(0, 0);
    }
    mark(packet, node);
  }

  private void render() {
    PacketView packet = shown;
    if (packet == null) {
      return;
    }
    PacketView.Message message = packet.message();
    text =
        message == null
            ? SipText.note(packet.words())
            : SipText.of(message.bytes(), message.bodyOffset(), unfolded);
    marked = -1;
    area.replaceText(text.text());
    if (!text.parts().isEmpty() && area.getLength() > 0) {
      area.setStyleSpans(0, spans(text));
    }
  }

  /** Marks the line that a node of the tree stands in. */
  private void mark(PacketView packet, @Nullable DetailNode node) {
    if (marked >= 0 && marked < area.getParagraphs().size()) {
      area.setParagraphStyle(marked, List.of());
    }
    marked = -1;
    PacketView.Message message = packet.message();
    if (node == null || message == null || node.source() != message.source()) {
      return;
    }
    int at = node.offset() - message.offset();
    List<SipText.Line> lines = text.lines();
    for (int i = 0; i < lines.size(); i++) {
      SipText.Line line = lines.get(i);
      boolean inside = at >= line.offset() && at + node.length() <= line.offset() + line.length();
      if (inside && node.length() > 0) {
        marked = i;
        area.setParagraphStyle(i, List.of(SELECTED_LINE));
        area.showParagraphInViewport(i);
        return;
      }
    }
  }

  private static StyleSpans<Collection<String>> spans(SipText text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    for (SipText.Part part : text.parts()) {
      spans.add(List.of(part.style().css()), part.length());
    }
    return spans.create();
  }
}
