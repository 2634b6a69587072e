package org.earpiece.ui.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import org.earpiece.report.Theme;
import org.earpiece.report.plot.Plot;
import org.earpiece.report.plot.PlotDrawing;
import org.earpiece.report.plot.PlotFile;
import org.earpiece.session.Snapshot;
import org.earpiece.ui.kit.CanvasView;
import org.earpiece.ui.kit.Menus;
import org.earpiece.ui.kit.Palette;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.Selection;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.kit.drawing.CanvasDrawing;

/** The picture of the statistic on show. FX thread. */
public final class PlotPane implements Pane {
  private static final Plot NOTHING = Plot.lines("", "", "", List.of());

  private final Workspace workspace;
  private final View view = new View();
  private final ScrollPane scroll = new ScrollPane(view);
  private final MenuButton save = new MenuButton("Save picture");
  private Plot plot = NOTHING;
  private String name = "";

  /** A pane without a picture. */
  public PlotPane(Workspace workspace) {
    this.workspace = workspace;
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plot");
    scroll.viewportBoundsProperty().addListener((o, was, is) -> size());
    for (PlotFile format : PlotFile.values()) {
      save.getItems().add(Menus.item(format + "…", () -> save(format)));
    }
  }

  private final class View extends CanvasView {
    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
      g.setFill(palette.panel());
      g.fillRect(0, 0, width, height);
      if (!plot.series().isEmpty()) {
        new PlotDrawing(plot, width, height).draw(new CanvasDrawing(g, palette));
      }
    }
  }

  @Override
  public String title() {
    return "Picture";
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public boolean wide() {
    return true;
  }

  @Override
  public List<Node> tools() {
    return List.of(save);
  }

  @Override
  public void show(Selection selection, Snapshot snapshot) {
    // The view of statistics tells what there is.
  }

  void show(Told told) {
    plot = told.plot();
    name = told.topic().name();
    size();
    view.invalidate();
  }

  /** Bars take a row each, and may be longer than the place. */
  private void size() {
    double place = scroll.getViewportBounds().getHeight();
    double wanted = new PlotDrawing(plot, view.getWidth(), place).height();
    view.setMinHeight(Math.max(place, wanted));
    view.setPrefHeight(Math.max(place, wanted));
  }

  private void save(PlotFile format) {
    String ending = format.name().toLowerCase(Locale.ROOT);
    Path file = workspace.files().save("Save the picture", name, ending);
    if (file == null) {
      return;
    }
    Plot drawn = plot;
    workspace
        .background()
        .slot()
        .run(
            () -> write(drawn, format, file),
            path -> workspace.notice().accept("The picture is saved in " + path + "."),
            e -> workspace.notice().accept("The picture is not saved: " + e.getMessage()));
  }

  private static Path write(Plot plot, PlotFile format, Path out) throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      format.write(plot, Theme.LIGHT, stream);
    }
    return out;
  }
}
