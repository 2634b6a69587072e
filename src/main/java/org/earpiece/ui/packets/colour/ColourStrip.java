package org.earpiece.ui.packets.colour;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import org.earpiece.packet.Packet;
import org.earpiece.session.CaptureSession;
import org.earpiece.session.PacketReader;
import org.earpiece.session.listing.Colouring;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.LiveQuery;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.Workspace;

/**
 * The colours of the whole list beside its scroll bar, from samples that a worker judges: of each
 * part of the list the first rule that any of its samples has. A click scrolls there. FX thread.
 */
public final class ColourStrip extends CanvasView {
  private static final double WIDTH = 9;
  private static final double MARGIN = 2;
  private static final double PART = 2;
  private static final int SAMPLES = 6;
  private static final long REST_NANOS = 400_000_000L;

  private final CaptureSession session;
  private final RuleColours colours;
  private final LiveQuery<Object, int[]> query;
  private int[] parts = new int[0];
  private int rows;

  /**
   * @param scroll is given the row that was clicked
   */
  public ColourStrip(Workspace workspace, RuleColours colours, IntConsumer scroll) {
    session = workspace.session();
    this.colours = colours;
    query = new LiveQuery<>(workspace.background(), REST_NANOS, this::show, e -> {});
    setPrefWidth(WIDTH);
    setCursor(Cursor.HAND);
    setAccessibleText("Colours of the whole list");
    setOnMousePressed(e -> {
      if (e.getButton() == MouseButton.PRIMARY && getHeight() > 0) {
        scroll.accept((int) (rows * e.getY() / getHeight()));
        e.consume();
      }
    });
    setOnMouseDragged(getOnMousePressed());
  }

  /**
   * Follows the list.
   *
   * @param subject what is shown: other samples are wanted at once where it is another
   * @param frames the frame of each row, asked on a worker
   */
  public void show(Object subject, int count, IntUnaryOperator frames, Colouring colouring) {
    rows = count;
    int height = (int) (getHeight() / PART);
    if (height > 0) {
      Colouring copy = colouring.copy();
      query.want(
          List.of(subject, colouring),
          List.of(count, height),
          () -> judge(session.reader(), copy, count, height, frames));
    }
  }

  private static int[] judge(
      PacketReader reader, Colouring colouring, int count, int height, IntUnaryOperator frames)
      throws IOException {
    int[] found = new int[Math.min(height, count)];
    Arrays.fill(found, Colouring.NONE);
    for (int part = 0; part < found.length; part++) {
      long from = (long) count * part / found.length;
      long to = (long) count * (part + 1) / found.length;
      int samples = (int) Math.min(SAMPLES, to - from);
      for (int sample = 0; sample < samples; sample++) {
        int row = (int) (from + (to - from) * sample / samples);
        Packet packet = reader.read(frames.applyAsInt(row));
        int rule = packet == null ? Colouring.NONE : colouring.rule(packet);
        boolean earlier = rule != Colouring.NONE && (found[part] < 0 || rule < found[part]);
        found[part] = earlier ? rule : found[part];
      }
    }
    return found;
  }

  private void show(int[] found) {
    parts = found;
    invalidate();
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height, Palette palette) {
    g.setFill(palette.panel());
    g.fillRect(0, 0, width, height);
    double each = parts.length == 0 ? 0 : height / parts.length;
    for (int part = 0; part < parts.length; part++) {
      int rule = parts[part];
      if (rule != Colouring.NONE && rule < colours.count()) {
        Shades shades = colours.of(rule, palette);
        g.setFill(shades.ground().interpolate(shades.ink(), 0.3));
        double top = Math.floor(part * each);
        g.fillRect(MARGIN, top, width - 2 * MARGIN, Math.max(PART, Math.ceil(each)));
      }
    }
  }
}
