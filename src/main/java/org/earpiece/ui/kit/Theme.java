package org.earpiece.ui.kit;

/**
 * Which palette is on show. FX thread. Canvases that find another one than they drew with redraw.
 */
public final class Theme {
  private static Palette palette = Palette.LIGHT;

  private Theme() {}

  public static Palette palette() {
    return palette;
  }

  /** Changes the palette of all canvases; the style sheets are the application's business. */
  public static void palette(Palette next) {
    palette = next;
  }
}
