package org.earpiece.ui.follow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.earpiece.packet.Endpoint;
import org.earpiece.session.follow.Follow;
import org.earpiece.session.follow.FollowKind;
import org.earpiece.session.follow.Followed;
import org.earpiece.session.follow.Followed.Piece;
import org.earpiece.ui.find.FindInText;
import org.earpiece.ui.follow.FollowText.Part;
import org.earpiece.ui.follow.FollowText.Which;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.choice.Words;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/** What two hosts say to each other, in two colours. FX thread. */
public final class FollowDialog {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final double WIDTH = 860;
  private static final double HEIGHT = 640;
  private static final double SIDES = 380;

  private final Workspace workspace;
  private final Followed followed;
  private final StyleClassedTextArea area = new StyleClassedTextArea();
  private final ComboBox<Which> which = new ComboBox<>();
  private final ToggleButton hex = new ToggleButton("Hex");
  private final FindInText finding =
      new FindInText("what was said", area::getText, this::reveal, area::requestFocus);

  private FollowDialog(Workspace workspace, Followed followed) {
    this.workspace = workspace;
    this.followed = followed;
  }

  /** Gathers what is said in the conversation of a frame, and shows it. */
  public static void open(Workspace workspace, @Nullable Window owner, FollowKind kind, int frame) {
    workspace
        .background()
        .slot()
        .run(
            () -> Follow.of(workspace.session(), kind, frame),
            followed -> new FollowDialog(workspace, followed).show(owner),
            e -> workspace.notice().accept("It cannot be followed: " + e.getMessage()));
  }

  private void show(@Nullable Window owner) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.setTitle("Follow: " + followed.kind().title());
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().addAll("message", "followed");
    BorderPane body = new BorderPane(new VirtualizedScrollPane<>(area));
    body.setTop(new VBox(tools(), finding.node()));
    body.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (FIND.match(e)) {
            finding.open();
            e.consume();
          }
        });
    dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
    dialog.getDialogPane().setContent(body);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Dialogs.open(dialog);
    fill();
  }

  private HBox tools() {
    Words.offer(which, List.of(Which.values()), this::words);
    which.setOnAction(e -> fill());
    which.setAccessibleText("Which side is shown");
    hex.setOnAction(e -> fill());
    Button find = new Button("Find");
    find.setOnAction(e -> finding.open());
    find.setTooltip(new Tooltip("Find text (Ctrl+F)"));
    find.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button save = new Button("Save…");
    hex.setMinWidth(Region.USE_PREF_SIZE);
    save.setMinWidth(Region.USE_PREF_SIZE);
    which.setMaxWidth(SIDES);
    save.setOnAction(e -> save());
    HBox tools = new HBox(8, which, hex, find, space, save);
    tools.getStyleClass().add("topic-bar");
    tools.setPadding(new Insets(8));
    return tools;
  }

  /** A side by its addresses, and how much it said. */
  private String words(Which side) {
    return switch (side) {
          case BOTH -> "Both sides";
          case FIRST -> way(followed.first(), followed.second());
          case SECOND -> way(followed.second(), followed.first());
        }
        + ", "
        + said(side);
  }

  private static String way(Endpoint from, Endpoint to) {
    return from + " → " + to;
  }

  private String said(Which side) {
    long bytes =
        followed.pieces().stream().filter(side::shows).mapToLong(p -> p.bytes().length).sum();
    return Numbers.of(bytes, "byte", "bytes");
  }

  private void fill() {
    FollowText text = FollowText.of(followed, which.getValue(), hex.isSelected());
    area.replaceText(text.text().isEmpty() ? "Nothing was said." : text.text());
    if (!text.parts().isEmpty()) {
      StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
      for (Part part : text.parts()) {
        spans.add(List.of(part.side().css()), part.length());
      }
      area.setStyleSpans(0, spans.create());
    }
    area.moveTo(0);
    area.requestFollowCaret();
  }

  private void reveal(int from, int to) {
    area.selectRange(from, to);
    area.requestFollowCaret();
  }

  private void save() {
    String name = "follow-" + followed.kind().name().toLowerCase(Locale.ROOT);
    Path file = workspace.files().save("Save what was said", name, "txt");
    if (file == null) {
      return;
    }
    Which side = which.getValue();
    workspace
        .background()
        .slot()
        .run(
            () -> write(side, file),
            path -> workspace.notice().accept("What was said is saved in " + path + "."),
            e -> workspace.notice().accept("It is not saved: " + e.getMessage()));
  }

  /** The bytes as they were said. */
  private Path write(Which side, Path out) throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      for (Piece piece : followed.pieces()) {
        if (side.shows(piece)) {
          stream.write(piece.bytes());
        }
      }
    }
    return out;
  }
}
