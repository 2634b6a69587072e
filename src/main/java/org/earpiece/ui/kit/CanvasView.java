package org.earpiece.ui.kit;

import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A canvas that fills its place and is drawn at most once a frame, when something called {@link
 * #invalidate}, the size or the theme changed. What is hidden is not drawn. FX thread.
 *
 * <p>JavaFX scales the canvas for the screen; one-pixel lines belong on half pixels: {@link
 * #crisp}.
 */
public abstract class CanvasView extends Region {
  private final Canvas canvas = new Canvas();
  private @Nullable Runnable pulse;
  private @Nullable Scene heard;
  private boolean dirty = true;
  private @Nullable Palette drawnWith;

  /** Draws everything; the canvas is cleared before. */
  protected abstract void draw(GraphicsContext g, double width, double height, Palette palette);

  /** Has the view drawn with the next frame. Cheap. */
  public final void invalidate() {
    if (!dirty) {
      dirty = true;
      Platform.requestNextPulse();
    }
  }

  /** The middle of the pixel that a coordinate lies in. */
  protected static double crisp(double coordinate) {
    return Math.floor(coordinate) + 0.5;
  }

  @Override
  protected void layoutChildren() {
    hear(getScene());
    double width = Math.max(0, Math.floor(getWidth()));
    double height = Math.max(0, Math.floor(getHeight()));
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      dirty = true;
    }
  }

  private void hear(@Nullable Scene scene) {
    if (pulse == null) {
      pulse = this::pulse;
      canvas.setManaged(false);
      getChildren().add(canvas);
    }
    if (!Objects.equals(heard, scene)) {
      if (heard != null) {
        heard.removePostLayoutPulseListener(pulse);
      }
      if (scene != null) {
        scene.addPostLayoutPulseListener(pulse);
        dirty = true;
      }
      heard = scene;
    }
  }

  private void pulse() {
    if (!Objects.equals(getScene(), heard)) {
      hear(null);
      requestLayout();
      return;
    }
    Palette palette = Theme.palette();
    boolean stale = dirty || !palette.equals(drawnWith);
    if (stale && canvas.getWidth() > 0 && canvas.getHeight() > 0 && shown()) {
      dirty = false;
      drawnWith = palette;
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      draw(g, canvas.getWidth(), canvas.getHeight(), palette);
    }
  }

  private boolean shown() {
    for (Node n = this; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
