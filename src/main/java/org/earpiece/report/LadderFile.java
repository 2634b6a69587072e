package org.earpiece.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.earpiece.report.LadderDrawing.Window;
import org.earpiece.voip.ladder.LadderModel;
import org.jspecify.annotations.Nullable;

/** The formats that a ladder can be written in. */
public enum LadderFile {
  SVG,
  PDF,
  PNG,
  TXT;

  private static final double WIDTH = 900;

  /** The format that a file's name asks for, or null. */
  public static @Nullable LadderFile of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String ending = fileName.substring(dot + 1).toUpperCase(Locale.ROOT);
    for (LadderFile format : values()) {
      if (dot >= 0 && format.name().equals(ending)) {
        return format;
      }
    }
    return null;
  }

  /** Writes a ladder as it is on screen; the stream stays open. */
  public void write(LadderModel model, LadderLook look, String title, Theme theme, OutputStream out)
      throws IOException {
    switch (this) {
      case SVG -> out.write(svg(model, look, title, theme).getBytes(StandardCharsets.UTF_8));
      case PDF ->
          new LadderPages(new LadderDrawing(model, look, WIDTH, 0), title).write(theme, out);
      case PNG -> {
        LadderDrawing ladder = new LadderDrawing(model, look, WIDTH, 0);
        PngDrawing png = new PngDrawing(ladder.width(), height(ladder), theme);
        whole(ladder, png);
        png.write(out);
      }
      case TXT ->
          out.write(TextLadder.write(model, look, Terminal.PLAIN).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String svg(LadderModel model, LadderLook look, String title, Theme theme) {
    LadderDrawing ladder = new LadderDrawing(model, look, WIDTH, 0);
    SvgDrawing svg = new SvgDrawing(ladder.width(), height(ladder), theme, title);
    whole(ladder, svg);
    return svg.document();
  }

  private static double height(LadderDrawing ladder) {
    return LadderDrawing.HEAD + ladder.height();
  }

  private static void whole(LadderDrawing ladder, Drawing drawing) {
    Window all = new Window(0, ladder.width(), 0, ladder.height(), 0, LadderDrawing.HEAD);
    ladder.drawBody(drawing, all, 0);
    ladder.drawHead(drawing, all, 0);
  }
}
