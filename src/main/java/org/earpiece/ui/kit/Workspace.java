package org.earpiece.ui.kit;

import java.util.function.Consumer;
import org.earpiece.filter.FilterNames;
import org.earpiece.session.CaptureSession;

/**
 * One open capture and what its lists and panes share. Lives as long as the capture is on show.
 *
 * @param filter the display filter: "apply as filter" goes there
 * @param background for everything that reads packets
 * @param preferences what is remembered from one start to the next
 * @param files asks where to save
 * @param notice tells the user a sentence in the status line: an export is done, a frame is no
 *     longer held
 */
public record Workspace(
    CaptureSession session,
    SelectionModel selection,
    FilterModel filter,
    Background background,
    Preferences preferences,
    FileDialogs files,
    Consumer<String> notice) {
  /** What display filters may name here. */
  public FilterNames filterNames() {
    return preferences.filterNames(session.fields());
  }
}
