package org.earpiece.ui.detail;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.earpiece.dissect.DetailNode;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/** The selected message as text, coloured; can be selected and copied. FX thread. */
public final class MessagePane implements Pane {
  private final PacketPlace place;
  private final StyleClassedTextArea area = new StyleClassedTextArea();
  private final VirtualizedScrollPane<StyleClassedTextArea> scroll =
      new VirtualizedScrollPane<>(area);
  private final Tooltip explanation = new Tooltip();
  private @Nullable PacketView shown;

  /** A pane on the packet of a place. */
  public MessagePane(PacketPlace place) {
    this.place = place;
    area.setEditable(false);
    area.setWrapText(false);
    area.getStyleClass().add("message");
    area.setContextMenu(menu());
    area.setMouseOverTextDelay(Duration.ofMillis(350));
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::explain);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> explanation.hide());
    explanation.setWrapText(true);
    explanation.setMaxWidth(420);
    place.listen(this::shown);
  }

  /** Hovering a start line or a header's name tells what it means. */
  private void explain(MouseOverTextEvent e) {
    PacketView packet = shown;
    String words = packet == null ? "" : packet.text().explanation(e.getCharacterIndex());
    if (!words.isEmpty()) {
      explanation.setText(words);
      explanation.show(area, e.getScreenPosition().getX() + 8, e.getScreenPosition().getY() + 16);
    }
  }

  private ContextMenu menu() {
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(e -> area.copy());
    MenuItem all = new MenuItem("Copy the message as sent");
    all.setOnAction(e -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(shown == null ? "" : shown.plain());
      Clipboard.getSystemClipboard().setContent(content);
    });
    MenuItem select = new MenuItem("Select all");
    select.setOnAction(e -> area.selectAll());
    ContextMenu menu = new ContextMenu(copy, all, select);
    menu.setOnShowing(e -> copy.setDisable(area.getSelection().getLength() == 0));
    return menu;
  }

  @Override
  public String title() {
    return "Message";
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    place.show(selection);
  }

  private void shown(@Nullable PacketView packet, @Nullable DetailNode node) {
    if (packet == null || packet.equals(shown)) {
      return;
    }
    shown = packet;
    area.replaceText(packet.text().text());
    if (!packet.text().parts().isEmpty() && area.getLength() > 0) {
      area.setStyleSpans(0, spans(packet.text()));
    }
    area.moveTo(0);
    area.scrollToPixel(0, 0);
  }

  private static StyleSpans<java.util.Collection<String>> spans(SipText text) {
    StyleSpansBuilder<java.util.Collection<String>> spans = new StyleSpansBuilder<>();
    for (SipText.Part part : text.parts()) {
      spans.add(List.of(part.style().css()), part.length());
    }
    return spans.create();
  }
}
