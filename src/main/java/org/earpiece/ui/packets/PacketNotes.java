package org.earpiece.ui.packets;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.earpiece.packet.Packet;
import org.earpiece.store.FrameMarks;
import org.earpiece.ui.kit.Numbers;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.dialogs.Dialogs;
import org.earpiece.ui.packets.time.ShiftDialog;
import org.jspecify.annotations.Nullable;

/**
 * Marks, ignores, comments, time references and the time shift, as a person sets them. FX thread.
 */
final class PacketNotes {
  private static final Pattern DEPENDENT =
      Pattern.compile("\\bframe\\.(marked|ignored|comment|time|offset_shift|ref_time)");
  private static final double COMMENT_WIDTH = 480;
  private static final int COMMENT_ROWS = 6;

  private final Workspace workspace;
  private final FrameMarks marks;
  private final Runnable changed;

  /**
   * @param changed is told when lines are to be read anew
   */
  PacketNotes(Workspace workspace, Runnable changed) {
    this.workspace = workspace;
    this.changed = changed;
    marks = workspace.session().marks();
  }

  FrameMarks marks() {
    return marks;
  }

  private void tell() {
    changed.run();
    if (DEPENDENT.matcher(workspace.filter().appliedProperty().get()).find()) {
      workspace.filter().again();
    }
  }

  private static int[] array(List<Integer> frames) {
    return frames.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Marks packets, or takes the marks back where all of them have one. */
  void toggleMarks(List<Integer> frames) {
    boolean on = !frames.stream().allMatch(marks::marked);
    marks.mark(array(frames), on);
    tell();
  }

  /** Marks what the list shows. */
  void markShown(int rows, IntUnaryOperator frames) {
    marks.mark(IntStream.range(0, rows).map(frames).toArray(), true);
    workspace.notice().accept("Marked " + Numbers.of(rows, "packet", "packets") + ".");
    tell();
  }

  void unmarkAll() {
    marks.unmarkAll();
    tell();
  }

  /** Leaves packets out, or takes them back where all of them are left out. */
  void toggleIgnored(List<Integer> frames) {
    boolean on = !frames.stream().allMatch(marks::ignored);
    marks.ignore(array(frames), on);
    tell();
  }

  void ignoreNone() {
    marks.ignoreNone();
    tell();
  }

  /** Lets times begin anew with a packet, or no longer. */
  void toggleReference(int frame) {
    marks.reference(frame, !marks.reference(frame));
    tell();
  }

  void noReferences() {
    marks.noReferences();
    tell();
  }

  /** Asks for the comment on a packet. */
  void comment(int frame, @Nullable Window owner) {
    try {
      Packet packet = workspace.session().reader().read(frame);
      if (packet != null) {
        ask(frame, String.join("\n", packet.context().comments()), owner);
      }
    } catch (IOException e) {
      workspace.notice().accept("The packet cannot be read: " + e.getMessage());
    }
  }

  private void ask(int frame, String before, @Nullable Window owner) {
    TextArea text = new TextArea(before);
    text.setPrefRowCount(COMMENT_ROWS);
    text.setPrefWidth(COMMENT_WIDTH);
    text.setWrapText(true);
    text.setAccessibleText("Comment on packet " + frame);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Comment on packet " + Numbers.count(frame));
    Label hint = new Label("It goes into the file when the capture is saved as pcapng.");
    hint.getStyleClass().add("dim");
    VBox body = new VBox(8, text, hint);
    VBox.setVgrow(text, Priority.ALWAYS);
    body.getStyleClass().add("dialog-body");
    dialog.getDialogPane().setContent(body);
    text.getStyleClass().add("comment");
    dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    dialog.setOnShown(e -> text.requestFocus());
    if (Dialogs.ask(dialog).filter(b -> Objects.equals(b, ButtonType.OK)).isPresent()
        && !text.getText().strip().equals(before)) {
      marks.comment(frame, text.getText().strip());
      workspace.notice().accept("The comment goes into the file when the capture is saved.");
      tell();
    }
  }

  /** Asks how far times are to be shifted. */
  void shift(int frame, @Nullable Window owner) {
    long captured = workspace.session().index().timeNanos(frame);
    new ShiftDialog(captured, marks.shiftNanos())
        .show(owner)
        .ifPresent(nanos -> {
          marks.shift(nanos);
          tell();
        });
  }

  /** Shows times as they were captured. */
  void undoShift() {
    marks.shift(0);
    tell();
  }
}
